import { createHmac, generateKeyPairSync, sign } from 'node:crypto';

/**
 * What somebody may make of a token that holds: without a signature, signed with the published keys as if they
 * were a secret (RFC 8725, 2.1), with a key of their own, with other claims, or cut off.
 */
export function forgedFrom(token: string, publishedKeys: string): readonly string[] {
  const [head = '', claims = '', signature = ''] = token.split('.');
  const { kid } = JSON.parse(decoded(head)) as { readonly kid: string };
  const own = JSON.parse(decoded(claims)) as object;
  const raised = part({ ...own, role: 'service_role' });
  const symmetric = `${part({ alg: 'HS256', kid })}.${claims}`;
  const confused = createHmac('sha256', publishedKeys).update(symmetric).digest('base64url');
  const { privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signed = `${part({ alg: 'ES256', kid })}.${claims}`;
  const foreign = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return [
    `${part({ alg: 'none', kid })}.${raised}.`,
    `${symmetric}.${confused}`,
    `${signed}.${foreign.toString('base64url')}`,
    `${head}.${raised}.${signature}`,
    `${head}.${claims}.`,
    `${token}x`,
    'x',
  ];
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decoded = (words: string): string => Buffer.from(words, 'base64url').toString();
