import { parseMove, type ParsedMove } from '../../core/case/parse-move.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { SeatView } from '../../ports/mind.ts';
import type { Answered } from './read-stream.ts';

/**
 * The move in an answer. Refusals: MV1 to MV6 (core/case/parse-move) of what it said; MV7 the act is not open
 * to the seat now; MV8 it is the very move that was refused before.
 */
export function moveOf({ content }: Answered, view: SeatView, refusedBefore: string): ParsedMove {
  const called = content.find((block) => block.type === 'tool_use');
  if (called === undefined || called.name !== 'move') {
    const says = 'The answer held no move: end it with one call of the tool «move».';
    return refused({ rule: 'MV1', at: [], says });
  }
  const input = parsedJson(called.input);
  const told = parseMove(input, view.seat, view.state);
  if (told.kind === 'refused') return told;
  const { act } = told.move;
  if (!view.lawful.includes(act)) {
    const says = `«${act}» is not open to you now; open are: ${view.lawful.join(', ')}.`;
    return refused({ rule: 'MV7', at: ['act'], says });
  }
  return JSON.stringify(told.move) === refusedBefore
    ? refused({ rule: 'MV8', at: [], says: 'That is the very move that was refused.' })
    : told;
}

const refused = (refusal: Refusal): ParsedMove => ({ kind: 'refused', refusals: [refusal] });

/** The input as JSON; what is none is no move either. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text === '' ? '{}' : text);
  } catch {
    return undefined;
  }
}
