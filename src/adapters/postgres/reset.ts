import { connected, isSupabase } from './connected.ts';

/** Whether the database is empty again, or why it was left alone, in a sentence. */
export type Reset =
  | { readonly kind: 'reset' }
  | { readonly kind: 'refused'; readonly rule: string; readonly says: string };

/** Throws the whole database away, with everybody's connections, and makes it anew and empty. */
export async function resetDatabase(adminUrl: string): Promise<Reset> {
  const url = new URL(adminUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  url.pathname = '/postgres';
  if (name === '' || ['postgres', 'template0', 'template1'].includes(name)) {
    const says = `The database «${name}» belongs to the server and is not thrown away. Give the court one of its own.`;
    return { kind: 'refused', rule: 'DB9', says };
  }
  return connected(url.href, async (client) => {
    if (await isSupabase(client)) {
      const says = 'A Supabase project is reset by its own command: supabase db reset --linked.';
      return { kind: 'refused', rule: 'DB9', says };
    }
    const quoted = client.escapeIdentifier(name);
    await client.query(`drop database if exists ${quoted} with (force)`);
    await client.query(`create database ${quoted}`);
    return { kind: 'reset' };
  });
}
