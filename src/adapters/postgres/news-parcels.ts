import { setTimeout as pause } from 'node:timers/promises';

/** News packed into payloads of NOTIFY, which hold less than 8,000 bytes. */
export type NewsParcels = {
  /** Sends JSON along with what else is to go, in the order in which it was handed over. */
  send(json: string): void;
  /** The news of other processes in a payload; those of this one are left out. */
  open(payload: string): readonly unknown[];
  /** Sends what waits, and nothing more. */
  close(): Promise<void>;
};

const mostBytes = 7_900;

/** Bytes of one part of long news, before they are written in base64. */
const partBytes = 5_700;

/** News that wait while the database is slow, in bytes; then the oldest are lost. */
const mostWaiting = 1_048_576;

/** How long news are gathered, in milliseconds: each NOTIFY is a transaction. */
const gatherMs = 10;

/** Senders whose long news are put together at once. */
const mostSenders = 64;

/**
 * A payload is the id of its sender, then news, each on a line of its own: `=` and the JSON, or a part of
 * longer JSON: `+` for one that others follow, `.` for the last, and base64.
 */
export function newsParcels({
  notify,
  id,
  onTrouble,
}: {
  readonly notify: (payload: string) => Promise<void>;
  readonly id: string;
  readonly onTrouble: (error: unknown) => void;
}): NewsParcels {
  const waiting: string[] = [];
  let waitingBytes = 0;
  let sending: Promise<void> | null = null;
  const unfinished = new Map<string, string[]>();

  function take(): string {
    const lines: string[] = [];
    for (let bytes = Buffer.byteLength(id); waiting.length > 0;) {
      const [line = ''] = waiting;
      const size = Buffer.byteLength(line) + 1;
      if (lines.length > 0 && bytes + size > mostBytes) break;
      bytes += size;
      waitingBytes -= size;
      lines.push(line);
      waiting.shift();
    }
    return [id, ...lines].join('\n');
  }

  async function sendAll(): Promise<void> {
    await pause(gatherMs);
    while (waiting.length > 0) await notify(take()).catch(onTrouble);
    sending = null;
  }

  function put(sender: string, line: string): string | null {
    const sign = line[0];
    if (sign === '=') return line.slice(1);
    const parts = unfinished.get(sender) ?? [];
    unfinished.delete(sender);
    parts.push(line.slice(1));
    if (sign === '.') {
      return Buffer.concat(parts.map((part) => Buffer.from(part, 'base64'))).toString();
    }
    if (parts.length < mostParts) unfinished.set(sender, parts);
    for (const oldest of unfinished.keys()) {
      if (unfinished.size <= mostSenders) break;
      unfinished.delete(oldest);
    }
    return null;
  }

  return {
    send(json) {
      for (const line of linesOf(json)) {
        waiting.push(line);
        waitingBytes += Buffer.byteLength(line) + 1;
      }
      while (waitingBytes > mostWaiting) {
        waitingBytes -= Buffer.byteLength(waiting.shift() ?? '') + 1;
      }
      sending ??= sendAll();
    },
    open(payload) {
      const [sender = '', ...lines] = payload.split('\n');
      if (sender === id) return [];
      return lines.flatMap((line) => {
        const json = put(sender, line);
        return json === null ? [] : parsed(json);
      });
    },
    async close() {
      await sending;
    },
  };
}

/** Most parts of one piece of news: what is longer was not sent by a court. */
const mostParts = 16;

function linesOf(json: string): readonly string[] {
  if (Buffer.byteLength(json) < mostBytes - 200) return [`=${json}`];
  const bytes = Buffer.from(json);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += partBytes) {
    const isLast = at + partBytes >= bytes.length;
    const part = bytes.subarray(at, at + partBytes).toString('base64');
    parts.push(`${isLast ? '.' : '+'}${part}`);
  }
  return parts;
}

/** News of which a part was lost are no JSON, and are lost. */
function parsed(json: string): readonly unknown[] {
  try {
    return [JSON.parse(json)];
  } catch {
    return [];
  }
}
