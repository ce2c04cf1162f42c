import { openTestQueue } from '../../../test/open-test-queue.ts';
import { person } from '../../../test/open-test-database.ts';
import { jobsContract } from '../../ports/jobs.contract.ts';
import { postgresJobs } from './jobs.ts';

jobsContract('postgres', async () => {
  const { database, admin, wakeUps } = await openTestQueue();
  return {
    jobs: postgresJobs(database, wakeUps.jobs),
    // Time passes where everything in the queue is that much older.
    async pass(ms) {
      await admin(
        `update court.jobs set due_at = due_at - $1 * interval '1 millisecond',
          ended_at = ended_at - $1 * interval '1 millisecond'`,
        [ms],
      );
    },
    // As a person, who may write no job: the transaction lends the right.
    transaction: (work) => database.transaction(person(1), work),
  };
});
