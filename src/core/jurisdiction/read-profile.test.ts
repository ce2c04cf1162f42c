import { describe, expect, test } from 'vitest';
import { documentKinds } from '../document/document.ts';
import type { ProfileFile } from './profile-document.ts';
import { readProfile } from './read-profile.ts';

/** The smallest jurisdiction that is whole. */
const small: Readonly<Record<string, string>> = {
  'profile.yaml': `id: islet
version: '1'
name: Islet
language: en
accrual: strongest
works:
  - { id: islet-code, title: Islet Code, abbreviations: [IC], nature: substance }
standards:
  - { id: PE, name: preponderance, least: 0.2, margin: 0, contrary: 1, law: [islet-code 1] }
objections:
  - { id: relevance, name: relevance, against: exhibit, law: [islet-code 1 bis] }
`,
  'evidence.yaml': `classes:
  - id: anything
    name: anything
    weight: 0.5
    kinds: [${documentKinds.join(', ')}]
    because: It is all that there is.
    law: [islet-code 1]
`,
  'schemes.yaml': `schemes:
  - id: testimony
    name: testimony
    variables: [witness]
    anchors: { least: 1, most: 2 }
    premises: [The witness says so.]
    questions:
      - { id: perceived, asks: Did the witness see it?, burden: proponent }
`,
  'procedures.yaml': `procedures:
  - id: islet-trial
    matter: civil
    name: Trial
    titles: { judge: Judge, prosecutor: Claimant, defender: Respondent, secretary: Clerk, witness: Witness }
    phases:
      - id: opening
        name: Opening
        may:
          judge: [open, pass]
        order: [judge]
        limit: 1
        law: [islet-code 1]
      - id: evidence
        name: Evidence
        may:
          prosecutor: [offer, examine, pass]
          defender: [object, cross-examine]
          judge: [rule]
          witness: [answer]
        order: [prosecutor, defender]
        limit: 9
        law: [islet-code 1]
      - id: end
        name: End
        may:
          judge: [deliberate, draft]
        order: [judge]
        limit: 2
        law: [islet-code 1]
`,
  'cues.yaml': `groups:
  unpaid:
    - { pattern: not paid, fires: It was not paid., not: It was paid. }
`,
  'elements.yaml': `shared:
  paid:
    id: paid
    text: '{respondent} paid.'
    actor: respondent
    proof: act
    terms: [paid]
    cuesFor:
      - { pattern: <actor> paid, fires: The respondent paid., not: The respondent left. }
    cueGroups: { against: [unpaid] }
    burden: { produce: defender, persuade: defender }
    standard: PE
    law: [islet-code 2]
    usuallyProvedBy: a receipt
`,
  'causes/debt.yaml': `id: debt
matter: civil
name: Debt
names: [debt]
law: [islet-code 2]
elements:
  - id: owed
    text: '{respondent} owes {claimant}.'
    actor: anyone
    proof: state
    terms: [owes]
    burden: { produce: prosecutor, persuade: prosecutor }
    standard: PE
    law: [islet-code 2]
    usuallyProvedBy: a contract
exceptions:
  - like: paid
    usuallyProvedBy: a bank record
disposition: { granted: Granted., denied: Denied. }
`,
};

const filesOf = (texts: Readonly<Record<string, string>>): ProfileFile[] =>
  Object.entries(texts).map(([name, text]) => ({ name, text }));

/** The small jurisdiction with one place of one file written otherwise. */
function changed(name: string, from: string, to: string): ProfileFile[] {
  const text = small[name] ?? '';
  expect(text).toContain(from);
  return filesOf({ ...small, [name]: text.replace(from, to) });
}

function refusalsOf(files: readonly ProfileFile[]): readonly (readonly [string, string])[] {
  const read = readProfile(files);
  return read.kind === 'refused' ? read.refusals.map(({ rule, says }) => [rule, says]) : [];
}

test('a whole jurisdiction is read and joined: shared elements and cues are written out', () => {
  const read = readProfile(filesOf(small));
  expect(read).toMatchObject({
    kind: 'read',
    profile: {
      id: 'islet',
      objections: [{ law: [{ work: 'islet-code', article: '1 bis' }] }],
      evidenceClasses: [{ id: 'anything' }],
      causes: [
        {
          id: 'debt',
          elements: [{ id: 'owed', cuesFor: [], cuesAgainst: [] }],
          exceptions: [
            {
              id: 'paid',
              cuesFor: [{ pattern: '<actor> paid' }],
              cuesAgainst: [{ pattern: 'not paid' }],
              usuallyProvedBy: 'a bank record',
            },
          ],
        },
      ],
    },
  });
  expect(JSON.stringify(read)).not.toContain('cueGroups');
});

