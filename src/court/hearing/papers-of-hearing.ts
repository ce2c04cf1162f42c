import { evaluate } from '../../core/argument/evaluate.ts';
import { graphToYaml } from '../../core/argument/yaml.ts';
import { graphOfCase } from '../../core/evidence/graph-of-case.ts';
import { recordText } from '../../core/record/chain.ts';
import { transcriptMarkdown } from '../../core/transcript/transcript-markdown.ts';
import type { Printer } from '../../ports/printer.ts';
import type { Court } from '../open-case.ts';
import { readCase } from '../read-case.ts';

/** The papers that a hearing leaves behind, by file name; all of them made from the record alone. */
export async function papersOfHearing(
  { store, now }: Court,
  caseId: string,
  originals: ReadonlyMap<string, Uint8Array>,
  printer: Printer,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const [recorded, texts] = await Promise.all([store.read(caseId), store.texts(caseId)]);
  const { state, events } = readCase(recorded, texts);
  const graph = graphOfCase(state);
  const markdown = state.draft?.markdown.prose ?? '';
  const title = state.filing?.caption.prose ?? caseId;
  const language = state.constitution?.profile.language ?? 'en';
  const at = recorded.at(-1)?.at ?? now();
  const files = new Map<string, string | Uint8Array>([
    ['record.jsonl', recordText(recorded)],
    ['transcript.md', transcriptMarkdown(events)],
    ['resolution.md', markdown],
    ['resolution.json', `${state.draft?.draft.prose ?? ''}\n`],
    ['resolution.pdf', await printer.print({ markdown, title, language, at })],
    ['graph.yml', graphToYaml(graph, evaluate(graph))],
  ]);
  void originals;
  return files;
}
