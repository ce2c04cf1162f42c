import { aliasesOf } from '../../core/complaint/aliases.ts';
import type { Aliases, WorkedOut } from '../../core/complaint/complaint.ts';
import { decompose, type Allegation } from '../../core/complaint/decompose.ts';
import { deriveElement } from '../../core/complaint/derive-element.ts';
import { findComplaint } from '../../core/complaint/find-complaint.ts';
import { identifyCause, namesOf } from '../../core/complaint/identify-cause.ts';
import { matterOf } from '../../core/complaint/matter.ts';
import { partiesOf } from '../../core/complaint/parties.ts';
import type {
  CaseEvent,
  ExhibitFiled,
  WorkedOut as WorkedOutEntry,
} from '../../core/case/case-event.ts';
import type { Document } from '../../core/document/document.ts';
import { authorOf } from '../../core/finding/author.ts';
import type { Seat, Side } from '../../core/gate/proposal.ts';
import type { Cause, Element, Procedure, Profile } from '../../core/jurisdiction/profile.ts';
import { cueMatches } from '../../core/language/cue.ts';
import type { Library } from '../../core/law/library.ts';
import { decided, refused, type Decision } from '../../core/refusal.ts';
import type { CasePage } from './case-page.ts';
import { datesOf } from './dates-of-case.ts';
import { enterLaw } from './enter-law.ts';
import { factsOfPage, sideOfRole } from './facts-of-page.ts';
import { intakeWords } from './intake-words.ts';

/** Everything that lies on the secretary's desk when a case comes in. */
export type Filing = {
  /** In the order of filing. */
  readonly documents: readonly Document[];
  readonly page: CasePage;
  readonly profile: Profile;
  readonly library: Library;
  /** ISO date of the hearing, where the page names none. */
  readonly today: string;
  /** Why papers were left out that could not be read. */
  readonly setAside: readonly string[];
};

/**
 * Opens the record of a case: the secretary reads the papers, says what they seem to be and how sure that
 * is, and frames the issues. Pure: the same papers give the same events.
 *
 * Refusals: IN4 nothing was filed; IN5 the jurisdiction has no such procedure or cause.
 */
