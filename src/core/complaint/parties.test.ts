import { describe, expect, test } from 'vitest';
import { paper } from '../../../test/paper.ts';
import type { Matter } from '../jurisdiction/profile.ts';
import { cleanName } from './names.ts';
import { openingOf } from './opening.ts';
import { partiesOf } from './parties.ts';

const parties = (text: string, matter: Matter = 'civil') =>
  partiesOf(paper('complaint.txt', text, 'complaint'), [], matter, {}).value;

describe('who stands against whom', () => {
  // prettier-ignore
  const cases: [what: string, text: string, claimant: string, respondent: string][] = [
    ['a caption over lines',       'Harbour Bakery Ltd, claimant\n\nv\n\nOakfield Heating, respondent\n\nThe boiler failed.', 'Harbour Bakery Ltd', 'Oakfield Heating'],
    ['a caption in one line',      'Ana Soto, claimant, v. Luis Rey, respondent. He owes money.',           'Ana Soto', 'Luis Rey'],
    ['role before the name',       'Claimant: Ana Soto\n\nRespondent: Luis Rey\n\nHe owes money.',          'Ana Soto', 'Luis Rey'],
    ['name against name',          'Iris Bolt against Gerald Stone. He promised to repair the fence.',      'Iris Bolt', 'Gerald Stone'],
    ['I, and from whom',           'I, Dora Venn, claim $6,200 from Lucas Brandt, who has not paid.',       'Dora Venn', 'Lucas Brandt'],
    ['who is represented by another', 'Piedra Alta SpA, representada por Carmen Luna, demanda a Muebles Trigal Ltda.', 'Piedra Alta SpA', 'Muebles Trigal Ltda'],
    ['titles are no part of it',   'Elena Rivas, demandante, contra don Bruno Lagos, demandado.',           'Elena Rivas', 'Bruno Lagos'],
    ['who says that whose officer did', 'La vecina, Olga Tapia, sostiene que el administrador Felipe Mora cambió la cerradura.', 'Olga Tapia', 'Felipe Mora'],
  ];
  test.each(cases)('%s', (_, text, claimant, respondent) => {
    expect(parties(text)).toEqual({ claimant: [claimant], respondent: [respondent] });
  });

  test('an accused has the State against him, or the office that prosecutes', () => {
    expect(
      parties('The State against Victor Lund\n\nVictor Lund is accused of assault.', 'criminal'),
    ).toEqual({
      claimant: ['State'],
      respondent: ['Victor Lund'],
    });
    expect(parties('El fiscal acusa a Ramiro Peña como autor de lesiones.', 'criminal')).toEqual({
      claimant: ['Ministerio Público'],
      respondent: ['Ramiro Peña'],
    });
  });

  test('where nothing names the parties, who acts in the complaint answers, and the commonest name in the papers claims', () => {
    const complaint = paper(
      'complaint.md',
      'Samantha misrepresented the date, and the claimant relied on it.',
    );
    const others = ['note', 'summary', 'list'].map((name) =>
      paper(
        `${name}.txt`,
        'Then Peter kept the slot. Samantha said so. The end came. Zoe left. Adam came. Bob ran.',
      ),
    );
    const also = paper(
      'thread.txt',
      '2025-01-01 10:00 Peter: I am here now.\n\n2025-01-01 10:05 Peter: I am still here.',
    );
    const read = partiesOf(complaint, [complaint, ...others, also], 'civil', {});
    expect(read.value).toEqual({ claimant: ['Peter'], respondent: ['Samantha'] });
    expect(read.confidence).toBe('weak');
    expect(
      partiesOf(complaint, [complaint, ...others.slice(1)], 'civil', {}).value.claimant,
    ).toEqual([]);
  });

  test('the one who acts is not the one who claims', () => {
    expect(parties('Claimant: Ana Soto\n\nAna Soto signed it and Luis refused.')).toEqual({
      claimant: ['Ana Soto'],
      respondent: ['Luis'],
    });
    expect(parties('Nothing of note.')).toEqual({ claimant: [], respondent: [] });
  });

  test('what the case says goes before any reading', () => {
    const facts = { claimant: ['A'], respondent: ['B'] };
    expect(partiesOf(null, [], 'civil', facts)).toEqual({
      value: facts,
      confidence: 'strong',
      because: 'the case says so',
    });
  });

  test('without a complaint nobody is named', () => {
    expect(partiesOf(null, [], 'civil', {}).value).toEqual({ claimant: [], respondent: [] });
  });
});

test('a name is read without titles and roles; nothing is left of roles alone', () => {
  expect(['the Claimant Mr. Ana Soto', "Luis Rey's", 'Claimant', 'T. Oak.'].map(cleanName)).toEqual(
    ['Ana Soto', 'Luis Rey', '', 'T. Oak'],
  );
});

test('of a document only the opening is read, passage by passage', () => {
  const long = paper('a.txt', 'Ana Soto\n\nLuis Rey\n\nOmar Field');
  expect(openingOf(long, 12)).toBe('Ana Soto\nLui');
});
