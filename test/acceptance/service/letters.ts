import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

type Letter = { readonly to: string; readonly text: string };

const longestMs = 20_000;

/** The text of the last letter to this address, as the court keeps it where no mail server is set. */
export async function letterTo(dataDir: string, email: string): Promise<string> {
  const end = Date.now() + longestMs;
  for (;;) {
    const found = (await letters(dataDir)).findLast(({ to }) => to === email);
    if (found !== undefined) return found.text;
    if (Date.now() > end) throw new Error(`there is no letter to ${email}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function letters(dataDir: string): Promise<readonly Letter[]> {
  const lines = await readFile(join(dataDir, 'letters.jsonl'), 'utf8').catch(() => '');
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Letter);
}