export function fileCase(filing: Filing): Decision<CaseEvent> {
  const { documents, page, profile } = filing;
  if (documents.length === 0) {
    return refused({ rule: 'IN4', at: ['documents'], says: 'The folder holds no document.' });
  }
  const facts = factsOfPage(page);
  const complaint = findComplaint(documents, facts);
  const matter = matterOf(complaint?.value ?? null, facts);
  const procedure = profile.procedures.find(
    ({ id, matter: of }) => of === matter.value && (page.procedure ?? id) === id,
  );
  if (procedure === undefined) {
    const says = `${profile.id} has no ${matter.value} procedure${page.procedure === undefined ? '' : ` «${page.procedure}»`}.`;
    return refused({ rule: 'IN5', at: ['procedure'], says });
  }
  const named = profile.causes.find(({ id }) => id === page.cause);
  if (page.cause !== undefined && named?.matter !== matter.value) {
    const says = `${profile.id} has no ${matter.value} cause «${page.cause}».`;
    return refused({ rule: 'IN5', at: ['cause'], says });
  }

  const parties = partiesOf(complaint?.value ?? null, documents, matter.value, facts);
  const aliases = aliasesOf(parties.value, complaint?.value ?? null, documents, matter.value);
  const words = intakeWords(profile.language);
  const cause =
    named === undefined
      ? identifyCause(complaint?.value.text ?? '', profile.causes, matter.value, aliases)
      : ({ cause: named, confidence: 'strong', because: words.told } as const);
  const ordered = complaintFirst(documents, complaint?.value);
  const dates = datesOf(filing, complaint?.value ?? null);
  const read = complaint === null ? null : decompose(complaint.value, documents);
  const allegations = read?.allegations ?? [];
  const issues = frameIssues(profile, procedure, cause.cause, allegations, aliases, page);

  return decided<CaseEvent>(
    constitution(profile, procedure),
    {
      type: 'case-filed',
      data: {
        caption: { prose: page.caption ?? captionOf(parties.value, words.unknownCaption) },
        matter: matter.value,
        factsOn: dates.factsOn,
        actOn: dates.actOn,
        workedOut: [
          ...(page.documents?.some(({ kind }) => kind === 'complaint')
            ? []
            : [complaintWorkedOut(complaint, words.noComplaint)]),
          ...(page.parties === undefined ? [workedOut('parties', parties)] : []),
          ...(page.matter === undefined ? [workedOut('matter', matter)] : []),
          ...(page.cause === undefined
            ? [workedOut('cause', { ...cause, value: cause.cause })]
            : []),
          ...(page.dates?.facts === undefined ? [workedOut('dates', dates.facts)] : []),
          ...[...(read?.warnings ?? []), ...filing.setAside].map((because) =>
            workedOut('papers', { value: null, confidence: 'strong', because }),
          ),
        ],
      },
    },
    ...partyEvents(page, parties.value, aliases, procedure),
    ...ordered.map((document, index) => exhibitFiled(document, index, page, aliases)),
    ...witnessesListed(page, ordered, aliases),
    ...enterLaw(filing, cause.cause, dates),
    causeIdentified(cause, words),
    ...issues.map(({ event }) => event),
    ...allegations.map((allegation): CaseEvent => ({
      type: 'allegation-noted',
      data: {
        n: allegation.n,
        text: { prose: allegation.text },
        exhibit: `E${ordered.findIndex(({ name }) => name === allegation.document) + 1}`,
        start: allegation.start,
        end: allegation.end,
        elements: issues
          .filter(({ answers }) => answers.includes(allegation.n))
          .map(({ event }) => event.data.element),
      },
    })),
    ...notesHanded(page),
  );
}

function constitution(profile: Profile, procedure: Procedure): CaseEvent {
  const { id, version, name, language, works, standards, accrual } = profile;
  const { evidenceClasses, schemes, objections } = profile;
  return {
    type: 'court-constituted',
    data: {
      profile: {
        id,
        version,
        name,
        language,
        works,
        standards,
        accrual,
        evidenceClasses,
        schemes,
        objections,
      },
      procedure,
    },
  };
}

function complaintFirst(
  documents: readonly Document[],
  complaint: Document | undefined,
): readonly Document[] {
  return complaint === undefined
    ? documents
    : [complaint, ...documents.filter((document) => document !== complaint)];
}

function captionOf(
  { claimant, respondent }: { claimant: readonly string[]; respondent: readonly string[] },
  unknown: string,
): string {
  const [one] = claimant;
  const [other] = respondent;
  return one === undefined && other === undefined ? unknown : `${one ?? '?'} v. ${other ?? '?'}`;
}

type WorkedOutWhat = WorkedOutEntry['what'];
type Guess = { readonly confidence: WorkedOut<unknown>['confidence']; readonly because: string };

function workedOut(
  what: WorkedOutWhat,
  { confidence, because }: Guess & { readonly value: unknown },
) {
  return { what, tier: confidence, because: { prose: because } };
}

function complaintWorkedOut(complaint: WorkedOut<Document> | null, none: string) {
  return complaint === null
    ? workedOut('complaint', { value: null, confidence: 'weak', because: none })
    : workedOut('complaint', {
        ...complaint,
        because: `${complaint.value.name}: ${complaint.because}`,
      });
}

