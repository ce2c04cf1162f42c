import type { Proposal, Seat } from '../gate/proposal.ts';

/** Words that move no label and need no passage; they pass the gate like all that is said. */
export function remark(role: Seat, text: string): Proposal {
  return {
    kind: 'procedural',
    role,
    text,
    anchors: [],
    scheme: 'address',
    bindings: {},
    conclusion: { about: 'nothing' },
  };
}
