import { ObjectStorageFault } from '../../ports/object-storage.ts';
import { isCode } from '../file/is-code.ts';

/** Whether it was done; `false` where the file system said no with this code. */
export async function succeeds(done: Promise<unknown>, code: string): Promise<boolean> {
  return await done.then(
    () => true,
    (cause: unknown) => noneWhere(cause, code) !== null,
  );
}

export function noneWhere(cause: unknown, code: string): null {
  if (isCode(cause, code)) return null;
  throw cause;
}

const passing = ['EAGAIN', 'EBUSY', 'EDQUOT', 'EMFILE', 'ENFILE', 'ENOSPC'];

export async function faulted<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (cause) {
    throw faultOf(cause);
  }
}

/** What the file system says becomes a fault of this port; bugs and faults stay what they are. */
export function faultOf(cause: unknown): unknown {
  if (!(cause instanceof Error) || !('syscall' in cause)) return cause;
  const retryable = passing.some((code) => isCode(cause, code));
  return new ObjectStorageFault(`the object storage failed: ${cause.message}`, retryable, cause);
}
