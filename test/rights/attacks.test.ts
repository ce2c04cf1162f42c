import { describe, expect, test } from 'vitest';
import { openWorld, tryAs } from './open-world.ts';
import { courtA, idOf, machine, people, type withRoles } from './people.ts';

const client = await openWorld();

const own = '00000000-0000-4000-8000-0000000000c1';
const other = '00000000-0000-4000-8000-0000000000c2';
const closed = '00000000-0000-4000-8000-0000000000c5';
const documentOf = (of: string): string => `00000000-0000-4000-8002-${of.slice(-12)}`;
const courtB = '00000000-0000-4000-8000-00000000000b';
const fresh = '00000000-0000-4000-8009-000000000009';

function named(who: string) {
  const identity = people.get(who);
  if (identity === undefined) throw new Error(`nobody is called ${who}`);
  return identity;
}

/** What came of one statement of the court's software for somebody. */
async function came(
  who: string | ReturnType<typeof withRoles>,
  statement: string,
): Promise<string> {
  const identity = typeof who === 'string' ? named(who) : who;
  const [what = ''] = await tryAs(client, identity, 'court_writer', [statement]);
  return what;
}

const no = /^(?:refused|nothing)$/;

describe('nobody becomes more than they are', () => {
  test.each([
    [
      'case party',
      `insert into court.case_members (case_id, person_id, role, court_id)
       values ('${own}', '${idOf(15)}', 'judge', '${courtA}')`,
    ],
    ['case party', `update court.case_members set role = 'judge' where person_id = '${idOf(15)}'`],
    [
      'filer',
      `insert into court.case_members (case_id, person_id, role, court_id)
       values ('${own}', '${idOf(18)}', 'judge', '${courtA}')`,
    ],
    [
      'filer',
      `insert into court.case_members (case_id, person_id, role, court_id)
       values ('${own}', '${idOf(19)}', 'party', '${courtA}')`,
    ],
    [
      'court party',
      `insert into court.memberships (court_id, person_id, role)
       values ('${courtA}', '${idOf(6)}', 'clerk')`,
    ],
    [
      'court administrator',
      `insert into court.memberships (court_id, person_id, role)
       values ('${courtA}', '${idOf(1)}', 'judge')`,
    ],
    [
      'case defender',
      `insert into court.seats (case_id, seat, court_id, person_id, mind)
       values ('${own}', 'judge', '${courtA}', '${idOf(14)}', 'offline')`,
    ],
    ['seat holder', `update court.seats set seat = 'judge' where case_id = '${own}'`],
    ['seat holder', `update court.seats set case_id = '${other}' where case_id = '${own}'`],
    ['seat holder', `update court.seats set person_id = '${idOf(15)}' where case_id = '${own}'`],
    [
      'case prosecutor',
      `update court.seats set person_id = '${idOf(13)}' where case_id = '${own}'`,
    ],
  ])('%s: %s', async (who, statement) => {
    expect(await came(who, statement)).toMatch(no);
  });

  test('a machine makes nobody a judge or an administrator, though it may admit others', async () => {
    const key = machine(20, ['people:write'], ['administrator']);
    const admit = (role: string): string =>
      `insert into court.memberships (court_id, person_id, role) values ('${courtA}', '${idOf(19)}', '${role}')`;
    expect(await came(key, admit('party'))).toBe('done');
    expect(await came(key, admit('judge'))).toBe('refused');
    expect(await came(key, admit('administrator'))).toBe('refused');
  });
});

