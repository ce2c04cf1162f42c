import type { Aliases } from '../complaint/complaint.ts';
import type { Allegation } from '../complaint/decompose.ts';
import { namesOf } from '../complaint/identify-cause.ts';
import type { Document, Language } from '../document/document.ts';
import type { Element } from '../jurisdiction/profile.ts';
import { indexNames } from '../language/entities.ts';
import { consistent } from './consistent.ts';
import type { Inventories } from '../language/inventory/inventories.ts';
import { words } from '../language/words.ts';
import { cuePlaces, type CuePlaces } from './cue-places.ts';
import { attackWords } from './attack-words.ts';
import { crossAttacks, ownAttacks } from './attacks.ts';
import { authorOf, voiceOf, type Voice } from './author.ts';
import { candidates, type Candidate } from './candidates.ts';
import { compileElement, cueHits, type ElementCues } from './element-cues.ts';
import {
  indexFile,
  termReader,
  type Clause,
  type FileIndex,
  type TermReader,
  type Unit,
} from './file-index.ts';
import type { Finding, NothingFound } from './finding.ts';
import { longDocument, matterOfUnits } from './matter.ts';
import { nothingFound } from './nothing-found.ts';
import { mouthsOf, type NamesInMouth } from './names-in-mouth.ts';
import { agreement, propose, type Proposition } from './proposition.ts';
import { helpedBy, schemeOf } from './scheme.ts';
import { remarksOf, type Bearing } from './remarks.ts';
import { speakersOf, type Speakers } from './speakers.ts';
import { speaksOfTiming, timingIsUnshown } from './timing.ts';
import { takeSide, type Taken } from './take-side.ts';
import { tierInTerms } from './terms-prove-little.ts';

export type Search = {
  readonly elements: readonly Element[];
  readonly documents: readonly Document[];
  /** The complaint, which proves nothing. */
  readonly complaint: Document | null;
  readonly aliases: Aliases;
  readonly allegations: readonly Allegation[];
  /** Language of documents whose own is unknown. */
  readonly language: Language;
};

export type Searched = {
  readonly findings: readonly Finding[];
  readonly silent: readonly NothingFound[];
};

type Room = {
  readonly search: Search;
  readonly index: FileIndex;
  readonly authors: readonly Voice[];
  readonly speakers: readonly Speakers[];
  readonly read: TermReader;
  readonly allegations: readonly Proposition[];
  /** How far each unit is about the matter, 0 to 1. */
  readonly matter: readonly number[];
  /** Documents so long that chance alone brings common words together in them. */
  readonly long: ReadonlySet<number>;
  readonly places: CuePlaces;
  readonly namesInMouth: NamesInMouth;
  /** The latest day that the complaint names. */
  readonly latest: string | null;
};

/** Searches the file once for each element and takes sides; what finds nothing is told with what was tried. */
export function findEvidence(search: Search): Searched {
  const read = termReader(search.language);
  const index = indexFile(search.documents, (document) => document !== search.complaint, read);
  const allegations = search.allegations.map((allegation) =>
    propose(allegation.text, search.aliases, search.language, read, index),
  );
  const room: Room = {
    search,
    index,
    read,
    authors: search.documents.map((document) => authorOf(document, search.aliases)),
    speakers: search.documents.map((document) =>
      speakersOf(document, search.aliases, search.complaint),
    ),
    allegations,
    matter: matterOfUnits(
      index,
      allegations,
      search.documents.map((document) => namesParty(document, search.aliases)),
    ),
    long: longDocuments(index),
    places: cuePlaces(index),
    namesInMouth: mouthsOf(search.aliases),
    latest: latestDay(search.complaint),
  };
  const searched = search.elements.map((element) => searchElement(room, element));
  const says = attackWords[search.language];
  const grounded = consistent(searched.flatMap((one) => one.findings));
  const findings = [...grounded, ...remarksIn(room, searched, grounded)];
  return {
    findings: search.elements.flatMap((element) =>
      crossAttacks(
        findings.filter((finding) => finding.element === element.id),
        element,
        says,
      ),
    ),
    silent: searched.flatMap(({ silent }) => silent),
  };
}

function longDocuments(index: FileIndex): ReadonlySet<number> {
  const counts = Map.groupBy(index.units, (unit) => unit.document);
  return new Set(
    [...counts].flatMap(([document, units]) => (units.length > longDocument ? [document] : [])),
  );
}

const headLength = 2_000;

function namesParty({ text }: Document, aliases: Aliases): boolean {
  const head = new Set(words(text.slice(0, headLength)).map((word) => word.folded));
  return [...aliases.claimant, ...aliases.respondent].some(
    (name) => /^\p{Lu}/u.test(name) && words(name).every((word) => head.has(word.folded)),
  );
}

type ElementSearched = Searched &
  Bearing & {
    readonly propositions: readonly Proposition[];
    readonly unshown: boolean;
  };