function partyEvents(
  page: CasePage,
  read: { claimant: readonly string[]; respondent: readonly string[] },
  aliases: Aliases,
  { titles }: Procedure,
): readonly CaseEvent[] {
  const prose = (names: readonly string[]) => names.map((name) => ({ prose: name }));
  if (page.parties !== undefined) {
    return page.parties.map(({ id, role, name, aliases: others }) => ({
      type: 'party-joined',
      data: {
        party: id,
        side: sideOfRole[role],
        role,
        name: { prose: name },
        aliases: prose(widened(page, id, aliases) ?? others),
      },
    }));
  }
  const side = (party: string, of: Side, names: readonly string[], known: readonly string[]) =>
    names.slice(0, 1).map((name): CaseEvent => ({
      type: 'party-joined',
      data: { party, side: of, role: titles[of], name: { prose: name }, aliases: prose(known) },
    }));
  return [
    ...side('P1', 'prosecutor', read.claimant, aliases.claimant),
    ...side('P2', 'defender', read.respondent, aliases.respondent),
  ];
}

/** The first party of a side goes by every name that was found for the side. */
function widened(page: CasePage, id: string, aliases: Aliases): readonly string[] | undefined {
  const first = (side: Side) => page.parties?.find(({ role }) => sideOfRole[role] === side)?.id;
  if (first('prosecutor') === id) return aliases.claimant;
  return first('defender') === id ? aliases.respondent : undefined;
}

/** As the page lists them; else everybody who wrote a statement or a report of the file. */
function witnessesListed(
  page: CasePage,
  ordered: readonly Document[],
  aliases: Aliases,
): readonly CaseEvent[] {
  const exhibitOf = (file: string) => `E${ordered.findIndex(({ name }) => name === file) + 1}`;
  const listed = (witness: string, name: string, exhibit: string): CaseEvent => ({
    type: 'witness-listed',
    data: { witness, name: { prose: name }, exhibit },
  });
  if (page.witnesses !== undefined) {
    return page.witnesses.map(({ id, name, statement }) => listed(id, name, exhibitOf(statement)));
  }
  return ordered
    .filter(({ kind }) => kind === 'witness-statement' || kind === 'expert-report')
    .map((document, index) => {
      const name = authorOf(document, aliases).name ?? document.name;
      return listed(`W${index + 1}`, name, exhibitOf(document.name));
    });
}

const seatOfSide = { claimant: 'prosecutor', respondent: 'defender' } as const;

function exhibitFiled(
  document: Document,
  index: number,
  page: CasePage,
  aliases: Aliases,
): ExhibitFiled {
  const author = authorOf(document, aliases);
  const entry = page.documents?.find(({ file }) => file === document.name);
  const party = page.parties?.find(({ id }) => id === entry?.by);
  const side = party === undefined ? undefined : sideOfRole[party.role];
  const { name, format, language, size, text } = document;
  return {
    type: 'exhibit-filed',
    data: {
      exhibit: `E${index + 1}`,
      name: { prose: name },
      format,
      kind: entry?.kind ?? document.kind,
      kindTier: entry?.kind === undefined ? document.kindConfidence : 'strong',
      language,
      by: side === undefined || side === 'none' ? 'court' : side,
      author: {
        name: author.name === null ? null : { prose: author.name },
        side: author.side === null ? null : seatOfSide[author.side],
      },
      bytes: { prose: document.sha256 },
      size,
      text: { prose: text },
      pages: document.pages.map(({ start, end }) => [start, end]),
      passages: document.passages.map(({ start, end, page: on, speaker, saidAt, evidential }) => ({
        start,
        end,
        page: on,
        speaker: speaker === null ? null : { prose: speaker },
        saidAt,
        evidential,
      })),
      warnings: document.warnings.map((prose) => ({ prose })),
    },
  };
}

function causeIdentified(
  { cause, confidence, because }: { cause: Cause | null } & Guess,
  words: ReturnType<typeof intakeWords>,
): CaseEvent {
  return {
    type: 'cause-identified',
    data: {
      cause: cause?.id ?? null,
      name: cause?.name ?? words.noCause,
      tier: confidence,
      because: { prose: because },
      law: cause?.law ?? [],
      disposition: cause?.disposition ?? words.disposition,
    },
  };
}

type FramedIssue = {
  readonly event: Extract<CaseEvent, { type: 'issue-framed' }>;
  /** Numbers of the allegations that it answers. */
  readonly answers: readonly number[];
};

