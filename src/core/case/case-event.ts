import type { Anchor, Conclusion, Position, ProposalKind, Seat, Side } from '../gate/proposal.ts';
import type { DocumentFormat, DocumentKind, Language, Tier } from '../document/document.ts';
import type { Act, LawReference, Matter, Profile } from '../jurisdiction/profile.ts';
import type { HearingEvent } from '../hearing/course.ts';
import type { Prose } from '../record/prose.ts';

/**
 * Everything that can happen to a case, in the past tense. Texts of documents, persons and statements
 * are `Prose`: the chain keeps a salted hash of them, the words lie beside the record.
 */
export type CaseEvent =
  | CourtConstituted
  | CaseFiled
  | PartyJoined
  | ExhibitFiled
  | LawEntered
  | LawWanting
  | CauseIdentified
  | IssueFramed
  | AllegationNoted
  | WitnessListed
  | SeatTaken
  | NotesHanded
  | HearingStepped
  | ExhibitOffered
  | ObjectionMade
  | ObjectionRuled
  | ExhibitAdmitted
  | ExhibitExcluded
  | QuestionAsked
  | StatementMade
  | ProposalRejected
  | CriticalQuestionRaised
  | ElementConceded
  | FloorLapsed
  | SearchReported
  | PassagesNoted
  | WeightChanged
  | MindCalled
  | Deliberated
  | DraftMade
  | DraftDecided
  | PapersMade;

/** The rules by which this case is decided, whole, so that the record needs nothing beside it. */
export type CourtConstituted = {
  readonly type: 'court-constituted';
  readonly data: {
    readonly profile: Pick<Profile, 'id' | 'version' | 'name' | 'language' | 'works'> &
      Pick<Profile, 'standards' | 'accrual' | 'evidenceClasses' | 'schemes' | 'objections'>;
    readonly procedure: Profile['procedures'][number];
  };
};

export type CaseFiled = {
  readonly type: 'case-filed';
  readonly data: {
    readonly caption: Prose;
    readonly matter: Matter;
    /** ISO dates: of the facts where known, and of the hearing. */
    readonly factsOn: string | null;
    /** Of the filing, where the filer says it. */
    readonly filedOn: string | null;
    readonly actOn: string;
    /** What the secretary worked out by itself, each with how sure it is and why. */
    readonly workedOut: readonly WorkedOut[];
  };
};

export type WorkedOut = {
  readonly what: 'complaint' | 'parties' | 'matter' | 'cause' | 'jurisdiction' | 'dates' | 'papers';
  readonly tier: Tier;
  readonly because: Prose;
};

export type PartyJoined = {
  readonly type: 'party-joined';
  readonly data: {
    readonly party: string;
    readonly side: Side | 'none';
    readonly role: string;
    readonly name: Prose;
    readonly aliases: readonly Prose[];
  };
};

export type ExhibitFiled = {
  readonly type: 'exhibit-filed';
  readonly data: {
    /** `E1`, `E2` … in the order of filing. */
    readonly exhibit: string;
    readonly name: Prose;
    readonly format: DocumentFormat;
    readonly kind: DocumentKind;
    readonly kindTier: Tier;
    readonly language: Language | 'unknown';
    readonly by: Side | 'court';
    /** Who wrote it, and for which side that person stands, where the paper tells it. */
    readonly author: { readonly name: Prose | null; readonly side: Side | null };
    /** Salted SHA-256 of the original bytes; the salt lies beside, under `bytes`. */
    readonly bytes: Prose;
    readonly size: number;
    /** The canonical text. */
    readonly text: Prose;
    /** Start and end of each page. */
    readonly pages: readonly (readonly [number, number])[];
    readonly passages: readonly PassageEntry[];
    readonly warnings: readonly Prose[];
  };
};

/** A passage as the record keeps it; headings are places in the text, told again as words when read. */
export type PassageEntry = {
  readonly start: number;
  readonly end: number;
  readonly page: number;
  readonly speaker: Prose | null;
  readonly saidAt: string | null;
  readonly evidential: boolean;
};

