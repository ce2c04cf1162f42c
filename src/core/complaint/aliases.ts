import type { Document } from '../document/document.ts';
import type { Matter } from '../jurisdiction/profile.ts';
import { fold } from '../language/fold.ts';
import type { Aliases, Parties } from './complaint.ts';
import { commonWords } from './commonest.ts';
import { cleanName, isFirm, nameSource, shortForms } from './names.ts';
import { isOffice } from './prosecution.ts';
import { standsFor, type GivenRole } from './stands-for.ts';

const claimantRoles: Readonly<Record<Matter, readonly string[]>> = {
  civil: [
    'claimant',
    'plaintiff',
    'complainant',
    'applicant',
    'petitioner',
    'demandante',
    'actor',
    'actora',
    'reclamante',
  ],
  criminal: [
    'prosecution',
    'prosecutor',
    'the State',
    'the People',
    'victim',
    'fiscal',
    'Ministerio Público',
    'querellante',
    'víctima',
    'ofendido',
    'ofendida',
  ],
};
const respondentRoles: Readonly<Record<Matter, readonly string[]>> = {
  civil: ['respondent', 'defendant', 'demandado', 'demandada', 'reclamado', 'reclamada'],
  criminal: [
    'accused',
    'defendant',
    'suspect',
    'acusado',
    'acusada',
    'imputado',
    'imputada',
    'querellado',
    'querellada',
  ],
};

/**
 * Every name of every side: what the parties are called, the shorter forms, the words of their role,
 * and the roles that the papers give them («NAME ("the Seller")», «NAME for the Seller»,
 * «NAME, arrendadora,»). A name that would fit both sides is nobody's.
 */
export function aliasesOf(
  parties: Parties,
  complaint: Document | null,
  documents: readonly Document[],
  matter: Matter,
): Aliases {
  const given = [
    ...documents.flatMap(givenRoles),
    ...(complaint === null ? [] : standsFor(complaint)),
  ];
  const common = commonWords(documents);
  const calledAs = (names: readonly string[], roles: readonly string[]) => {
    const own = names.flatMap((name) => (isOffice(name) ? [name] : shortForms(name)));
    const called = widen([...own, ...roles], given);
    const ofFirms = new Set(called.filter(isFirm).flatMap((name) => name.split(' ')));
    return called.filter(
      (name) =>
        names.includes(name) ||
        (!roles.includes(name) && !(ofFirms.has(name) && common.has(fold(name)))),
    );
  };
  const claimant = calledAs(parties.claimant, claimantRoles[matter]);
  const respondent = calledAs(parties.respondent, respondentRoles[matter]);
  const victims = matter === 'criminal' ? victimsOf(complaint, respondent) : [];
  const people = documents.flatMap((document) => [
    ...document.mentions.people.map((person) => person.name),
    ...document.passages.flatMap((passage) => passage.speaker ?? []),
  ]);
  const mine = unshared([...claimant, ...victims, ...claimantRoles[matter]], respondent);
  const theirs = unshared([...respondent, ...respondentRoles[matter]], [...claimant, ...victims]);
  const taken = new Set([...mine, ...theirs].map(fold));
  const others = [...new Set(people)].filter(
    (person) => !shortForms(person).some((form) => taken.has(fold(form))),
  );
  return { claimant: mine, respondent: theirs, others: others.map(shortForms) };
}

function unshared(names: readonly string[], rival: readonly string[]): readonly string[] {
  const rivals = new Set(rival.map(fold));
  const seen = new Set<string>();
  return names.filter((name) => {
    const folded = fold(name);
    if (rivals.has(folded) || seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}

const roleAfter = new RegExp(`(${nameSource}) \\("(?:the |el |la )?(\\p{L}+)"\\)`, 'gu');
const roleFor = new RegExp(
  `(?:[Ss]igned|[Ff]irma\\p{L}*)[^.]{0,40}?(${nameSource}),? (?:for|on behalf of|por|en representación de) (?:the |el |la )?(${nameSource})`,
  'gu',
);
const roleApposed = new RegExp(
  `(${nameSource}), (?:the |como |el |la )?(\\p{Ll}{4,}(?:ador|adora|atario|ataria|edor|edora|eer|lord|tenant|er|or))[,.]`,
  'gu',
);
const readAtMost = 20_000;

function givenRoles(document: Document): readonly GivenRole[] {
  const text = document.text.slice(0, readAtMost);
  return [roleAfter, roleFor, roleApposed].flatMap((expression) =>
    Array.from(text.matchAll(expression), (match) => ({
      name: cleanName(String(match[1])),
      role: String(match[2]),
    })),
  );
}

/** Adds the roles of the names that are known, and the names whose role or surname is known; twice. */
function widen(start: readonly string[], given: readonly GivenRole[]): readonly string[] {
  let names = start;
  for (let round = 0; round < 2; round += 1) {
    const known = new Set(names.map(fold));
    const isKnown = (name: string) =>
      name !== '' &&
      (known.has(fold(name)) ||
        shortForms(name).some((form) => form.length > 3 && known.has(fold(form))));
    const more = given.flatMap(({ name, role }) =>
      isKnown(name) ? shortForms(role) : isKnown(role) ? shortForms(name) : [],
    );
    names = [...new Set([...names, ...more])];
  }
  return names;
}

const victimTitle = '(?:don |doña |Mr\\.? |Mrs\\.? |Ms\\.? |Miss |la señora |el señor )?';
/** What is done to a person, or belongs to one, in an accusation. */
const victim = [
  `(?:[Vv]íctima|VÍCTIMA|[Vv]ictim|VICTIM|[Oo]fendid[oa]|[Cc]omplainant|[Aa]fectad[oa])(?: ?:|,)? ${victimTitle}(?<name>${nameSource})`,
  `(?:property of|belonging to|belonged to|owned by|propiedad de|pertenec\\p{Ll}+ a|dueñ[oa] de|domicilio de|perjuicio de) ${victimTitle}(?<name>${nameSource})`,
  `(?:struck|hit|punched|kicked|stabbed|threatened|robbed|defrauded|deceived|attacked|assaulted|beat|injured|pushed|slapped|bit|head-?butted|stole from|took from|told|paid by) ${victimTitle}(?<name>${nameSource})`,
  `(?:agredi|golpe|amenaz|insult|empuj|lesion|hiri|rob|engañ|estaf|intimid|quit|sustraj|peg|dijo|apuñal)\\p{Ll}*(?: \\p{Ll}+){0,5} a ${victimTitle}(?<name>${nameSource})`,
].map((source) => new RegExp(source, 'u'));

/** In a criminal case: the person to whom the accusation says that something was done. */
function victimsOf(complaint: Document | null, respondent: readonly string[]): readonly string[] {
  const taken = new Set(respondent.map(fold));
  const text = complaint?.text.slice(0, readAtMost) ?? '';
  const people = victim
    .map((expression) => cleanName(String(expression.exec(text)?.groups?.['name'] ?? '')))
    .filter((name) => name !== '' && !shortForms(name).some((form) => taken.has(fold(form))));
  return people.slice(0, 1).flatMap(shortForms);
}
