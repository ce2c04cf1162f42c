import { canonicalId } from './atom.ts';
import type { Argument, Weighing } from './graph.ts';
import type { Theory } from './scheme.ts';
import { field, fieldsOf, optionalText, refuse, type Part, type Reading } from './yaml-shape.ts';
import { placeOf } from './yaml-source.ts';
import { patternsFrom, propertiesFrom } from './yaml-theory.ts';
import { usualWeighing, weighingFrom } from './yaml-weighing.ts';

const argumentKeys = [
  'id',
  'meta',
  'scheme',
  'parameters',
  'conclusion',
  'premises',
  'undercutter',
  'weight',
  'source',
  'because',
];

/** An argument with the weighing and the properties of its scheme, where it has none of its own. */
export function argumentFrom(
  part: Part,
  theory: Theory,
  named: ReadonlyMap<string, Weighing>,
  reading: Reading,
): Argument {
  const fields = fieldsOf(part, argumentKeys, reading);
  const at = (name: string) => field(fields, name, part.at);
  const optional = (name: string) => optionalText(at(name), reading);
  const scheme = optional('scheme');
  const undercutter = optional('undercutter');
  const source = optional('source');
  const because = optional('because');
  const properties = new Map([
    ...(theory.schemes.get(scheme ?? '')?.properties ?? []),
    ...propertiesFrom(at('meta'), reading),
  ]);
  return {
    conclusion: canonicalId(optional('conclusion') ?? ''),
    premises: patternsFrom(at('premises'), reading).map(({ role, term }) =>
      role === '' ? { statement: term } : { role, statement: term },
    ),
    undercutter: undercutter === null ? null : canonicalId(undercutter),
    scheme,
    weighing: fields.has('weight')
      ? weighingFrom(at('weight'), named, reading)
      : weighingOf(scheme, theory, at('scheme'), reading),
    ...(source === null ? {} : { source }),
    ...(because === null ? {} : { because }),
    ...(properties.size === 0 ? {} : { properties }),
  };
}

/** An argument weighs as its scheme does. */
function weighingOf(
  scheme: string | null,
  theory: Theory,
  { at }: Part,
  reading: Reading,
): Weighing {
  if (scheme === null) return { kind: 'linked' };
  const weighing = theory.schemes.get(scheme)?.weighing ?? usualWeighing(scheme);
  if (weighing !== null) return weighing;
  refuse(reading, 'AG27', at, `No scheme is called «${scheme}» (${placeOf(at)}).`);
  return { kind: 'linked' };
}
