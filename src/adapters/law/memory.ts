import type { WorkVersion } from '../../core/law/work-version.ts';
import type { LawLibrary } from '../../ports/law-library.ts';
import { nameOfVersion } from './name-of-version.ts';

/** A library that lasts as long as the process. */
export function memoryLawLibrary(): LawLibrary {
  const kept = new Map<string, WorkVersion>();
  return {
    async versions() {
      const sorted = [...kept].toSorted(([one], [other]) => (one < other ? -1 : 1));
      return sorted.map(([, version]) => version);
    },
    async keep(version, { replace } = { replace: false }) {
      const name = nameOfVersion(version);
      const before = kept.get(name);
      if (JSON.stringify(before) === JSON.stringify(version)) return 'unchanged';
      if (before !== undefined && !replace) return 'differs';
      kept.set(name, version);
      return before === undefined ? 'kept' : 'replaced';
    },
  };
}
