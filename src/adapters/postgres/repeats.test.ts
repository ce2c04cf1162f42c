import { expect, test } from 'vitest';
import { openTestDatabase, person } from '../../../test/open-test-database.ts';
import { repeatsContract } from '../../ports/repeats.contract.ts';
import { RepeatsFault } from '../../ports/repeats.ts';
import { forgetPostgresRepeats, postgresRepeats } from './repeats.ts';

repeatsContract('postgres', async () => {
  const { database } = await openTestDatabase();
  return {
    one: postgresRepeats(database, person(1)),
    other: postgresRepeats(database, person(2)),
    forget: forgetPostgresRepeats(database),
  };
});

test('a database that cannot be asked is a fault of the port', async () => {
  const { database } = await openTestDatabase();
  await database.close();
  const repeats = postgresRepeats(database, person(1));
  await expect(repeats.begin('k', 'r')).rejects.toBeInstanceOf(RepeatsFault);
});
