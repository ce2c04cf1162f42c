import type { StartedCourt } from './started-court.ts';

/** Somebody who is signed in, by the roles that they have. */
export type Player = { readonly name: string; readonly id: string; readonly token: string };

export type Cast = {
  readonly people: readonly Player[];
  readonly ids: ReadonlyMap<string, readonly string[]>;
};

export async function openCast(_: StartedCourt): Promise<Cast> {
  return { people: [], ids: new Map() };
}
