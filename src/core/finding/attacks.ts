import type { Document } from '../document/document.ts';
import type { Element } from '../jurisdiction/profile.ts';
import { fold } from '../language/fold.ts';
import type { Attack, Finding, PartySide, SchemeName } from './finding.ts';
import { helpedBy } from './scheme.ts';

const kin =
  /\b(?:sister|brother|mother|father|wife|husband|cousin|uncle|aunt|son|daughter|girlfriend|boyfriend|partner|employee|employed by|work for|works for|hermana|hermano|madre|padre|esposa|esposo|marido|prim[oa]|ti[oa]|hij[oa]|polol[oa]|novi[oa]|emplead[oa]|trabajo para)\b/u;
const secondHand =
  /\b(?:excerpt|copy|summary|summarized|summarised|prepared from|extract|extracto|resumen|copia|transcripcion)\b/u;
const headLength = 240;

/** Attacks that lie in a finding itself: who says it, how it is said, on what paper. */
export function ownAttacks(
  finding: Pick<Finding, 'position' | 'speaksFor' | 'scheme' | 'hearsay'>,
  element: Element,
  document: Document,
  manners: ReadonlySet<string>,
  unshared: readonly string[],
): readonly Attack[] {
  const helps = finding.position === 'open' ? null : helpedBy(element, finding.position);
  const head = fold(document.text.slice(0, headLength));
  const found: (readonly [boolean, Attack['question'], string])[] = [
    [
      finding.speaksFor !== null && finding.speaksFor === helps,
      'interested',
      `the ${finding.speaksFor ?? ''} says so in their own cause`,
    ],
    [
      finding.speaksFor === null && isStatement(finding.scheme) && kin.test(head),
      'interested',
      'the author is close to a party',
    ],
    [finding.hearsay, 'hearsay', 'the author repeats what somebody else said'],
    [
      manners.has('promise') && element.proof !== 'speech',
      'promise',
      'it says what will be, not what was',
    ],
    [manners.has('doubt'), 'doubt', 'the author is not sure'],
    [
      finding.scheme === 'admission' && unshared.length > 0,
      'about-something-else',
      `it admits something, but does not speak of ${unshared.join(', ')}`,
    ],
    [
      secondHand.test(head),
      'original-missing',
      'it is an excerpt or a summary and the original is not in the file',
    ],
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

/** Adds what only the findings together show: a record that contradicts, a direct proof that is missing. */
export function crossAttacks(
  findings: readonly Finding[],
  elements: readonly Element[],
): readonly Finding[] {
  const byElement = new Map(elements.map((element) => [element.id, element]));
  return findings.map((finding) => {
    const rival = findings.find(
      (other) =>
        other.element === finding.element &&
        other.position !== finding.position &&
        other.tier !== 'weak' &&
        independent.has(other.scheme) &&
        !independent.has(finding.scheme),
    );
    const missing = isProofMissing(finding, findings, byElement.get(finding.element));
    const added: readonly Attack[] = [
      ...(rival === undefined
        ? []
        : [
            {
              question: 'contradicted' as const,
              because: `${rival.name} says otherwise`,
              at: { document: rival.document, start: rival.start, end: rival.end },
            },
          ]),
      ...(missing
        ? [
            {
              question: 'direct-proof-missing' as const,
              because: 'no record made at the time shows it',
              at: null,
            },
          ]
        : []),
    ];
    return { ...finding, attacks: [...finding.attacks, ...added] };
  });
}

/** Time and amount are shown by records; words of the side that it helps are no direct proof of them. */
function isProofMissing(
  finding: Finding,
  findings: readonly Finding[],
  element: Element | undefined,
): boolean {
  if (element === undefined || finding.position !== 'proved') return false;
  if (element.proof !== 'time' && element.proof !== 'amount') return false;
  const helps: PartySide = helpedBy(element, 'proved');
  return !findings.some(
    (other) =>
      other.element === finding.element &&
      other.position === 'proved' &&
      (independent.has(other.scheme) || (other.speaksFor !== null && other.speaksFor !== helps)),
  );
}
