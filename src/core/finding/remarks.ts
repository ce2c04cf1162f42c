import type { Document } from '../document/document.ts';
import type { Element } from '../jurisdiction/profile.ts';
import { matchCue } from '../language/cue.ts';
import { indexNames } from '../language/entities.ts';
import type { Inventories, Inventory } from '../language/inventory/inventories.ts';
import { mannersOf } from '../language/modality.ts';
import type { Voice } from './author.ts';
import type { PartySide } from './finding.ts';
import type { Clause, FileIndex, Unit } from './file-index.ts';
import { helpedBy } from './scheme.ts';
import type { Taken } from './take-side.ts';

/** A sentence without ground of its own that yet bears on an element: weak, whatever it says. */
export type Remark = {
  readonly element: Element;
  readonly unit: number;
  readonly clause: Clause;
  readonly taken: Taken;
};

export type Bearing = {
  readonly element: Element;
  /** Relevance of the units that share words with what is alleged, 0 to 1. */
  readonly relevance: ReadonlyMap<number, number>;
};

export type Heard = {
  readonly index: FileIndex;
  readonly documents: readonly Document[];
  readonly bearings: readonly Bearing[];
  /** Whether a unit already gave a finding, and whether it stands in a long document. */
  readonly isFree: (unit: number) => boolean;
  readonly voice: (unit: Unit) => Voice;
  readonly general: (unit: number) => Inventories;
};

/** How much each trait tells that people dispute about a sentence; set once, on folders of our own. */
const traits = {
  denies: 1,
  amount: 1,
  long: 0.6,
  first: 0.6,
  knows: 0.7,
  leavesOpen: 0.7,
  says: 0.5,
  relevance: 1.1,
  respondent: 0.4,
};
const longSentence = 10;
const leastTraits = 0.8;
const besideShare = 0.25;
const leastBearing = 0.05;
const mostPerElement = 6;
const weakScore = 0.1;
const firstPerson = new Set("i i'm i've we me my our yo mi me nos nuestro nuestra".split(' '));
const secondPerson = new Set("you you're you've your usted ud ustedes tu".split(' '));
const nobody = indexNames({ actor: [], other: [] });

/**
 * What the sentences that nothing else reads say of the issues: those that deny, name an amount or leave
 * something open, near to what is alleged. Words of a side speak for it unless they own up; whom those
 * of others help is left open. They inform, and decide nothing.
 */
export function remarksOf(heard: Heard): readonly Remark[] {
  const found = heard.index.units.flatMap((unit, at): (Remark & { weight: number })[] => {
    if (!heard.isFree(at) || unit.asks) return [];
    const bearing = bearingOf(heard, at);
    if (bearing === undefined || bearing.share < leastBearing) return [];
    const weight = weightOf(heard, at, bearing.share);
    if (weight < leastTraits) return [];
    const { element } = bearing;
    return [
      {
        element,
        unit: at,
        clause: unit.clauses[0] as Clause,
        weight,
        taken: takenOf(heard, element, at),
      },
    ];
  });
  return [...Map.groupBy(found, ({ element }) => element.id).values()].flatMap((own) =>
    own.toSorted((one, other) => other.weight - one.weight).slice(0, mostPerElement),
  );
}

type Fires = (...inventories: readonly Inventory[]) => boolean;

function firing({ clauses }: Unit, general: Inventories): Fires {
  return (...names) =>
    names.some((name) =>
      general[name].some(({ cue }) =>
        clauses.some((clause) => matchCue(cue, clause.words, nobody) !== null),
      ),
    );
}

/** How far a unit bears on an issue, 0 to 1. */
type Near = Bearing & { readonly share: number };

/** The issue on which a unit bears most, by its own words and by those of the sentences beside it. */
function bearingOf({ bearings, index }: Heard, at: number): Near | undefined {
  const { document } = index.units[at] as Unit;
  const near = [at - 1, at + 1].filter((one) => index.units[one]?.document === document);
  const shares = bearings.map((bearing) => {
    const [own = 0, ...beside] = [at, ...near].map((one) => bearing.relevance.get(one) ?? 0);
    return { ...bearing, share: Math.max(own, ...beside.map((share) => share * besideShare)) };
  });
  return shares.toSorted((one, other) => other.share - one.share)[0];
}

function speaksOf({ clauses }: Unit, persons: ReadonlySet<string>): boolean {
  return clauses.some(({ words }) => words.some(({ folded }) => persons.has(folded)));
}

function denies({ clauses }: Unit): boolean {
  return clauses.some(({ terms }) => terms.some(({ sign, lacking }) => sign === -1 && !lacking));
}

function weightOf(heard: Heard, at: number, relevance: number): number {
  const unit = heard.index.units[at] as Unit;
  const { mentions } = heard.documents[unit.document] as Document;
  const { side } = heard.voice(unit);
  const fires = firing(unit, heard.general(at));
  const told: readonly [boolean, number][] = [
    [denies(unit), traits.denies],
    [
      mentions.amounts.some(({ start, end }) => unit.start <= start && end <= unit.end),
      traits.amount,
    ],
    [unit.length >= longSentence, traits.long],
    [speaksOf(unit, firstPerson), traits.first],
    [fires('knowing', 'doubting', 'relying'), traits.knows],
    [fires('doubt', 'alternative'), traits.leavesOpen],
    [fires('saying', 'admitting'), traits.says],
    [side === 'respondent', traits.respondent],
  ];
  const own = told.reduce((sum, [holds, weight]) => sum + (holds ? weight : 0), 0);
  return own + relevance * traits.relevance;
}

function takenOf(heard: Heard, element: Element, at: number): Taken {
  const unit = heard.index.units[at] as Unit;
  const { side } = heard.voice(unit);
  const general = heard.general(at);
  const words = unit.clauses.flatMap((clause) => clause.words);
  const manners = mannersOf(words, false, nobody, general);
  const common = { score: weakScore, tier: 'weak', manners } as const;
  if (side === null) {
    return { ...common, position: 'open', reasons: ['near to what is alleged'] };
  }
  const inThread = (heard.documents[unit.document] as Document).kind === 'message-thread';
  const helps = helpedIn(unit, side, firing(unit, general), inThread);
  const position = helpedBy(element, 'proved') === helps ? 'proved' : 'not-proved';
  return { ...common, position, reasons: [`said by the ${side}`] };
}

/**
 * Whom a remark helps. While they still write to each other people concede more than later, so there
 * the respondent helps only by denying, blaming, setting a condition or naming another cause.
 */
function helpedIn(unit: Unit, side: PartySide, fires: Fires, inThread: boolean): PartySide {
  if (side === 'claimant') return fires('admitting', 'yielding') ? 'respondent' : 'claimant';
  const turned = denies(unit) || fires('doubt', 'alternative', 'condition');
  const blames = speaksOf(unit, secondPerson) && !speaksOf(unit, firstPerson);
  const concedes = inThread && !turned && !blames && !fires('other-cause');
  return concedes || fires('admitting') ? 'claimant' : 'respondent';
}
