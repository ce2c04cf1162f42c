/** Where a command writes, and whether a person at a terminal reads it. Commands never touch `process`. */
export type Io = {
  /** Standard output, one line. */
  out(line: string): void;
  /** Standard error, one line. */
  err(line: string): void;
  /** Standard output as it is, for streams of words. */
  write(text: string): void;
  /** All of standard input. */
  stdin(): Promise<string>;
  readonly terminal: boolean;
  readonly color: boolean;
};

/** 0 good, 1 the answer is no, 2 bad use. */
export type ExitCode = 0 | 1 | 2;

/**
 * A command of `court`: its own commander command, built around its own action. The action's answer is
 * the exit code, handed to `done`.
 */
export type CommandContext = {
  readonly io: Io;
  done(code: ExitCode): void;
};
