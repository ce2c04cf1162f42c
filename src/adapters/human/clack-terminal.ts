import { BrokenOff, type Terminal } from './terminal.ts';

/** A terminal with arrow keys. The library is loaded at the first question. Ctrl-C breaks the hearing off. */
export function clackTerminal(write: (text: string) => void): Terminal {
  const prompts = () => import('@clack/prompts');
  return {
    say: (text) => write(`${text}\n`),
    async askChoice(message, choices) {
      const { isCancel, select } = await prompts();
      const options = choices.map(({ value, label }) => ({ value, label }));
      const chosen = await select({ message, options, maxItems: 15 });
      if (isCancel(chosen)) throw new BrokenOff();
      return chosen;
    },
    async askText(message) {
      const { isCancel, text } = await prompts();
      const said = await text({ message });
      if (isCancel(said)) throw new BrokenOff();
      return (said ?? '').toWellFormed();
    },
  };
}
