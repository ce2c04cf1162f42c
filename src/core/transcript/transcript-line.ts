import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/case-event.ts';
import { languageOfCase } from '../case/language-of-case.ts';
import type { AnchorEntry, DraftDecided } from '../case/case-event.ts';
import type { Seat } from '../gate/proposal.ts';
import { placeOf } from '../resolution/place.ts';
import { transcriptWords, type TranscriptWords } from './transcript-words.ts';

/** What is read out of an event: who speaks, what kind of thing it is, the words, the places cited. */
export type TranscriptLine = {
  readonly kind: 'phase' | 'speech' | 'ruling' | 'note' | 'rejected';
  /** Title of the seat; empty where the court itself notes something. */
  readonly speaker: string;
  readonly seat: Seat | null;
  /** `S4`, `O1`, `Q2`, where it has a number. */
  readonly label: string;
  readonly text: string;
  /** `E3 ¶2`. */
  readonly places: readonly string[];
};

/** The line of the transcript that an event makes, or nothing. `state` is the case after the event. */
export function transcriptLine(event: CaseEvent, state: Case): TranscriptLine | null {
  const words = transcriptWords(languageOfCase(state));
  switch (event.type) {
    case 'hearing-stepped': {
      const step = event.data;
      if (step.type !== 'phase-begun') return null;
      const phase = state.constitution?.procedure.phases[step.phase]?.name ?? '';
      return note('phase', phase);
    }
    case 'seat-taken': {
      const { seat, mind, actor } = event.data;
      return note(
        'note',
        words.takes(titleOf(state, seat), actor === 'person' ? words.person : words.mind(mind)),
      );
    }
    case 'statement-made': {
      const { seat, statement, text, anchors } = event.data;
      return speech(state, seat, statement, text.prose, placesOf(state, anchors));
    }
    case 'exhibit-offered':
      return speech(state, event.data.by, '', event.data.text.prose, event.data.exhibits);
    case 'exhibit-admitted':
      return note('note', words.admitted(event.data.exhibit));
    case 'exhibit-excluded':
      return note('note', words.excluded(event.data.exhibit));
    case 'objection-made': {
      const { objection, by, ground, text } = event.data;
      return speech(
        state,
        by,
        objection,
        `${words.objects(groundNamed(state, ground))} ${text.prose}`,
        [],
      );
    }
    case 'objection-ruled': {
      const { objection, overruled, reason } = event.data;
      const text = `${words.ruled[overruled ? 'overruled' : 'sustained']} ${reason.prose}`;
      return { ...speech(state, 'judge', objection, text, []), kind: 'ruling' };
    }
    case 'question-asked': {
      const { by, question, text } = event.data;
      return speech(state, by, question, text.prose, []);
    }
    case 'critical-question-raised': {
      const { by, statement, text, anchors } = event.data;
      return speech(state, by, `${statement}?`, text.prose, placesOf(state, anchors));
    }
    case 'element-conceded': {
      const { by, element, text } = event.data;
      return speech(state, by, '', `${words.concedes(element)} ${text.prose}`, []);
    }
    case 'proposal-rejected': {
      const { seat, act, refusals } = event.data;
      const rules = refusals.map(({ rule, says }) => `${rule}: ${says.prose}`).join(' ');
      return { ...speech(state, seat, '', words.rejected(act, rules), []), kind: 'rejected' };
    }
    case 'floor-lapsed': {
      const { seat, because } = event.data;
      return note('note', words.lapsed(titleOf(state, seat), because.prose));
    }
    case 'search-reported':
      return note('note', words.searched(event.data.element, event.data.passages));
    case 'passages-noted': {
      const { element, passages } = event.data;
      const places = passages.map((passage) => placeOf(state, passage)).join('; ');
      return note('note', words.noted(element, places));
    }
    case 'weight-changed': {
      const { statement, value, reason } = event.data;
      return {
        ...speech(state, 'judge', statement, words.reweighs(value, reason.prose), []),
        kind: 'ruling',
      };
    }
    case 'draft-made':
      return note('note', words.drafted);
    case 'draft-decided':
      return note('note', decisionUponDraft(event.data, words));
    case 'court-constituted':
    case 'case-filed':
    case 'party-joined':
    case 'exhibit-filed':
    case 'law-entered':
    case 'law-wanting':
    case 'cause-identified':
    case 'issue-framed':
    case 'allegation-noted':
    case 'witness-listed':
    case 'notes-handed':
    case 'mind-called':
    case 'deliberated':
    case 'papers-made':
      return null;
  }
}

function decisionUponDraft(
  { decision, by, reason }: DraftDecided['data'],
  words: TranscriptWords,
): string {
  const says = words.decided(decision, by.prose);
  return reason.prose === '' ? says : `${says} ${reason.prose}`;
}

function note(kind: 'phase' | 'note', text: string): TranscriptLine {
  return { kind, speaker: '', seat: null, label: '', text, places: [] };
}

function speech(
  state: Case,
  seat: Seat,
  label: string,
  text: string,
  places: readonly string[],
): TranscriptLine {
  return { kind: 'speech', speaker: titleOf(state, seat), seat, label, text, places };
}

const titleOf = ({ constitution }: Case, seat: Seat) =>
  constitution?.procedure.titles[seat] ?? seat;

const groundNamed = ({ constitution }: Case, ground: string) =>
  constitution?.profile.objections.find(({ id }) => id === ground)?.name ?? ground;

const placesOf = (state: Case, anchors: readonly AnchorEntry[]) =>
  anchors.map((anchor) => placeOf(state, anchor));
