import type { Document } from '../document/document.ts';
import type { Element } from '../jurisdiction/profile.ts';
import { fold } from '../language/fold.ts';
import type { Manner } from '../language/modality.ts';
import type { AttackWords } from './attack-words.ts';
import type { Attack, Finding, SchemeName } from './finding.ts';

const kin =
  /\b(?:sister|brother|mother|father|wife|husband|cousin|uncle|aunt|son|daughter|girlfriend|boyfriend|partner|employee|employed by|work for|works for|hermana|hermano|madre|padre|esposa|esposo|marido|prim[oa]|ti[oa]|hij[oa]|polol[oa]|novi[oa]|emplead[oa]|trabajo para)\b/u;
const secondHand =
  /\b(?:excerpt|copy|summary|summarized|summarised|prepared from|extract|extracto|resumen|copia|transcripcion)\b/u;
const headLength = 240;

/** Attacks that lie in a finding itself: who says it, how it is said, on what paper. */
export function ownAttacks(
  finding: Pick<Finding, 'speaksFor' | 'helps' | 'scheme' | 'hearsay'>,
  element: Element,
  document: Document,
  manners: ReadonlySet<Manner>,
  unshared: readonly string[],
  isLate: boolean,
  says: AttackWords,
): readonly Attack[] {
  const { speaksFor, helps, scheme, hearsay } = finding;
  const head = fold(document.text.slice(0, headLength));
  const found: readonly (readonly [boolean, Attack['question'], string])[] = [
    [speaksFor !== null && speaksFor === helps, 'interested', says.ownCause],
    [speaksFor === null && isStatement(scheme) && kin.test(head), 'interested', says.close],
    [isLate, 'late', says.late],
    [hearsay, 'hearsay', says.hearsay],
    [manners.has('promise') && element.proof !== 'speech', 'promise', says.promise],
    [manners.has('doubt'), 'doubt', says.doubt],
    [
      scheme === 'admission' && unshared.length > 0,
      'about-something-else',
      says.somethingElse(unshared),
    ],
    [secondHand.test(head), 'original-missing', says.excerpt],
  ];
  return found.flatMap(([holds, question, because]) =>
    holds ? [{ question, because, at: null }] : [],
  );
}

function isStatement(scheme: SchemeName): boolean {
  return scheme === 'testimony' || scheme === 'admission';
}

const independent: ReadonlySet<SchemeName> = new Set([
  'machine-record',
  'record',
  'expert-opinion',
  'document',
]);

/** Adds what only the findings on one element together show: a record that contradicts, a direct proof that is missing. */
export function crossAttacks(
  findings: readonly Finding[],
  element: Element,
  says: AttackWords,
): readonly Finding[] {
  const missing = isProofMissing(findings, element);
  return findings.map((finding) => {
    const rival = findings.find((other) => contradicts(other, finding));
    const contradicted: readonly Attack[] =
      rival === undefined
        ? []
        : [
            {
              question: 'contradicted',
              because: says.contradicted(rival.name),
              at: { document: rival.document, start: rival.start, end: rival.end },
            },
          ];
    const unproved: readonly Attack[] =
      missing && finding.position === 'proved'
        ? [
            {
              question: 'direct-proof-missing',
              because: says.noRecord,
              at: null,
            },
          ]
        : [];
    return { ...finding, attacks: [...finding.attacks, ...contradicted, ...unproved] };
  });
}

/** A record, an expert or a document on the other side, against somebody's word. */
function contradicts(other: Finding, finding: Finding): boolean {
  return (
    other.position !== 'open' &&
    other.position !== finding.position &&
    other.tier !== 'weak' &&
    independent.has(other.scheme) &&
    !independent.has(finding.scheme)
  );
}

/** Time and amount are shown by records or owned up to; words of the side that they help are no direct proof. */
function isProofMissing(findings: readonly Finding[], { proof }: Element): boolean {
  if (proof !== 'time' && proof !== 'amount') return false;
  return !findings.some(
    ({ position, scheme }) =>
      position === 'proved' && (independent.has(scheme) || scheme === 'admission'),
  );
}
