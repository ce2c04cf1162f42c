export type Retold<Told> =
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'refused'; readonly says: string };

/**
 * BN6: what is told again from the events of a record. Anybody can sign a chain of anything, so that a
 * record may be whole and yet tell no case; the chain vouches for who wrote it and not for what it is.
 */
export function retell<Told>(path: string, tell: () => Told): Retold<Told> {
  try {
    return { kind: 'told', told: tell() };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const says = `${path} is whole, but its events tell no case that is read here: ${why}. [BN6]`;
    return { kind: 'refused', says };
  }
}
