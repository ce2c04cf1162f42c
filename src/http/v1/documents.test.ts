import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  administrator,
  clerk,
  complaint,
  counsel,
  observer,
  openRegistryApp,
  other,
  party,
  receipt,
} from '../../../test/registry-app.ts';

const missing = '99999999-9999-4999-8999-999999999999';
const papers = [
  ['complaint.md', complaint],
  ['receipt.txt', receipt],
] as const;

describe('documents of a case', () => {
  test('are put on its shelf, known by their bytes, and read as they were filed', async () => {
    const { ask, begin, upload, vault } = await openRegistryApp();
    const id = await begin();
    const put = await upload(counsel, id, papers);
    expect(put).toMatchObject({
      status: 201,
      body: {
        documents: [
          {
            caseId: id,
            exhibit: null,
            name: 'complaint.md',
            kind: 'complaint',
            mediaType: 'text/markdown',
            language: 'en',
            pages: 1,
            scan: 'not-configured',
            erasedAt: null,
          },
          { name: 'receipt.txt', kind: 'receipt', size: receipt.length },
        ],
        leftOut: [],
      },
    });
    const [first, second] = put.body.documents;
    const one = await ask(counsel, 'GET', `/v1/documents/${first.id}`);
    expect(one.body).toEqual(first);
    const content = await ask(counsel, 'GET', `/v1/documents/${second.id}/content`);
    expect(content.bytes.toString()).toBe(receipt);
    for await (const { key, size } of vault.storage.list('')) {
      expect(key).toContain(id);
      expect(size).toBeGreaterThan(receipt.length);
    }
    const passages = await ask(counsel, 'GET', `/v1/documents/${first.id}/passages?limit=2`);
    expect(passages.body.items).toHaveLength(2);
    const rest = await ask(
      counsel,
      'GET',
      `/v1/documents/${first.id}/passages?cursor=${passages.body.next}`,
    );
    expect(rest.body.items[0].n).toBe(3);
    expect(rest.body.next).toBeNull();
    expect(JSON.stringify(rest.body.items)).toContain('delivered nothing');
  });

  test('are listed page by page, each once', async () => {
    const { ask, begin, upload } = await openRegistryApp();
    const id = await begin();
    await upload(
      counsel,
      id,
      Array.from({ length: 5 }, (_, n) => [`${n}.txt`, `Paper ${n}.`]),
    );
    const names: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await ask(counsel, 'GET', `/v1/cases/${id}/documents?limit=2${cursor}`);
      names.push(...body.items.map(({ name }: { name: string }) => name));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(names.toSorted()).toEqual(['0.txt', '1.txt', '2.txt', '3.txt', '4.txt']);
    for (const cursor of [
      'x',
      Buffer.from(`9999-99-99T99:99:99.999Z ${missing}`).toString('base64url'),
    ]) {
      const { status, body } = await ask(
        counsel,
        'GET',
        `/v1/cases/${id}/documents?cursor=${cursor}`,
      );
      expect([status, body.items]).toEqual([200, []]);
    }
  });

  test('[FL3] two of one name do not lie there; the second is refused or takes the place of the first', async () => {
    const { ask, begin, upload, vault } = await openRegistryApp();
    const id = await begin();
    const { body: before } = await upload(counsel, id, papers);
    const again = await upload(counsel, id, papers);
    expect(again).toMatchObject({ status: 409, body: { rule: 'FL3' } });
    expect(again.body.detail).toContain('complaint.md, receipt.txt');
    const twice = await upload(counsel, id, [
      ['a.txt', 'One.'],
      ['a.txt', 'Two.'],
    ]);
    expect(twice).toMatchObject({ status: 409, body: { rule: 'FL3' } });
    const replaced = await upload(
      counsel,
      id,
      [['receipt.txt', 'Nothing was paid.']],
      '?replace=true',
    );
    expect(replaced.status).toBe(201);
    const { body } = await ask(counsel, 'GET', `/v1/cases/${id}/documents`);
    expect(body.items).toHaveLength(2);
    expect(await ask(counsel, 'GET', `/v1/documents/${before.documents[1].id}`)).toMatchObject({
      status: 404,
    });
    expect(await stored(vault)).toBe(2);
  });

  test('the same bytes under two names are two papers', async () => {
    const { begin, upload } = await openRegistryApp();
    const id = await begin();
    const both = await upload(counsel, id, [
      ['a.txt', receipt],
      ['b.txt', receipt],
    ]);
    expect(both.status).toBe(201);
  });

  test('are removed by whoever put them there, or by a clerk, and by nobody else', async () => {
    const { ask, begin, upload, vault } = await openRegistryApp();
    const id = await begin();
    const { body } = await upload(counsel, id, papers);
    const [first, second] = body.documents;
    const url = `/v1/documents/${first.id}`;
    expect((await ask(observer, 'DELETE', url)).body).toMatchObject({ rule: 'SV4' });
    expect((await ask(other, 'DELETE', url)).body).toMatchObject({ rule: 'SV2' });
    expect((await ask(counsel, 'DELETE', url)).status).toBe(204);
    expect((await ask(clerk, 'DELETE', `/v1/documents/${second.id}`)).status).toBe(204);
    expect((await ask(counsel, 'GET', `/v1/cases/${id}/documents`)).body.items).toEqual([]);
    expect(await stored(vault)).toBe(0);
  });

  test('[SV4] nobody files who only looks; [SV2] nor for a court that is not theirs', async () => {
    const { begin, upload, vault } = await openRegistryApp();
    const id = await begin();
    for (const as of [observer, administrator]) {
      expect(await upload(as, id, papers)).toMatchObject({ status: 403, body: { rule: 'SV4' } });
    }
    expect(await upload(other, id, papers)).toMatchObject({ status: 404, body: { rule: 'SV2' } });
    expect(await stored(vault)).toBe(0);
  });

  test('what comes inside an e-mail lies beside it, goes with it, and not alone', async () => {
    const { ask, begin, upload } = await openRegistryApp();
    const id = await begin();
    const { body } = await upload(counsel, id, [['letter.eml', mail]]);
    const [whole, inside] = body.documents;
    expect(inside).toMatchObject({ name: 'letter.eml/note.txt', inside: whole.id });
    const alone = await ask(counsel, 'DELETE', `/v1/documents/${inside.id}`);
    expect(alone.body).toMatchObject({ rule: 'FL6' });
    expect((await ask(counsel, 'DELETE', `/v1/documents/${whole.id}`)).status).toBe(204);
    expect((await ask(counsel, 'GET', `/v1/cases/${id}/documents`)).body.items).toEqual([]);
  });
});

