import { openDatabase } from '../src/adapters/postgres/database.ts';
import { openCourthouse } from './open-courthouse.ts';

/** A worker of its own process: conducts what is open on the database of its first argument, until killed. */
const [url = '', pauseMs = '0'] = process.argv.slice(2);
const database = openDatabase({
  url,
  size: 3,
  waitMs: 20_000,
  queue: 1_000,
  idleMs: 60_000,
  statementMs: 20_000,
  connectMs: 10_000,
  pooler: 'none',
});
await openCourthouse(database, url).work({ pauseMs: Number(pauseMs), leaseMs: 1_000 });
process.stdout.write('at work\n');
