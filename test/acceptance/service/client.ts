/** Somebody who is signed in to a started court. */
export type Client = {
  readonly token: string;
  ask(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
};

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  // oxlint-disable-next-line typescript/no-explicit-any -- the black box is not typed by what it is tested for
  readonly body: any;
};

export const goodPassword = 'quince lanterns over Viterbo';

export async function signIn(address: string, email: string): Promise<Client> {
  const anybody = clientOf(address, '');
  const answer = await anybody.ask('POST', '/auth/v1/token?grant_type=password', {
    email,
    password: goodPassword,
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return clientOf(address, answer.body.access_token);
}

export function clientOf(address: string, token: string): Client {
  return {
    token,
    async ask(method, path, body, headers = {}) {
      const response = await fetch(`${address}${path}`, {
        method,
        headers: {
          ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      const text = isJson ? new TextDecoder().decode(bytes) : '';
      return {
        status: response.status,
        headers: response.headers,
        bytes,
        body: text === '' ? null : JSON.parse(text),
      };
    },
  };
}

/** Accepts the first administrator's link of a court that was just started, and signs in. */
export async function firstAdministrator(
  address: string,
  link: string | null,
  email = 'clerk@court.example',
): Promise<Client> {
  const token = /token=([\w-]+)/.exec(link ?? '')?.[1] ?? '';
  const accepted = await clientOf(address, '').ask('POST', `/v1/invitations/${token}/accept`, {
    email,
    name: 'A Clerk',
    password: goodPassword,
    language: 'en',
  });
  if (accepted.status >= 300) throw new Error(JSON.stringify(accepted.body));
  return signIn(address, email);
}