describe('only a person who is a judge signs', () => {
  const sign = (n: number): string =>
    `insert into court.events (case_id, seq, court_id, id, type, at, prev, hash, line, person_id)
     values ('${own}', 2, '${courtA}', 'd', 'draft-decided', now(), 'h', 'i', '{}', '${idOf(n)}')`;
  const sit = (n: number): string =>
    `insert into court.seats (case_id, seat, court_id, person_id, mind) values ('${own}', 'judge', '${courtA}', '${idOf(n)}', 'x')`;
  const admit = (n: number): string =>
    `insert into court.case_members (case_id, person_id, role, court_id) values ('${own}', '${idOf(n)}', 'judge', '${courtA}') on conflict do nothing`;

  /** As the superuser beforehand, whatever it takes; then the signature. */
  async function signed(who: ReturnType<typeof withRoles> | string, n: number): Promise<string> {
    await client.query(admit(n));
    await client.query(sit(n));
    try {
      return await came(who, sign(n));
    } finally {
      await client.query(`delete from court.seats where case_id = '${own}' and seat = 'judge'`);
      await client.query(
        `delete from court.case_members where case_id = '${own}' and role = 'judge' and person_id <> '${idOf(11)}'`,
      );
    }
  }

  test('the judge in the seat does', async () => {
    expect(await signed('case judge', 11)).toBe('done');
  });
  test('the judge without the seat does not', async () => {
    expect(await came('case judge', sign(11))).toBe('refused');
  });
  test('a machine does not, even where somebody sat it there', async () => {
    expect(await signed(machine(20, ['cases:write'], ['judge']), 20)).toBe('refused');
  });
  test('a clerk who admitted themselves as judge does not, and does not get the seat', async () => {
    expect(await came('court clerk', admit(2))).toBe('done');
    expect(await signed('court clerk', 2)).toBe('refused');
    await client.query(admit(2));
    expect(await came('court clerk', sit(2))).toBe('refused');
    await client.query(`delete from court.case_members where person_id = '${idOf(2)}'`);
  });
  test('the court’s own workers do not', async () => {
    const [what] = await tryAs(client, { kind: 'service' }, 'service_role', [sign(11)]);
    expect(what).toBe('refused');
  });
  test('nobody signs in the name of another', async () => {
    expect(await came('case judge', sign(12))).toBe('refused');
  });
});

describe('what is, stays where it is', () => {
  test.each([
    ['filer', `update court.cases set court_id = '${courtB}' where id = '${own}'`],
    ['filer', `update court.cases set record = 'another' where id = '${own}'`],
    ['case party', `update court.cases set filed_by = '${idOf(15)}' where id = '${own}'`],
    ['case party', `update court.cases set sealed = true where id = '${own}'`],
    ['case party', `update court.cases set number = '7/26' where id = '${own}'`],
    ['case judge', `update court.cases set number = '7/26' where id = '${own}'`],
    ['court clerk', `update court.documents set case_id = '${other}' where case_id = '${own}'`],
    ['court clerk', `update court.documents set filed_by = '${idOf(2)}' where case_id = '${own}'`],
    ['court clerk', `update court.hearings set case_id = '${other}' where case_id = '${own}'`],
    ['court clerk', `update court.events set line = '{}' where case_id = '${own}'`],
    ['court clerk', `delete from court.events where case_id = '${own}'`],
    [
      'stranger',
      `update court.people set email = 'person1@court.example' where id = '${idOf(19)}'`,
    ],
    ['court administrator', `update court.courts set quota_bytes = 9 where id = '${courtA}'`],
  ])('%s: %s', async (who, statement) => {
    expect(await came(who, statement)).toMatch(no);
  });

  test('not even the court’s workers change or remove an event, or move a document', async () => {
    const statements = [
      `update court.events set line = '{}'`,
      'delete from court.events',
      `update court.texts set text = 'Other words.'`,
      'update court.audit set outcome = outcome',
      'delete from court.audit',
      `update court.documents set case_id = '${other}'`,
      'truncate court.events cascade',
    ];
    const came = await tryAs(client, { kind: 'service' }, 'service_role', statements);
    expect(came).toEqual(statements.map(() => 'refused'));
  });

  test('the registry numbers, it and the judge seal, and who opened the case until it is filed', async () => {
    const number = `update court.cases set number = '7/26' where id = '${own}'`;
    const seal = `update court.cases set sealed = true where id = '${own}'`;
    expect(await came('court clerk', number)).toBe('done');
    expect(await came('court clerk', seal)).toBe('done');
    expect(await came('case judge', seal)).toBe('done');
    expect(await came('filer', seal)).toBe('done');
  });
});

