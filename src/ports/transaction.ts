/**
 * One unit of work of a store: all of what is done in it stands, or none.
 *
 * Ports that write into the transaction of their caller take this. Only the adapter that began it can look
 * inside; one of another adapter is a bug and throws.
 */
export interface Transaction {
  /** Whether anything can still be done in it. */
  readonly open: boolean;
}
