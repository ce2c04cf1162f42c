import type { Matter } from '../jurisdiction/profile.ts';
import type { Case } from './case.ts';

/** What a docket shows of a case. Made from the record, and made again from it at any time. */
export type DocketEntry = {
  readonly caption: string;
  readonly matter: Matter | null;
  readonly cause: string | null;
  readonly stage: Stage;
};

/** How far a case is. */
export type Stage = 'filed' | 'in-hearing' | 'deliberated' | 'drafted' | 'signed' | 'rejected';

/** The docket's row of a case. */
export function docketEntry(state: Case): DocketEntry {
  return {
    caption: state.filing?.caption.prose ?? '',
    matter: state.filing?.matter ?? null,
    cause: state.cause?.cause ?? null,
    stage: stageOf(state),
  };
}

function stageOf({ hearing, draft }: Case): Stage {
  switch (hearing.state) {
    case 'not-opened':
      return 'filed';
    case 'in-session':
      return 'in-hearing';
    case 'closed':
      return draft === null ? 'deliberated' : 'drafted';
    case 'signed':
    case 'rejected':
      return hearing.state;
  }
}
