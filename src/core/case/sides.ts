import type { Conclusion, Position, Seat, Side } from '../gate/proposal.ts';
import type { CriticalQuestion } from '../jurisdiction/profile.ts';
import type { Case } from './case.ts';
import { schemeOf } from './courtroom-of.ts';

/** The side that a seat speaks for, if any. */
export const sideOf = (seat: Seat): Side | undefined =>
  seat === 'prosecutor' || seat === 'defender' ? seat : undefined;

const opponentOf = (side: Side): Side => (side === 'prosecutor' ? 'defender' : 'prosecutor');

/** The position of an element that helps this side: who bears the burden of persuasion wants it proved. */
export const positionFor = (side: Side, persuade: Side): Position =>
  side === persuade ? 'proved' : 'not-proved';

/** The question of that name which the scheme of a statement invites. */
export function questionAbout(
  state: Case,
  statement: string,
  question: string,
): CriticalQuestion | undefined {
  const made = state.statements.get(statement);
  const invited = made === undefined ? undefined : schemeOf(state, made.scheme)?.questions;
  return invited?.find(({ id }) => id === question);
}

/**
 * The side that a conclusion helps, if any. An answer to a question that the proponent must answer helps
 * whom the questioned statement helps; an exception to it helps the other side.
 */
export function sideHelped(state: Case, conclusion: Conclusion): Side | undefined {
  switch (conclusion.about) {
    case 'nothing':
      return undefined;
    case 'element': {
      const persuade = state.issues.get(conclusion.element)?.persuade;
      if (persuade === undefined) return undefined;
      return conclusion.position === 'proved' ? persuade : opponentOf(persuade);
    }
    case 'statement': {
      const { statement, question } = conclusion;
      const target = state.statements.get(statement);
      const helped = target === undefined ? undefined : sideHelped(state, target.conclusion);
      if (helped === undefined) return undefined;
      const answers = questionAbout(state, statement, question)?.burden === 'proponent';
      return answers ? helped : opponentOf(helped);
    }
  }
}
