import type { WorkVersion } from '../../core/law/work-version.ts';

/** `codigo-penal@2014-09-17.official`: ids of works hold letters, digits and hyphens and no paths. */
export function nameOfVersion({ work, from, standing }: WorkVersion): string {
  return `${work}@${from}.${standing}`;
}
