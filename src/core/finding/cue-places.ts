import type { CompiledCue, Needed } from '../language/cue-pattern.ts';
import {
  inventories,
  type Inventories,
  type Inventory,
  type InventoryCue,
} from '../language/inventory/inventories.ts';
import type { ElementCues } from './element-cues.ts';
import type { FileIndex } from './file-index.ts';

/** Where in the file a cue may stand at all, so that most cues are never tried on most sentences. */
export type CuePlaces = {
  /** Units that hold a word which every match of the cue holds. */
  units(cue: CompiledCue): ReadonlySet<number>;
  /** The cues of an element that may stand in a unit. */
  ofElement(cues: ElementCues, unit: number): ElementCues;
  /** The general cues that may stand in a unit. */
  general(unit: number): Inventories;
};

export function cuePlaces(index: FileIndex): CuePlaces {
  const known = new Map<CompiledCue, ReadonlySet<number>>();
  const everywhere: ReadonlySet<number> = new Set(index.units.keys());
  const units = (cue: CompiledCue): ReadonlySet<number> => {
    const places =
      known.get(cue) ??
      (cue.needs.length === 0
        ? everywhere
        : new Set(cue.needs.flatMap((need) => holding(index, need))));
    known.set(cue, places);
    return places;
  };
  const generals = new Map<number, Inventories>();
  return {
    units,
    ofElement: ({ cuesFor, cuesAgainst, terms }, unit) => {
      const may = (cue: CompiledCue) => units(cue).has(unit);
      return {
        cuesFor: cuesFor.filter(may),
        cuesAgainst: cuesAgainst.filter(may),
        terms: terms.filter(may),
      };
    },
    general: (unit) => {
      const narrowed = generals.get(unit) ?? narrow(({ cue }) => units(cue).has(unit));
      generals.set(unit, narrowed);
      return narrowed;
    },
  };
}

function narrow(may: (cue: InventoryCue) => boolean): Inventories {
  const entries = Object.entries(inventories).map(([name, cues]) => [name, cues.filter(may)]);
  return Object.fromEntries(entries) as Record<Inventory, readonly InventoryCue[]>;
}

function holding(index: FileIndex, { text, stem }: Needed): readonly number[] {
  if (!stem) return [...(index.vocabulary.get(text) ?? [])];
  return [...index.vocabulary].flatMap(([word, units]) =>
    word.startsWith(text) ? [...units] : [],
  );
}
