import type { Criteria, Preference, PropertyOrder, SoftConstraint, Weighing } from './graph.ts';
import {
  field,
  fieldsOf,
  isList,
  listOf,
  mappingOf,
  numberOf,
  refuse,
  textOf,
  textsOf,
  type Part,
  type Reading,
} from './yaml-shape.ts';
import { placeOf } from './yaml-source.ts';

const usual: ReadonlyMap<string, Weighing> = new Map(
  (['linked', 'convergent', 'cumulative', 'factorized'] as const).map((kind) => [kind, { kind }]),
);

/** The weighing functions that need no definition. */
export function usualWeighing(name: string): Weighing | null {
  return usual.get(name.toLowerCase()) ?? null;
}

/** A number, a name, or a mapping with `constant`, `criteria` or `preference`; nothing is linked. */
export function weighingFrom(
  part: Part,
  named: ReadonlyMap<string, Weighing>,
  reading: Reading,
): Weighing {
  const { source, at } = part;
  if (typeof source === 'string') return weighingCalled(part, source.trim(), named, reading);

  const fields = mappingOf(part, reading);
  const [kind, ...more] = fields.keys();
  if (kind === undefined || more.length > 0) {
    refuse(reading, 'AG26', at, `One way to weigh should stand at ${placeOf(at)}.`);
    return { kind: 'linked' };
  }
  const body = field(fields, kind, at);
  switch (kind.toLowerCase()) {
    case 'constant':
      return { kind: 'constant', weight: numberOf(body, reading) };
    case 'criteria':
      return criteriaFrom(body, reading);
    case 'preference':
      return preferenceFrom(body, reading);
    default:
      refuse(reading, 'AG27', at, `No weighing function is called «${kind}» (${placeOf(at)}).`);
      return { kind: 'linked' };
  }
}

function weighingCalled(
  { at }: Part,
  name: string,
  named: ReadonlyMap<string, Weighing>,
  reading: Reading,
): Weighing {
  if (name === '') return { kind: 'linked' };
  if (!Number.isNaN(Number(name))) return { kind: 'constant', weight: Number(name) };
  const found = named.get(name) ?? usualWeighing(name);
  if (found !== null) return found;
  refuse(reading, 'AG27', at, `No weighing function is called «${name}» (${placeOf(at)}).`);
  return { kind: 'linked' };
}

function criteriaFrom(part: Part, reading: Reading): Criteria {
  const fields = fieldsOf(part, ['hard', 'soft'], reading);
  const hard = textsOf(field(fields, 'hard', part.at), reading);
  const soft = new Map<string, SoftConstraint>();
  const softPart = field(fields, 'soft', part.at);
  for (const [name, source] of mappingOf(softPart, reading)) {
    const at = [...softPart.at, name];
    const constraint = fieldsOf({ source, at }, ['factor', 'values'], reading);
    const values = field(constraint, 'values', at);
    soft.set(name, {
      factor: numberOf(field(constraint, 'factor', at), reading),
      values: new Map(
        Array.from(mappingOf(values, reading), ([value, worth]) => [
          value,
          numberOf({ source: worth, at: [...values.at, value] }, reading),
        ]),
      ),
    });
  }
  return {
    kind: 'criteria',
    hard: hard.map((name) => (/^\d+$/u.test(name) ? Number(name) : name)),
    soft,
  };
}

/** A list of orders, or one order alone. */
function preferenceFrom(part: Part, reading: Reading): Preference {
  const orders = isList(part.source) ? listOf(part, reading) : [part];
  return { kind: 'preference', by: orders.map((order) => orderFrom(order, reading)) };
}

function orderFrom(part: Part, reading: Reading): PropertyOrder {
  const fields = fieldsOf(part, ['property', 'order'], reading);
  const property = textOf(field(fields, 'property', part.at), reading);
  const order = field(fields, 'order', part.at);
  if (isList(order.source)) return { property, order: textsOf(order, reading) };

  const name = textOf(order, reading).toLowerCase();
  if (name === 'ascending' || name === 'descending') return { property, order: name };
  const says = `An order is ascending, descending or a list, not «${name}» (${placeOf(order.at)}).`;
  refuse(reading, 'AG26', order.at, says);
  return { property, order: 'descending' };
}