describe('nobody writes as another, or for another', () => {
  test.each([
    [
      'case party',
      `insert into court.events (case_id, seq, court_id, id, type, at, prev, hash, line, person_id)
       values ('${own}', 2, '${courtA}', 'x', 'said', now(), 'h', 'i', '{}', '${idOf(13)}')`,
    ],
    [
      'case party',
      `insert into court.events (case_id, seq, court_id, id, type, at, prev, hash, line, person_id)
       values ('${own}', 2, '${courtA}', 'x', 'said', now(), 'h', 'i', '{}', null)`,
    ],
    [
      'case party',
      `insert into court.events (case_id, seq, court_id, id, type, at, prev, hash, line, person_id, tx)
       values ('${own}', 2, '${courtA}', 'x', 'said', now(), 'h', 'i', '{}', '${idOf(15)}', '0')`,
    ],
    [
      'case party',
      `insert into court.audit (court_id, person_id, action, outcome)
       values ('${courtA}', '${idOf(1)}', 'x', 'done')`,
    ],
    [
      'court party',
      `insert into court.audit (court_id, person_id, action, outcome)
       values ('${courtB}', '${idOf(6)}', 'x', 'done')`,
    ],
    [
      'court clerk',
      `insert into court.audit (court_id, person_id, action, outcome, at)
       values ('${courtA}', '${idOf(2)}', 'x', 'done', '2020-01-01')`,
    ],
    [
      'filer',
      `insert into court.cases (id, record, court_id, jurisdiction, filed_by)
       values ('${fresh}', '${fresh}', '${courtA}', 'model', '${idOf(1)}')`,
    ],
    [
      'filer',
      `insert into court.cases (id, record, court_id, jurisdiction, filed_by)
       values ('${fresh}', '${fresh}', '${courtB}', 'model', '${idOf(18)}')`,
    ],
    [
      'filer',
      `insert into court.passages (document_id, n, case_id, court_id, starts, ends, text, evidential)
       values ('${documentOf(own)}', 2, '${other}', '${courtA}', 0, 1, 'Planted', true)`,
    ],
    [
      'case party',
      `insert into court.documents (case_id, court_id, name, media_type, size, sha256,
       storage_key, wrapped_key, key_version, chunk_size, filed_by) values ('${own}', '${courtA}', 'b', 'text/plain',
       1, repeat('0', 64), 'b', '\\x00', 1, 65536, '${idOf(13)}')`,
    ],
  ])('%s: %s', async (who, statement) => {
    expect(await came(who, statement)).toMatch(no);
  });
});

