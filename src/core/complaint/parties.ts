import type { Document } from '../document/document.ts';
import type { Matter } from '../jurisdiction/profile.ts';
import { fold } from '../language/fold.ts';
import { stopwords } from '../language/stopwords.ts';
import type { CaseFacts, Parties, WorkedOut } from './complaint.ts';
import { cleanName, nameSource } from './names.ts';

type Pattern = {
  readonly expression: RegExp;
  readonly claimant: boolean;
  readonly respondent: boolean;
};

const name = `(${nameSource})`;
const title = '(?:don |doña |el señor |la señora |Mr\\.? |Mrs\\.? |Ms\\.? )?';
const claiming =
  '(?:claimant|plaintiff|complainant|applicant|petitioner|demandante|actora?|querellante|reclamante|denunciante)';
const answering =
  '(?:respondent|defendant|accused|demandad[oa]|querellad[oa]|acusad[oa]|imputad[oa]|reclamad[oa]|denunciad[oa])';

/** Captions and first sentences, the plainest first. Which sides a pattern names, in order. */
const patterns: readonly Pattern[] = [
  both(
    `${name},? (?:a |the |como |parte )?${claiming}\\W{1,3}(?:and |v\\.? |vs\\.? |against |contra |y )?${title}${name},? (?:the |como |parte )?${answering}`,
  ),
  one(
    'claimant',
    `${name},? \\(?(?:the |as |como |parte |in the capacity of )?["']?${claiming}\\b`,
  ),
  one('respondent', `${name},? \\(?(?:the |as |como |parte )?["']?${answering}\\b`),
  one('claimant', `(?:${claiming}|${capitalised(claiming)})[:,]? ${title}${name}`),
  one('respondent', `(?:${answering}|${capitalised(answering)})[:,]? ${title}${name}`),
  both(`${name} (?:v\\.?|vs\\.?|against|contra|en contra de) ${title}${name}`),
  one('claimant', `(?:\\bI|\\b[Yy]o|undersigned|suscrit[oa]), ${title}${name}`),
  one(
    'respondent',
    `(?:against|contra de|contra|acusa a|accuses|charges|charge against|sues|demando a|claim (?:\\S+ ){0,3}from) ${title}${name}`,
  ),
  one('respondent', `${name} (?:is|was|stands) (?:charged|accused|indicted)`),
  one(
    'respondent',
    `(?:que el|que la|that the|el|la|the) \\p{Ll}+ ${name} \\p{Ll}+(?:ó|ed)(?!\\p{L})`,
  ),
  one(
    'claimant',
    `${name},? (?:says|alleges|claims|complains|asserts|submits|sostiene|alega|reclama|demanda|expone)\\b`,
  ),
];

function both(source: string): Pattern {
  return { expression: new RegExp(source, 'u'), claimant: true, respondent: true };
}

function one(side: 'claimant' | 'respondent', source: string): Pattern {
  return {
    expression: new RegExp(source, 'u'),
    claimant: side === 'claimant',
    respondent: side === 'respondent',
  };
}

function capitalised(source: string): string {
  return source.replace(/(?<=[(:|])[a-z]/gu, (letter) => letter.toUpperCase());
}

const readAtMost = 20_000;

/** The beginning of the complaint with each passage on a line of its own, so that no name runs over two. */
function textOf(complaint: Document | null): string {
  if (complaint === null) return '';
  return complaint.passages
    .map((passage) => complaint.text.slice(passage.start, passage.end))
    .join('\n')
    .slice(0, readAtMost);
}

/** Who stands against whom: as the case says, else by the caption and the sentences of the complaint. */
export function partiesOf(
  complaint: Document | null,
  documents: readonly Document[],
  matter: Matter,
  facts: CaseFacts,
): WorkedOut<Parties> {
  const read = readCaption(textOf(complaint));
  const respondent =
    facts.respondent ??
    (read.respondent.length > 0 ? read.respondent : actors(complaint, read.claimant));
  const claimant =
    facts.claimant ??
    (read.claimant.length > 0
      ? read.claimant
      : matter === 'civil'
        ? commonest(documents, complaint, respondent)
        : []);
  const value = { claimant, respondent };
  if (facts.claimant !== undefined && facts.respondent !== undefined) {
    return { value, confidence: 'strong', because: 'the case says so' };
  }
  if (read.claimant.length > 0 && read.respondent.length > 0) {
    return { value, confidence: 'fair', because: 'the complaint names both sides' };
  }
  return {
    value,
    confidence: 'weak',
    because: 'the complaint does not say which names are the parties',
  };
}

function readCaption(text: string): Parties {
  let claimant: readonly string[] = [];
  let respondent: readonly string[] = [];
  for (const pattern of patterns) {
    if (
      (claimant.length > 0 || !pattern.claimant) &&
      (respondent.length > 0 || !pattern.respondent)
    )
      continue;
    const match = pattern.expression.exec(text);
    if (match === null) continue;
    const found = match
      .slice(1)
      .map(cleanName)
      .filter((part) => part !== '');
    if (pattern.claimant && claimant.length === 0 && found[0] !== undefined) claimant = [found[0]];
    const second = pattern.claimant ? found[1] : found[0];
    if (
      pattern.respondent &&
      respondent.length === 0 &&
      second !== undefined &&
      !claimant.includes(second)
    )
      respondent = [second];
  }
  return { claimant, respondent };
}

/** Names in the complaint that act: the first that is followed by a verb in the past. */
function actors(complaint: Document | null, claimant: readonly string[]): readonly string[] {
  const acts = new RegExp(
    `${name} (?:\\p{Ll}+ly )?(?:\\p{Ll}+(?:ed|ó)|did|has|had|no|took|told|said|sold)(?!\\p{L})`,
    'gu',
  );
  for (const [, found = ''] of textOf(complaint).matchAll(acts)) {
    const clean = cleanName(found);
    if (clean !== '' && !claimant.includes(clean)) return [clean];
  }
  return [];
}

/** The person whom most of the other documents name. */
function commonest(
  documents: readonly Document[],
  complaint: Document | null,
  respondent: readonly string[],
): readonly string[] {
  const counts = new Map<string, number>();
  const taken = new Set(respondent.flatMap((found) => fold(found).split(' ')));
  for (const document of documents) {
    if (document === complaint) continue;
    const names = new Set(
      [
        ...document.mentions.people.map((person) => person.name),
        ...document.passages.flatMap((passage) => passage.speaker ?? []),
        ...Array.from(
          document.text.slice(0, readAtMost).matchAll(/(\p{Lu}\p{Ll}{2,})(?:'s)? \p{Ll}+/gu),
          ([, found = '']) => found,
        ),
      ]
        .map(cleanName)
        .filter((found) => found !== '' && !stopwords.has(fold(found))),
    );
    for (const found of names) {
      if (
        !fold(found)
          .split(' ')
          .some((part) => taken.has(part))
      )
        counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  }
  const [best] = [...counts].toSorted(
    (left, right) => right[1] - left[1] || left[0].localeCompare(right[0]),
  );
  return best === undefined || best[1] < 3 ? [] : [best[0]];
}
