import { Command, InvalidArgumentError } from 'commander';
import { evaluate } from '../core/argument/evaluate.ts';
import type { Case } from '../core/case/case.ts';
import { graphOfCase, positionNode } from '../core/evidence/graph-of-case.ts';
import { replayDraft, type Replayed } from '../court/replay/replay-draft.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';
import { openBundle } from './open-bundle.ts';
import { retell } from './retell.ts';
import type { World } from './world.ts';

type ReplayOptions = { readonly at?: number; readonly json: boolean };

type Tools = Pick<World, 'archive' | 'hashing'>;

/** `court replay BUNDLE`: the state and the draft again, from the record alone. */
export function replayCommand(context: CommandContext, tools: Tools): Command {
  return new Command('replay')
    .description('Rebuild the case from its record and compute the draft again.')
    .argument('<bundle>')
    .option('--at <n>', 'the case as it was after event n', eventNumber)
    .option('--json', 'print JSON', false)
    .action(async (bundle: string, options: ReplayOptions) => {
      context.done(await replay(context.io, tools, bundle, options));
    });
}

async function replay(
  io: Io,
  tools: Tools,
  path: string,
  { at, json }: ReplayOptions,
): Promise<ExitCode> {
  const opened = await openBundle(tools, path, at);
  if (opened.kind === 'refused') {
    for (const line of opened.says) io.err(line);
    return opened.code;
  }
  const retold = retell(path, () =>
    summaryOf(replayDraft(opened.events), opened.recorded.length, opened.missing),
  );
  if (retold.kind === 'refused') {
    io.err(retold.says);
    return 2;
  }
  const summary = retold.told;
  if (json) io.out(JSON.stringify(summary, null, 2));
  else print(io, summary);
  return summary.draft === 'none' || summary.draft === 'same' ? 0 : 1;
}

type Summary = {
  readonly events: number;
  readonly missing: number;
  readonly caption: string;
  readonly phase: string;
  readonly statements: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly draft: DraftAgain;
};

/** `untold`: texts that left the record are missing on one side, so that the two cannot be compared. */
type DraftAgain = Replayed['draft']['kind'] | 'untold';

function summaryOf({ state, draft }: Replayed, events: number, missing: number): Summary {
  return {
    events,
    missing,
    caption: state.filing?.caption.prose ?? '',
    phase: phaseName(state),
    statements: state.statements.size,
    labels: labelsOf(state),
    draft: draft.kind === 'differs' && missing > 0 ? 'untold' : draft.kind,
  };
}

function phaseName({ hearing, constitution }: Case): string {
  return hearing.state === 'in-session'
    ? (constitution?.procedure.phases[hearing.phase]?.name ?? '')
    : hearing.state;
}

function labelsOf(state: Case): Readonly<Record<string, string>> {
  const labelling = evaluate(graphOfCase(state));
  return Object.fromEntries(
    [...state.issues.keys()].map((element) => [
      element,
      labelling.label(positionNode(element, 'proved')),
    ]),
  );
}

const drafts: Readonly<Record<DraftAgain, string>> = {
  none: 'No draft was made by then.',
  same: 'The draft computed from the record is the recorded one, byte for byte.',
  differs: 'The draft computed from the record differs from the recorded one.',
  untold: 'The recorded draft cannot be compared with what is left of the record.',
};

function print(
  io: Io,
  { events, missing, caption, phase, statements, labels, draft }: Summary,
): void {
  io.out(`${caption}: ${events} events, ${phase}, ${statements} statements`);
  for (const [element, label] of Object.entries(labels)) io.out(`  ${element}: ${label}`);
  if (missing > 0) io.out(`${missing} texts left the record; what they said cannot be told again.`);
  io.out(drafts[draft]);
}

function eventNumber(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new InvalidArgumentError('write the number of an event, from 1.');
  }
  return number;
}