export type LawEntered = {
  readonly type: 'law-entered';
  readonly data: {
    /** `work/article@from`. */
    readonly source: string;
    readonly work: string;
    readonly title: string;
    readonly article: string;
    readonly from: string;
    readonly status: 'official' | 'summary';
    readonly inForce: boolean;
    readonly because: string;
    readonly text: string;
  };
};

/** An article that the case calls for, and that no law known here gives it on the date that matters. */
export type LawWanting = {
  readonly type: 'law-wanting';
  readonly data: {
    readonly work: string;
    readonly title: string;
    readonly article: string;
    /** ISO date on which it would have to be in force. */
    readonly on: string;
    /** Whether it is known not to be in force then; else nobody knows. */
    readonly known: boolean;
    /** `LF1` … (law/look-up.ts), and what it means here in a sentence. */
    readonly rule: string;
    readonly because: string;
    /** Articles by which nobody is punished without it, as the draft names them. */
    readonly legality: readonly string[];
  };
};

export type CauseIdentified = {
  readonly type: 'cause-identified';
  readonly data: {
    /** `null` where no cause fits: then each allegation is an issue. */
    readonly cause: string | null;
    readonly name: string;
    readonly tier: Tier;
    readonly because: Prose;
    readonly law: readonly LawReference[];
    readonly disposition: { readonly granted: string; readonly denied: string };
  };
};

export type IssueFramed = {
  readonly type: 'issue-framed';
  readonly data: {
    readonly element: string;
    readonly nature: 'element' | 'exception' | 'allegation';
    readonly text: Prose;
    readonly standard: string;
    readonly produce: Side;
    readonly persuade: Side;
    readonly law: readonly LawReference[];
    readonly usuallyProvedBy: string;
    /** Whether the disposition turns on it. */
    readonly decisive: boolean;
  };
};

export type AllegationNoted = {
  readonly type: 'allegation-noted';
  readonly data: {
    readonly n: number;
    readonly text: Prose;
    readonly exhibit: string;
    readonly start: number;
    readonly end: number;
    /** The issues under which it is answered. */
    readonly elements: readonly string[];
  };
};

/** Somebody whose own statement lies in the file, and who can be asked about it. */
export type WitnessListed = {
  readonly type: 'witness-listed';
  readonly data: { readonly witness: string; readonly name: Prose; readonly exhibit: string };
};

export type SeatTaken = {
  readonly type: 'seat-taken';
  readonly data: {
    readonly seat: Seat;
    readonly actor: 'person' | 'mind';
    /** Name of the mind (`offline`, `claude` …), or `human`. */
    readonly mind: string;
  };
};

/** Private notes of a seat; visible to that seat alone. */
export type NotesHanded = {
  readonly type: 'notes-handed';
  readonly data: { readonly seat: Seat; readonly notes: Prose };
};

export type HearingStepped = { readonly type: 'hearing-stepped'; readonly data: HearingEvent };

export type ExhibitOffered = {
  readonly type: 'exhibit-offered';
  readonly data: {
    readonly exhibits: readonly string[];
    readonly by: Seat;
    readonly text: Prose;
  };
};

export type ObjectionMade = {
  readonly type: 'objection-made';
  readonly data: {
    readonly objection: string;
    readonly by: Seat;
    readonly against: ObjectionTarget;
    readonly ground: string;
    readonly text: Prose;
  };
};

export type ObjectionTarget =
  | { readonly kind: 'exhibit'; readonly exhibit: string }
  | { readonly kind: 'question'; readonly question: string };

export type ObjectionRuled = {
  readonly type: 'objection-ruled';
  readonly data: {
    readonly objection: string;
    readonly overruled: boolean;
    readonly reason: Prose;
  };
};

export type ExhibitAdmitted = {
  readonly type: 'exhibit-admitted';
  readonly data: { readonly exhibit: string };
};

export type ExhibitExcluded = {
  readonly type: 'exhibit-excluded';
  readonly data: { readonly exhibit: string; readonly reason: Prose };
};

