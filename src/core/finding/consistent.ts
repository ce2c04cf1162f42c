import type { Element } from '../jurisdiction/profile.ts';
import type { Finding, PartySide } from './finding.ts';
import { helpedBy } from './scheme.ts';

/**
 * Leaves each place in the file to one side. The same words that help one side on one element seldom
 * help the other on another, so what was read with less ground goes. Time grows with findings, not
 * with their square: only places of one passage are compared.
 */
export function consistent(
  findings: readonly Finding[],
  elements: readonly Element[],
): readonly Finding[] {
  const byId = new Map(elements.map((element) => [element.id, element]));
  const helps = (finding: Finding): PartySide | null => {
    const element = byId.get(finding.element);
    return element === undefined || finding.position === 'open'
      ? null
      : helpedBy(element, finding.position);
  };
  const byPassage = Map.groupBy(findings, (finding) => `${finding.document} ${finding.passage}`);
  return findings.filter((finding) => {
    const beside = byPassage.get(`${finding.document} ${finding.passage}`) ?? [];
    return !beside.some(
      (other) =>
        other.start < finding.end &&
        finding.start < other.end &&
        helps(other) !== helps(finding) &&
        other.score > finding.score,
    );
  });
}
