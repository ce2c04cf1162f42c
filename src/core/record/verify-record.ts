import type { Tip } from './chain.ts';
import { type Finding, finding } from './finding.ts';
import { type Hashing, portableHashing } from './hashing.ts';
import { readRecordLines, type RecordLine } from './record-line.ts';
import { findSpine, type Spine } from './spine.ts';
import { type HeadsVerdict, verifyHeads } from './verify-heads.ts';
import { type MissingText, verifyTexts } from './verify-texts.ts';

/** What anybody can tell of a record without the court. */
export type Verdict = {
  /**
   * `not-a-record`: no line of it is an event. `broken`: something was changed, or the signer is not
   * the trusted one; `findings` say what and where. Otherwise all of it is as it was signed, by the
   * trusted key, or by a key that nobody vouched for.
   */
  readonly kind: 'consistent-and-trusted' | 'consistent-signer-unknown' | 'broken' | 'not-a-record';
  readonly case: string | null;
  readonly events: number;
  /** The last event of the chain. */
  readonly tip: Tip | null;
  readonly heads: number;
  readonly fingerprint: string | null;
  readonly findings: readonly Finding[];
  /** Which texts are not there; null where no texts were handed in. */
  readonly missing: readonly MissingText[] | null;
  /** The texts that are there and match, by hash. */
  readonly texts: ReadonlyMap<string, string>;
};

export type VerifyRequest = {
  /** Bytes of `record.jsonl`. */
  readonly record: Uint8Array;
  /** Bytes of `texts.jsonl`, where the texts are to be checked too. */
  readonly texts?: Uint8Array;
  /** Fingerprint of the only key that may have signed. */
  readonly trust?: string;
};

/** Checks a record, alone or with its texts: linear in its size, one signature check per head. */
export function verifyRecord(
  { record, texts, trust }: VerifyRequest,
  hashing: Hashing = portableHashing,
): Verdict {
  const lines = readRecordLines(record, hashing, texts !== undefined);
  const spine = findSpine(lines, hashing);
  const heads = verifyHeads(spine.chain, trust ?? null, hashing);
  const besides = texts === undefined ? null : verifyTexts(spine.chain, texts, hashing);
  const findings = [
    ...spine.findings,
    ...bytesFindings(lines),
    ...endFindings(lines, spine, heads),
    ...heads.findings,
    ...(besides?.findings ?? []),
  ].toSorted((a, b) => Number(a.line) - Number(b.line));
  const isRecord = lines.some((line) => line.kind === 'sound' || line.shaped);
  const last = spine.chain.at(-1);
  return {
    kind: isRecord ? kindOf(findings, trust) : 'not-a-record',
    case: last?.case ?? null,
    events: spine.chain.length,
    tip: last === undefined ? null : { seq: last.seq, hash: last.hash },
    heads: heads.heads,
    fingerprint: heads.fingerprint,
    findings,
    missing: besides?.missing ?? null,
    texts: besides?.present ?? new Map(),
  };
}

function kindOf(findings: readonly Finding[], trust: string | undefined): Verdict['kind'] {
  if (findings.length > 0) return 'broken';
  return trust === undefined ? 'consistent-signer-unknown' : 'consistent-and-trusted';
}

function bytesFindings(lines: readonly RecordLine[]): readonly Finding[] {
  return lines
    .filter((line) => line.kind === 'sound')
    .filter(({ canonical }) => !canonical)
    .map(({ n, seq, id }) => finding('RV8', { line: n, seq, id }));
}

/**
 * A record ends in a newline after the head that closes it. Without that head, a broken last line is
 * what became of it or of the event that came next; broken lines elsewhere were put in.
 */
function endFindings(
  lines: readonly RecordLine[],
  { chain, leftOver }: Spine,
  heads: HeadsVerdict,
): readonly Finding[] {
  const findings: Finding[] = [];
  const last = chain.at(-1);
  const lost = heads.closing === null && leftOver.find(({ n }) => n > (last?.n ?? 0));
  for (const { n } of lines.filter(({ ended }) => !ended))
    findings.push(finding('RV7', { line: n }));
  for (const line of leftOver.filter(({ ended }) => ended)) {
    if (line === lost) findings.push(finding('RV1', { line: line.n, seq: (last?.seq ?? 0) + 1 }));
    else findings.push(finding('RV4', { line: line.n }));
  }
  // A last head with a bad signature is found by itself; that nothing closes the record follows.
  const found = heads.findings.some(({ line }) => line === last?.n);
  if (heads.closing === null && lost === undefined && last !== undefined && !found) {
    findings.push(finding('RV6', { line: last.n, seq: last.seq, id: last.id }));
  }
  return findings;
}
