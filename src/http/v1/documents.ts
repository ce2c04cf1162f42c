import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Identity } from '../../core/person/claims.ts';
import type { Quota } from '../../core/document/quota.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Vault } from '../../court/documents/kept-document.ts';
import { readDocument } from '../../court/documents/read-document.ts';
import { filed, notYours, takeInDocuments } from '../../court/registry/take-in-documents.ts';
import type { Docket } from '../../ports/docket.ts';
import type { RawFile } from '../../ports/document-reader.ts';
import type { DocumentShelf, ShelvedDocument } from '../../ports/document-shelf.ts';
import type { RegistryDesk } from '../../ports/registry-desk.ts';
import {
  contentQuery,
  courtDocument,
  type CourtDocument,
  documentChanges,
  documentPassage,
  erasure,
  uploaded,
  uploadQuery,
} from '../../wire/v1/documents.ts';
import { pageOf, pageQuery } from '../../wire/v1/page.ts';
import type { App } from '../app.ts';
import { namesTag, wantedBytes } from '../byte-range.ts';
import { contentDisposition } from '../content-disposition.ts';
import { Refused } from '../refuse.ts';
import { refusedBy } from '../refused-by.ts';
import { anyBytes, problems, refused, there } from './answers.ts';

/** What the documents of cases need of the world. */
export type DocumentsDesk = {
  docketFor(identity: Identity): Docket;
  shelfFor(identity: Identity): DocumentShelf;
  readonly vault: Vault;
  readonly desk: RegistryDesk;
  /** Where a court has no limit of its own. */
  readonly quota: Quota;
  /** Bytes of the largest file. */
  readonly largest: number;
  newId(): string;
};

const ofCase = z.object({ case: z.uuid() });
const ofDocument = z.object({ document: z.uuid() });
const tags = ['documents'];

/** The documents of a case: put on its shelf, read, sealed, erased. */
export function registerDocuments(app: App, desk: DocumentsDesk): void {
  app.get(
    '/v1/cases/:case/documents',
    {
      schema: {
        tags,
        params: ofCase,
        querystring: pageQuery,
        response: { ...problems, 200: pageOf(courtDocument) },
      },
    },
    async ({ identity, params, query }) => {
      there(await desk.docketFor(identity).case(params.case), 'case');
      const { limit, cursor = null } = query;
      const { items, next } = await desk.shelfFor(identity).list(params.case, { limit, cursor });
      return { items: items.map(shown), next };
    },
  );

  app.post(
    '/v1/cases/:case/documents',
    {
      schema: {
        tags,
        consumes: ['multipart/form-data'],
        params: ofCase,
        querystring: uploadQuery,
        response: { ...problems, 201: uploaded },
      },
    },
    async (request, reply) => {
      const { identity, params, query } = request;
      const { courtId } = there(await desk.docketFor(identity).case(params.case), 'case');
      const shelf = desk.shelfFor(identity);
      const files = filesOf(request, desk.largest);
      const { quota, largest } = desk;
      const delivery = { courtId, caseId: params.case, files, ...query, quota, largest };
      const taken = await takeInDocuments(delivery, { ...desk, shelf }).catch((error: unknown) => {
        hangUp(request, reply);
        throw error;
      });
      if (taken.kind === 'refused') {
        hangUp(request, reply);
        throw refusedBy(taken.refusals);
      }
      const documents = await Promise.all(taken.ids.map((id) => shelf.one(id)));
      return reply.code(201).send({
        documents: documents.map((document) => shown(there(document, 'document'))),
        leftOut: taken.leftOut.map(({ rule, at, says }) => ({ rule, at: [...at], says })),
      });
    },
  );

  app.get(
    '/v1/documents/:document',
    { schema: { tags, params: ofDocument, response: { ...problems, 200: courtDocument } } },
    async ({ identity, params }) =>
      shown(there(await desk.shelfFor(identity).one(params.document), 'document')),
  );

  app.delete(
    '/v1/documents/:document',
    { schema: { tags, params: ofDocument, response: { ...problems, 204: z.void() } } },
    async ({ identity, params }, reply) => {
      const shelf = desk.shelfFor(identity);
      there(await shelf.one(params.document), 'document');
      const removed = await shelf.remove(params.document);
      if (removed.kind !== 'removed') throw new Refused(whyNotRemoved[removed.kind]);
      await Promise.allSettled(removed.storageKeys.map((key) => desk.vault.storage.delete(key)));
      return reply.code(204).send();
    },
  );

  app.patch(
    '/v1/documents/:document',
    {
      schema: {
        tags,
        params: ofDocument,
        body: documentChanges,
        response: { ...problems, 200: courtDocument },
      },
    },
    async ({ identity, params, body }) => {
      const shelf = desk.shelfFor(identity);
      there(await shelf.one(params.document), 'document');
      const outcome = await shelf.seal(params.document, body.sealed);
      if (outcome === 'refused') throw new Refused(notYours);
      return shown(there(await shelf.one(params.document), 'document'));
    },
  );

  app.post(
    '/v1/documents/:document/erasure',
    {
      schema: {
        tags,
        params: ofDocument,
        body: erasure,
        response: { ...problems, 200: courtDocument },
      },
    },
    async ({ identity, params, body }) => {
      const shelf = desk.shelfFor(identity);
      there(await shelf.one(params.document), 'document');
      const erased = await shelf.erase(params.document, body.reason);
      if (erased.kind !== 'erased') throw new Refused(whyNotErased[erased.kind]);
      // The key is gone already; where this fails, the same request again finishes it.
      await desk.vault.storage.delete(erased.storageKey);
      return shown(there(await shelf.one(params.document), 'document'));
    },
  );

  app.get(
    '/v1/documents/:document/passages',
    {
      schema: {
        tags,
        params: ofDocument,
        querystring: pageQuery,
        response: { ...problems, 200: pageOf(documentPassage) },
      },
    },
    async ({ identity, params, query }) => {
      const shelf = desk.shelfFor(identity);
      there(await shelf.one(params.document), 'document');
      const { limit, cursor = null } = query;
      const { items, next } = await shelf.passages(params.document, { limit, cursor });
      return { items: [...items], next };
    },
  );

  app.get(
    '/v1/documents/:document/content',
    {
      schema: {
        tags,
        params: ofDocument,
        querystring: contentQuery,
        response: {
          ...problems,
          200: anyBytes,
          206: anyBytes,
          304: z.void().describe('It has not changed since.'),
          416: refused,
        },
      },
    },
    async (request, reply) => {
      const { identity, params, query } = request;
      const document = there(await desk.shelfFor(identity).one(params.document), 'document');
      return await sendContent(request, reply, document, desk.vault, query.inline);
    },
  );
}

