import type { GateRule } from './rule.ts';

/** HR rules: the party may advance it now (phase, floor, burden of production); see core/hearing. */
export const mayBeAdvancedNow: GateRule = ({ proposal }, courtroom) =>
  courtroom.mayAdvance(proposal);