test('the order in which files are given does not matter', () => {
  const second = {
    ...small,
    'causes/alms.yaml': (small['causes/debt.yaml'] ?? '').replace('id: debt', 'id: alms'),
  };
  const read = readProfile(filesOf(second));
  expect(readProfile(filesOf(second).toReversed())).toEqual(read);
  expect(read).toMatchObject({ profile: { causes: [{ id: 'alms' }, { id: 'debt' }] } });
});

describe('a broken file is refused with the file, the line and the reason', () => {
  // prettier-ignore
  const broken: [rule: string, file: string, from: string, to: string, says: string][] = [
    ['PR1', 'profile.yaml', 'name: Islet\n', 'name: Islet\nname: Isle\n', 'profile.yaml, line 4: Map keys must be unique.'],
    ['PR1', 'profile.yaml', 'name: Islet\n', 'name: [Islet\n', 'profile.yaml, line 4: '],
    ['PR1', 'cues.yaml', 'groups:', 'groups: &a\n  unpaid: *a\nother:', 'cues.yaml, line 2: the alias *a is not read here; write the value out.'],
    ['PR2', 'profile.yaml', 'version: \'1\'', 'version: 1', 'profile.yaml, line 2: version: '],
    ['PR2', 'profile.yaml', 'accrual:', 'colour: red\naccrual:', 'profile.yaml, line 5: colour: Unrecognized key'],
    ['PR2', 'profile.yaml', 'least: 0.2', 'least: 1.2', 'profile.yaml, line 9: standards[0].least: '],
    ['PR2', 'profile.yaml', '[islet-code 1]', '[islet-code]', 'profile.yaml, line 9: standards[0].law[0]: a reference names a work and an article, as in «civil-code 12».'],
    ['PR2', 'profile.yaml', '[islet-code 1]', '[]', 'profile.yaml, line 9: standards[0].law: it must rest on an article of law.'],
    ['PR2', 'evidence.yaml', 'weight: 0.5', 'weight: 7', 'evidence.yaml, line 4: classes[0].weight: '],
    ['PR2', 'evidence.yaml', 'kinds: [', 'kinds: [gossip, ', 'evidence.yaml, line 5: classes[0].kinds[0]: '],
    ['PR2', 'schemes.yaml', 'most: 2', 'most: 0', 'schemes.yaml, line 5: schemes[0].anchors: the fewest anchors are more than the most.'],
    ['PR2', 'procedures.yaml', 'order: [prosecutor, defender]', 'order: []', 'procedures.yaml, line 21: procedures[0].phases[1].order: '],
    ['PR2', 'procedures.yaml', 'judge: [open, pass]', 'judge: [open, dance]', 'procedures.yaml, line 10: procedures[0].phases[0].may.judge[1]: '],
    ['PR2', 'procedures.yaml', 'judge: [open, pass]', 'king: [open, pass]', 'procedures.yaml, line 10: procedures[0].phases[0].may.king: '],
    ['PR2', 'procedures.yaml', 'judge: [open, pass]', 'judge: []', 'procedures.yaml, line 10: procedures[0].phases[0].may.judge: '],
    ['PR2', 'procedures.yaml', 'judge: Judge, ', '', 'procedures.yaml, line 5: procedures[0].titles.judge: '],
    ['PR2', 'cues.yaml', 'pattern: not paid', 'pattern: not (paid', 'cues.yaml, line 3: groups.unpaid[0].pattern: The cue pattern «not (paid» is broken: a bracket is opened and never closed.'],
    ['PR2', 'elements.yaml', 'shared:', 'stared:', 'elements.yaml, line 1: '],
    ['PR2', 'causes/debt.yaml', '    burden: { produce: prosecutor, persuade: prosecutor }\n', '', 'causes/debt.yaml, line 7: elements[0].burden: '],
    ['PR2', 'causes/debt.yaml', 'elements:', 'elements: many\nparts:', 'causes/debt.yaml, line 6: elements: '],
    ['PR2', 'causes/debt.yaml', 'like: paid', 'likes: paid', 'causes/debt.yaml, line 17: exceptions[0].likes: Unrecognized key'],
    ['PR2', 'causes/debt.yaml', small['causes/debt.yaml'] ?? '', '- debt', 'causes/debt.yaml, line 1: '],
    ['PR2', 'causes/debt.yaml', small['causes/debt.yaml'] ?? '', '', 'causes/debt.yaml, line 1: '],
    ['PR4', 'profile.yaml', 'objections:\n', 'objections:\n  - { id: relevance, name: again, against: exhibit, law: [islet-code 1] }\n', 'profile.yaml, line 12: the id «relevance» stands twice.'],
    ['PR4', 'causes/debt.yaml', 'id: owed', 'id: paid', 'causes/debt.yaml, line 17: the id «paid» is that of an element already.'],
    ['PR5', 'causes/debt.yaml', 'law: [islet-code 2]', 'law: [reef-code 2]', 'causes/debt.yaml, line 5: no work of the profile is «reef-code».'],
    ['PR6', 'causes/debt.yaml', 'standard: PE', 'standard: BRD', 'causes/debt.yaml, line 13: no standard of the profile is «BRD».'],
    ['PR7', 'evidence.yaml', 'kinds: [complaint, ', 'kinds: [', 'evidence.yaml, line 2: no class takes documents of the kind «complaint».'],
    ['PR7', 'evidence.yaml', 'classes:\n', 'classes:\n  - { id: more, name: more, weight: 1, kinds: [norm], because: It is so., law: [islet-code 1] }\n', 'evidence.yaml, line 6: documents of the kind «norm» fall into two classes.'],
    ['PR8', 'procedures.yaml', 'order: [prosecutor, defender]', 'order: [prosecutor, defender, witness, secretary]', 'procedures.yaml, line 21: the witness gets the floor but may do nothing.'],
    ['PR9', 'procedures.yaml', 'order: [prosecutor, defender]', 'order: [prosecutor]', 'procedures.yaml, line 18: the defender never gets the floor.'],
    ['PR10', 'procedures.yaml', '[open, pass]', '[argue]', 'procedures.yaml, line 7: nobody opens the hearing in the first phase.'],
    ['PR10', 'procedures.yaml', '[deliberate, draft]', '[deliberate]', 'procedures.yaml, line 24: the judge does not draft in the last phase.'],
    ['PR10', 'procedures.yaml', 'judge: [deliberate, draft]\n        order: [judge]', 'secretary: [appear]\n        order: [secretary]', 'procedures.yaml, line 24: the judge does not draft in the last phase.'],
    ['PR11', 'procedures.yaml', 'defender: [object, ', 'defender: [rule, ', 'procedures.yaml, line 18: only the judge may rule.'],
    ['PR12', 'causes/debt.yaml', '{claimant}.', '{plaintiff}.', 'causes/debt.yaml, line 8: the text may hold {claimant} and {respondent}, not {plaintiff}.'],
    ['PR13', 'causes/debt.yaml', 'persuade: prosecutor', 'persuade: defender', 'causes/debt.yaml, line 12: the burden of persuasion of an element lies with the prosecutor.'],
    ['PR13', 'elements.yaml', 'produce: defender', 'produce: prosecutor', 'causes/debt.yaml, line 17: the burden of producing an exception lies with the defender.'],
    ['PR14', 'causes/debt.yaml', 'terms: [owes]', 'terms: [owes]\n    cuesFor: [{ pattern: <other> owes, fires: He owes., not: He left. }]', 'causes/debt.yaml, line 7: the cue «<other> owes» names a side, but anyone may be the actor.'],
    ['PR15', 'causes/debt.yaml', 'like: paid', 'like: settled', 'causes/debt.yaml, line 17: there is no shared element «settled».'],
    ['PR15', 'elements.yaml', 'against: [unpaid]', 'against: [unpaid, toString]', 'causes/debt.yaml, line 17: there is no group of cues «toString».'],
    ['PR16', 'cues.yaml', 'groups:\n', 'groups:\n  late:\n    - { pattern: late, fires: Late., not: Soon. }\n', 'cues.yaml, line 3: no cause uses «late».'],
    ['PR16', 'elements.yaml', 'shared:\n', 'shared:\n  late: {}\n', 'elements.yaml, line 2: no cause uses «late».'],
    ['PR17', 'causes/debt.yaml', 'id: debt', 'id: owing', 'causes/debt.yaml, line 1: the id «owing» is not the name of the file.'],
    ['PR18', 'causes/debt.yaml', 'matter: civil', 'matter: criminal', 'causes/debt.yaml, line 2: no procedure hears criminal matters.'],
    ['PR19', 'causes/debt.yaml', 'proof: state', 'proof: speech', 'causes/debt.yaml, line 7: an element proved by speech needs cues for and against.'],
    ['PR20', 'procedures.yaml', '          judge: [rule]\n', '', 'procedures.yaml, line 17: the judge must be able to rule on objections.'],
    ['PR20', 'procedures.yaml', '          witness: [answer]\n', '', 'procedures.yaml, line 17: the witness must be able to answer.'],
    ['PR11', 'procedures.yaml', 'defender: [object, ', 'defender: [reweigh, ', 'procedures.yaml, line 18: only the judge may reweigh.'],
    ['PR21', 'procedures.yaml', 'judge: [rule]', 'judge: [rule, reweigh]', 'procedures.yaml, line 19: the judge may reweigh only where the judge deliberates and drafts.'],
    ['PR21', 'procedures.yaml', '[deliberate, draft]', '[reweigh, draft]', 'procedures.yaml, line 27: the judge may reweigh only where the judge deliberates and drafts.'],
  ];
  test.each(broken)('[%s] %s', (rule, name, from, to, says) => {
    const told = refusalsOf(changed(name, from, to)).map(([id, sentence]) => `[${id}] ${sentence}`);
    expect(told.join('\n')).toContain(`[${rule}] ${says}`);
  });
});

