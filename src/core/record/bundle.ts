import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';
import { isObject, recordText, type Tip, tipOf } from './chain.ts';
import type { RecordedEvent } from './event.ts';
import { type Finding, finding } from './finding.ts';
import { type Hashing, portableHashing } from './hashing.ts';
import { parseJson, readEvents } from './record-line.ts';
import { fileOfProse, proseOfFile, type StoredText } from './seal.ts';
import { verificationPage } from './verification-page.ts';
import { type Verdict, verifyRecord } from './verify-record.ts';
import { readTexts, textsText } from './verify-texts.ts';

/** Names and bytes of the files in a bundle. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

export type BundleParts = {
  /** Ends in a head that was signed for the export. */
  readonly events: readonly RecordedEvent[];
  readonly texts: readonly StoredText[];
  /** Originals as `documents/<sha256>`, papers by their names; for each an event holds `proseOfFile`. */
  readonly files: BundleFiles;
};

const [manifestName, recordName, textsName, pageName] = [
  'manifest.json',
  'record.jsonl',
  'texts.jsonl',
  'VERIFY.md',
] as const;
const ownNames: ReadonlySet<string> = new Set([manifestName, recordName, textsName, pageName]);

// Nothing signs the page that says how to verify; its words belong to the version of the format.
const pageBytes = utf8ToBytes(verificationPage);

/** The files of a bundle, in the order of their names, the same for the same parts. */
export function bundleFiles(
  caseId: string,
  { events, texts, files }: BundleParts,
  hashing: Hashing = portableHashing,
): BundleFiles {
  const listed = new Map([
    ...files,
    [recordName, utf8ToBytes(recordText(events))],
    [textsName, utf8ToBytes(textsText(texts))],
    [pageName, pageBytes],
  ]);
  const { seq, hash } = tipOf(caseId, events);
  const manifest = {
    format: 'first-court bundle',
    version: 1,
    case: caseId,
    head: { seq, hash },
    files: listing(listed, hashing),
  };
  listed.set(manifestName, utf8ToBytes(`${canonicalJson(manifest)}\n`));
  return new Map([...listed].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a bundle holds. Verify it first. */
export function bundleParts(files: BundleFiles): BundleParts {
  return {
    events: readEvents(part(files, recordName)),
    texts: readTexts(part(files, textsName)),
    files: new Map([...files].filter(([name]) => !ownNames.has(name))),
  };
}

export type BundleVerdict = Verdict & {
  /** Files that an event vouches for and that are not there. */
  readonly missingFiles: readonly string[];
};

/** Checks a bundle: its record and texts, its manifest, and that an event vouches for every file. */
export function verifyBundle(
  files: BundleFiles,
  trust?: string,
  hashing: Hashing = portableHashing,
): BundleVerdict {
  const request = { record: part(files, recordName), texts: part(files, textsName) };
  const verdict = verifyRecord(trust === undefined ? request : { ...request, trust }, hashing);
  const vouched = new Set(verdict.texts.values());
  const pageHash = hashing.bytes(pageBytes);
  const strangers = [...files]
    .filter(([name, bytes]) => {
      if (name === pageName) return hashing.bytes(bytes) !== pageHash;
      return !ownNames.has(name) && !vouched.has(proseOfFile(name, hashing.bytes(bytes)).prose);
    })
    .map(([name]) => finding('RV15', { id: name }));
  const findings = [
    ...verdict.findings,
    ...manifestFindings(files, verdict.case, verdict.tip, hashing),
    ...strangers,
  ];
  return {
    ...verdict,
    kind: verdict.kind !== 'not-a-record' && findings.length > 0 ? 'broken' : verdict.kind,
    findings,
    missingFiles: [...vouched]
      .map(fileOfProse)
      .filter((name) => name !== null)
      .filter((name) => !files.has(name)),
  };
}

function part(files: BundleFiles, name: string): Uint8Array {
  return files.get(name) ?? new Uint8Array();
}

type Listed = { readonly name: string; readonly size: number; readonly sha256: string };

function listing(files: BundleFiles, hashing: Hashing): readonly Listed[] {
  return [...files]
    .map(([name, bytes]) => ({ name, size: bytes.length, sha256: hashing.bytes(bytes) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function manifestFindings(
  files: BundleFiles,
  caseId: string | null,
  tip: Tip | null,
  hashing: Hashing,
): readonly Finding[] {
  const manifest = parseJson(part(files, manifestName));
  if (!isObject(manifest) || !Array.isArray(manifest['files'])) {
    return [finding('RV16', { path: manifestName })];
  }
  const off: Finding[] = [];
  if (manifest['format'] !== 'first-court bundle' || manifest['version'] !== 1) {
    off.push(finding('RV16', { path: 'format' }));
  }
  if (manifest['case'] !== caseId) off.push(finding('RV16', { path: 'case' }));
  const { head } = manifest;
  if (!isObject(head) || head['hash'] !== tip?.hash || head['seq'] !== tip?.seq) {
    off.push(finding('RV16', { path: 'head' }));
  }
  const claimed = new Map<unknown, unknown>(
    manifest['files'].filter(isObject).map((entry) => [entry['name'], entry['sha256']]),
  );
  const present = [...files].filter(([name]) => name !== manifestName);
  for (const { name, sha256 } of listing(new Map(present), hashing)) {
    if (claimed.get(name) !== sha256) off.push(finding('RV14', { id: name }));
  }
  for (const name of claimed.keys()) {
    if (!files.has(String(name))) off.push(finding('RV14', { id: String(name) }));
  }
  return off;
}
