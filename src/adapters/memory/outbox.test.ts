import { outboxContract } from '../../ports/outbox.contract.ts';
import { memoryOutbox } from './outbox.ts';
import { memoryTransaction } from './transaction.ts';

outboxContract('memory', async () => {
  let now = 0;
  return {
    outbox: memoryOutbox(() => now),
    pass: async (ms) => {
      now += ms;
    },
    transaction: memoryTransaction,
  };
});
