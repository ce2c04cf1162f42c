import { genesis } from './chain.ts';
import { type Finding, finding } from './finding.ts';
import type { Hashing } from './hashing.ts';
import { isSigned, readHead } from './head.ts';
import { outOfOrder } from './out-of-order.ts';
import type { BrokenLine, RecordLine, SoundLine } from './record-line.ts';

/** The chain as it can still be told from the lines, and what is wrong with it. */
export type Spine = {
  /** By number, first to last. */
  readonly chain: readonly SoundLine[];
  /** Lines that hold no event and stand in no gap of the chain. */
  readonly leftOver: readonly BrokenLine[];
  readonly findings: readonly Finding[];
};

/**
 * Finds the chain among lines of which some may be changed, gone, added or moved.
 *
 * It is walked from its end to its beginning, since an event vouches for the one before it and never
 * for the one after: where the event that a `prev` names is not there, the next earlier sound event
 * goes on, and broken lines above the later one are what became of the missing ones.
 */
export function findSpine(lines: readonly RecordLine[], hashing: Hashing): Spine {
  const sound = lines.filter((line) => line.kind === 'sound');
  if (sound.length === lines.length && isWhole(sound, hashing)) {
    return { chain: sound, leftOver: [], findings: [] };
  }
  const byHash = placedByHash(lines);
  const backward = [...byHash.values()].toSorted((a, b) => b.seq - a.seq || b.n - a.n);
  const before = (line: SoundLine): SoundLine | undefined => {
    const found = byHash.get(line.prev);
    return found?.seq === line.seq - 1 && found.case === line.case ? found : undefined;
  };
  const last =
    backward.find((line) => isClosing(line) || before(line) !== undefined) ?? backward[0];
  const broken = lines.filter((line) => line.kind === 'broken');
  if (last === undefined) return { chain: [], leftOver: broken, findings: [] };

  const findings: Finding[] = [];
  const chain = [last];
  const spent = new Set<RecordLine>();
  let doubted: SoundLine | null = null;
  let next = 0;
  for (let line = last; line.seq > 1;) {
    const linked = before(line);
    while ((backward[next]?.seq ?? 0) >= line.seq) next += 1;
    const earlier: SoundLine | undefined = linked ?? backward[next];
    const since = earlier?.seq ?? 0;
    if (since < line.seq - 1) {
      const gap = fillGap(since, line, brokenAbove(lines, line));
      for (const filled of gap.filled) spent.add(filled);
      findings.push(...gap.findings);
    } else if (linked === undefined && earlier !== undefined && line !== doubted) {
      findings.push(finding('RV2', { line: earlier.n, seq: earlier.seq, id: earlier.id }));
      doubted = earlier;
    }
    if (earlier === undefined) break;
    chain.push(earlier);
    line = earlier;
  }
  chain.reverse();
  const [first] = chain;
  if (first?.seq === 1 && first.prev !== genesis(first.case, hashing).hash) {
    findings.push(finding('RV2', { line: first.n, seq: 1, id: first.id }));
  }
  for (const line of outOfOrder(chain, ({ n }) => n)) {
    findings.push(finding('RV5', { line: line.n, seq: line.seq, id: line.id }));
  }
  for (const line of chain) spent.add(line);
  for (const line of lines) {
    if (line.kind === 'sound' && !spent.has(line)) {
      findings.push(finding('RV4', { line: line.n, seq: line.seq, id: line.id }));
    }
  }
  return { chain, leftOver: broken.filter((line) => !spent.has(line)), findings };
}

/** Whether every line carries on the one before it, from the genesis of the case on. */
function isWhole(lines: readonly SoundLine[], hashing: Hashing): boolean {
  const caseId = lines[0]?.case ?? '';
  let { seq, hash } = genesis(caseId, hashing);
  return lines.every((line) => {
    const follows = line.seq === seq + 1 && line.prev === hash && line.case === caseId;
    ({ seq, hash } = line);
    return follows;
  });
}

/** The head of an export is the end of something, even where all before it is gone. */
function isClosing({ head }: SoundLine): boolean {
  const read = head === null ? null : readHead(head);
  return head !== null && read?.purpose === 'exported' && isSigned(head, read);
}

/** Each event once; of copies, the one whose neighbours are its neighbours in the chain. */
function placedByHash(lines: readonly RecordLine[]): ReadonlyMap<string, SoundLine> {
  const placed = new Map<string, SoundLine>();
  const fit = (line: SoundLine): number => {
    const above = lines[line.n - 2];
    const below = lines[line.n];
    const follows = above?.kind === 'sound' && above.hash === line.prev;
    const isFollowed = below?.kind === 'sound' && below.prev === line.hash;
    return Number(follows) + Number(isFollowed);
  };
  for (const line of lines) {
    if (line.kind === 'broken') continue;
    const copy = placed.get(line.hash);
    if (copy === undefined || fit(line) > fit(copy)) placed.set(line.hash, line);
  }
  return placed;
}

/** The broken lines right above a line, first to last. */
function brokenAbove(lines: readonly RecordLine[], line: SoundLine): readonly BrokenLine[] {
  const found: BrokenLine[] = [];
  for (let at = line.n - 2; ; at -= 1) {
    const above = lines[at];
    if (above?.kind !== 'broken') return found.reverse();
    found.push(above);
  }
}

/** Events after `since` and before `line` are not there: broken lines stand for them, or nothing. */
function fillGap(
  since: number,
  line: SoundLine,
  found: readonly BrokenLine[],
): { readonly filled: readonly BrokenLine[]; readonly findings: readonly Finding[] } {
  const filled = found.slice(0, line.seq - 1 - since);
  const findings = filled.map(({ n }, at) => finding('RV1', { line: n, seq: since + 1 + at }));
  const missing = since + filled.length + 1;
  if (missing < line.seq) {
    findings.push(finding('RV3', { line: line.n, seq: missing, through: line.seq - 1 }));
  }
  return { filled, findings };
}
