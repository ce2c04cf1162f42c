import { describe, expect, onTestFinished, test } from 'vitest';
import type { BegunHearing, HearingFolder } from './hearing-folder.ts';
import { batch } from './record-store.contract.ts';

const inputs = { papers: 'aa', jurisdiction: 'model', key: null, clock: null };
const hearing: BegunHearing = { inputs, case: 'C-1', seed: '11'.repeat(32) };
const documents = new Map([
  ['aa', new Uint8Array([1, 2])],
  ['bb', new Uint8Array()],
]);

/** Every hearing folder passes this suite; `place` gives doors to one place with nothing in it. */
export function hearingFolderContract(
  name: string,
  place: () => Promise<() => HearingFolder>,
): void {
  async function doors(): Promise<() => HearingFolder> {
    const open = await place();
    return () => {
      const folder = open();
      onTestFinished(() => folder.close());
      return folder;
    };
  }

  describe(`hearing folder: ${name}`, () => {
    test('[HF1] nothing waits before the record of a hearing has begun', async () => {
      const open = await doors();
      const folder = open();
      expect(await folder.waiting()).toBeNull();
      await folder.begin(hearing, documents);
      await folder.close();
      expect(await open().waiting()).toBeNull();
    });

    test('[HF2] then it waits, with its record and its documents', async () => {
      const open = await doors();
      const folder = open();
      await folder.begin(hearing, documents);
      const first = batch('C-1', [], ['a']);
      await folder.store.append('C-1', first, 0);
      await folder.close();
      const again = open();
      expect(await again.waiting()).toEqual(hearing);
      expect(await again.documents()).toEqual(documents);
      expect(await again.store.read('C-1')).toEqual(first.events);
      const next = batch('C-1', first.events, ['b']);
      expect(await again.store.append('C-1', next, 1)).toBe('appended');
    });

    test('[HF3] who begins throws away what waited', async () => {
      const open = await doors();
      const folder = open();
      await folder.begin(hearing, documents);
      await folder.store.append('C-1', batch('C-1', [], ['a']), 0);
      await folder.close();
      const again = open();
      const other = { ...hearing, inputs: { ...inputs, papers: 'cc' }, seed: null };
      await again.begin(other, new Map());
      expect(await again.store.read('C-1')).toEqual([]);
      await again.store.append('C-1', batch('C-1', [], ['b']), 0);
      await again.close();
      const last = open();
      expect(await last.waiting()).toEqual(other);
      expect(await last.documents()).toEqual(new Map());
    });

    test('[HF4] after the end nothing waits, and another may be begun', async () => {
      const open = await doors();
      const folder = open();
      await folder.begin(hearing, documents);
      await folder.store.append('C-1', batch('C-1', [], ['a']), 0);
      await folder.finish();
      await folder.close();
      const again = open();
      expect(await again.waiting()).toBeNull();
      await again.begin(hearing, documents);
      await again.store.append('C-1', batch('C-1', [], ['a']), 0);
      await again.close();
      expect(await open().waiting()).toEqual(hearing);
    });
  });
}
