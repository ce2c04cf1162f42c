import { type Call, type Called, callTo } from './cast.ts';

/** What became of the writes: captions that were acknowledged, with the id that was told, and those in doubt. */
export type Ledger = {
  readonly acknowledged: Map<string, string>;
  readonly inDoubt: Set<string>;
  /** A write that was refused for a reason that no kill explains. */
  readonly strange: string[];
};

export type Clients = { readonly ledger: Ledger; readonly stop: () => Promise<void> };

const mostTries = 400;

/**
 * One client for each token opens cases one after the other, each with a caption and an Idempotency-Key of its
 * own. A request without an answer is sent again with its key until there is one. A key that was broken off
 * leaves its write in doubt: there once or not at all.
 */
export function startClients(address: string, path: string, tokens: readonly string[]): Clients {
  const call = callTo(address);
  const ledger: Ledger = { acknowledged: new Map(), inDoubt: new Set(), strange: [] };
  let stopped = false;
  const clients = tokens.map(async (token, n) => {
    for (let at = 0; !stopped; at += 1) {
      const caption = `Write ${at} of client ${n}`;
      const answer = await settled(call, {
        method: 'POST',
        path,
        token,
        body: { caption },
        headers: { 'idempotency-key': crypto.randomUUID() },
      });
      if (answer?.status === 201) ledger.acknowledged.set(caption, String(answer.body.id));
      else if (answer === null || answer.body.rule === 'SV6') ledger.inDoubt.add(caption);
      else ledger.strange.push(`${answer.status} ${JSON.stringify(answer.body)}`);
    }
  });
  return {
    ledger,
    async stop() {
      stopped = true;
      await Promise.all(clients);
    },
  };
}

/** The answer to a write, however often it has to be asked for; `null` where there never was one. */
async function settled(call: (call: Call) => Promise<Called>, write: Call): Promise<Called | null> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const answer = await call(write).catch(() => null);
    // No hand free, or nobody there: the same write again. A failure gives the key back.
    if (answer !== null && answer.status < 500) return answer;
    await pause(25);
  }
  return null;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
