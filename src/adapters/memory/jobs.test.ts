import { jobsContract } from '../../ports/jobs.contract.ts';
import { memoryJobs } from './jobs.ts';
import { memoryTransaction } from './transaction.ts';

jobsContract('memory', async () => {
  let now = 0;
  return {
    jobs: memoryJobs(() => now),
    pass: async (ms) => {
      now += ms;
    },
    transaction: memoryTransaction,
  };
});
