import { evolveHearing } from '../hearing/course.ts';
import type { Case, Exhibit, ExhibitStanding } from './case.ts';
import type { CaseEvent, ExhibitFiled, WeightChanged } from './case-event.ts';
import { languageOfCase } from './language-of-case.ts';

/** What an event makes of a case. Total: every event of the record moves the state, or leaves it. */
export function evolveCase(state: Case, event: CaseEvent): Case {
  switch (event.type) {
    case 'court-constituted':
      return { ...state, constitution: event.data };
    case 'case-filed':
      return { ...state, filing: event.data };
    case 'party-joined':
      return { ...state, parties: [...state.parties, event.data] };
    case 'exhibit-filed':
      return { ...state, exhibits: put(state.exhibits, event.data.exhibit, filed(event.data)) };
    case 'law-entered':
      return { ...state, law: put(state.law, event.data.source, event.data) };
    case 'law-wanting':
      return { ...state, lawWanting: [...state.lawWanting, event.data] };
    case 'cause-identified':
      return { ...state, cause: event.data };
    case 'issue-framed':
      return { ...state, issues: put(state.issues, event.data.element, event.data) };
    case 'allegation-noted':
      return { ...state, allegations: [...state.allegations, event.data] };
    case 'witness-listed':
      return { ...state, witnesses: [...state.witnesses, event.data] };
    case 'seat-taken':
      return { ...state, seats: put(state.seats, event.data.seat, event.data) };
    case 'notes-handed':
      return { ...state, notes: put(state.notes, event.data.seat, event.data.notes.prose) };
    case 'hearing-stepped':
      return { ...state, hearing: evolveHearing(state.hearing, event.data) };
    case 'exhibit-offered':
      return event.data.exhibits.reduce<Case>(
        (before, exhibit) => stand(before, exhibit, { kind: 'offered', by: event.data.by }),
        state,
      );
    case 'objection-made':
      return { ...state, objections: [...state.objections, { ...event.data, ruling: null }] };
    case 'objection-ruled': {
      const { objection, overruled, reason } = event.data;
      const ruling = { overruled, reason: reason.prose };
      const ruled = state.objections.map((made) =>
        made.objection === objection ? { ...made, ruling } : made,
      );
      return { ...state, objections: ruled };
    }
    case 'exhibit-admitted':
      return stand(state, event.data.exhibit, { kind: 'admitted' });
    case 'exhibit-excluded':
      return stand(state, event.data.exhibit, {
        kind: 'excluded',
        because: event.data.reason.prose,
      });
    case 'question-asked':
      return { ...state, questions: [...state.questions, event.data] };
    case 'statement-made':
      return { ...state, statements: put(state.statements, event.data.statement, event.data) };
    case 'proposal-rejected':
      return { ...state, rejections: [...state.rejections, event.data] };
    case 'critical-question-raised':
      return { ...state, criticalQuestions: [...state.criticalQuestions, event.data] };
    case 'element-conceded':
      return { ...state, concessions: [...state.concessions, event.data] };
    case 'search-reported':
      return { ...state, searches: put(state.searches, event.data.element, event.data) };
    case 'passages-noted':
      return { ...state, noted: put(state.noted, event.data.element, event.data.passages) };
    case 'weight-changed':
      return reweigh(state, event.data);
    case 'mind-called':
      return { ...state, calls: [...state.calls, event.data] };
    case 'draft-made':
      return { ...state, draft: event.data };
    case 'draft-decided':
      return { ...state, decision: event.data };
    case 'floor-lapsed':
    case 'deliberated':
    case 'papers-made':
      return state;
  }
}

function put<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return new Map(map).set(key, value);
}

function filed(data: ExhibitFiled['data']): Exhibit {
  const numbered = data.passages.map((passage, index) => ({
    ...passage,
    n: index + 1,
    speaker: passage.speaker?.prose ?? null,
    headings: [],
  }));
  // An answer proves nothing for its author, and what it owns up to proves it: its words are weighed.
  const standing = { kind: data.kind === 'complaint' ? 'pleading' : 'filed' } as const;
  return { ...data, numbered, standing };
}

function stand(state: Case, id: string, standing: ExhibitStanding): Case {
  const exhibit = state.exhibits.get(id);
  return exhibit === undefined
    ? state
    : { ...state, exhibits: put(state.exhibits, id, { ...exhibit, standing }) };
}

function reweigh(state: Case, { statement: id, value, reason }: WeightChanged['data']): Case {
  const statement = state.statements.get(id);
  if (statement === undefined || statement.weight === null) return state;
  const changed = reweighed[languageOfCase(state)];
  const because = `${changed(statement.weight.value)}: ${reason.prose}`;
  const weight = { ...statement.weight, value, because };
  return { ...state, statements: put(state.statements, id, { ...statement, weight }) };
}

const reweighed = {
  en: (before: number) => `changed from ${before} by the judge`,
  es: (before: number) => `cambiado de ${before} por el juez`,
} as const;