test('[PR1] the refusal carries file and line apart from the sentence', () => {
  const read = readProfile(changed('profile.yaml', 'language: en', 'language: la'));
  expect(read).toMatchObject({ refusals: [{ rule: 'PR2', at: ['profile.yaml', 4] }] });
});

test.each(Object.keys(small))('[PR2] an unknown key is refused in %s', (name) => {
  const files = filesOf({ ...small, [name]: `${small[name]}nonsense: 1\n` });
  expect(refusalsOf(files)).toEqual([
    ['PR2', expect.stringMatching(`^${name}, line \\d+: nonsense: Unrecognized key`)],
  ]);
});

describe('[PR3] the files of a jurisdiction', () => {
  test.each(Object.keys(small).filter((name) => !name.startsWith('causes/')))(
    '%s may not be missing',
    (name) => {
      const files = filesOf(small).filter((file) => file.name !== name);
      expect(refusalsOf(files)).toEqual([['PR3', `${name}, line 1: the file is missing.`]]);
    },
  );
  test('no other file, and none twice', () => {
    const files = [
      ...filesOf({ ...small, 'notes.yaml': '' }),
      { name: 'cues.yaml', text: small['cues.yaml'] ?? '' },
    ];
    expect(refusalsOf(files)).toEqual([
      ['PR3', 'notes.yaml, line 1: no such file belongs to a jurisdiction.'],
      ['PR3', 'cues.yaml, line 1: the file was given twice.'],
    ]);
  });
});

test('every fault is told at once, in every file', () => {
  const files = filesOf({
    ...small,
    'evidence.yaml': (small['evidence.yaml'] ?? '').replace('0.5', '5'),
    'schemes.yaml': (small['schemes.yaml'] ?? '').replace('proponent', 'nobody'),
  });
  expect(refusalsOf(files).map(([, says]) => says.split(',')[0])).toEqual([
    'evidence.yaml',
    'schemes.yaml',
  ]);
});

test('of a file with faults without number a hundred are told', () => {
  const repeated = { ...small, 'profile.yaml': 'id: islet\n'.repeat(20_000) };
  expect(refusalsOf(filesOf(repeated))).toHaveLength(100);
  const wrong = { ...small, 'evidence.yaml': `classes: [${'{}, '.repeat(20_000)}]` };
  expect(refusalsOf(filesOf(wrong))).toHaveLength(100);
  const nested = { ...small, 'profile.yaml': '['.repeat(50_000) };
  expect(refusalsOf(filesOf(nested)).map(([rule]) => rule)).toContain('PR1');
});
