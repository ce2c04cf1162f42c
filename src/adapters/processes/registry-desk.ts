import type { Refusal } from '../../core/refusal.ts';
import {
  type LawListed,
  type No,
  type RegistryAnswer,
  type RegistryDesk,
  RegistryDeskFault,
  type RegistryTask,
} from '../../ports/registry-desk.ts';
import { processPool, type ProcessPool, type ProcessSettings } from './process-pool.ts';

export type OpenRegistryDesk = RegistryDesk & { close(): void };

/** The registry's work in processes of its own. What they answer is typed by what they were asked. */
export function processRegistryDesk(settings: ProcessSettings): OpenRegistryDesk {
  const pool = processPool(settings);
  const ask = async <Kind extends RegistryAnswer['kind']>(task: RegistryTask, kind: Kind) =>
    answerAs(await answered(pool, task, settings), kind);
  /** What jurisdictions bring along is the same for as long as the program runs. */
  const shipped = new Map<string, LawListed>();
  return {
    read: (asked) => ask({ task: 'read', asked }, 'read'),
    workOut: (asked) => ask({ task: 'work-out', asked }, 'worked-out'),
    readLaw: (asked) => ask({ task: 'read-law', asked }, 'law'),
    async shippedLaw(asked) {
      const known = shipped.get(asked);
      if (known !== undefined) return known;
      const listed = await ask({ task: 'shipped-law', asked }, 'laws');
      if (listed.kind === 'laws') shipped.set(asked, listed);
      return listed;
    },
    checkQuotes: (asked) => ask({ task: 'check-quotes', asked }, 'checked'),
    close: () => pool.close(),
  };
}

async function answered(
  pool: ProcessPool,
  task: RegistryTask,
  { milliseconds }: ProcessSettings,
): Promise<RegistryAnswer> {
  const answer = await pool.ask(task);
  switch (answer.kind) {
    case 'answered':
      // Our own module answers, and a structured clone keeps the shape.
      return answer.answer as RegistryAnswer;
    case 'late':
      return tooMuch(`took longer than ${milliseconds / 1_000} s`);
    case 'broken':
      return tooMuch('took more memory than there is for it, or broke the reader');
    case 'full':
      throw new RegistryDeskFault('The registry has too much to do; try again in a moment.');
  }
}

function answerAs<Kind extends RegistryAnswer['kind']>(answer: RegistryAnswer, kind: Kind) {
  const isAwaited = (one: RegistryAnswer): one is No | Extract<RegistryAnswer, { kind: Kind }> =>
    one.kind === kind || one.kind === 'refused';
  if (isAwaited(answer)) return answer;
  throw new TypeError(`the registry answered ${answer.kind} and not ${kind}`);
}

/** FL7 */
function tooMuch(why: string): No {
  const refusal: Refusal = { rule: 'FL7', at: ['body'], says: `Reading it ${why}.` };
  return { kind: 'refused', refusals: [refusal] };
}
