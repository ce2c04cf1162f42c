import type { Document } from '../document/document.ts';
import type { Matter } from '../jurisdiction/profile.ts';
import { fold } from '../language/fold.ts';
import { stopwords } from '../language/stopwords.ts';
import { acting, captions, dealtWith, suffered, titled } from './captions.ts';
import { commonest } from './commonest.ts';
import type { CaseFacts, Parties, WorkedOut } from './complaint.ts';
import { cleanName, fullest, isFirm, nameSource } from './names.ts';
import { openingOf } from './opening.ts';
import { isPrivate, prosecutionOf } from './prosecution.ts';
import { signatoryOf } from './signature.ts';

const readAtMost = 20_000;

/**
 * Who stands against whom: as the case says, else by the caption, the signature and the sentences of the
 * complaint. Where an office accuses, the prosecution is the claimant.
 */
export function partiesOf(
  complaint: Document | null,
  documents: readonly Document[],
  matter: Matter,
  facts: CaseFacts,
): WorkedOut<Parties> {
  const text =
    complaint === null ? '' : openingOf(complaint, readAtMost).replaceAll(/\*\*|__/gu, '');
  const written = Array.from(text.matchAll(new RegExp(nameSource, 'gu'))).flatMap(([name]) =>
    named(name),
  );
  const read = readParties(text, complaint, matter);
  const whole = (names: readonly string[]) => names.map((name) => fullest(name, written));
  const respondent = facts.respondent ?? whole(read.respondent);
  const claimant =
    facts.claimant ??
    (read.claimant.length > 0 ? whole(read.claimant) : commonest(documents, complaint, respondent));
  const value = { claimant, respondent };
  if (facts.claimant !== undefined && facts.respondent !== undefined) {
    return { value, confidence: 'strong', because: { why: 'told' } };
  }
  return read.plain
    ? { value, confidence: 'fair', because: { why: 'both-sides-named' } }
    : { value, confidence: 'weak', because: { why: 'sides-unclear' } };
}

type PartiesRead = Parties & {
  /** The complaint itself sets both in their places. */ readonly plain: boolean;
};

function readParties(text: string, complaint: Document | null, matter: Matter): PartiesRead {
  const caption = readCaptions(text);
  const claimant = claimantOf(caption, text, complaint, matter);
  const respondent =
    caption.respondent.length > 0
      ? caption.respondent
      : firstOf([dealtWith, titled, acting], 'respondent', text, claimant);
  if (claimant.length > 0 || matter === 'criminal') {
    return { claimant, respondent, plain: claimant.length > 0 && caption.respondent.length > 0 };
  }
  return { claimant: firstOf([suffered], 'claimant', text, respondent), respondent, plain: false };
}

function claimantOf(
  caption: Parties,
  text: string,
  complaint: Document | null,
  matter: Matter,
): readonly string[] {
  if (complaint === null) return [];
  const isOffice = matter === 'criminal' && !isPrivate(text);
  if (isOffice) return [prosecutionOf(complaint, text)];
  if (caption.claimant.length > 0) return caption.claimant;
  return apart(named(signatoryOf(text.split('\n'))), caption.respondent);
}

function readCaptions(text: string): Parties {
  let found: Parties = { claimant: [], respondent: [] };
  for (const pattern of captions) {
    if (found.claimant.length > 0 && found.respondent.length > 0) break;
    found = complete(found, pattern, text);
  }
  return found;
}

/** What a pattern says of the sides that are still open. */
function complete(known: Parties, pattern: RegExp, text: string): Parties {
  for (const { groups = {} } of text.matchAll(pattern)) {
    const claimant =
      known.claimant.length > 0
        ? known.claimant
        : apart(named(groups['claimant']), known.respondent);
    const respondent =
      known.respondent.length > 0 ? known.respondent : apart(named(groups['respondent']), claimant);
    const isMore =
      claimant.length > known.claimant.length || respondent.length > known.respondent.length;
    if (isMore) return { claimant, respondent };
  }
  return known;
}

function firstOf(
  patterns: readonly RegExp[],
  group: keyof Parties,
  text: string,
  others: readonly string[],
): readonly string[] {
  for (const pattern of patterns) {
    for (const { groups = {} } of text.matchAll(pattern)) {
      const found = apart(named(groups[group]), others);
      if (found.length > 0) return found;
    }
  }
  return [];
}

/** Without those who share their last name, or all they are called by, with the other side. */
function apart(names: readonly string[], others: readonly string[]): readonly string[] {
  const taken = new Set(others.flatMap((other) => [fold(other), fold(other).split(' ').at(-1)]));
  return names.filter((name) => !taken.has(fold(name)));
}

const calendar = new Set(
  (
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday ' +
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes sabado domingo ' +
    'clause article section rule rules paragraph annex exhibit clausula articulo seccion regla anexo contract contrato court tribunal juzgado calle street ley law code codigo'
  ).split(' '),
);

/** The names in a run of capitals: two persons joined by «and» are two, a firm is one. */
function named(found: string | undefined): readonly string[] {
  const clean = cleanName(found ?? '');
  const joined = clean.split(/ (?:and|y|e) (?=\p{Lu}\S* \p{Lu})/u).map(cleanName);
  const names = isFirm(clean) || joined.some((name) => !name.includes(' ')) ? [clean] : joined;
  return names.filter((name) => {
    const parts = fold(name).split(' ');
    return (
      name !== '' && !calendar.has(String(parts[0])) && !parts.every((part) => stopwords.has(part))
    );
  });
}
