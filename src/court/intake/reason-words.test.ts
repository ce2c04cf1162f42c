import { expect, test } from 'vitest';
import type { ComplaintSign, Reason } from '../../core/complaint/reason.ts';
import { reasonWords } from './reason-words.ts';

const signs: readonly ComplaintSign[] = [
  'kind',
  'name',
  'opening',
  'request',
  'accusation',
  'proposition',
  'redress',
  'caption',
];

const reasons: readonly Reason[] = [
  { why: 'told' },
  ...signs.map((sign): Reason => ({ why: 'signs', signs: [sign] })),
  { why: 'no-offence' },
  { why: 'offence', offence: 'hurto' },
  { why: 'more-of-a-claim', offence: 'delito', claim: 'demanda' },
  { why: 'both-sides-named' },
  { why: 'sides-unclear' },
  { why: 'no-cause-known' },
  { why: 'cause-named', named: ['hurto', 'lo robó'] },
  { why: 'elements-spoken-of' },
  { why: 'no-cause-named' },
];

test('every reason has words of its own in both languages', () => {
  const told = (['en', 'es'] as const).flatMap((language) => reasons.map(reasonWords(language)));
  expect(new Set(told).size).toBe(2 * reasons.length);
});

test('what a reason quotes is quoted, several signs are told in a row', () => {
  const [english, spanish] = [reasonWords('en'), reasonWords('es')];
  const named: Reason = { why: 'cause-named', named: ['hurto', 'lo robó'] };
  expect(english(named)).toBe('the complaint names it: «hurto», «lo robó»');
  expect(spanish(named)).toBe('así la nombra el escrito principal: «hurto», «lo robó»');
  const several: Reason = { why: 'signs', signs: ['kind', 'name'] };
  expect(english(several)).toBe('it reads like a complaint, its name says so');
  expect(spanish(several)).toBe('tiene forma de demanda o acusación, así lo indica su nombre');
});