describe('what is sealed shows nowhere', () => {
  const outsiders = [
    'court administrator',
    'court judge',
    'court observer',
    'court auditor',
    'case party',
    'case judge',
    'stranger',
  ];

  test.each(outsiders)('%s finds no row of it, and no function tells of it', async (who) => {
    const statements = [
      `select from court.cases where id = '${closed}' or caption = 'In re c5'`,
      `select from court.case_members where case_id = '${closed}'`,
      `select from court.documents where case_id = '${closed}'`,
      `select 1 where court.is_unsealed('${closed}')`,
      `select 1 where court.is_beginning('${closed}')`,
      `select court.cases_where('judge', 'clerk', 'prosecutor', 'defender', 'party', 'observer') intersect select '${closed}'`,
    ];
    expect(await tryAs(client, named(who), 'court_writer', statements)).toEqual(
      statements.map(() => 'nothing'),
    );
  });

  test.each(outsiders)(
    '%s hears the same of appending to it as to a case that is nowhere',
    async (who) => {
      const append = (record: string): string =>
        `select court.append('${record}', 0, 'g', '[{"id": "x", "seq": 1}]', '[]', '{}')`;
      const [sealed = '', nowhere = ''] = await tryAs(client, named(who), 'court_writer', [
        append(closed),
        append(fresh),
      ]);
      expect(sealed).toMatch(/^RS001 /);
      expect(sealed.replace(closed, fresh)).toBe(nowhere);
    },
  );

  test('what is unique and may be chosen tells nothing: names of records, numbers, addresses', async () => {
    await client.query(`update court.cases set number = '1/26' where id = '${closed}'`);
    const file = (record: string, number: string | null): string =>
      `insert into court.cases (id, record, court_id, jurisdiction, filed_by, number) values ('${fresh}', '${record}',
        '${courtA}', 'model', '${idOf(18)}', ${number === null ? 'null' : `'${number}'`})`;
    for (const [record, number] of [
      [closed, null],
      ['another', null],
      [fresh, '1/26'],
      [fresh, '2/26'],
    ] as const) {
      expect(await came('filer', file(record, number))).toBe('refused');
    }
    expect(await came('filer', file(fresh, null))).toBe('done');
  });

  test('a foreign key tells nothing: rows of a case that is not seen are refused before it is looked up', async () => {
    for (const of of [closed, fresh]) {
      const statements = [
        `insert into court.hearings (case_id, court_id, starts_at) values ('${of}', '${courtA}', now())`,
        `insert into court.texts (case_id, hash, seq, n, court_id, salt, text) values ('${of}', 'x', 1, 0, '${courtA}', 's', 't')`,
        `insert into court.case_members (case_id, person_id, role, court_id) values ('${of}', '${idOf(15)}', 'party', '${courtA}')`,
        `insert into court.seats (case_id, seat, court_id, person_id, mind) values ('${of}', 'witness', '${courtA}', '${idOf(15)}', 'x')`,
      ];
      expect(await tryAs(client, named('case party'), 'court_writer', statements)).toEqual(
        statements.map(() => 'refused'),
      );
    }
  });

  test('an administrator learns of nobody by an id', async () => {
    const admit = (id: string): string =>
      `insert into court.memberships (court_id, person_id, role) values ('${courtA}', '${id}', 'party')`;
    expect(await came('court administrator', admit(idOf(100)))).toBe('done');
    expect(await came('court administrator', admit(idOf(101)))).toBe('refused');
    expect(await came('court administrator', admit(fresh))).toBe('refused');
  });
});

describe('what a seat was told is the seat’s', () => {
  const secret = `select from court.events where case_id = '${own}' and private_to = 'defender'`;
  const words = `select from court.texts where case_id = '${own}' and private_to = 'defender'`;

  test('whoever sits there reads it, and nobody else does', async () => {
    await client.query(`insert into court.events (case_id, seq, court_id, id, type, at, prev, hash, line, private_to)
      values ('${own}', 7, '${courtA}', 'p', 'notes-handed', now(), 'h', 'i', '{}', 'defender')`);
    await client.query(`insert into court.texts (case_id, hash, seq, n, court_id, salt, text, private_to)
      values ('${own}', 'p', 7, 0, '${courtA}', 's', 't', 'defender')`);
    for (const [who, identity] of people) {
      if (identity.kind !== 'person') continue;
      const seen = await tryAs(client, identity, 'authenticated', [secret, words]);
      const what = who === 'seat holder' ? 'done' : 'nothing';
      expect({ who, seen }).toEqual({ who, seen: [what, what] });
    }
  });
});

test('who opened a case and was dismissed sees nothing of it once it is filed', async () => {
  const see = `select from court.cases where id = '${own}'`;
  expect(await came('filer', see)).toBe('done');
  await client.query(`update court.cases set version = 1 where id = '${own}'`);
  expect(await came('filer', see)).toBe('nothing');
  expect(await came('filer', `update court.cases set caption = 'Mine' where id = '${own}'`)).toBe(
    'nothing',
  );
  await client.query(`update court.cases set version = 0 where id = '${own}'`);
});