/**
 * The bytes as they were filed. Whatever they are, a browser runs nothing of them: the type is the one that
 * the bytes told, nothing is sniffed, and the page that shows them is a sandbox without scripts.
 */
async function sendContent(
  request: FastifyRequest,
  reply: FastifyReply,
  document: ShelvedDocument,
  vault: Vault,
  inline: boolean,
) {
  const { size, sha256, name } = document;
  const etag = `"${sha256 ?? ''}"`;
  const { range, 'if-range': ifRange, 'if-none-match': ifNoneMatch } = request.headers;
  if (sha256 !== null && namesTag(ifNoneMatch, etag)) {
    return reply.code(304).header('etag', etag).send();
  }
  const wanted = wantedBytes(range, typeof ifRange === 'string' ? ifRange : undefined, etag, size);
  if (wanted.kind === 'none') {
    void reply.header('content-range', `bytes */${size}`);
    const says = `The document has ${size} bytes, and none of them are asked for.`;
    throw new Refused({ rule: 'SV13', at: ['headers', 'range'], says });
  }
  const { start, end } = wanted.kind === 'part' ? wanted : { start: 0, end: size };
  const read = await readDocument(document, vault, { start, end });
  if (read.kind === 'refused') throw new Refused(read.refusal);
  void reply
    .code(wanted.kind === 'part' ? 206 : 200)
    .type(document.media_type)
    .headers({
      etag,
      'accept-ranges': 'bytes',
      'content-length': end - start,
      'content-disposition': contentDisposition(inline ? 'inline' : 'attachment', name ?? ''),
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    });
  if (wanted.kind === 'part')
    void reply.header('content-range', `bytes ${start}-${end - 1}/${size}`);
  return reply.send(Readable.from(request.method === 'HEAD' ? [] : read.content));
}

/** The files of a multipart body one after the other, each whole in memory and none larger than may be. */
async function* filesOf(request: FastifyRequest, largest: number): AsyncGenerator<RawFile> {
  const limits = { fileSize: largest };
  // With their paths, so that a path is refused and not cut off.
  for await (const { file, filename } of request.files({ limits, preservePath: true })) {
    const parts: Uint8Array[] = [];
    for await (const part of file) {
      parts.push(part);
      // Here, and not at its end: nobody waits for the rest of what is refused.
      if (file.truncated) throw tooLarge(filename, largest);
    }
    if (file.truncated) throw tooLarge(filename, largest);
    yield { name: filename, bytes: new Uint8Array(Buffer.concat(parts)) };
  }
}

function tooLarge(filename: string, largest: number): Refused {
  const name = JSON.stringify(filename.slice(0, 60).toWellFormed());
  const says = `${name} is larger than ${largest} bytes, which is the most that this court takes.`;
  return new Refused({ rule: 'SV9', at: ['body', 'file'], says });
}

/** How long a sender is listened to who was answered already, so that the answer arrives. */
const lingerMs = 2_000;

/** What is still on its way of a body that is refused is thrown away unread, and soon not even that. */
function hangUp({ raw }: FastifyRequest, reply: FastifyReply): void {
  if (raw.readableEnded) return;
  void reply.header('connection', 'close');
  raw.resume();
  reply.raw.once('finish', () => {
    setTimeout(() => raw.destroy(), lingerMs).unref();
  });
}

function shown(document: ShelvedDocument): CourtDocument {
  const { id, exhibit, name, kind, size, sha256, language, pages, sealed, scan, inside } = document;
  return {
    id,
    caseId: document.case_id,
    exhibit,
    name,
    kind,
    mediaType: document.media_type,
    size,
    sha256,
    language,
    pages,
    warnings: [...document.warnings],
    sealed,
    scan,
    inside,
    filedAt: document.filed_at,
    erasedAt: document.erased_at,
  };
}

const whyNotRemoved: Readonly<Record<'filed' | 'inside' | 'refused', Refusal>> = {
  filed,
  inside: {
    rule: 'FL6',
    at: ['path', 'document'],
    says: 'This came inside another document; remove that one.',
  },
  refused: notYours,
};

const whyNotErased: Readonly<Record<'unfiled' | 'inside' | 'refused', Refusal>> = {
  unfiled: {
    rule: 'FL6',
    at: ['path', 'document'],
    says: 'The case is not filed, and no record knows this document; remove it.',
  },
  inside: {
    rule: 'FL6',
    at: ['path', 'document'],
    says: 'This came inside another document, which holds its bytes; erase that one first.',
  },
  refused: {
    rule: 'SV4',
    at: [],
    says: 'Only a person who is a clerk of the court erases a document.',
  },
};
