import type { Transaction } from '../../ports/transaction.ts';

/** Keeps what is to be done until the work has gone well. */
export class MemoryTransaction implements Transaction {
  open = true;
  readonly #effects: (() => void)[] = [];

  onCommit(effect: () => void): void {
    if (!this.open) throw new TypeError('This transaction is over.');
    this.#effects.push(effect);
  }

  commit(): void {
    for (const effect of this.#effects) effect();
  }
}

/** Whatever adapters in memory do in it stands when the work is done, and never was when it throws. */
export async function memoryTransaction<Result>(
  work: (transaction: MemoryTransaction) => Promise<Result>,
): Promise<Result> {
  const transaction = new MemoryTransaction();
  try {
    const result = await work(transaction);
    transaction.commit();
    return result;
  } finally {
    transaction.open = false;
  }
}

/** Now, or when the caller's transaction commits. */
export function asPartOf(within: Transaction | undefined, effect: () => void): void {
  if (within === undefined) effect();
  else if (within instanceof MemoryTransaction) within.onCommit(effect);
  else throw new TypeError('This transaction is not one of the memory.');
}