/**
 * The elements and exceptions of the cause; and each allegation that speaks of none of them as an issue of
 * its own, so that every allegation is answered. Where no cause fits, the allegations alone.
 */
function frameIssues(
  profile: Profile,
  procedure: Procedure,
  cause: Cause | null,
  allegations: readonly Allegation[],
  aliases: Aliases,
  page: CasePage,
): readonly FramedIssue[] {
  const standard = standardOfMatter(profile, procedure);
  const names = fillNames(aliases, page, procedure);
  const elements = [...(cause?.elements ?? [])];
  const spoken = new Map(
    allegations.map(({ n, text }) => [n, elementsSpokenOf(text, elements, aliases)]),
  );
  const frame = (
    element: Element,
    nature: 'element' | 'exception' | 'allegation',
    decisive: boolean,
    answers: readonly number[],
  ): FramedIssue => ({
    event: {
      type: 'issue-framed',
      data: {
        element: element.id,
        nature,
        text: { prose: names(element.text) },
        standard: element.standard,
        produce: element.burden.produce,
        persuade: element.burden.persuade,
        law: element.law,
        usuallyProvedBy: element.usuallyProvedBy,
        decisive,
      },
    },
    answers,
  });
  const own = allegations.filter(({ n }) => (spoken.get(n) ?? []).length === 0);
  return [
    ...elements.map((element) =>
      frame(
        element,
        'element',
        true,
        allegations.filter(({ n }) => spoken.get(n)?.includes(element.id)).map(({ n }) => n),
      ),
    ),
    ...(cause?.exceptions ?? []).map((element) => frame(element, 'exception', true, [])),
    ...own.map((allegation) =>
      frame(deriveElement(allegation, aliases, standard), 'allegation', cause === null, [
        allegation.n,
      ]),
    ),
  ];
}

/** The standard that most elements of the matter's causes carry, for issues that no cause knows. */
function standardOfMatter({ causes, standards }: Profile, { matter }: Procedure): string {
  const [element] = causes
    .filter((cause) => cause.matter === matter)
    .flatMap((one) => one.elements);
  return element?.standard ?? standards[0]?.id ?? '';
}

/** Elements whose words stand in an allegation; the best two, so that an answer stays readable. */
function elementsSpokenOf(
  text: string,
  elements: readonly Element[],
  aliases: Aliases,
): readonly string[] {
  return elements
    .map((element) => {
      const names = namesOf(aliases, element.actor);
      const hits = (patterns: readonly string[]) =>
        patterns.filter((pattern) => cueMatches(pattern, text, names) !== null).length;
      const cues = [...element.cuesFor, ...element.cuesAgainst].map(({ pattern }) => pattern);
      return { id: element.id, score: 2 * hits(cues) + hits(element.terms) };
    })
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, 2)
    .map(({ id }) => id);
}

/** Puts the parties' names where an element speaks of `{claimant}` and `{respondent}`. */
function fillNames(aliases: Aliases, page: CasePage, { titles }: Procedure) {
  const nameOf = (side: Side, known: readonly string[]) =>
    page.parties?.find(({ role }) => sideOfRole[role] === side)?.name ?? known[0] ?? titles[side];
  const claimant = nameOf('prosecutor', aliases.claimant);
  const respondent = nameOf('defender', aliases.respondent);
  return (text: string) =>
    text.replaceAll('{claimant}', claimant).replaceAll('{respondent}', respondent);
}

function notesHanded({ notes }: CasePage): readonly CaseEvent[] {
  const entries: readonly (readonly [Seat, string | undefined])[] = [
    ['prosecutor', notes?.prosecutor],
    ['defender', notes?.defender],
  ];
  return entries.flatMap(([seat, text]): readonly CaseEvent[] =>
    text === undefined ? [] : [{ type: 'notes-handed', data: { seat, notes: { prose: text } } }],
  );
}
