import { aliasesOf } from '../../core/complaint/aliases.ts';
import type { WorkedOut as WorkedOutFrom } from '../../core/complaint/complaint.ts';
import { decompose, mostAllegations, type Decomposition } from '../../core/complaint/decompose.ts';
import { findComplaint } from '../../core/complaint/find-complaint.ts';
import { identifyCause } from '../../core/complaint/identify-cause.ts';
import { matterOf } from '../../core/complaint/matter.ts';
import { partiesOf } from '../../core/complaint/parties.ts';
import type { Reason } from '../../core/complaint/reason.ts';
import type { CaseEvent, WorkedOut } from '../../core/case/case-event.ts';
import type { Document } from '../../core/document/document.ts';
import type { Seat } from '../../core/gate/proposal.ts';
import type { Cause, Procedure, Profile } from '../../core/jurisdiction/profile.ts';
import type { Library } from '../../core/law/library.ts';
import { decided, refused, type Decision, type Refusal } from '../../core/refusal.ts';
import type { CasePage } from '../../core/case/case-page.ts';
import type { ChosenJurisdiction } from './choose-jurisdiction.ts';
import { datesOf } from './dates-of-case.ts';
import { enterLaw } from './enter-law.ts';
import { factsOfPage } from './facts-of-page.ts';
import { exhibitFiled, exhibitsInOrder, witnessesListed } from './file-exhibits.ts';
import { frameIssues } from './frame-issues.ts';
import { intakeWords, type IntakeWords } from './intake-words.ts';
import { captionOf, fillNames, partyEvents } from './join-parties.ts';
import { reasonWords } from './reason-words.ts';
import { workedOut, type Guess } from './work-out.ts';

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
  readonly setAside: readonly Refusal[];
  /** How the jurisdiction was chosen. */
  readonly jurisdiction: ChosenJurisdiction;
};

/**
 * Opens the record of a case: the secretary reads the papers, says what they seem to be and how sure that
 * is, and frames the issues. Pure: the same papers give the same events.
 *
 * Refusals: IN4 nothing was filed; IN5 the jurisdiction has no such procedure or cause.
 */
export function fileCase(filing: Filing): Decision<CaseEvent> {
  const { page, profile } = filing;
  const documents = filing.documents.map((document) => inLanguageOf(page, document));
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
  const told = reasonWords(profile.language);
  const cause =
    named === undefined
      ? identifyCause(complaint?.value.text ?? '', profile.causes, matter.value, aliases)
      : ({ cause: named, confidence: 'strong', because: { why: 'told' } } as const);
  const ordered = exhibitsInOrder(documents, complaint, page);
  const dates = datesOf(filing, documents, complaint?.value ?? null);
  const read = complaint === null ? null : decompose(complaint.value, documents);
  const allegations = read?.allegations ?? [];
  const names = fillNames(parties.value, page, matter.value, words);
  const issues = frameIssues(profile, procedure, cause.cause, allegations, aliases, names);
  const law = enterLaw(filing, cause.cause, dates);

  const guessed = (what: WorkedOut['what'], { confidence, because }: Sureness) =>
    workedOut(what, { confidence, because: told(because) });

  return decided<CaseEvent>(
    constitution(profile, procedure),
    {
      type: 'case-filed',
      data: {
        caption: { prose: page.caption ?? captionOf(parties.value, matter.value, words) },
        matter: matter.value,
        factsOn: dates.factsOn,
        filedOn: dates.filedOn,
        actOn: dates.actOn,
        workedOut: [
          ...jurisdictionGuessed(filing.jurisdiction, words),
          ...(page.documents?.some(({ kind }) => kind === 'complaint')
            ? []
            : [workedOut('complaint', complaintFound(complaint, told, words))]),
          ...(page.parties === undefined ? [guessed('parties', parties)] : []),
          ...(page.matter === undefined ? [guessed('matter', matter)] : []),
          ...(page.cause === undefined ? [guessed('cause', cause)] : []),
          ...(page.dates?.facts === undefined ? [workedOut('dates', dates.facts)] : []),
          ...[
            ...leftUnheard(complaint, read, words),
            ...filing.setAside.map((refusal) => words.leftOut(refusal)),
            ...law.wanting,
          ].map((because) => workedOut('papers', { confidence: 'strong', because })),
        ],
      },
    },
    ...partyEvents(page, parties.value, aliases, matter.value),
    ...ordered.map((document, index) => exhibitFiled(document, index, page, aliases)),
    ...witnessesListed(page, ordered, aliases, words),
    ...law.entered,
    causeIdentified({ ...cause, because: told(cause.because) }, words, names),
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

/** What the page says of the language goes for papers that do not show theirs. */
function inLanguageOf({ language }: CasePage, document: Document): Document {
  return language === undefined || document.language !== 'unknown'
    ? document
    : { ...document, language };
}

type Sureness = Pick<WorkedOutFrom<unknown>, 'confidence' | 'because'>;

function jurisdictionGuessed(
  { tier, because }: ChosenJurisdiction,
  words: IntakeWords,
): readonly WorkedOut[] {
  if (because.why === 'told') return [];
  return [workedOut('jurisdiction', { confidence: tier, because: words.jurisdiction(because) })];
}

function complaintFound(
  complaint: WorkedOutFrom<Document> | null,
  told: (reason: Reason) => string,
  words: IntakeWords,
): Guess {
  if (complaint === null) return { confidence: 'weak', because: words.noComplaint };
  const { confidence, because, value } = complaint;
  return { confidence, because: `${value.name}: ${told(because)}` };
}

function leftUnheard(
  complaint: WorkedOutFrom<Document> | null,
  read: Decomposition | null,
  { manyAllegations }: IntakeWords,
): readonly string[] {
  if (complaint === null || read === null || read.pleaded <= mostAllegations) return [];
  return [manyAllegations(complaint.value.name, read.pleaded, mostAllegations)];
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

function causeIdentified(
  { cause, confidence, because }: { cause: Cause | null } & Guess,
  words: IntakeWords,
  names: (text: string) => string,
): CaseEvent {
  const { granted, denied } = cause?.disposition ?? words.disposition;
  return {
    type: 'cause-identified',
    data: {
      cause: cause?.id ?? null,
      name: cause?.name ?? words.noCause,
      tier: confidence,
      because: { prose: because },
      law: cause?.law ?? [],
      disposition: { granted: names(granted), denied: names(denied) },
    },
  };
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
