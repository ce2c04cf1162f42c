import type { Operation } from './description.ts';

export type Body =
  | { readonly kind: 'json'; readonly type: string; readonly value: unknown }
  | { readonly kind: 'bytes'; readonly type: string; readonly bytes: Buffer }
  | { readonly kind: 'parts'; readonly type: string; readonly parts: readonly Part[] };

/** One part of a multipart body; a file has a name. */
export type Part = {
  readonly name: string;
  readonly file: string | null;
  readonly type: string;
  readonly value: string;
};

/** A request as it was thought up, before ids that the service gave out stand in it. */
export type Plan = {
  readonly operation: Operation;
  /** Who asks, as a place in the cast. */
  readonly who: number;
  readonly method: string;
  /** Pieces of the path as they go over the wire, by parameter. */
  readonly pieces: Readonly<Record<string, string>>;
  /** What stands behind the path: a slash, a fragment. */
  readonly tail: string;
  readonly query: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Instead of the token of who asks. */
  readonly token: string | null;
  readonly body: Body | null;
};

/** What was done to a request that fits, to make it one that may not. */
export type Twist =
  | { readonly kind: 'piece'; readonly at: number; readonly value: string }
  | { readonly kind: 'tail'; readonly value: string }
  | { readonly kind: 'query'; readonly value: string }
  | { readonly kind: 'header'; readonly name: string; readonly value: string }
  | { readonly kind: 'token'; readonly value: string }
  | { readonly kind: 'method'; readonly value: string }
  | { readonly kind: 'type'; readonly value: string }
  | { readonly kind: 'bytes'; readonly value: Buffer }
  | { readonly kind: 'no-body' }
  | { readonly kind: 'node'; readonly at: number; readonly value: unknown }
  | { readonly kind: 'drop'; readonly at: number }
  | { readonly kind: 'add'; readonly key: string; readonly value: unknown };

export function twisted(plan: Plan, twist: Twist): Plan {
  const { body } = plan;
  switch (twist.kind) {
    case 'piece': {
      const names = Object.keys(plan.pieces);
      const name = names[twist.at % Math.max(1, names.length)];
      if (name === undefined) return { ...plan, tail: `/${twist.value}` };
      return { ...plan, pieces: { ...plan.pieces, [name]: twist.value } };
    }
    case 'tail':
      return { ...plan, tail: twist.value };
    case 'query':
      return { ...plan, query: [...plan.query, twist.value] };
    case 'header':
      return { ...plan, headers: { ...plan.headers, [twist.name]: twist.value } };
    case 'token':
      return { ...plan, token: twist.value };
    case 'method':
      return { ...plan, method: twist.value };
    case 'type':
      return body === null ? plan : { ...plan, body: { ...body, type: twist.value } };
    case 'bytes': {
      const type = body?.type ?? 'application/json';
      return { ...plan, body: { kind: 'bytes', type, bytes: twist.value } };
    }
    case 'no-body':
      return { ...plan, body: null };
    case 'node':
    case 'drop':
    case 'add':
      if (body?.kind === 'parts') return { ...plan, body: { ...body, parts: strewn(body, twist) } };
      if (body?.kind !== 'json') return plan;
      return { ...plan, body: { ...body, value: changed(body.value, twist) } };
  }
}

type ValueTwist = Extract<Twist, { readonly kind: 'node' | 'drop' | 'add' }>;

function strewn({ parts }: Extract<Body, { kind: 'parts' }>, twist: ValueTwist): readonly Part[] {
  const value = 'value' in twist ? String(twist.value) : '';
  switch (twist.kind) {
    case 'add':
      return [...parts, { name: twist.key, file: value, type: 'text/plain', value }];
    case 'drop':
      return parts.toSpliced(twist.at % Math.max(1, parts.length), 1);
    case 'node':
      return parts.map((part, n) =>
        n === twist.at % parts.length ? { ...part, file: part.file === null ? null : value } : part,
      );
  }
}

/** The value with one place of it replaced, dropped or added to; places are counted from the outside in. */
function changed(value: unknown, twist: ValueTwist): unknown {
  if (twist.kind === 'add') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [value];
    const copy = { ...value };
    // As JSON.parse would put it: an own property, even of this name.
    Object.defineProperty(copy, twist.key, { value: twist.value, enumerable: true });
    return copy;
  }
  const count = countOf(value);
  let left = twist.at % count;
  const walk = (part: unknown): unknown => {
    if (left === 0) {
      left -= 1;
      return twist.kind === 'node' ? twist.value : undefined;
    }
    left -= 1;
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value);
}

function countOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, part) => sum + countOf(part), 1);
}
