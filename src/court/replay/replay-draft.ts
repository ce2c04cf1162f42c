import { evolveCase } from '../../core/case/evolve-case.ts';
import { noCase, type Case } from '../../core/case/case.ts';
import type { CaseEvent, DraftMade } from '../../core/case/case-event.ts';
import { draftJson } from '../../core/resolution/draft-json.ts';
import { draftMarkdown } from '../../core/resolution/draft-markdown.ts';
import { makeDraft } from '../../core/resolution/make-draft.ts';

/** What a replay finds: the draft computed anew beside the recorded one. */
export type Replayed = {
  /** The state after the events that were asked for. */
  readonly state: Case;
  readonly draft:
    | { readonly kind: 'none' }
    | { readonly kind: 'same' }
    | { readonly kind: 'differs'; readonly recorded: string; readonly computed: string };
};

/** Rebuilds the state from the record alone, and the draft where the record made it. No mind is asked. */
export function replayDraft(events: readonly CaseEvent[]): Replayed {
  let state = noCase;
  let draft: Replayed['draft'] = { kind: 'none' };
  for (const event of events) {
    if (event.type === 'draft-made') draft = draftAgain(state, event.data);
    state = evolveCase(state, event);
  }
  return { state, draft };
}

/** The draft of a case as it was before one was made, beside that one: byte for byte, the JSON and the page. */
export function draftAgain(before: Case, recordedDraft: DraftMade['data']): Replayed['draft'] {
  const made = makeDraft(before);
  const drafts = made.kind === 'decided' ? made.events : [];
  const computed = drafts.map((one) => `${draftJson(one)}\n${draftMarkdown(one)}`).join('');
  const recorded = `${recordedDraft.draft.prose}\n${recordedDraft.markdown.prose}`;
  return computed === recorded ? { kind: 'same' } : { kind: 'differs', recorded, computed };
}
