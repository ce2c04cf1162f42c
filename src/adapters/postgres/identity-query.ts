import type { Identity } from '../../core/person/claims.ts';
import { settingsOf } from './identity.ts';
import { Message } from './message.ts';
import type { PreparedStatements } from './prepared.ts';
import type { Statement } from './sql.ts';

/**
 * Both settings hold until the end of the transaction. `where … is null` makes the answer empty: the claims
 * would otherwise travel back with every statement.
 */
const settingIdentity =
  "select where set_config('request.jwt.claims', $1, true) is null or set_config('role', $2, true) is null";

const settingIdentityAndTime = `${settingIdentity} or set_config('statement_timeout', $3, true) is null`;

/**
 * Sets the identity for what follows in the same transaction. `statementMs` is given where a pooler keeps the
 * session's own time limit from being set.
 */
export function identityStatement(identity: Identity, statementMs: number | null): Statement {
  const { claims, role } = settingsOf(identity);
  return statementMs === null
    ? { text: settingIdentity, values: [claims, role] }
    : { text: settingIdentityAndTime, values: [claims, role, statementMs] };
}

/** A statement that runs as somebody: settings and statement in one message, one implicit transaction. */
export function identityQuery(
  identity: Identity,
  statement: Statement,
  prepared: PreparedStatements,
  statementMs: number | null = null,
): Message {
  return new Message([identityStatement(identity, statementMs), statement], prepared);
}
