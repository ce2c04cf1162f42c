import { request } from 'node:http';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { counsel, openRegistryApp, receipt } from '../../../test/registry-app.ts';

const megabyte = Buffer.alloc(1_000_000, 65);

/** Sends a form of so many megabytes through a socket, as fast as it is taken, and reads the answer. */
async function send(port: number, path: string, megabytes: number, cutOff = false) {
  const boundary = '----paper-paper-paper-paper';
  const asked = request({
    port,
    path,
    method: 'POST',
    headers: {
      'x-as': String(counsel),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
  });
  const answered = new Promise<{ status: number; body: string } | null>((resolve) => {
    asked.once('error', () => resolve(null));
    asked.once('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
      );
    });
  });
  asked.write(
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="large.txt"\r\n\r\n`,
  );
  for (let sent = 0; sent < megabytes && !asked.destroyed; sent += 1) {
    if (!asked.write(megabyte)) await Promise.race([once(asked, 'drain'), answered]);
  }
  if (cutOff) asked.destroy();
  else asked.end(`\r\n--${boundary}--\r\n`);
  return await answered;
}

test('[SV9] 200 MB are refused as they arrive, and nothing of them is kept', async () => {
  const { app, begin, upload, vault, ask } = await openRegistryApp();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.addresses()[0];
  const port = typeof address === 'object' ? address.port : 0;
  const id = await begin();
  const path = `/v1/cases/${id}/documents`;
  const answer = await send(port, path, 200);
  expect(answer?.status).toBe(413);
  expect(JSON.parse(answer?.body ?? '{}')).toMatchObject({ rule: 'SV9' });
  await send(port, path, 3, true);
  expect((await ask(counsel, 'GET', path)).body.items).toEqual([]);
  for await (const { key } of vault.storage.list('')) throw new Error(`${key} was kept`);
  expect((await upload(counsel, id, [['receipt.txt', receipt]])).status).toBe(201);
});
