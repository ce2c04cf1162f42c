import { hexToBytes } from '@noble/hashes/utils.js';
import { type Finding, finding } from './finding.ts';
import type { Hashing } from './hashing.ts';
import { fingerprint, type Head, isSigned, readHead, sameFingerprint } from './head.ts';
import type { SoundLine } from './record-line.ts';

export type HeadsVerdict = {
  /** Heads whose signature holds. */
  readonly heads: number;
  /** The head that ends the chain, if one does that was signed at export. */
  readonly closing: Head | null;
  /** Of the key of the last head that holds. */
  readonly fingerprint: string | null;
  readonly findings: readonly Finding[];
};

/** Checks every signed head of a chain: its signature, the event it signs, its key. */
export function verifyHeads(
  chain: readonly SoundLine[],
  trust: string | null,
  hashing: Hashing,
): HeadsVerdict {
  const findings: Finding[] = [];
  const good: { readonly line: SoundLine; readonly head: Head }[] = [];
  for (const line of chain) {
    if (line.head === null) continue;
    const head = readHead(line.head);
    if (head !== null && isSigned(line.head, head)) {
      good.push({ line, head });
    } else {
      const since = (good.at(-1)?.line.seq ?? 0) + 1;
      const where = { line: line.n, seq: since, through: line.seq - 1, id: line.id };
      findings.push(finding('RV9', where));
    }
  }
  const last = good.at(-1);
  if (last === undefined) return { heads: 0, closing: null, fingerprint: null, findings };
  for (const { line, head } of good) {
    const where = { line: line.n, seq: line.seq, id: line.id };
    if (trust !== null && !sameFingerprint(trust, fingerprint(hexToBytes(head.key), hashing))) {
      findings.push(finding('RV10', where));
    } else if (head.key !== last.head.key) {
      findings.push(finding('RV11', where));
    }
  }
  const closes = last.line === chain.at(-1) && last.head.purpose === 'exported';
  return {
    heads: good.length,
    closing: closes ? last.head : null,
    fingerprint: fingerprint(hexToBytes(last.head.key), hashing),
    findings,
  };
}
