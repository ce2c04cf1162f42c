import { aliasesOf } from '../../core/complaint/aliases.ts';
import { decompose } from '../../core/complaint/decompose.ts';
import { findComplaint } from '../../core/complaint/find-complaint.ts';
import { identifyCause } from '../../core/complaint/identify-cause.ts';
import { matterOf } from '../../core/complaint/matter.ts';
import { partiesOf } from '../../core/complaint/parties.ts';
import type { CaseEvent } from '../../core/case/case-event.ts';
import type { Document } from '../../core/document/document.ts';
import type { Seat } from '../../core/gate/proposal.ts';
import type { Cause, Procedure, Profile } from '../../core/jurisdiction/profile.ts';
import type { Library } from '../../core/law/library.ts';
import { decided, refused, type Decision } from '../../core/refusal.ts';
import type { CasePage } from './case-page.ts';
import { datesOf } from './dates-of-case.ts';
import { enterLaw } from './enter-law.ts';
import { factsOfPage } from './facts-of-page.ts';
import { exhibitFiled, exhibitsInOrder, witnessesListed } from './file-exhibits.ts';
import { frameIssues } from './frame-issues.ts';
import { intakeWords, type IntakeWords } from './intake-words.ts';
import { captionOf, fillNames, partyEvents } from './join-parties.ts';
import { complaintWorkedOut, workedOut, type Guess } from './work-out.ts';

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
  const ordered = exhibitsInOrder(documents, complaint, page);
  const dates = datesOf(filing, complaint?.value ?? null);
  const read = complaint === null ? null : decompose(complaint.value, documents);
  const allegations = read?.allegations ?? [];
  const names = fillNames(parties.value, page, procedure);
  const issues = frameIssues(profile, procedure, cause.cause, allegations, aliases, names);
  const law = enterLaw(filing, cause.cause, dates);

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
          ...[...(read?.warnings ?? []), ...filing.setAside, ...law.missing].map((because) =>
            workedOut('papers', { value: null, confidence: 'strong', because }),
          ),
        ],
      },
    },
    ...partyEvents(page, parties.value, aliases, procedure),
    ...ordered.map((document, index) => exhibitFiled(document, index, page, aliases)),
    ...witnessesListed(page, ordered, aliases),
    ...law.entered,
    causeIdentified(cause, words, names),
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
