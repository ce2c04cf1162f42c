import type { Refusal } from '../refusal.ts';
import type { Courtroom } from './courtroom.ts';
import type { Proposal } from './proposal.ts';

/** One rule of the gate. It is silent on what another rule speaks of. */
export type GateRule = (proposal: Proposal, courtroom: Courtroom) => readonly Refusal[];
