import { evolveCase } from '../src/core/case/evolve-case.ts';
import { noCase, type Case } from '../src/core/case/case.ts';
import type {
  CaseEvent,
  ExhibitFiled,
  IssueFramed,
  StatementMade,
} from '../src/core/case/case-event.ts';
import type { DocumentKind, Language } from '../src/core/document/document.ts';
import type { Anchor, Proposal, Seat, Side } from '../src/core/gate/proposal.ts';
import type { Profile } from '../src/core/jurisdiction/profile.ts';
import { smallProfile } from './small-profile.ts';

/** The case that these events tell. */
export const caseOf = (...events: readonly CaseEvent[]): Case => events.reduce(evolveCase, noCase);

export function constituted(
  language: Language = 'en',
  change: Partial<Profile> = {},
): Extract<CaseEvent, { type: 'court-constituted' }> {
  const profile = { ...smallProfile(language), ...change };
  const [procedure] = profile.procedures;
  if (procedure === undefined) throw new Error('a court has a procedure');
  return { type: 'court-constituted', data: { profile, procedure } };
}

export const filing: CaseEvent = {
  type: 'case-filed',
  data: {
    caption: { prose: 'Larch v. Rowan' },
    matter: 'civil',
    factsOn: '2025-03-01',
    filedOn: null,
    actOn: '2026-03-02',
    workedOut: [{ what: 'complaint', tier: 'fair', because: { prose: 'it reads like one' } }],
  },
};

export const parties: readonly CaseEvent[] = [
  ['larch', 'prosecutor', 'claimant', 'Ada Larch'] as const,
  ['rowan', 'defender', 'respondent', 'Bo Rowan'] as const,
].map(([party, side, role, name]) => ({
  type: 'party-joined',
  data: { party, side, role, name: { prose: name }, aliases: [] },
}));

type Paper = Partial<Omit<ExhibitFiled['data'], 'text' | 'passages'>> & {
  /** Speaker of every passage. */
  readonly speaker?: string;
  readonly evidential?: boolean;
};

/** A paper whose passages stand one after the other. */
export function exhibit(
  id: string,
  kind: DocumentKind,
  passages: readonly string[],
  { speaker, evidential = true, ...more }: Paper = {},
): ExhibitFiled {
  const text = passages.join(' ');
  let at = 0;
  return {
    type: 'exhibit-filed',
    data: {
      exhibit: id,
      name: { prose: `${id.toLowerCase()}.txt` },
      format: 'text',
      kind,
      kindTier: 'strong',
      language: 'en',
      by: 'prosecutor',
      author: { name: null, side: null },
      bytes: { prose: '00'.repeat(32) },
      size: text.length,
      text: { prose: text },
      pages: [[0, text.length]],
      passages: passages.map((words) => {
        const start = at;
        at += words.length + 1;
        return {
          start,
          end: start + words.length,
          page: 1,
          speaker: speaker === undefined ? null : { prose: speaker },
          saidAt: null,
          evidential,
        };
      }),
      warnings: [],
      ...more,
    },
  };
}

/** The place of these words in a paper. */
export function at({ data }: ExhibitFiled, quote: string): Anchor {
  const start = data.text.prose.indexOf(quote);
  if (start < 0) throw new Error(`${data.exhibit} does not say «${quote}»`);
  return { source: data.exhibit, start, end: start + quote.length, quote };
}

export function issue(
  element: string,
  persuade: Side,
  more: Partial<IssueFramed['data']> = {},
): CaseEvent {
  return {
    type: 'issue-framed',
    data: {
      element,
      nature: persuade === 'prosecutor' ? 'element' : 'exception',
      text: { prose: `It is so with ${element}.` },
      standard: 'PE',
      produce: persuade,
      persuade,
      law: [],
      usuallyProvedBy: 'a paper',
      decisive: true,
      ...more,
    },
  };
}

export const article = (number: string, inForce = true): CaseEvent => ({
  type: 'law-entered',
  data: {
    source: `small-code/${number}@2000-01-01`,
    work: 'small-code',
    title: 'Small Code',
    article: number,
    from: '2000-01-01',
    status: 'official',
    inForce,
    because: inForce ? '' : 'repealed in 2010',
    text: `Article ${number}. Who promises a date keeps it.`,
  },
});

/** An article of which it is known that it was not in force, or not known whether it was. */
export const lawWanting = (number: string, known: boolean): CaseEvent => ({
  type: 'law-wanting',
  data: {
    work: 'small-code',
    title: 'Small Code',
    article: number,
    on: '2025-03-01',
    known,
    rule: known ? 'LF1' : 'LF6',
    because: known ? 'the work came later' : 'what is loaded begins later',
    legality: known ? ['Small Code, art. 9'] : [],
  },
});