describe('hostile uploads', () => {
  test.each<[string, string, string | Uint8Array, string, number]>([
    ['no bytes', 'empty.txt', '', 'DOC1', 422],
    ['a program', 'tool.pdf', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 1, 1, 1, 0), 'DOC3', 422],
    ['a damaged PDF', 'x.pdf', '%PDF-1.7\nnothing more', 'DOC5', 422],
    ['a zip bomb', 'bomb.docx', bomb(), 'DOC9', 422],
    ['a path', '../../etc/passwd', 'x', 'FL4', 422],
    ['a Windows path', String.raw`C:\papers\x.txt`, 'x', 'FL4', 422],
    ['control signs', 'a\u0007b.txt', 'x', 'FL4', 422],
    ['a name that is turned round', 'a\u202Etxt.exe', 'x', 'FL4', 422],
    ['a name that is too long', `${'n'.repeat(200)}.txt`, 'x', 'FL4', 422],
    ['too many bytes', 'large.txt', new Uint8Array(1_000_001).fill(65), 'SV9', 413],
  ])('%s: %s is refused, and what came with it too', async (_, name, content, rule, status) => {
    const { ask, begin, upload, vault } = await openRegistryApp({
      documents: { largest: 1_000_000 },
    });
    const id = await begin();
    const put = await upload(counsel, id, [
      ['receipt.txt', receipt],
      [name, content],
    ]);
    expect(put).toMatchObject({ status, body: { rule } });
    expect((await ask(counsel, 'GET', `/v1/cases/${id}/documents`)).body.items).toEqual([]);
    expect(await stored(vault)).toBe(0);
  });

  test('a name of other letters is kept as it is', async () => {
    const { ask, begin, upload } = await openRegistryApp();
    const id = await begin();
    const name = 'Año «1» — señora 日本.txt';
    const { body } = await upload(counsel, id, [[name, receipt]]);
    expect(body.documents[0].name).toBe(name);
    const { headers } = await ask(counsel, 'GET', `/v1/documents/${body.documents[0].id}/content`);
    expect(headers['content-disposition']).toBe(
      `attachment; filename="A_o _1_ _ se_ora __.txt"; filename*=UTF-8''${encodeURIComponent(name)}`,
    );
  });

  test('a text with zero bytes in it breaks nothing', async () => {
    const { ask, begin, upload } = await openRegistryApp();
    const id = await begin();
    const put = await upload(counsel, id, [['nul.txt', `${receipt}\0and more\0`]]);
    expect([201, 422]).toContain(put.status);
    const filing = await ask(counsel, 'POST', `/v1/cases/${id}/filing`, {});
    expect([201, 422]).toContain(filing.status);
  });

  test('[SV1] a body without files, [SV10] and one that is no form', async () => {
    const { ask, begin, upload } = await openRegistryApp();
    const id = await begin();
    expect(await upload(counsel, id, [])).toMatchObject({ status: 400, body: { rule: 'SV1' } });
    const json = await ask(counsel, 'POST', `/v1/cases/${id}/documents`, {});
    expect(json.status).toBeGreaterThanOrEqual(400);
    expect(json.status).toBeLessThan(500);
  });

  test('[QU1] a case holds as much as it may, and papers that come at once are counted together', async () => {
    const { begin, upload, vault } = await openRegistryApp({
      documents: { quota: { court: null, case: 1_000 } },
    });
    const id = await begin();
    const paper = 'x '.repeat(300);
    const puts = await Promise.all(
      ['a.txt', 'b.txt', 'c.txt'].map((name) => upload(counsel, id, [[name, paper]])),
    );
    expect(puts.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(puts.flatMap(({ body }) => body.rule ?? [])).toEqual(['QU1', 'QU1']);
    expect(await stored(vault)).toBe(1);
  });

  test('[VR1] what a scanner finds harmful is not kept', async () => {
    const scanner = {
      scan: async () => ({ kind: 'infected', name: 'Eicar-Test' }) as const,
    };
    const { begin, upload } = await openRegistryApp({ vault: { scanner } });
    const put = await upload(counsel, await begin(), papers);
    expect(put).toMatchObject({ status: 422, body: { rule: 'VR1' } });
    expect(put.body.errors).toHaveLength(2);
  });
});

