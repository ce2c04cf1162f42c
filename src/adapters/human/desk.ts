import type { Choice, Terminal } from './terminal.ts';
import type { DeskWords } from './words.ts';

/**
 * The desk at which a person fills in a form: every question may be answered, or left by going back, which
 * is `undefined` and ends the form. Whether the person is still there is asked apart.
 */
export type Desk = {
  readonly words: DeskWords;
  readonly say: (text: string) => void;
  readonly choose: (question: string, choices: readonly Choice[]) => Promise<string | undefined>;
  readonly write: (question: string, needed?: 'needed') => Promise<string | undefined>;
  readonly isEmpty: () => boolean;
};

/** Values of the choices that every list may have. */
export const back = '<';
export const done = '.';

export function deskAt(terminal: Terminal, words: DeskWords): Desk {
  let gone = false;

  async function answered(asked: Promise<string | null>): Promise<string | undefined> {
    const said = gone ? null : await asked;
    if (said === null) gone = true;
    return said === null || said.trim() === back ? undefined : said;
  }

  return {
    words,
    say: (text) => terminal.say(text),
    async choose(question, choices) {
      if (choices.length === 0) {
        terminal.say(words.nothingToChoose);
        return undefined;
      }
      const listed = [...choices, { value: back, label: words.back }];
      return answered(terminal.askChoice(question, listed));
    },
    async write(question, needed) {
      for (;;) {
        const said = await answered(terminal.askText(`${question} (${words.backByText})`));
        if (said === undefined || needed === undefined || said.trim() !== '') return said;
        terminal.say(words.needed);
      }
    },
    isEmpty: () => gone,
  };
}
