/** What a person is asked through: a terminal, a pipe, a script. `null`: the person went away. */
export type Terminal = {
  say(text: string): void;
  /** Asks for one of the choices; its value. */
  askChoice(question: string, choices: readonly Choice[]): Promise<string | null>;
  /** Asks for one line of words, which may be empty. */
  askText(question: string): Promise<string | null>;
};

export type Choice = { readonly value: string; readonly label: string };

/** The person broke off, and did not leave the seat: what was heard stays, and waits. */
export class BrokenOff extends Error {
  readonly code = 'broken-off';
  constructor() {
    super('Broken off. What was heard is kept; the same command goes on with it.');
    this.name = 'BrokenOff';
  }
}