describe('the bytes of a document', () => {
  test('are given in ranges, whole where a range does not hold, and not again to who has them', async () => {
    const { ask, begin, upload } = await openRegistryApp();
    const { body } = await upload(counsel, await begin(), [['receipt.txt', receipt]]);
    const [{ id, sha256 }] = body.documents;
    const get = (headers: Record<string, string>, method: 'GET' | 'HEAD' = 'GET') =>
      ask(counsel, method, `/v1/documents/${id}/content`, undefined, headers);
    const size = receipt.length;

    const part = await get({ range: 'bytes=8-10' });
    expect([part.status, part.bytes.toString()]).toEqual([206, receipt.slice(8, 11)]);
    expect(part.headers).toMatchObject({
      'content-range': `bytes 8-10/${size}`,
      'content-length': '3',
      etag: `"${sha256}"`,
    });
    expect((await get({ range: 'bytes=-4' })).bytes.toString()).toBe(receipt.slice(-4));
    expect((await get({ range: `bytes=${size - 2}-` })).bytes.toString()).toBe(receipt.slice(-2));
    expect((await get({ range: 'bytes=0-999999' })).status).toBe(206);
    expect((await get({ range: 'bytes=0-1', 'if-range': `"${sha256}"` })).status).toBe(206);
    for (const headers of [
      { range: 'bytes=0-1', 'if-range': '"other"' },
      { range: 'bytes=0-1,4-5' },
      { range: 'bytes=5-2' },
      { range: 'lines=1-2' },
    ]) {
      const whole = await get(headers);
      expect([whole.status, whole.bytes.toString()]).toEqual([200, receipt]);
    }
    const none = await get({ range: `bytes=${size}-` });
    expect(none).toMatchObject({ status: 416, body: { rule: 'SV13' } });
    expect(none.headers['content-range']).toBe(`bytes */${size}`);
    expect((await get({ 'if-none-match': `W/"x", "${sha256}"` })).status).toBe(304);
    const head = await get({}, 'HEAD');
    expect([head.status, head.headers['content-length'], head.bytes.length]).toEqual([
      200,
      String(size),
      0,
    ]);
  });

  test('run nothing in a browser', async () => {
    const { ask, begin, upload } = await openRegistryApp();
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script> A drawing.</svg>';
    const html =
      '<!doctype html><html><body><script>alert(1)</script>Words of a page.</body></html>';
    const { body, status } = await upload(counsel, await begin(), [
      ['x.svg', svg],
      ['x.html', html],
      ['x.txt', html],
    ]);
    expect([201, 422]).toContain(status);
    for (const { id } of body.documents ?? []) {
      const { headers } = await ask(counsel, 'GET', `/v1/documents/${id}/content?inline=true`);
      expect(headers['content-type']).toMatch(/^text\/(?:plain|markdown)/);
      expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-disposition']).toMatch(/^inline; /);
    }
  });
});

