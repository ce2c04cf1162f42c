import { z } from 'zod';
import { proposalKinds, type Anchor, type Proposal, type Seat } from '../gate/proposal.ts';
import { placeInPassage } from '../gate/place-in-passage.ts';
import { longestName, longestQuote, longestText } from '../gate/well-formed.ts';
import { acts } from '../jurisdiction/profile.ts';
import type { Refusal } from '../refusal.ts';
import type { Case } from './case.ts';
import { sourceOf } from './courtroom-of.ts';
import type { Move } from './move.ts';

export type ParsedMove =
  | { readonly kind: 'parsed'; readonly move: Move }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Reads a move from JSON that nobody vouches for: a model's answer, a request. An anchor names its place by
 * offsets, or by the number of a passage, and then stands where the quote stands in that passage; the quote
 * itself is never mended, for the gate judges it. Who speaks is the seat, whatever the JSON says.
 *
 * Refusals: MV1 it is no move; MV2 something is missing or of the wrong kind; MV3 it says more than the act
 * takes; MV4 something is too long or too much; MV5 a text is no well-formed Unicode, which a record cannot
 * hold; MV6 the source has no such passage.
 */
export function parseMove(value: unknown, seat: Seat, state: Case): ParsedMove {
  const parsed = moves.safeParse(value);
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, mostRefusals);
    return { kind: 'refused', refusals: issues.map(refusalOf) };
  }
  const { data } = parsed;
  if (!('proposal' in data)) return { kind: 'parsed', move: data };

  const anchors = data.proposal.anchors.map((named, index) => placed(named, index, state));
  const refusals = anchors.filter((anchor) => 'rule' in anchor);
  if (refusals.length > 0) return { kind: 'refused', refusals };
  const proposal: Proposal = {
    ...data.proposal,
    role: seat,
    anchors: anchors.filter((anchor) => 'source' in anchor),
  };
  return { kind: 'parsed', move: { ...data, proposal } };
}

/** Most refusals that one answer tells. */
const mostRefusals = 10;

/** NUL is a character that not every store can keep. */
const wellFormed = (text: string) => text.isWellFormed() && !text.includes('\0');
const text = (most: number) => z.string().max(most).refine(wellFormed, 'MV5');
const speech = text(longestText);
const name = text(longestName);
const offset = z.int().min(0);

const anchor = z.strictObject({
  source: name,
  quote: text(longestQuote),
  start: offset.optional(),
  end: offset.optional(),
  passage: offset.optional(),
});

type NamedAnchor = z.infer<typeof anchor>;

const conclusion = z.discriminatedUnion('about', [
  z.strictObject({
    about: z.literal('element'),
    element: name,
    position: z.enum(['proved', 'not-proved']),
  }),
  z.strictObject({ about: z.literal('statement'), statement: name, question: name }),
  z.strictObject({ about: z.literal('nothing') }),
]);

const proposal = z.strictObject({
  kind: z.enum(proposalKinds),
  text: speech,
  anchors: z.array(anchor).max(20),
  scheme: name,
  bindings: z.record(name, name),
  conclusion,
});

const moves = z.discriminatedUnion('act', [
  z.strictObject({ act: z.enum(['open', 'appear', 'deliberate', 'pass', 'draft']) }),
  z.strictObject({
    act: z.enum(['state-case', 'argue', 'answer', 'answer-question', 'close']),
    proposal,
  }),
  z.strictObject({ act: z.literal('offer'), exhibits: z.array(name).max(1_000), text: speech }),
  z.strictObject({
    act: z.literal('object'),
    exhibit: name.nullable().default(null),
    ground: name,
    text: speech,
  }),
  z.strictObject({ act: z.literal('rule'), overruled: z.boolean(), text: speech }),
  z.strictObject({
    act: z.enum(['examine', 'cross-examine']),
    witness: name,
    exhibit: name,
    element: name.nullable().default(null),
    text: speech,
  }),
  z.strictObject({ act: z.literal('raise-question'), statement: name, question: name, proposal }),
  z.strictObject({ act: z.literal('concede'), element: name, text: speech }),
  z.strictObject({ act: z.literal('reweigh'), statement: name, value: z.number(), text: speech }),
]);

/** The quote's place in its passage; where it does not stand there, the passage, for the gate to judge. */
function placed(named: NamedAnchor, index: number, state: Case): Anchor | Refusal {
  const { source: id, quote, start, end, passage: n } = named;
  if (n === undefined) {
    if (start !== undefined && end !== undefined) return { source: id, quote, start, end };
    const says = 'An anchor names its passage, or where it starts and ends.';
    return { rule: 'MV2', at: ['proposal', 'anchors', index], says };
  }
  const source = sourceOf(state, id);
  if (source === undefined) return { source: id, quote, start: 0, end: quote.length };
  const passage = source.passages.find((one) => one.n === n);
  if (passage === undefined) {
    const says = `${source.label} has no passage ¶${n}; it has ${source.passages.length}.`;
    return { rule: 'MV6', at: ['proposal', 'anchors', index, 'passage'], says };
  }
  const { start: from, end: to } = placeInPassage(source, passage, quote) ?? passage;
  return { source: id, quote, start: from, end: to };
}

function refusalOf(issue: z.core.$ZodIssue): Refusal {
  const at = issue.path.map((step) => (typeof step === 'number' ? step : shown(String(step))));
  const { rule, says } = troubleOf(issue, at.join('.'));
  return { rule, at, says: `${at.length === 0 ? 'The move' : `«${at.join('.')}»`} ${says}` };
}

function troubleOf(issue: z.core.$ZodIssue, at: string): Omit<Refusal, 'at'> {
  if (issue.code === 'invalid_union') {
    return at === 'act'
      ? { rule: 'MV1', says: `must name one act: ${acts.join(', ')}.` }
      : { rule: 'MV2', says: 'must be one of element, statement, nothing.' };
  }
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.slice(0, mostRefusals).map(shown).join(', ');
    return { rule: 'MV3', says: `takes no ${keys}.` };
  }
  if (issue.code === 'too_big') {
    return { rule: 'MV4', says: `is too long: at most ${issue.maximum}.` };
  }
  if (issue.code === 'custom') return { rule: 'MV5', says: 'is no well-formed Unicode text.' };
  if (issue.code === 'invalid_value') {
    return { rule: 'MV2', says: `must be one of ${issue.values.join(', ')}.` };
  }
  if (issue.code !== 'invalid_type') return { rule: 'MV2', says: 'is not of the right kind.' };
  return at === ''
    ? { rule: 'MV1', says: 'must be an object that names an act.' }
    : { rule: 'MV2', says: `is needed, as ${kindWords[issue.expected] ?? 'text'}.` };
}

/** What was expected, in plain words. */
const kindWords: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
};

/** A name that somebody else chose, short and fit for the record. */
const shown = (given: string) => given.slice(0, 60).toWellFormed();
