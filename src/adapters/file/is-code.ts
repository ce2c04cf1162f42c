/** Whether the file system says this: `ENOENT`, `EEXIST` and the like. */
export function isCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code;
}
