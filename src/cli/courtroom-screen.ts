import pc from 'picocolors';
import type { Case } from '../core/case/case.ts';
import type { CaseEvent } from '../core/case/case-event.ts';
import { languageOfCase } from '../core/case/language-of-case.ts';
import type { Seat } from '../core/gate/proposal.ts';
import type { Outcome } from '../core/resolution/draft.ts';
import { kindName } from '../core/transcript/kind-names.ts';
import { transcriptLine, type TranscriptLine } from '../core/transcript/transcript-line.ts';
import type { Io } from './io.ts';
import { screenWords } from './screen-words.ts';

/** What a person sees of a hearing in the terminal. */
export type Screen = {
  reading(papers: number): void;
  filed(state: Case): void;
  /** What was heard before is not said again. */
  goesOn(afterEvent: number): void;
  heard(event: CaseEvent, state: Case): void;
  streamed(seat: Seat, words: string): void;
  closed(state: Case, folder: string, papers: readonly string[]): void;
};

const paint: Readonly<Record<Seat, 'yellow' | 'magenta' | 'cyan' | 'green' | 'blue'>> = {
  judge: 'yellow',
  prosecutor: 'magenta',
  defender: 'cyan',
  secretary: 'green',
  witness: 'blue',
};

/** Streams a hearing as lines; as one JSON object at the end where that was asked for. */
export function courtroomScreen(io: Io, json: boolean): Screen {
  return json ? silentScreen(io) : readableScreen(io);
}

function readableScreen(io: Io): Screen {
  const colors = pc.createColors(io.color);
  /** Which phase of how many begins, so that a person sees how far the hearing is. */
  const phaseLine = (name: string, { data }: CaseEvent, { constitution }: Case): string => {
    const phases = constitution?.procedure.phases.length ?? 0;
    const place = 'phase' in data ? ` ${data.phase + 1}/${phases}` : '';
    return `\n${colors.bold(`──${place} ${name} ──`)}`;
  };
  const line = ({ kind, speaker, seat, label, text, places }: TranscriptLine): string => {
    if (kind === 'note') return colors.dim(`   ${text}`);
    const who = seat === null ? speaker : colors[paint[seat]](colors.bold(speaker));
    const numbered = label === '' ? '' : colors.dim(` ${label}`);
    const cited = places.length === 0 ? '' : ` ${colors.underline(`[${places.join('; ')}]`)}`;
    return kind === 'rejected'
      ? colors.red(`   ${speaker}: ${text}`)
      : `${who}${numbered}: ${text}${cited}`;
  };
  return {
    reading(papers) {
      io.out(colors.dim(`Reading ${papers} papers …`));
    },
    filed(state) {
      const { constitution, filing, exhibits, cause, issues, parties } = state;
      const language = languageOfCase(state);
      const words = screenWords(language);
      io.out(colors.bold(filing?.caption.prose ?? ''));
      io.out(`${constitution?.profile.name ?? ''}, ${constitution?.procedure.name ?? ''}`);
      for (const { name, role } of parties) io.out(`  ${words.role(role)}: ${name.prose}`);
      for (const { exhibit, name, kind, kindTier, numbered } of exhibits.values()) {
        io.out(
          `  ${exhibit.padEnd(4)} ${name.prose}  ${colors.dim(`${kindName(language, kind)} (${words.tier(kindTier)}), ${numbered.length} ¶`)}`,
        );
      }
      io.out(
        `  ${cause?.name ?? ''} ${colors.dim(`(${cause === null ? '' : words.tier(cause.tier)}; ${cause?.because.prose ?? ''})`)}`,
      );
      for (const { what, tier, because } of filing?.workedOut ?? []) {
        io.out(colors.dim(`  ${words.what(what)} (${words.tier(tier)}): ${because.prose}`));
      }
      for (const { element, nature, text } of issues.values()) {
        io.out(`  ${colors.dim(words.nature(nature))} ${colors.bold(element)}: ${text.prose}`);
      }
    },
    goesOn(afterEvent) {
      io.out(colors.dim(`Goes on after event ${afterEvent}.`));
    },
    heard(event, state) {
      const told = transcriptLine(event, state);
      if (told === null) return;
      io.out(told.kind === 'phase' ? phaseLine(told.text, event, state) : line(told));
    },
    streamed(_seat, words) {
      if (io.terminal) io.write(colors.dim(words));
    },
    closed(state, folder, papers) {
      io.out('');
      const words = screenWords(languageOfCase(state));
      for (const { element, outcome } of outcomes(state)) {
        const proved = outcome === 'proved';
        io.out(
          `  ${proved ? colors.green('●') : colors.red('○')} ${element}: ${words.outcome(outcome)}`,
        );
      }
      io.out(`\n${papers.map((paper) => `${folder}/${paper}`).join('\n')}`);
    },
  };
}

type Summary = { readonly element: string; readonly outcome: Outcome };

/** The outcome of each issue, as the recorded draft has it. */
function outcomes({ draft }: Case): readonly Summary[] {
  if (draft === null) return [];
  const parsed: { issues: readonly Summary[] } = JSON.parse(draft.draft.prose);
  return parsed.issues.map(({ element, outcome }) => ({ element, outcome }));
}

function silentScreen(io: Io): Screen {
  return {
    reading() {},
    filed() {},
    goesOn() {},
    heard() {},
    streamed() {},
    closed(state, folder, papers) {
      const summary = {
        caption: state.filing?.caption.prose,
        jurisdiction: state.constitution?.profile.id,
        cause: state.cause?.cause,
        issues: outcomes(state),
        folder,
        papers,
      };
      io.out(JSON.stringify(summary, null, 2));
    },
  };
}
