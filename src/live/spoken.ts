import type { Speech } from './desk.ts';

/** Most UTF-16 code units of words that go out together. */
const mostAtOnce = 4_000;

/** Seats whose last words are remembered, to number the next. */
const mostTurns = 1_000;

/** Words of minds, gathered for some milliseconds so that not every token is a message of its own. */
export type Spoken = {
  say(speech: Speech): void;
  /** Sends out what was gathered, of this case or of all. */
  flush(caseId?: string): void;
};

type Gathered = Omit<Speech, 'words' | 'sealed'> & { words: string; sealed: boolean; n: number };

export function spokenWords(
  afterMs: number,
  send: (speech: Speech & { readonly n: number }) => void,
): Spoken {
  /** What each seat says in its turn; a new turn of the seat takes the place of the last. */
  const turns = new Map<string, Gathered>();
  let timer: NodeJS.Timeout | null = null;

  function sendOut(gathered: Gathered): void {
    for (;;) {
      const end = wholeLetters(gathered.words);
      if (end === 0) return;
      const words = gathered.words.slice(0, end).toWellFormed();
      gathered.words = gathered.words.slice(end);
      send({ ...gathered, words });
      gathered.n += 1;
    }
  }

  function flush(caseId?: string): void {
    for (const gathered of turns.values()) {
      if (caseId === undefined || gathered.case === caseId) sendOut(gathered);
    }
  }

  return {
    say(speech) {
      const key = `${speech.case} ${speech.seat}`;
      const before = turns.get(key);
      if (before?.turn === speech.turn) {
        before.words += speech.words;
        before.sealed ||= speech.sealed;
      } else {
        if (before !== undefined) sendOut(before);
        turns.delete(key);
        turns.set(key, { ...speech, n: 0 });
        for (const oldest of turns.keys()) {
          if (turns.size <= mostTurns) break;
          turns.delete(oldest);
        }
      }
      timer ??= setTimeout(() => {
        timer = null;
        flush();
      }, afterMs);
    },
    flush(caseId) {
      flush(caseId);
      for (const [key, gathered] of turns) if (gathered.case === caseId) turns.delete(key);
    },
  };
}

/** Where to cut so that a letter of two code units is not torn; its second half comes with the next words. */
function wholeLetters(words: string): number {
  const end = Math.min(words.length, mostAtOnce);
  const last = words.charCodeAt(end - 1);
  return last >= 0xd800 && last < 0xdc00 ? end - 1 : end;
}
