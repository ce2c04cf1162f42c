import type { CommandContext, ExitCode, Io } from '../src/cli/io.ts';

/** What a command wrote and answered: lines of both outputs, its stream of words, its exit codes. */
export type Captured = {
  readonly context: CommandContext;
  readonly out: string[];
  readonly err: string[];
  readonly codes: ExitCode[];
};

/** An `Io` without a terminal that keeps what is written; `given` sets what differs from that. */
export function capturedIo(
  given: { readonly stdin?: string; readonly color?: boolean } = {},
): Captured {
  const out: string[] = [];
  const err: string[] = [];
  const codes: ExitCode[] = [];
  const io: Io = {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    write: (text) => void out.push(text),
    stdin: async () => given.stdin ?? '',
    terminal: false,
    color: given.color ?? false,
  };
  return { context: { io, done: (code) => void codes.push(code) }, out, err, codes };
}
