import { refuse, type Inference, type NamedStatement, type Net, type Reading } from './aif-net.ts';

export type Attacks = {
  /** By node of the argument, the statements of each attack on it. */
  readonly onArguments: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** By statement, those it is in conflict with. */
  readonly onStatements: ReadonlyMap<string, ReadonlySet<string>>;
};

export function attacksOf(
  { nodes, into, from }: Net,
  statements: ReadonlyMap<string, NamedStatement>,
  inferences: ReadonlyMap<string, Inference>,
  reading: Reading,
): Attacks {
  const onArguments = new Map<string, string[][]>();
  const onStatements = new Map<string, Set<string>>();
  const oppose = (one: string, other: string) => {
    onStatements.set(one, (onStatements.get(one) ?? new Set<string>()).add(other));
  };
  for (const { nodeID, type } of nodes.values()) {
    if (type !== 'CA') continue;
    const attackers = (into.get(nodeID) ?? []).flatMap(
      ({ fromID }) => statements.get(fromID)?.id ?? [],
    );
    const targets = (from.get(nodeID) ?? []).map(({ toID }) => toID);
    const [target = '', ...more] = targets;
    const statement = statements.get(target);
    if (attackers.length === 0 || more.length > 0) {
      refuse(
        reading,
        'AG63',
        ['nodes', nodeID],
        `The conflict ${nodeID} is not one of statements with one thing.`,
      );
    } else if (inferences.has(target)) {
      const known = onArguments.get(target);
      if (known === undefined) onArguments.set(target, [attackers]);
      else known.push(attackers);
    } else if (statement === undefined) {
      reading.notes.push(
        `The conflict ${nodeID} is with no statement or inference, and is left out.`,
      );
    } else {
      for (const attacker of attackers) {
        oppose(attacker, statement.id);
        oppose(statement.id, attacker);
      }
    }
  }
  return { onArguments, onStatements };
}
