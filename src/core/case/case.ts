import type { Passage } from '../document/document.ts';
import type { Seat } from '../gate/proposal.ts';
import { notOpened, type Hearing } from '../hearing/hearing.ts';
import type {
  AllegationNoted,
  CaseFiled,
  CauseIdentified,
  CourtConstituted,
  CriticalQuestionRaised,
  DraftDecided,
  DraftMade,
  ElementConceded,
  ExhibitFiled,
  IssueFramed,
  LawEntered,
  LawWanting,
  MindCalled,
  ObjectionMade,
  PartyJoined,
  PassageTold,
  ProposalRejected,
  QuestionAsked,
  SearchReported,
  SeatTaken,
  WitnessListed,
  StatementMade,
} from './case-event.ts';

/** A case as its record tells it so far. */
export type Case = {
  readonly constitution: CourtConstituted['data'] | null;
  readonly filing: CaseFiled['data'] | null;
  readonly parties: readonly PartyJoined['data'][];
  readonly exhibits: ReadonlyMap<string, Exhibit>;
  readonly law: ReadonlyMap<string, LawEntered['data']>;
  readonly lawWanting: readonly LawWanting['data'][];
  readonly cause: CauseIdentified['data'] | null;
  readonly issues: ReadonlyMap<string, IssueFramed['data']>;
  readonly allegations: readonly AllegationNoted['data'][];
  readonly witnesses: readonly WitnessListed['data'][];
  readonly seats: ReadonlyMap<Seat, SeatTaken['data']>;
  readonly notes: ReadonlyMap<Seat, string>;
  readonly hearing: Hearing;
  readonly questions: readonly QuestionAsked['data'][];
  readonly objections: readonly Objection[];
  readonly statements: ReadonlyMap<string, StatementMade['data']>;
  readonly rejections: readonly ProposalRejected['data'][];
  readonly criticalQuestions: readonly CriticalQuestionRaised['data'][];
  readonly concessions: readonly ElementConceded['data'][];
  readonly searches: ReadonlyMap<string, SearchReported['data']>;
  /** Passages noted on an issue whose side is left open. */
  readonly noted: ReadonlyMap<string, readonly PassageTold[]>;
  readonly calls: readonly MindCalled['data'][];
  readonly draft: DraftMade['data'] | null;
  /** What a person made of the draft. */
  readonly decision: DraftDecided['data'] | null;
};

/** A case that has a court, and so rules to decide by. */
export type ConstitutedCase = Case & { readonly constitution: CourtConstituted['data'] };

export type Exhibit = ExhibitFiled['data'] & {
  readonly standing: ExhibitStanding;
  /** Passages with their numbers, as the readers of the record name them (`E3 ¶2`). */
  readonly numbered: readonly Passage[];
};

export type ExhibitStanding =
  | { readonly kind: 'pleading' }
  | { readonly kind: 'filed' }
  | { readonly kind: 'offered'; readonly by: Seat }
  | { readonly kind: 'admitted' }
  | { readonly kind: 'excluded'; readonly because: string };

export type Objection = ObjectionMade['data'] & {
  readonly ruling: { readonly overruled: boolean; readonly reason: string } | null;
};

export const noCase: Case = {
  constitution: null,
  filing: null,
  parties: [],
  exhibits: new Map(),
  law: new Map(),
  lawWanting: [],
  cause: null,
  issues: new Map(),
  allegations: [],
  witnesses: [],
  seats: new Map(),
  notes: new Map(),
  hearing: notOpened,
  questions: [],
  objections: [],
  statements: new Map(),
  rejections: [],
  criticalQuestions: [],
  concessions: [],
  searches: new Map(),
  noted: new Map(),
  calls: [],
  draft: null,
  decision: null,
};
