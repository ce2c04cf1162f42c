import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readProfile } from '../../core/jurisdiction/read-profile.ts';
import type { LawFile, ProfileSource } from '../../ports/profile-source.ts';

/** Jurisdictions as folders: `ROOT/<id>/*.yaml`, `ROOT/<id>/causes/*.yaml`, `ROOT/<id>/law/*.md`. */
export function profileFolder(root: string): ProfileSource {
  const list = async () => {
    const entries = await readdir(root, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).toSorted();
  };
  const filesIn = async (
    id: string,
    folder: string,
    ending: string,
  ): Promise<readonly LawFile[]> => {
    const path = join(root, id, folder);
    const names = await readdir(path).catch(noSuchFolder);
    const wanted = names.filter((name) => name.endsWith(ending)).toSorted();
    return Promise.all(
      wanted.map(async (name) => ({ name, text: await readFile(join(path, name), 'utf8') })),
    );
  };
  return {
    list,
    async read(id) {
      if (!(await list()).includes(id)) return { kind: 'missing' };
      const top = await filesIn(id, '.', '.yaml');
      const causes = await filesIn(id, 'causes', '.yaml');
      return readProfile([
        ...top,
        ...causes.map(({ name, text }) => ({ name: `causes/${name}`, text })),
      ]);
    },
    async law(id) {
      return (await list()).includes(id) ? filesIn(id, 'law', '.md') : [];
    },
  };
}

function noSuchFolder(fault: unknown): string[] {
  if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return [];
  throw fault;
}
