import { letterTo } from './letters.ts';
import { startCourt, type Settings, type StartedCourt } from './started-court.ts';

export const courtRoles = [
  'administrator',
  'clerk',
  'judge',
  'prosecutor',
  'defender',
  'party',
  'observer',
  'auditor',
] as const;

export type Role = (typeof courtRoles)[number];

/** Somebody who signed in through the API, by the role that they have. */
export type Player = {
  readonly role: Role;
  readonly id: string;
  readonly email: string;
  /** The access token of their last sign-in. */
  token: string;
};

export type Cast = {
  readonly courtId: string;
  /** Another court of the service, in which the administrator alone is somebody: its clerk too. */
  readonly otherCourtId: string;
  readonly players: readonly Player[];
  readonly as: (role: Role) => Player;
  /** Signs a player in again, and gives them back the role if they lost it. */
  readonly restore: (player: Player) => Promise<void>;
};

/** A password that the policy takes. */
export const goodPassword = 'quince lanterns over Viterbo';

/** Limits of rate stand aside, so that they hide nothing else; the log tells troubles only. */
const unlimited: Settings = {
  RATE_LIMIT_ADDRESS: '0',
  RATE_LIMIT_PERSON: '0',
  RATE_LIMIT_KEY: '0',
  RATE_LIMIT_SIGN_IN: '0',
  ACCESS_TOKEN_SECONDS: '86400',
  LOG_LEVEL: 'warn',
};

export type PeopledCourt = StartedCourt & {
  readonly cast: Cast;
  readonly settings: Settings;
  readonly call: (call: Call) => Promise<Called>;
};

/** A started court, one person for each role in it, and their letters. */
export async function startPeopledCourt(more: Settings = {}): Promise<PeopledCourt> {
  const settings = { ...unlimited, ...more };
  const court = await startCourt(settings);
  const call = callTo(court.address);
  const cast = await openCast(call, court);
  return { ...court, cast, settings, call };
}

export type Call = {
  readonly method?: string;
  readonly path: string;
  readonly token?: string | null;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** `body` is what JSON says, or the text where it is none. */
export type Called = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: ReturnType<typeof JSON.parse>;
};

export function callTo(address: string): (call: Call) => Promise<Called> {
  return async ({ method = 'GET', path, token = null, body, headers = {} }) => {
    const response = await fetch(`${address}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  };
}

type Id = { readonly id: string };
type Session = { readonly access_token: string; readonly user: { readonly id: string } };

export const tokenIn = (text: string): string => /token(?:_hash)?=([\w-]+)/.exec(text)?.[1] ?? '';

async function openCast(
  call: (call: Call) => Promise<Called>,
  { dataDir, firstAdministrator }: StartedCourt,
): Promise<Cast> {
  const emailOf = (role: Role): string => `${role}@court.example`;
  const accept = async (role: Role, link: string, token: string | null): Promise<Session> => {
    const own = {
      name: `The ${role}`,
      password: goodPassword,
      ...(role === 'administrator' ? { email: emailOf(role) } : {}),
    };
    const accepted = await call({
      method: 'POST',
      path: `/v1/invitations/${tokenIn(link)}/accept`,
      token,
      body: token === null ? own : {},
    });
    if (accepted.status !== 200) throw new Error(JSON.stringify(accepted));
    return accepted.body;
  };
  const playerOf = (role: Role, session: Session): Player => ({
    role,
    id: session.user.id,
    email: emailOf(role),
    token: session.access_token,
  });
  const administrator = playerOf(
    'administrator',
    await accept('administrator', firstAdministrator ?? '', null),
  );
  const { body: courts } = await call({ path: '/v1/courts', token: administrator.token });
  const [{ id: courtId }, { id: otherCourtId }] = courts as readonly [Id, Id];
  const invite = async (role: Role): Promise<string> => {
    const invited = await call({
      method: 'POST',
      path: `/v1/courts/${courtId}/invitations`,
      token: administrator.token,
      body: { email: emailOf(role), role },
    });
    if (invited.status !== 201) throw new Error(JSON.stringify(invited));
    return await letterTo(dataDir, emailOf(role));
  };
  const players: Player[] = [administrator];
  for (const role of courtRoles.slice(1)) {
    players.push(playerOf(role, await accept(role, await invite(role), null)));
  }
  const signIn = async (player: Player): Promise<readonly string[]> => {
    const { body, status } = await call({
      method: 'POST',
      path: '/auth/v1/token?grant_type=password',
      body: { email: player.email, password: goodPassword },
    });
    if (status !== 200)
      throw new Error(`${player.email} does not come in: ${JSON.stringify(body)}`);
    player.token = body.access_token;
    return body.user.app_metadata.courts[courtId] ?? [];
  };
  // Who comes first is clerk and judge too, until there are others.
  for (const role of ['clerk', 'judge'] as const) {
    const path = `/v1/courts/${courtId}/people/${administrator.id}/roles/${role}`;
    await call({ method: 'DELETE', path, token: administrator.token });
    // A token of the second in which roles changed is void.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await signIn(administrator);
  }
  return {
    courtId,
    otherCourtId,
    players,
    as: (role) => {
      const found = players.find((player) => player.role === role);
      if (found === undefined) throw new Error(`nobody is ${role}`);
      return found;
    },
    async restore(player) {
      if ((await signIn(player)).includes(player.role)) return;
      await signIn(administrator);
      const session = await accept(player.role, await invite(player.role), player.token);
      player.token = session.access_token;
    },
  };
}
