import type { DocumentFormat } from '../../core/document/document.ts';
import { type Quota, quotaRefusals, type Used } from '../../core/document/quota.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { DocumentPlace } from '../../core/vault/context.ts';
import type { RawFile } from '../../ports/document-reader.ts';
import type { VirusScanner } from '../../ports/virus-scanner.ts';
import { formatOf } from '../intake/format-of.ts';
import { largestFile, tooLarge } from '../intake/read-document.ts';
import { hashOf } from './hash-of.ts';
import type { KeptDocument, Vault } from './kept-document.ts';
import { storeSealed } from './store-sealed.ts';

export type FiledDocument = {
  readonly place: DocumentPlace;
  readonly file: RawFile;
  readonly sealed: boolean;
};

/** What is taken already, and how much may be. */
export type Room = { readonly used: Used; readonly quota: Quota; readonly largest?: number };

export type Kept =
  | { readonly kind: 'kept'; readonly document: KeptDocument }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

const mediaTypes: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  email: 'message/rfc822',
  markdown: 'text/markdown',
  text: 'text/plain',
};

/**
 * From a filed document to the row of the table: measured, scanned, known by its bytes, encrypted, stored.
 * Whoever cannot write the row afterwards deletes what lies under its `storage_key`.
 */
export async function keepDocument(
  { place, file, sealed }: FiledDocument,
  room: Room,
  vault: Vault,
): Promise<Kept> {
  const { name, bytes } = file;
  const size = bytes.length;
  const unfit = [
    ...(size === 0 ? [refusal('DOC1', name, 'is empty.')] : []),
    ...[tooLarge(name, size, room.largest ?? largestFile)].filter((one) => one !== null),
    ...quotaRefusals(name, size, room.used, room.quota),
  ];
  if (unfit.length > 0) return refused(...unfit);
  const harm = vault.scanner === null ? null : await harmIn(file, vault.scanner);
  if (harm !== null) return refused(harm);
  const told = formatOf(name, bytes);
  if (told.kind === 'foreign') {
    const known = 'the court keeps PDF, DOCX, e-mail, Markdown and text.';
    return refused(refusal('DOC3', name, `is ${told.what}; ${known}`));
  }
  const document: KeptDocument = {
    id: place.document,
    court_id: place.court,
    case_id: place.case,
    sha256: await hashOf(bytes),
    size,
    media_type: mediaTypes[told.format],
    name,
    sealed,
    erased_at: null,
    ...(await storeSealed(place, bytes, vault)),
  };
  return { kind: 'kept', document };
}

/** A court that scans keeps nothing unscanned: where the scanner cannot tell, the document waits. */
async function harmIn({ name, bytes }: RawFile, scanner: VirusScanner): Promise<Refusal | null> {
  const scan = await scanner.scan([bytes]);
  switch (scan.kind) {
    case 'clean':
      return null;
    case 'infected':
      return refusal('VR1', name, `holds harmful software: ${scan.name}.`);
    case 'unavailable':
      return refusal(
        'VR2',
        name,
        `could not be scanned for harmful software: ${scan.why}.${scan.retryable ? ' File it again later.' : ''}`,
      );
  }
}

function refused(...refusals: Refusal[]): Kept {
  return { kind: 'refused', refusals };
}

function refusal(rule: string, name: string, says: string): Refusal {
  return { rule, at: [name], says: `${name} ${says}` };
}
