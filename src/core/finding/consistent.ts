import type { Finding } from './finding.ts';

/**
 * Leaves each place in the file to one side. The same words that help one side on one element seldom
 * help the other on another, so what was read with less ground goes. Only places of one passage are
 * compared, so time grows with the findings and not with their square.
 */
export function consistent(findings: readonly Finding[]): readonly Finding[] {
  const byPassage = Map.groupBy(findings, ({ document, passage }) => `${document} ${passage}`);
  const dropped = new Set(
    [...byPassage.values()].flatMap((beside) =>
      beside.filter((finding) => beside.some((other) => displaces(other, finding))),
    ),
  );
  return findings.filter((finding) => !dropped.has(finding));
}

function displaces(other: Finding, finding: Finding): boolean {
  const overlaps = other.start < finding.end && finding.start < other.end;
  const opposes = other.helps !== null && other.helps !== finding.helps;
  return overlaps && opposes && other.score > finding.score;
}
