import { canonicalJson } from '../record/canonical-json.ts';
import type { Json } from '../record/prose.ts';
import type { Draft } from './draft.ts';

/** The draft as canonical JSON (RFC 8785): two drafts are the same when these bytes are. */
export function draftJson(draft: Draft): string {
  return canonicalJson(draft as unknown as Json);
}
