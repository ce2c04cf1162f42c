import type { Refusal } from '../refusal.ts';
import { isIsoDate } from './iso-date.ts';
import { fold } from '../language/fold.ts';

/** What the name of a file says: the work, and the date of the version where one follows an `@`. */
export type WorkName = { readonly work: string; readonly date: string | null };

/** LAW1: the name of the file names a work; LAW2: what follows the `@` is a date. */
export function workName(name: string): WorkName | readonly [Refusal] {
  const base = name.replace(/^.*[/\\]/s, '');
  const stem = base.replace(/\.[A-Za-z]{1,8}$/, '');
  const at = stem.lastIndexOf('@');
  const work = fold((at < 0 ? stem : stem.slice(0, at)).slice(0, 200))
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (work === '') {
    const says = `The name of the file, «${base.slice(0, 100)}», names no work of law; name it WORK@DATE.md.`;
    return [{ rule: 'LAW1', at: ['name'], says }];
  }
  const date = at < 0 ? null : stem.slice(at + 1);
  if (date !== null && !isIsoDate(date)) {
    const says = `«${date.slice(0, 40)}» in the name of ${work} is not a date; write it as 2026-08-12.`;
    return [{ rule: 'LAW2', at: ['name'], says }];
  }
  return { work, date };
}
