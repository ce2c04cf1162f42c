import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventDraft } from './event.ts';
import type { Json, JsonObject } from './prose.ts';
import { fileOfProse, hashOfText, type Path, proseOfFile, seal, unseal } from './seal.ts';

const draft = (data: JsonObject): EventDraft => ({
  id: 'a-1',
  at: '2026-03-02T09:00:00.000Z',
  by: { seat: 'prosecutor', kind: 'person', name: { prose: 'Counsel for the claimant' } },
  type: 'statement-made',
  data,
});

function counting(): {
  saltFor: () => Uint8Array;
  paths: Path[];
  note: (path: Path) => Uint8Array;
} {
  let n = 0;
  const paths: Path[] = [];
  const saltFor = (): Uint8Array => new Uint8Array(16).fill(++n);
  return { saltFor, paths, note: (path) => (paths.push(path), saltFor()) };
}

const marked = fc.string().map((text) => `§mark ${text}`);
const data = fc.dictionary(
  fc.string(),
  fc.letrec<{ node: Json }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.integer(),
      fc.constant(null),
      marked.map((prose) => ({ prose })),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(
        fc.string().filter((name) => name !== 'prose' && name !== 'sealed'),
        tie('node'),
        { maxKeys: 3 },
      ),
    ),
  })).node,
) as fc.Arbitrary<JsonObject>;

describe('sealed texts', () => {
  test('what is sealed holds no text, and unsealing gives all of it back', () => {
    fc.assert(
      fc.property(data, (inner) => {
        const whole = draft({ inner });
        const { event, texts } = seal(whole, counting().saltFor);
        expect(JSON.stringify(event)).not.toMatch(/§mark|Counsel/);
        const textOf = new Map(texts.map(({ hash, text }) => [hash, text]));
        expect(unseal(event, (hash) => textOf.get(hash))).toEqual(whole);
      }),
    );
  });

  test('each text has its own salt, asked for by its place, so that equal texts do not show', () => {
    const { note, paths } = counting();
    const { event, texts } = seal(
      draft({ anchors: [{ quote: { prose: 'late' } }, { quote: { prose: 'late' } }] }),
      note,
    );
    expect(paths).toEqual([
      ['by', 'name'],
      ['data', 'anchors', 0, 'quote'],
      ['data', 'anchors', 1, 'quote'],
    ]);
    expect(new Set(texts.map(({ hash }) => hash)).size).toBe(3);
    expect(event.data['anchors']).toEqual(
      texts.slice(1).map(({ hash }) => ({ quote: { sealed: hash } })),
    );
    for (const { hash, salt, text } of texts) expect(hashOfText(salt, text)).toBe(hash);
  });

  test('a text that left stays sealed', () => {
    const { event } = seal(draft({ text: { prose: 'gone' } }), counting().saltFor);
    expect(unseal(event, () => undefined)).toEqual(event);
  });

  test('a text beside other members is a bug, since the others could tell it', () => {
    expect(() => seal(draft({ a: [{ prose: 'x', length: 1 }] }), counting().saltFor)).toThrow(
      'data.a.0: a text stands alone',
    );
  });

  test('members named like texts that are none pass', () => {
    const data = { prose: 1, sealed: 'no hash', more: true };
    const { event } = seal(draft(data), counting().saltFor);
    expect(unseal(event, () => 'never').data).toEqual(data);
  });

  test('a short salt and a text that UTF-8 cannot hold are bugs', () => {
    expect(() => seal(draft({}), () => new Uint8Array(15))).toThrow('at least 16 bytes');
    expect(() => seal(draft({ a: { prose: '\ud800' } }), counting().saltFor)).toThrow('surrogate');
  });

  test('a file is vouched for by its hash, and by its name where the hash is not the name', () => {
    const sha256 = 'ab'.repeat(32);
    for (const name of [`documents/${sha256}`, 'transcript.md', 'documents/other']) {
      expect(fileOfProse(proseOfFile(name, sha256).prose)).toBe(name);
    }
    expect(proseOfFile(`documents/${sha256}`, sha256)).toEqual({ prose: sha256 });
    expect(proseOfFile('transcript.md', sha256)).toEqual({ prose: `${sha256}  transcript.md` });
    for (const text of ['', 'transcript.md', `${sha256} a`, `${sha256}  a\nb`]) {
      expect(fileOfProse(text)).toBeNull();
    }
  });
});
