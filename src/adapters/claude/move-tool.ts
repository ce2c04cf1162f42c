import type { Tool } from '@anthropic-ai/sdk/resources/messages';
import { proposalKinds } from '../../core/gate/proposal.ts';
import { acts } from '../../core/jurisdiction/profile.ts';

const words = { type: 'string' } as const;
const wordsOrNothing = { type: ['string', 'null'] } as const;

const anchor = {
  type: 'object',
  properties: {
    source: { ...words, description: 'Source id: E3, or the id of an article of law.' },
    passage: { type: 'integer', description: 'Number after ¶ in the mark of the passage.' },
    quote: {
      ...words,
      description: 'Words of that passage, exactly, without its mark. Any omission as [...].',
    },
  },
  required: ['source', 'passage', 'quote'],
  additionalProperties: false,
} as const;

const conclusion = {
  type: 'object',
  description:
    'about element: with element and position. about statement: with statement and question (that statement does not count). about nothing: an address, a remark.',
  properties: {
    about: { type: 'string', enum: ['element', 'statement', 'nothing'] },
    element: words,
    position: { type: 'string', enum: ['proved', 'not-proved'] },
    statement: words,
    question: words,
  },
  required: ['about'],
  additionalProperties: false,
} as const;

const proposal = {
  type: 'object',
  description:
    'What is said. kind procedural, scheme address, no anchors, conclusion about nothing for an address; kind fact or law with anchors for what is to prove something; kind argument, scheme challenge, binding question for a critical question.',
  properties: {
    kind: { type: 'string', enum: [...proposalKinds] },
    text: { ...words, description: 'At most 4,000 characters.' },
    anchors: { type: 'array', items: anchor },
    scheme: { ...words, description: 'Id of a scheme of this court.' },
    bindings: {
      type: 'object',
      description: 'A value for each variable of the scheme.',
      additionalProperties: words,
    },
    conclusion,
  },
  required: ['kind', 'text', 'anchors', 'scheme', 'bindings', 'conclusion'],
  additionalProperties: false,
} as const;

/**
 * The one tool: its input is a move, with places named by passage. It is the same in every request, whatever
 * acts are lawful, since tools come first in what the API caches.
 */
export const moveTool: Tool = {
  name: 'move',
  description: [
    'Make your move. Call this exactly once, at the end of your answer; without it you have said nothing.',
    'Give the fields of the act and no others:',
    'open, appear, pass, deliberate, draft: none.',
    'state-case, argue, answer, answer-question, close: proposal.',
    'raise-question: statement, question, proposal.',
    'offer: exhibits, text.',
    'object: exhibit (null for an objection to a question), ground, text.',
    'rule: overruled, text.',
    'examine, cross-examine: witness, exhibit, element (or null), text.',
    'concede: element, text.',
    'reweigh: for a person alone.',
  ].join('\n'),
  input_schema: {
    type: 'object',
    properties: {
      act: { type: 'string', enum: [...acts] },
      proposal,
      exhibits: { type: 'array', items: words },
      exhibit: wordsOrNothing,
      ground: words,
      overruled: { type: 'boolean' },
      witness: words,
      element: wordsOrNothing,
      statement: words,
      question: words,
      text: words,
    },
    required: ['act'],
    additionalProperties: false,
  },
};
