import type { Document } from '../document/document.ts';
import type { Matter } from '../jurisdiction/profile.ts';
import { fold } from '../language/fold.ts';
import type { Aliases, Parties } from './complaint.ts';
import { cleanName, nameSource, shortForms } from './names.ts';

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
  const given = documents.flatMap(givenRoles);
  const claimant = widen(parties.claimant.flatMap(shortForms), given);
  const respondent = widen(parties.respondent.flatMap(shortForms), given);
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

type GivenRole = { readonly name: string; readonly role: string };

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
      isKnown(name) ? [role] : isKnown(role) ? shortForms(name) : [],
    );
    names = [...new Set([...names, ...more])];
  }
  return names;
}

/** In a criminal case: people whom the accusation says something was done to. */
function victimsOf(complaint: Document | null, respondent: readonly string[]): readonly string[] {
  const taken = new Set(respondent.map(fold));
  const done = new RegExp(
    `\\p{Ll}+(?:ed|ó|ck|ole|it|es|le|a) (?:\\p{Ll}+ ){0,4}?(?:a |of |from |to )?(${nameSource})`,
    'gu',
  );
  const found = Array.from((complaint?.text.slice(0, readAtMost) ?? '').matchAll(done), (match) =>
    cleanName(String(match[1])),
  );
  const people = found.filter(
    (name) => name.includes(' ') && !shortForms(name).some((form) => taken.has(fold(form))),
  );
  return people.slice(0, 1).flatMap(shortForms);
}
