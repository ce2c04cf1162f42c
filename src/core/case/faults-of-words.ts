import { gate } from '../gate/gate.ts';
import type { Seat } from '../gate/proposal.ts';
import type { Refusal } from '../refusal.ts';
import type { Case } from './case.ts';
import { courtroomOf } from './courtroom-of.ts';
import { remark } from './remark.ts';

/** Whatever words an act comes with are heard, and so pass the gate as a remark does. */
export function faultsOfWords(state: Case, seat: Seat, words: string): readonly Refusal[] {
  const courtroom = courtroomOf(state, () => []);
  const answer = gate(remark(seat, words), courtroom);
  return answer.kind === 'refused' ? answer.refusals : [];
}
