import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seats } from '../../core/gate/proposal.ts';
import type { Briefs } from '../../ports/briefs.ts';

/** The briefs of the roles: one Markdown file per seat, its version in the front matter. */
export async function readBriefs(folder: string): Promise<Briefs> {
  const read = seats.map(async (seat) => {
    const text = await readFile(join(folder, `${seat}.md`), 'utf8');
    const version = /^---\nversion: (\S+)\n---\n/u.exec(text)?.[1] ?? 'none';
    return [seat, { version, text: text.replace(/^---\n[\s\S]*?\n---\n/u, '').trim() }] as const;
  });
  return new Map(await Promise.all(read));
}