export const cause = (id: string | null = 'late-delivery'): CaseEvent => ({
  type: 'cause-identified',
  data: {
    cause: id,
    name: 'late delivery',
    tier: 'strong',
    because: { prose: 'it is named' },
    law: [{ work: 'small-code', article: '1' }],
    disposition: { granted: 'Rowan pays.', denied: 'The claim is denied.' },
  },
});

export const admitted = (id: string): CaseEvent => ({
  type: 'exhibit-admitted',
  data: { exhibit: id },
});

/** The hearing in one of its phases, 0 opening to 4 deliberation, with the floor. */
export const phase = (number: number, floor: Seat): CaseEvent => ({
  type: 'hearing-stepped',
  data: { type: 'phase-begun', phase: number, floor },
});

/** A statement as the record holds it. */
export function said(
  statement: string,
  anchors: readonly Anchor[],
  more: Partial<StatementMade['data']> = {},
): CaseEvent {
  return {
    type: 'statement-made',
    data: {
      statement,
      seat: 'prosecutor',
      act: 'argue',
      kind: 'fact',
      text: { prose: `${statement} says so.` },
      anchors: anchors.map(({ quote, ...place }) => ({
        ...place,
        quote: { prose: quote },
        repaired: false,
      })),
      scheme: 'document',
      bindings: {},
      conclusion: { about: 'element', element: 'promise', position: 'proved' },
      support: { tier: 'strong', because: [] },
      sureness: 'fair',
      weight: { class: 'witness', value: 0.6, because: 'Because it is witness.' },
      ...more,
    },
  };
}

/** What counsel proposes: a fact that these places show. */
export function proposing(anchors: readonly Anchor[], more: Partial<Proposal> = {}): Proposal {
  return {
    kind: 'fact',
    role: 'prosecutor',
    text: anchors.map(({ quote }) => `The paper reads: "${quote}"`).join(' ') || 'So it is.',
    anchors,
    scheme: 'document',
    bindings: {},
    conclusion: { about: 'element', element: 'promise', position: 'proved' },
    ...more,
  };
}

export const complaint = exhibit('E1', 'complaint', [
  'Bo Rowan promised to deliver on the first of March and came late.',
]);
export const contract = exhibit('E2', 'contract', [
  'The supplier promised delivery on the first of March.',
  'The price is ninety.',
]);
export const statement = exhibit('E3', 'witness-statement', [
  'I saw the van arrive on the ninth of March.',
  'The buyer accepted the delay without a word.',
]);
export const stranger = exhibit('E4', 'other', ['Blue herons nest by rivers.']);

/** What the contract and the statement say, at their places. */
export const promised = at(contract, 'The supplier promised delivery on the first of March.');
export const price = at(contract, 'The price is ninety.');
export const accepted = at(statement, 'The buyer accepted the delay without a word.');

/** A case with four papers, an element, an exception and a witness, filed and not yet opened. */
export const filedCase: readonly CaseEvent[] = [
  constituted(),
  filing,
  ...parties,
  complaint,
  contract,
  statement,
  stranger,
  {
    type: 'witness-listed',
    data: { witness: 'teal', name: { prose: 'Cy Teal' }, exhibit: 'E3' },
  },
  article('1'),
  cause(),
  issue('promise', 'prosecutor', { text: { prose: 'Bo Rowan promised a date.' } }),
  issue('waiver', 'defender', { text: { prose: 'Ada Larch accepted the delay.' } }),
  {
    type: 'allegation-noted',
    data: {
      n: 1,
      text: { prose: 'Bo Rowan promised to deliver on the first of March' },
      exhibit: 'E1',
      start: 0,
      end: 50,
      elements: ['promise'],
    },
  },
];

/** The same with its papers admitted, and counsel at argument. */
export const argued = (floor: Seat = 'prosecutor'): readonly CaseEvent[] => [
  ...filedCase,
  ...['E2', 'E3', 'E4'].map(admitted),
  phase(2, floor),
];

/** The defender asks this critical question of S1, with nothing to go by. */
export const questioned = (question: string): CaseEvent => ({
  type: 'critical-question-raised',
  data: { statement: 'S1', question, by: 'defender', text: { prose: 'Is it so?' }, anchors: [] },
});

/** The case at argument, with one statement: S1, the contract promises the date. */
export const promiseShown: readonly CaseEvent[] = [...argued(), said('S1', [promised])];
