import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { viewsOfDemo } from '../../../test/hear-folder.ts';
import { mindContract } from '../../ports/mind.contract.ts';
import { profileFolder } from '../profiles/profile-folder.ts';
import { offlineMind } from './mind.ts';

async function open() {
  const jurisdictions = fileURLToPath(new URL('../../../jurisdictions', import.meta.url));
  const read = await profileFolder(jurisdictions).read('model');
  if (read.kind !== 'read') throw new Error('the model court cannot be read');
  return offlineMind(read.profile);
}

/** It reads the papers once; between turns it keeps nothing else. */
let mind: ReturnType<typeof open> | undefined;

mindContract('offline', viewsOfDemo, { open: () => (mind ??= open()) });

test('the offline mind makes the same moves of the same papers', async () => {
  const [one, other] = [await open(), await open()];
  for (const view of await viewsOfDemo()) {
    expect(await one.next(view, () => undefined)).toEqual(await other.next(view, () => undefined));
  }
});
