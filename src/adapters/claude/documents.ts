import type { DocumentBlockParam } from '@anthropic-ai/sdk/resources/messages';
import { sourceOf } from '../../core/case/courtroom-of.ts';
import type { Passage } from '../../core/document/document.ts';
import type { SeatView } from '../../ports/mind.ts';

/** A source as the model reads it: a document with one content block for each passage, in order. */
export type ShownSource = {
  readonly source: string;
  readonly passages: readonly Passage[];
  readonly block: DocumentBlockParam;
};

/**
 * The sources that a seat may quote now: what is filed and not excluded, and the law; for a witness the own
 * statement and nothing else. The last one ends what may be cached, for it seldom changes within a hearing.
 */
export function shownSources(view: SeatView, citations: boolean): readonly ShownSource[] {
  const shown = openTo(view).flatMap((id): readonly ShownSource[] => {
    const source = sourceOf(view.state, id);
    if (source === undefined || source.passages.length === 0) return [];
    const { label, text, passages, standing } = source;
    if (standing.kind === 'excluded') return [];
    const content = passages.map((passage) => ({
      type: 'text' as const,
      text: `[${markOf(passage)}] ${text.slice(passage.start, passage.end)}`,
    }));
    const block: DocumentBlockParam = {
      type: 'document',
      source: { type: 'content', content },
      title: label.slice(0, 255).toWellFormed(),
      context: `source ${id}`,
      citations: { enabled: citations },
    };
    return [{ source: id, passages, block }];
  });
  return shown.map((one, index) =>
    index === shown.length - 1
      ? { ...one, block: { ...one.block, cache_control: { type: 'ephemeral' } } }
      : one,
  );
}

function openTo({ seat, state }: SeatView): readonly string[] {
  if (seat !== 'witness') return [...state.exhibits.keys(), ...state.law.keys()];
  const own = state.questions.at(-1)?.exhibit;
  return own === undefined ? [] : [own];
}

/** `¶2`, with the speaker where the paper tells one. The mark is no part of the passage. */
const markOf = ({ n, speaker }: Passage) => (speaker === null ? `¶${n}` : `¶${n} ${speaker}`);