/** What is said beside the findings, as findings of the weakest kind. */
function remarksIn(
  room: Room,
  searched: readonly ElementSearched[],
  grounded: readonly Finding[],
): readonly Finding[] {
  const { index, search, places, long } = room;
  const byPassage = Map.groupBy(grounded, ({ document, passage }) => `${document} ${passage}`);
  const remarks = remarksOf({
    index,
    documents: search.documents,
    // what nothing speaks for stays silent
    bearings: searched.filter(
      ({ element, silent }) => element.burden.persuade !== 'defender' && silent.length === 0,
    ),
    isFree: (at) => {
      const { document, passage, start, end } = index.units[at] as Unit;
      if (long.has(document) || search.documents[document]?.kind === 'norm') return false;
      const beside = byPassage.get(`${document} ${passage.n}`) ?? [];
      return !beside.some((finding) => finding.start < end && start < finding.end);
    },
    voice: (unit) => voiceIn(room, unit),
    general: (at) => places.general(at),
  });
  return remarks.map(({ element, unit: at, clause, taken }) => {
    const unit = index.units[at] as Unit;
    const document = search.documents[unit.document] as Document;
    const { propositions, unshown } = searched.find(
      (one) => one.element === element,
    ) as ElementSearched;
    return makeFinding(
      { element, unit, propositions, unshown },
      room,
      document,
      voiceIn(room, unit),
      clause,
      taken,
      unit,
    );
  });
}

function searchElement(room: Room, element: Element): ElementSearched {
  const { index, search } = room;
  const cues = compileElement(element);
  const propositions = propositionsOf(room, element, cues);
  const unshown = element.proof === 'speech' && timingIsUnshown(propositions, index);
  const tried = candidates(index, room.places, room.long, cues, propositions);
  const found = tried.flatMap((candidate) => {
    const unit = index.units[candidate.unit] as Unit;
    return readUnit(room, {
      element,
      cues: room.places.ofElement(cues, candidate.unit),
      general: room.places.general(candidate.unit),
      propositions,
      unit,
      relevance: candidate.relevance,
      matter: room.matter[candidate.unit] as number,
      inLong: room.long.has(unit.document),
      hasCues: cues.cuesFor.length + cues.cuesAgainst.length > 0,
      unshown,
    });
  });
  const kept = [...best(found, 'proved'), ...best(found, 'not-proved')];
  const open = best(found, 'open').slice(0, 1);
  const base = { element, propositions, unshown, relevance: relevanceOf(tried) };
  if (kept.length > 0) return { ...base, findings: [...kept, ...open], silent: [] };
  const [nearest] = tried
    .filter(({ relevance }) => relevance > 0)
    .toSorted((one, other) => other.relevance - one.relevance);
  const unit = nearest === undefined ? null : (index.units[nearest.unit] as Unit);
  return {
    ...base,
    findings: open,
    silent: [nothingFound(element, search.documents, index, propositions, unit)],
  };
}

function relevanceOf(tried: readonly Candidate[]): ReadonlyMap<number, number> {
  return new Map(tried.map((one) => [one.unit, one.relevance]));
}

const leastCoverage = 0.3;
const leastTerms = 2;

/** What is to be shown: the element's own words, and what the complaint says that bears on it. */
function propositionsOf(
  { search, index, read, allegations }: Room,
  element: Element,
  cues: ElementCues,
): readonly Proposition[] {
  const own = propose(element.text, search.aliases, search.language, read, index);
  // an element made of an allegation is that allegation and no other
  if (allegations.some((allegation) => allegation.text === own.text)) return [own];
  // what the complaint says is no part of a defence
  if (element.burden.persuade === 'defender') return [];
  const names = indexNames(namesOf(search.aliases, element.actor));
  const bears = allegations.filter((allegation) => {
    const clauses = read(allegation.text, search.language);
    return clauses.some(
      (clause) =>
        agreement(own, clause).coverage >= leastCoverage ||
        cueHits(cues.cuesFor, clause, names).length > 0 ||
        cueHits(cues.terms, clause, names).length >= leastTerms,
    );
  });
  return bears;
}

type Reading = {
  readonly element: Element;
  readonly cues: ElementCues;
  readonly general: Inventories;
  readonly hasCues: boolean;
  /** Whether nothing in the file says when that was done on whose time the complaint turns. */
  readonly unshown: boolean;
  readonly propositions: readonly Proposition[];
  readonly unit: Unit;
  readonly relevance: number;
  readonly matter: number;
  readonly inLong: boolean;
};

