import type { Case } from '../../core/case/case.ts';
import type { Finding } from '../../core/finding/finding.ts';
import type { Anchor, Position, Proposal, Seat } from '../../core/gate/proposal.ts';
import type { Scheme } from '../../core/jurisdiction/profile.ts';
import type { Papers } from '../../core/case/papers.ts';
import type { Speech } from './speech.ts';

/** A finding that takes a side, as something to be said in court. */
export type Point = {
  readonly finding: Finding;
  readonly exhibit: string;
  readonly position: Position;
  readonly anchor: Anchor;
};

/** The findings that take a side; an open one is not argued for anybody. */
export function pointsOf(findings: readonly Finding[], { exhibits }: Papers): readonly Point[] {
  return findings.flatMap((finding) => {
    const { position, start, end, quote } = finding;
    const exhibit = exhibits[finding.document]?.exhibit;
    return position === 'open' || exhibit === undefined
      ? []
      : [{ finding, exhibit, position, anchor: { source: exhibit, start, end, quote } }];
  });
}

/** Whether somebody said this point before. */
export function isSaid({ statements }: Case, { finding, position, anchor }: Point): boolean {
  return [...statements.values()].some(
    ({ conclusion, anchors }) =>
      conclusion.about === 'element' &&
      conclusion.element === finding.element &&
      conclusion.position === position &&
      anchors.some(
        ({ source, start, end }) =>
          source === anchor.source && start === anchor.start && end === anchor.end,
      ),
  );
}

/** The point in the words of a seat: it quotes, and adds who says it. */
export function argue(state: Case, role: Seat, point: Point, speech: Speech): Proposal {
  const { finding, position, anchor } = point;
  const { quote, speaker, element } = finding;
  const text =
    role === 'witness'
      ? speech.answers(quote)
      : speaker === null
        ? speech.writes(finding.name, quote)
        : speech.says(speaker, quote);
  const scheme = schemeOf(state, finding.scheme);
  return {
    kind: 'fact',
    role,
    text,
    anchors: [anchor],
    scheme: scheme?.id ?? finding.scheme,
    bindings: bind(scheme, finding),
    conclusion: { about: 'element', element, position },
    sureness: finding.tier,
  };
}

/** The jurisdiction's scheme of that name; what it has none for rests on the document as such. */
function schemeOf(state: Case, name: string): Scheme | undefined {
  const schemes = state.constitution?.profile.schemes ?? [];
  return schemes.find(({ id }) => id === name) ?? schemes.find(({ id }) => id === 'document');
}

function bind(scheme: Scheme | undefined, { speaker, name, element }: Finding) {
  const subject = new Set(['field', 'matter']);
  return Object.fromEntries(
    (scheme?.variables ?? []).map((variable) => [
      variable,
      subject.has(variable) ? element : (speaker ?? name),
    ]),
  );
}
