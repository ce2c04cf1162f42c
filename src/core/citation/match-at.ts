export type MatchAt = {
  readonly words: string;
  readonly end: number;
  readonly groups: { readonly [name: string]: string | undefined };
};

/** What a sticky expression matches right at a place. */
export function matchAt(expression: RegExp, text: string, at: number): MatchAt | undefined {
  expression.lastIndex = at;
  const match = expression.exec(text);
  if (match === null) return undefined;
  return { words: match[0], end: at + match[0].length, groups: { ...match.groups } };
}
