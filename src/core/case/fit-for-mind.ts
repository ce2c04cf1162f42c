import type { Refusal } from '../refusal.ts';
import type {
  AnchorEntry,
  CaseEvent,
  CriticalQuestionRaised,
  StatementMade,
} from './case-event.ts';
import { sourceOf } from './courtroom-of.ts';
import type { Case } from './case.ts';
import { givesOrders } from './gives-orders.ts';
import type { Move, Mover } from './move.ts';
import { ownWords } from './own-words.ts';

/**
 * What a mind may not do where a person may, whatever a paper tells it: CA9 it speaks in its own words, and
 * CA10 it rests nothing on a passage that gives orders to the court. Asked of a move that everything else
 * lets pass, with what would come of it. What the court does by its rules is not asked: no paper stops it by
 * holding the court's set words.
 */
export function fitForMind(
  state: Case,
  move: Move,
  mover: Mover,
  told: readonly CaseEvent[],
): readonly Refusal[] {
  if (mover.actor === 'person' || mover.byRule === true) return [];
  if ('text' in move) return ownWords(state, { parts: [move.text], quotes: [] }, mover);
  if (!('proposal' in move)) return [];
  const { text, bindings } = move.proposal;
  const anchors = told.filter(isAnchored).flatMap(({ data }) => data.anchors);
  const quotes = anchors.map(({ quote }) => quote.prose);
  return [
    ...ownWords(state, { parts: [text, ...Object.values(bindings)], quotes }, mover),
    ...anchors.flatMap((anchor, index) => restsOnOrders(state, anchor, index)),
  ];
}

type Anchored = StatementMade | CriticalQuestionRaised;

const isAnchored = (event: CaseEvent): event is Anchored => 'anchors' in event.data;

function restsOnOrders(
  state: Case,
  { source: id, start, end }: AnchorEntry,
  index: number,
): readonly Refusal[] {
  const source = sourceOf(state, id);
  const orders = source?.passages.some(
    (passage) =>
      passage.start < end &&
      start < passage.end &&
      givesOrders(source.text.slice(passage.start, passage.end)),
  );
  if (orders !== true) return [];
  const says = 'That passage gives orders to the court: a mind rests nothing on it.';
  return [{ rule: 'CA10', at: ['proposal', 'anchors', index], says }];
}
