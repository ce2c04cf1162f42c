import { describe, expect, test } from 'vitest';
import type { WorkVersion } from '../core/law/work-version.ts';
import type { LawLibrary } from './law-library.ts';

const version: WorkVersion = {
  work: 'code-of-fairs',
  title: 'Code of Fairs',
  from: '2001-01-01',
  standing: 'official',
  language: 'en',
  nature: 'substance',
  workInForceSince: '1999-01-01',
  articles: [
    {
      id: '1',
      key: '1',
      shortKey: null,
      label: 'Article 1',
      headings: ['Part One'],
      text: 'Article 1. Stalls are let by the day.',
      paragraphs: [{ start: 0, end: 37 }],
      empty: false,
    },
  ],
};
const summary: WorkVersion = { ...version, standing: 'summary' };
const later: WorkVersion = { ...version, from: '2010-01-01' };
const amended: WorkVersion = { ...version, title: 'Code of Fairs and Markets' };

/** Every law library passes this suite: `open` opens the same library again and again. */
export function lawLibraryContract(
  name: string,
  fresh: () => Promise<{ readonly open: () => LawLibrary; readonly end: () => Promise<unknown> }>,
): void {
  describe(`law library: ${name}`, () => {
    test('[LL1] gives what was kept, sorted, and nothing before', async () => {
      const { open, end } = await fresh();
      const library = open();
      expect(await library.versions()).toEqual([]);
      for (const one of [later, summary, version]) expect(await library.keep(one)).toBe('kept');
      expect(await library.versions()).toEqual([version, summary, later]);
      await end();
    });
    test('[LL2] keeps the same text once', async () => {
      const { open, end } = await fresh();
      const library = open();
      await library.keep(version);
      expect(await library.keep(structuredClone(version))).toBe('unchanged');
      expect(await library.versions()).toEqual([version]);
      await end();
    });
    test('[LL3] does not put another text in the place of one, unless told to', async () => {
      const { open, end } = await fresh();
      const library = open();
      await library.keep(version);
      expect(await library.keep(amended)).toBe('differs');
      expect(await library.versions()).toEqual([version]);
      expect(await library.keep(amended, { replace: true })).toBe('replaced');
      expect(await library.versions()).toEqual([amended]);
      await end();
    });
    test('[LL4] the next to open it finds what was kept', async () => {
      const { open, end } = await fresh();
      await open().keep(version);
      expect(await open().versions()).toEqual([version]);
      await end();
    });
  });
}
