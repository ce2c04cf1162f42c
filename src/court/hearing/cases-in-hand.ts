import type { Hashing } from '../../core/record/hashing.ts';
import { RecordStoreFault, type RecordStore } from '../../ports/record-store.ts';
import { nothingYet, readOn, type CaseSoFar } from '../case-so-far.ts';

/**
 * Cases that a process holds in memory, read once as the court itself and shared by all who ask. What of a
 * case a person is shown is not decided here: see `seenBy`.
 */
export type CasesInHand = {
  /**
   * The case as its record tells it, at least up to this version. Only what is new is read, once for all who
   * wait for it.
   *
   * @throws RecordStoreFault where the record is broken, or cannot be read
   */
  at(record: string, version: number): Promise<CaseSoFar>;
  /** Somebody wrote: a case that is held is read on. */
  announced(record: string): void;
  /** A text left the record, or was sealed or opened: the next who asks reads the case from its beginning. */
  forget(record: string): void;
  /** For a connection that was down: what was missed is not known, so nothing is held. */
  forgetAll(): void;
  figures(): { readonly cases: number; readonly size: number };
};

type Held = { soFar: CaseSoFar; reading: Promise<void> | null };

/** How often a version that was announced is looked for. */
const mostLooks = 3;

/** @param most UTF-16 code units that are held, about; the case asked for last is held in any case. */
export function casesInHand(
  store: Pick<RecordStore, 'read' | 'texts'>,
  most: number,
  hashing?: Hashing,
): CasesInHand {
  /** Least recently asked for first. */
  const held = new Map<string, Held>();
  let size = 0;

  function hold(record: string): Held {
    const known = held.get(record) ?? { soFar: nothingYet(record), reading: null };
    held.delete(record);
    held.set(record, known);
    return known;
  }

  function forget(record: string): void {
    size -= held.get(record)?.soFar.size ?? 0;
    held.delete(record);
  }

  function readFurther(one: Held): Promise<void> {
    one.reading ??= readOn(store, one.soFar, hashing)
      .then((soFar) => {
        const { id } = soFar;
        // Who was let go meanwhile counts no more; those who wait for it still get it.
        if (held.get(id) === one) size += soFar.size - one.soFar.size;
        one.soFar = soFar;
        for (const [oldest] of held) {
          if (size <= most || oldest === id) break;
          forget(oldest);
        }
      })
      .finally(() => {
        one.reading = null;
      });
    return one.reading;
  }

  return {
    async at(record, version) {
      const one = hold(record);
      for (let looks = 0; looks < mostLooks && one.soFar.tip.seq < version; looks += 1) {
        await readFurther(one);
      }
      if (one.soFar.tip.seq >= version) return one.soFar;
      throw new RecordStoreFault(`Event ${version} of case ${record} is not there yet.`, true);
    },
    announced(record) {
      const one = held.get(record);
      // What fails here fails again, and is told, for whoever asks for the case.
      if (one !== undefined) readFurther(one).catch(() => {});
    },
    forget,
    forgetAll() {
      held.clear();
      size = 0;
    },
    figures: () => ({ cases: held.size, size }),
  };
}