export type QuestionAsked = {
  readonly type: 'question-asked';
  readonly data: {
    readonly question: string;
    readonly by: Seat;
    readonly witness: Prose;
    /** The exhibit with the witness's own statement, the only thing to answer from. */
    readonly exhibit: string;
    readonly element: string | null;
    readonly text: Prose;
  };
};

export type AnchorEntry = Omit<Anchor, 'quote'> & {
  readonly quote: Prose;
  readonly repaired: boolean;
};

export type StatementMade = {
  readonly type: 'statement-made';
  readonly data: {
    /** `S1`, `S2` … */
    readonly statement: string;
    readonly seat: Seat;
    readonly act: Act;
    readonly kind: ProposalKind;
    readonly text: Prose;
    readonly anchors: readonly AnchorEntry[];
    readonly scheme: string;
    readonly bindings: Readonly<Record<string, Prose>>;
    readonly conclusion: Conclusion;
    readonly sureness: Tier;
    readonly support: { readonly tier: 'strong' | 'weak'; readonly because: readonly Prose[] };
    /** Evidence class, weight and where the weight comes from; `null` where it weighs nothing. */
    readonly weight: Weight | null;
  };
};

export type Weight = {
  readonly class: string;
  readonly value: number;
  readonly because: string;
};

export type ProposalRejected = {
  readonly type: 'proposal-rejected';
  readonly data: {
    readonly seat: Seat;
    readonly act: string;
    readonly text: Prose;
    readonly refusals: readonly { readonly rule: string; readonly says: Prose }[];
  };
};

export type CriticalQuestionRaised = {
  readonly type: 'critical-question-raised';
  readonly data: {
    readonly statement: string;
    readonly question: string;
    readonly by: Seat;
    readonly text: Prose;
    readonly anchors: readonly AnchorEntry[];
  };
};

export type ElementConceded = {
  readonly type: 'element-conceded';
  readonly data: {
    readonly element: string;
    readonly position: Position;
    readonly by: Seat;
    readonly text: Prose;
  };
};

/** A seat had its tries and nothing lawful came of them. */
export type FloorLapsed = {
  readonly type: 'floor-lapsed';
  readonly data: { readonly seat: Seat; readonly tries: number; readonly because: Prose };
};

export type WeightChanged = {
  readonly type: 'weight-changed';
  readonly data: { readonly statement: string; readonly value: number; readonly reason: Prose };
};

/** What was looked for on an issue where nobody had anything to say, so that silence is explained. */
export type SearchReported = {
  readonly type: 'search-reported';
  readonly data: {
    readonly element: string;
    readonly words: readonly string[];
    readonly passages: number;
    /** The nearest passage, not relied on. */
    readonly nearest: PassageTold | null;
  };
};

/** Passages that bear on an issue though nothing in them says for whom: nobody argues them, and they weigh nothing. */
export type PassagesNoted = {
  readonly type: 'passages-noted';
  readonly data: { readonly element: string; readonly passages: readonly PassageTold[] };
};

export type PassageTold = Omit<Anchor, 'quote'> & { readonly quote: Prose };

/** A call of a model: enough to replay without calling it again. */
export type MindCalled = {
  readonly type: 'mind-called';
  readonly data: {
    readonly seat: Seat;
    readonly mind: string;
    readonly model: string;
    readonly brief: string;
    readonly promptSha256: string;
    readonly answer: Prose;
    readonly usage: { readonly input: number; readonly output: number };
  };
};

export type Deliberated = {
  readonly type: 'deliberated';
  readonly data: {
    readonly labels: readonly (readonly [string, 'in' | 'out' | 'undecided'])[];
    readonly granted: boolean;
  };
};

export type DraftMade = {
  readonly type: 'draft-made';
  readonly data: { readonly draft: Prose; readonly markdown: Prose };
};

/** The papers made from the record, each as `SHA-256  name`, so that the record vouches for them. */
export type PapersMade = {
  readonly type: 'papers-made';
  readonly data: { readonly papers: readonly Prose[] };
};

export type DraftDecided = {
  readonly type: 'draft-decided';
  readonly data: {
    readonly decision: 'signed' | 'rejected';
    readonly by: Prose;
    readonly reason: Prose;
  };
};
