import { isAlias, isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Refusal } from '../refusal.ts';

/** A file of a jurisdiction: its name inside the jurisdiction's folder, and its text. */
export type ProfileFile = { readonly name: string; readonly text: string };

export type Path = readonly PropertyKey[];

/** A file that was read as YAML. */
export type ProfileDocument = {
  readonly name: string;
  readonly data: unknown;
  /** 1-based line of a path, or of what stands nearest above it. */
  line(path: Path): number;
  /** PR2: the data in the shape wanted, or where and why they have it not. */
  shape<Schema extends z.ZodType>(schema: Schema, data: unknown): Shaped<z.output<Schema>>;
};

export type Shaped<Value> = {
  readonly value: Value | undefined;
  readonly refusals: readonly Refusal[];
};

/** Most faults that are told of one file; who mends these sees the next. */
const mostFaults = 100;

/** PR1: one YAML document without syntax errors, repeated keys, or aliases (which can be made to explode). */
export function readDocument({ name, text }: ProfileFile): {
  readonly document: ProfileDocument;
  readonly refusals: readonly Refusal[];
} {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const refusals = parsed.errors
    .slice(0, mostFaults)
    .map(({ pos, message }) => refusalAt('PR1', name, lineAt(pos[0]), `${message}.`));
  visit(parsed, (_key, node) => {
    if (isAlias(node)) {
      const says = `the alias *${node.source} is not read here; write the value out.`;
      refusals.push(refusalAt('PR1', name, lineAt(Number(node.range?.[0])), says));
    }
  });

  const line = (path: Path): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = parsed.getIn(path.slice(0, length), true);
      if (isNode(node)) return lineAt(Number(node.range?.[0]));
    }
    return 1;
  };
  const document: ProfileDocument = {
    name,
    data: refusals.length > 0 ? null : parsed.toJS(),
    line,
    shape(schema, data) {
      const { data: value, error } = schema.safeParse(data);
      const faults = (error?.issues ?? [])
        .slice(0, mostFaults)
        .flatMap((issue) =>
          placesOf(issue).map((path) =>
            refusalAt('PR2', name, line(path), `${written(path)}${issue.message}.`),
          ),
        );
      return { value, refusals: faults };
    },
  };
  return { document, refusals: refusals.slice(0, mostFaults) };
}

/** An unknown key is placed at the key itself, not at the map that holds it. */
function placesOf(issue: z.core.$ZodIssue): readonly Path[] {
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => [...issue.path, key])
    : [issue.path];
}

/** `elements[1].burden: `, or nothing at the top. */
function written(path: Path): string {
  const parts = path.map((part, index) =>
    typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
  );
  return parts.length === 0 ? '' : `${parts.join('')}: `;
}

/** A refusal with its place: the file, the line, the reason. */
export function refusalAt(rule: string, file: string, line: number, says: string): Refusal {
  return { rule, at: [file, line], says: `${file}, line ${line}: ${says}` };
}
