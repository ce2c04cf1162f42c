const reasons: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'a part of its path is a file'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'access is denied'],
  ['EPERM', 'access is denied'],
  ['ELOOP', 'its links lead in a circle'],
  ['ERR_INVALID_ARG_VALUE', 'that is no name of a file'],
  ['ERR_ENCODING_INVALID_ENCODED_DATA', 'it is no text in UTF-8'],
]);

/**
 * Why a file cannot be read, to complete «… cannot be read: ». What is no fault of the file system is
 * thrown again: it is a bug.
 */
export function whyUnreadable(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  return reasons.get(error.code) ?? String(error.code);
}
