import { ownCue, type CompiledCue } from '../cue-pattern.ts';
import { manner } from './manner.ts';
import { matter } from './matter.ts';
import { speech } from './speech.ts';

export type InventoryCue = {
  readonly cue: CompiledCue;
  readonly fires: string;
  readonly not: string;
};

const table = { ...speech, ...manner, ...matter };
export type Inventory = keyof typeof table;

export type Inventories = Readonly<Record<Inventory, readonly InventoryCue[]>>;

/** The general cues of both languages, compiled, by what they betray. */
export const inventories: Inventories = compileTable();

function compileTable(): Record<Inventory, readonly InventoryCue[]> {
  const entries = Object.entries(table).map(([name, cues]) => [
    name,
    cues.map(([pattern, fires, not]) => ({ cue: ownCue(pattern), fires, not })),
  ]);
  return Object.fromEntries(entries) as Record<Inventory, readonly InventoryCue[]>;
}
