import { DatabaseError } from 'pg';

/** Whether the database says that this is not the identity's to do (SQLSTATE 42501, row security included). */
export function isDenied(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '42501';
}

/** Whether the row is there already (SQLSTATE 23505). */
export function isTwice(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '23505';
}

/** Whether it names something that is not there (SQLSTATE 23503). */
export function isNowhere(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '23503';
}
