/** Somebody signed in, with a case of their own. */
export type Client = {
  readonly role: string;
  readonly token: string;
  readonly ownCase: string;
};

/** Where they are: the court, and a case of it that has papers. */
export type Place = { readonly courtId: string; readonly heardCase: string };

export type Operation = {
  readonly name: string;
  /** Of all requests, in hundredths. */
  readonly weight: number;
  /** Who asks this. */
  readonly roles: readonly string[];
  readonly awaited: number;
  readonly ask: (client: Client, place: Place, n: number) => Asked;
};

type Asked = {
  readonly method?: string;
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
};

const all = ['clerk', 'judge', 'prosecutor', 'defender', 'party'];
const court = ['clerk', 'judge'];
const key = () => ({ 'idempotency-key': crypto.randomUUID() });

/** What a thousand people do, a line for each. */
export const operations: readonly Operation[] = [
  read('their case', 26, all, ({ ownCase }) => `/v1/cases/${ownCase}`),
  read('who is of it', 6, all, ({ ownCase }) => `/v1/cases/${ownCase}/members`),
  read('a page of the docket', 12, all, (_, { courtId }) => `/v1/courts/${courtId}/cases?limit=20`),
  read(
    'the docket by words',
    4,
    all,
    (_, { courtId }, n) => `/v1/courts/${courtId}/cases?limit=20&text=Case%20${n % 1_000}`,
  ),
  read('themselves', 10, all, () => '/v1/me'),
  read('the courts', 4, all, () => '/v1/courts'),
  read('the room', 8, court, (_, { heardCase }) => `/v1/cases/${heardCase}/room`),
  read(
    'the record',
    5,
    court,
    (_, { heardCase }) => `/v1/cases/${heardCase}/record/events?limit=20`,
  ),
  read('the papers', 5, court, (_, { heardCase }) => `/v1/cases/${heardCase}/documents`),
  {
    name: 'open a case',
    weight: 12,
    roles: all,
    awaited: 201,
    ask: (_, { courtId }, n) => ({
      method: 'POST',
      path: `/v1/courts/${courtId}/cases`,
      body: { caption: `Opened ${n}` },
      headers: key(),
    }),
  },
  {
    name: 'seal a case',
    weight: 8,
    roles: all,
    awaited: 200,
    ask: ({ ownCase }, _, n) => ({
      method: 'PATCH',
      path: `/v1/cases/${ownCase}`,
      body: { sealed: n % 2 === 0 },
      headers: { 'if-match': '"0"', ...key() },
    }),
  },
];

function read(
  name: string,
  weight: number,
  roles: readonly string[],
  path: (client: Client, place: Place, n: number) => string,
): Operation {
  return {
    name: `read ${name}`,
    weight,
    roles,
    awaited: 200,
    ask: (client, place, n) => ({ path: path(client, place, n) }),
  };
}
