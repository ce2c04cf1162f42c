import type { Document } from '../document/document.ts';
import type { Matter } from '../jurisdiction/profile.ts';
import { fold } from '../language/fold.ts';
import { stopwords } from '../language/stopwords.ts';
import type { CaseFacts, Parties, WorkedOut } from './complaint.ts';
import { cleanName, nameSource } from './names.ts';
import { openingOf } from './opening.ts';

const claimant = `(?<claimant>${nameSource})`;
const respondent = `(?<respondent>${nameSource})`;
const title = '(?:don |doña |el señor |la señora |Mr\\.? |Mrs\\.? |Ms\\.? )?';
const claiming =
  '(?:claimant|plaintiff|complainant|applicant|petitioner|demandante|actora?|querellante|reclamante|denunciante)';
const answering =
  '(?:respondent|defendant|accused|demandad[oa]|querellad[oa]|acusad[oa]|imputad[oa]|reclamad[oa]|denunciad[oa])';

/** Captions and first sentences, the plainest first, each with the names that it gives. */
const patterns: readonly RegExp[] = [
  `${claimant},? (?:a |the |como |parte )?${claiming}\\W{1,3}(?:and |v\\.? |vs\\.? |against |contra |y )?${title}${respondent},? (?:the |como |parte )?${answering}`,
  `${claimant},? \\(?(?:the |as |como |parte |in the capacity of )?["']?${claiming}(?!\\p{L})`,
  `${respondent},? \\(?(?:the |as |como |parte )?["']?${answering}(?!\\p{L})`,
  `(?:${claiming}|${capitalised(claiming)})[:,]? ${title}${claimant}`,
  `(?:${answering}|${capitalised(answering)})[:,]? ${title}${respondent}`,
  `${claimant} (?:v\\.?|vs\\.?|against|contra|en contra de) ${title}${respondent}`,
  `${claimant}, (?:legalmente )?(?:representad[oa] por|represented by)`,
  `(?:\\bI|\\b[Yy]o|undersigned|suscrit[oa]), ${title}${claimant}`,
  `(?:against|contra de|contra|acusa a|imputa a|formaliza a|demanda a|denuncia a|denuncio a|accuses|charges|charge against|sues|demando a|claim (?:\\S+ ){0,3}from) ${title}${respondent}`,
  `${respondent} (?:is|was|stands) (?:charged|accused|indicted)`,
  `(?:que el|que la|that the|el|la|the) \\p{Ll}+ ${respondent} \\p{Ll}+(?:ó|ed)(?!\\p{L})`,
  `${claimant},? (?:says|alleges|claims|complains|asserts|submits|sostiene|alega|reclama|demanda|expone)(?!\\p{L})`,
].map((source) => new RegExp(source, 'u'));

function capitalised(source: string): string {
  return source.replace(/(?<=[(:|])[a-z]/gu, (letter) => letter.toUpperCase());
}

const readAtMost = 20_000;

function textOf(complaint: Document | null): string {
  return complaint === null ? '' : openingOf(complaint, readAtMost);
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
  let found: Parties = { claimant: [], respondent: [] };
  for (const pattern of patterns) {
    const groups = pattern.exec(text)?.groups ?? {};
    const claims = found.claimant.length > 0 ? found.claimant : named(groups['claimant']);
    const answers = found.respondent.length > 0 ? found.respondent : named(groups['respondent']);
    found = { claimant: claims, respondent: answers.filter((one) => !claims.includes(one)) };
  }
  return found;
}

function named(found: string | undefined): readonly string[] {
  const clean = cleanName(found ?? '');
  return clean === '' ? [] : [clean];
}

/** Names in the complaint that act: the first that is followed by a verb in the past. */
function actors(complaint: Document | null, claimant: readonly string[]): readonly string[] {
  const acts = new RegExp(
    `(${nameSource}) (?:\\p{Ll}+ly )?(?:\\p{Ll}+(?:ed|ó)|did|has|had|no|took|told|said|sold)(?!\\p{L})`,
    'gu',
  );
  for (const match of textOf(complaint).matchAll(acts)) {
    const clean = cleanName(String(match[1]));
    if (clean !== '' && !claimant.includes(clean)) return [clean];
  }
  return [];
}

/** Fewest papers that must name a person whom the complaint does not name. */
const leastPapers = 3;

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
          (match) => String(match[1]),
        ),
      ]
        .map(cleanName)
        .filter((found) => found !== '' && !stopwords.has(fold(found))),
    );
    for (const found of names) {
      const isTaken = fold(found)
        .split(' ')
        .some((part) => taken.has(part));
      if (!isTaken) counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  }
  const [best] = [...counts].toSorted(
    (left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1),
  );
  return best === undefined || best[1] < leastPapers ? [] : [best[0]];
}
