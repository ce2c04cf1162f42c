import { measureHearings } from './hearing.ts';

/** Run by hearing.ts as a process of its own; prints what it measured, and its greatest memory in MB. */
const measured = await measureHearings();
const memory = process.resourceUsage().maxRSS / 1_000;
process.stdout.write(JSON.stringify({ ...measured, memory }));
