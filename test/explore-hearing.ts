import { seats } from '../src/core/gate/proposal.ts';
import { evolveHearing } from '../src/core/hearing/course.ts';
import { decideAct, type Doing } from '../src/core/hearing/decide-act.ts';
import { doneBy, isDuty, notOpened, type Hearing } from '../src/core/hearing/hearing.ts';
import { lawfulActs, type LawfulAct } from '../src/core/hearing/lawful-acts.ts';
import { acts, type Procedure } from '../src/core/jurisdiction/profile.ts';

/** What was found by trying everything that anybody could do in every state that can be reached. */
export type Exploration = {
  readonly states: number;
  readonly tries: number;
  readonly faults: readonly string[];
  /** Most acts from the opening to the end; `Infinity` where a hearing may go in circles. */
  readonly longest: number;
  readonly ends: ReadonlySet<Hearing['state']>;
};

/** Every seat, act, kind of actor and ruling, lawful or not. */
const doings: readonly Doing[] = seats.flatMap((seat) =>
  ([...acts, 'sign', 'reject'] as const).flatMap((act) =>
    (['person', 'mind'] as const).flatMap((actor) =>
      [true, false].map((overruled) => ({ seat, act, actor, overruled })),
    ),
  ),
);

/** Enumerates all that can be reached from the opening of a hearing under this procedure. */
export function exploreHearing(procedure: Procedure): Exploration {
  const successors = new Map<string, ReadonlySet<string>>();
  const faults: string[] = [];
  const ends = new Set<Hearing['state']>();
  const waiting: Hearing[] = [notOpened];
  const seen = new Set([keyOf(notOpened)]);
  let tries = 0;
  for (let hearing = waiting.pop(); hearing !== undefined; hearing = waiting.pop()) {
    const after = new Set<string>();
    const lawful = lawfulActs(hearing, procedure);
    const wrong = faultsOf(hearing, procedure, lawful);
    faults.push(...wrong.map((fault) => `${fault}: ${keyOf(hearing)}`));
    for (const doing of doings) {
      tries += 1;
      const step = attempt(hearing, procedure, lawful, doing);
      if (step.fault !== undefined) {
        faults.push(`${JSON.stringify(doing)} ${step.fault}: ${keyOf(hearing)}`);
      }
      if (step.next === undefined) continue;
      const key = keyOf(step.next);
      after.add(key);
      if (seen.has(key)) continue;
      seen.add(key);
      waiting.push(step.next);
    }
    if (after.size === 0) ends.add(hearing.state);
    successors.set(keyOf(hearing), after);
  }
  const longest = longestPath(keyOf(notOpened), successors);
  return { states: successors.size, tries, faults, longest, ends };
}

/** Two states are one where they are equal, whoever acted first. */
function keyOf(hearing: Hearing): string {
  if (hearing.state !== 'in-session') return hearing.state;
  const { phase, floor, passes, pending } = hearing;
  return JSON.stringify([
    phase,
    floor,
    passes,
    pending,
    seats.map((seat) => doneBy(hearing, seat)),
  ]);
}

const isOver = ({ state }: Hearing) => state === 'signed' || state === 'rejected';

function faultsOf(
  hearing: Hearing,
  procedure: Procedure,
  lawful: readonly LawfulAct[],
): readonly string[] {
  const faults: string[] = [];
  if (lawful.length === 0 && !isOver(hearing)) faults.push('nobody may do anything');
  if (lawful.length > 0 && isOver(hearing)) faults.push('an act after the end');
  if (new Set(lawful.map(({ seat }) => seat)).size > 1) faults.push('two seats may act');
  if (hearing.state !== 'in-session') return faults;
  const limit = procedure.phases[hearing.phase]?.limit ?? 0;
  for (const seat of seats) {
    const free = doneBy(hearing, seat).filter((act) => !isDuty(act));
    if (free.length > limit) faults.push(`the ${seat} did more than the phase allows`);
  }
  return faults;
}

type Step = { readonly next?: Hearing; readonly fault?: string };

function attempt(
  hearing: Hearing,
  procedure: Procedure,
  lawful: readonly LawfulAct[],
  doing: Doing,
): Step {
  const { seat, act, actor } = doing;
  const listed = lawful.some((one) => one.seat === seat && one.act === act);
  const onDraft = act === 'sign' || act === 'reject';
  const decision = decideAct(hearing, procedure, doing);
  if (decision.kind === 'refused') {
    const [refusal] = decision.refusals;
    const isHearingRule = /^HR[1-7]$/u.test(refusal?.rule ?? '') && refusal?.says !== '';
    if (!isHearingRule) return { fault: 'is refused without a rule of the hearing' };
    const aMindSigns = onDraft && actor === 'mind' && refusal?.rule === 'HR7';
    return listed && !aMindSigns ? { fault: 'is lawful and refused' } : {};
  }
  const next = decision.events.reduce(evolveHearing, hearing);
  if (!listed) return { next, fault: 'is decided out of turn' };
  if (phaseNumber(next) < phaseNumber(hearing)) return { next, fault: 'goes back' };
  const signs = isOver(next) && (actor !== 'person' || seat !== 'judge' || !onDraft);
  return signs ? { next, fault: 'ends it without a person who judges' } : { next };
}

function phaseNumber(hearing: Hearing): number {
  if (hearing.state === 'in-session') return hearing.phase;
  if (hearing.state === 'not-opened') return -1;
  return isOver(hearing) ? Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER - 1;
}

/** Length of the longest way through, found depth first; `Infinity` where one state follows from itself. */
function longestPath(start: string, successors: ReadonlyMap<string, ReadonlySet<string>>): number {
  const lengths = new Map<string, number>();
  const onPath = new Set<string>();
  const stack = [start];
  for (let key = stack.at(-1); key !== undefined; key = stack.at(-1)) {
    const after = [...(successors.get(key) ?? [])];
    if (lengths.has(key)) {
      stack.pop();
    } else if (onPath.has(key)) {
      lengths.set(key, Math.max(0, ...after.map((next) => (lengths.get(next) ?? 0) + 1)));
      onPath.delete(key);
      stack.pop();
    } else {
      onPath.add(key);
      if (after.some((next) => onPath.has(next))) return Number.POSITIVE_INFINITY;
      stack.push(...after.filter((next) => !lengths.has(next)));
    }
  }
  return lengths.get(start) ?? 0;
}