function readUnit(room: Room, reading: Reading): readonly Finding[] {
  const { search } = room;
  const { element, unit } = reading;
  const document = search.documents[unit.document] as Document;
  if (document.kind === 'norm' && element.proof !== 'norm') return [];
  const voice = voiceIn(room, unit);
  const names = room.namesInMouth(element.actor, voice.side);
  const taken = unit.clauses.flatMap((clause) => {
    const side = takeSide({ ...reading, clause, voice, kind: document.kind, names });
    return side === null ? [] : [{ clause, side }];
  });
  const sides = new Set(taken.map(({ side }) => side.position));
  return [...sides].map((position) => {
    const own = taken.filter(({ side }) => side.position === position);
    const most = own.reduce((top, one) => (one.side.score > top.side.score ? one : top));
    const place = sides.size === 1 ? partOf(document, unit, most.clause) : most.clause;
    return makeFinding(reading, room, document, voice, most.clause, most.side, place);
  });
}

function voiceIn({ authors, speakers, search }: Room, { document, passage }: Unit): Voice {
  const [author, said] = [authors[document] as Voice, speakers[document] as Speakers];
  return voiceOf(passage, author, search.aliases, said);
}

const turns =
  /^(?:but|although|though|however|whereas|pero|aunque|sino|mientras|sin embargo)(?!\p{L})/iu;

/** The sentence, cut where it turns («…; …», «but», «pero»), for what stands beyond may say the contrary. */
function partOf(
  document: Document,
  unit: Unit,
  clause: Clause,
): { readonly start: number; readonly end: number } {
  const cuts = unit.clauses.flatMap((other, at) => {
    const before = unit.clauses[at - 1];
    if (before === undefined) return [];
    const turnsHere =
      document.text.slice(before.end, other.start).includes(';') ||
      turns.test(document.text.slice(other.start, other.end));
    return turnsHere ? [{ start: other.start, end: before.end }] : [];
  });
  const start = cuts.findLast((cut) => cut.start <= clause.start)?.start ?? unit.start;
  const end = cuts.find((cut) => cut.start > clause.start)?.end ?? unit.end;
  return { start, end };
}

/** The latest day, as an ISO date, that the complaint names; null where it names none. */
function latestDay(complaint: Document | null): string | null {
  const days = (complaint?.mentions.dates ?? [])
    .map(({ iso }) => iso)
    .filter((iso) => iso.length === isoDay);
  return days.toSorted().at(-1) ?? null;
}

const isoDay = 'yyyy-mm-dd'.length;

function isLate({ passage }: Unit, latest: string | null): boolean {
  return latest !== null && passage.saidAt !== null && passage.saidAt.slice(0, isoDay) > latest;
}

function makeFinding(
  {
    element,
    unit,
    propositions,
    unshown,
  }: Pick<Reading, 'element' | 'unit' | 'propositions' | 'unshown'>,
  { latest, search }: Room,
  document: Document,
  voice: Voice,
  clause: Clause,
  taken: Taken,
  place: { readonly start: number; readonly end: number },
): Finding {
  const says = attackWords[search.language];
  const helps = helpedBy(element, taken.position);
  const base = {
    element: element.id,
    position: taken.position,
    document: unit.document,
    name: document.name,
    passage: unit.passage.n,
    start: place.start,
    end: place.end,
    quote: document.text.slice(place.start, place.end),
    tier: tierInTerms(document, element, unit, taken),
    score: taken.score,
    reasons: taken.reasons,
    speaker: voice.name,
    speaksFor: voice.side,
    helps,
    scheme: schemeOf(document.kind, voice, helps),
    hearsay: taken.manners.has('hearsay'),
  };
  const own = ownAttacks(
    base,
    element,
    document,
    taken.manners,
    unshared(propositions, clause),
    isLate(unit, latest),
    says,
  );
  const misses = unshown && taken.position === 'proved' && !speaksOfTiming(clause);
  return {
    ...base,
    attacks: misses
      ? [...own, { question: 'direct-proof-missing', because: says.timeUnshown, at: null }]
      : own,
  };
}

/** Predicates of the allegation that the clause does not speak of, where it speaks of none of them. */
function unshared(propositions: readonly Proposition[], clause: Clause): readonly string[] {
  const alleged = propositions.slice(-1);
  const predicates = alleged.flatMap((proposition) =>
    proposition.terms.filter((term) => term.predicate),
  );
  const speaks = alleged.some((proposition) => agreement(proposition, clause).predicate);
  return speaks ? [] : [...new Set(predicates.map((term) => term.folded))].slice(0, 3);
}

/** Most findings that one element gets for each side, and the least share of the best that each must reach. */
const mostPerSide = 4;
const leastOfBest = 0.33;

function best(found: readonly Finding[], position: Finding['position']): readonly Finding[] {
  const own = found.filter((finding) => finding.position === position);
  const ranked = own.toSorted((one, other) => other.score - one.score);
  const top = ranked[0]?.score ?? 0;
  return ranked.filter((finding) => finding.score >= top * leastOfBest).slice(0, mostPerSide);
}
