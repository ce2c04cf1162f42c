import type { Move } from '../../core/case/move.ts';
import type { Mind, SeatView } from '../../ports/mind.ts';

/** A move, or how it follows from what the seat sees; `null` lets a turn go by. */
export type Scripted = Move | null | ((view: SeatView) => Move | null);

/**
 * Plays its moves in order, each at the first turn at which its act is lawful, and then has nothing to say.
 * A move that was refused is not played again.
 */
export function scriptedMind(script: readonly Scripted[], actor: Mind['actor'] = 'mind'): Mind {
  const left = [...script];
  let last = '';
  return {
    name: 'scripted',
    actor,
    async next(view) {
      for (let scripted = left[0]; scripted !== undefined; scripted = left[0]) {
        const move = typeof scripted === 'function' ? scripted(view) : scripted;
        if (move !== null && !view.lawful.includes(move.act)) return { move: null };
        left.shift();
        const played = JSON.stringify(move);
        if (move !== null && view.refusals.length > 0 && played === last) continue;
        last = played;
        return { move };
      }
      return { move: null };
    },
  };
}
