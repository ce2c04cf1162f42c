import { type Connection, DatabaseError, type Submittable } from 'pg';
import type { PreparedStatements } from './prepared.ts';
import { type Row, type RowReader, rowReader, type Rows } from './rows.ts';
import { bindable, type Statement } from './sql.ts';

type Step = {
  readonly text: string;
  readonly values: readonly (string | Buffer | null)[];
  /** Name given in this very message, to be learnt if all goes well. */
  newName: string | undefined;
  reader: RowReader;
};

type FieldsMessage = {
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
};

/**
 * Statements that go to the server in one write and end in one Sync: an implicit transaction, of which the
 * server skips all that follows an error (PostgreSQL, «Frontend/Backend Protocol», Extended Query, Pipelining).
 *
 * So a statement behind `set_config` never runs under another identity than that, and settings that are local
 * to the transaction are gone when the answer is here. The client of pg calls the `handle…` methods.
 */
export class Message implements Submittable {
  readonly answer: Promise<Rows>;
  readonly #prepared: PreparedStatements;
  readonly #steps: readonly Step[];
  readonly #wanted: number;
  readonly #rows: Row[] = [];
  #command = '';
  #at = 0;
  #readingFault: unknown = null;
  readonly #resolve: (rows: Rows) => void;
  readonly #reject: (error: Error) => void;

  /** The answer is that of the statement at `wanted`, the last one unless told. */
  constructor(
    statements: readonly Statement[],
    prepared: PreparedStatements,
    wanted = statements.length - 1,
  ) {
    // Before anything is written: a value that cannot be sent must not leave half a message behind.
    this.#steps = statements.map((statement) => ({
      text: statement.text,
      values: bindable(statement),
      newName: undefined,
      reader: noColumns,
    }));
    this.#prepared = prepared;
    this.#wanted = wanted;
    const { promise, resolve, reject } = Promise.withResolvers<Rows>();
    this.answer = promise;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(connection: Connection): void {
    connection.stream.cork();
    for (const name of this.#prepared.takeGivenUp()) {
      connection.close({ type: 'S', name }, true);
    }
    const named = new Set<string>();
    for (const step of this.#steps) this.#write(connection, step, named);
    connection.sync();
    connection.stream.uncork();
  }

  #write(connection: Connection, step: Step, named: Set<string>): void {
    const values = [...step.values];
    const known = this.#prepared.find(step.text);
    if (known !== undefined) {
      step.reader = known.reader;
      connection.bind({ statement: known.name, values }, true);
    } else {
      if (!named.has(step.text)) step.newName = this.#prepared.nameFor(step.text);
      named.add(step.text);
      const name = step.newName ?? '';
      connection.parse({ name, text: step.text, types: [] }, true);
      connection.bind({ statement: name, values }, true);
      connection.describe({ type: 'P', name: '' }, true);
    }
    connection.execute(null, true);
  }

  handleRowDescription({ fields }: FieldsMessage): void {
    const step = this.#steps[this.#at];
    if (step !== undefined) step.reader = rowReader(fields);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    if (this.#at !== this.#wanted || this.#readingFault !== null) return;
    try {
      this.#rows.push(this.#steps[this.#at]?.reader(fields) ?? {});
    } catch (error) {
      this.#readingFault = error;
    }
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    if (this.#at === this.#wanted) this.#command = text;
    this.#at += 1;
  }

  handleEmptyQuery(): void {
    this.#at += 1;
  }

  handlePortalSuspended(): void {
    // Never comes: no Execute names a limit.
  }

  handleCopyInResponse(connection: { sendCopyFail(why: string): void }): void {
    connection.sendCopyFail('This connection copies nothing in.');
  }

  handleCopyData(): void {
    // Never wanted: what COPY would send is left.
  }

  handleError(error: Error): void {
    this.#learnSteps();
    const isForgotten = isStalePlan(error);
    for (const { text, newName } of this.#steps.slice(this.#at)) {
      const name = newName ?? (isForgotten ? this.#prepared.find(text)?.name : undefined);
      if (name !== undefined) this.#prepared.giveUp(text, name);
    }
    this.#reject(error);
  }

  /** Of the steps that the server finished the names are known, whatever comes after. */
  #learnSteps(): void {
    for (const { text, newName, reader } of this.#steps.slice(0, this.#at)) {
      if (newName !== undefined) this.#prepared.learn(text, { name: newName, reader });
    }
  }

  handleReadyForQuery(): void {
    this.#learnSteps();
    if (this.#readingFault === null) this.#resolve({ rows: this.#rows, command: this.#command });
    else this.#reject(new TypeError('A value could not be read.', { cause: this.#readingFault }));
  }
}

/** A prepared statement that a change of the schema or a pooler took away: nothing ran, and it may be sent anew. */
export function isStalePlan(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return false;
  const isGone = error.code === '26000';
  return isGone || (error.code === '0A000' && error.message.includes('cached plan'));
}

function noColumns(): Row {
  return {};
}
