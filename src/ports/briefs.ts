import type { Seat } from '../core/gate/proposal.ts';

/** The brief of each role, Markdown, with its version. */
export type Briefs = ReadonlyMap<Seat, { readonly version: string; readonly text: string }>;