describe('a sealed document', () => {
  test('is seen by who acts in the case and by clerks, and by nobody who only looks', async () => {
    const { ask, begin, upload, admin } = await openRegistryApp();
    const id = await begin();
    const { body } = await upload(counsel, id, [['secret.txt', receipt]], '?sealed=true');
    await upload(counsel, id, [['complaint.md', complaint]]);
    const [{ id: sealed }] = body.documents;
    await ask(counsel, 'POST', `/v1/cases/${id}/filing`, {});
    const url = `/v1/documents/${sealed}`;
    for (const as of [observer, administrator, other, party]) {
      for (const tail of ['', '/content', '/passages']) {
        expect((await ask(as, 'GET', url + tail)).status).toBe(404);
      }
      expect((await ask(as, 'PATCH', url, { sealed: false })).status).toBe(404);
      expect((await ask(as, 'POST', `${url}/erasure`, { reason: 'x' })).status).toBe(404);
    }
    const listed = await ask(observer, 'GET', `/v1/cases/${id}/documents`);
    expect(listed.body.items.map(({ name }: { name: string }) => name)).toEqual(['complaint.md']);
    for (const as of [clerk, counsel]) expect((await ask(as, 'GET', url)).status).toBe(200);

    const [{ n }] = (await admin(
      `select count(*) as n from court.texts where sealed and text = $1`,
      ['secret.txt'],
    )) as [{ n: string }];
    expect(n).toBe('1');
    expect((await ask(counsel, 'PATCH', url, { sealed: false })).body).toMatchObject({
      rule: 'SV4',
    });
    expect((await ask(clerk, 'PATCH', url, { sealed: false })).body.sealed).toBe(false);
    expect((await ask(observer, 'GET', url)).status).toBe(200);
    expect((await ask(observer, 'GET', `${url}/passages`)).body.items).not.toEqual([]);
    expect(await admin('select 1 from court.texts where sealed')).toEqual([]);
  });

  test('takes what came inside it along; erased is the whole first', async () => {
    const { ask, begin, upload, admin } = await openRegistryApp();
    const id = await begin();
    await upload(counsel, id, [['complaint.md', complaint]]);
    const { body } = await upload(counsel, id, [['letter.eml', mail]]);
    const [whole, inside] = body.documents.map((one: { id: string }) => `/v1/documents/${one.id}`);
    await ask(counsel, 'POST', `/v1/cases/${id}/filing`, {});
    await ask(clerk, 'PATCH', whole, { sealed: true });
    for (const url of [whole, inside]) expect((await ask(observer, 'GET', url)).status).toBe(404);
    const open = await admin('select text from court.texts where not sealed');
    expect(JSON.stringify(open)).not.toMatch(/note on the boards|have none/);
    const reason = { reason: 'By order.' };
    const early = await ask(clerk, 'POST', `${inside}/erasure`, reason);
    expect(early.body).toMatchObject({ rule: 'FL6' });
    for (const url of [whole, inside]) {
      expect((await ask(clerk, 'POST', `${url}/erasure`, reason)).status).toBe(200);
    }
    const left = await admin('select text from court.texts');
    expect(JSON.stringify(left)).not.toMatch(/note on the boards|have none/);
  });
});

const mail = [
  'From: a@example.org',
  'To: b@example.org',
  'Subject: The boards',
  'Date: Mon, 3 Mar 2025 10:00:00 +0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain',
  '',
  'I promised the boards and have none.',
  '--b',
  'Content-Type: text/plain; name="note.txt"',
  'Content-Disposition: attachment; filename="note.txt"',
  '',
  'A note on the boards.',
  '--b--',
  '',
].join('\r\n');

/** A small archive that holds half a gigabyte of nothing. */
function bomb(): Uint8Array {
  const zeros = new Uint8Array(24_000_000);
  return zipSync({
    'word/document.xml': zeros,
    'word/header1.xml': zeros,
    '[Content_Types].xml': new Uint8Array(10),
  });
}

async function stored(vault: { storage: { list(prefix: string): AsyncIterable<unknown> } }) {
  let count = 0;
  for await (const _ of vault.storage.list('')) count += 1;
  return count;
}
