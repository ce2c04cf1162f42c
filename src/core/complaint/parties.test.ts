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
    ['labels of a form',            'MATERIA: Cobro\n\nDEMANDANTE : Sara Pinto Vial, RUT 1-9\n\nDEMANDADA : Aserradero Maule SpA\n\nNo ha pagado.', 'Sara Pinto Vial', 'Aserradero Maule SpA'],
    ['an account without a name',   'Claimant: account "heron_7". Respondent: user "tern-9". The bet was lost.', 'heron_7', 'tern-9'],
    ['a trade name in between',     '**Sara Pike**, trading as Pike Ferns, claimant,\n\nagainst\n\n**Moor & Sons**, respondent.', 'Sara Pike', 'Moor & Sons'],
    ['between the one and the other', 'Between Ines van der Meer (claimant) and Hugo de la Rue (defendant). He owes rent.', 'Ines van der Meer', 'Hugo de la Rue'],
    ['an escrito in capitals',      'S.J.L.\n\nSARA PINTO VIAL, modista, a US. digo: que demando a don HUGO REY SOTO, comerciante.', 'SARA PINTO VIAL', 'HUGO REY SOTO'],
    ['counsel for the party',       'RITA MORA, abogada, en representación de FUNDO ALTO LTDA., a US. digo: que interpongo demanda en contra de don HUGO REY.', 'FUNDO ALTO LTDA', 'HUGO REY'],
    ['an approach to the court that complains of somebody', 'I, Sara Pike, complain of my former landlord Mr Hugo Rey.', 'Sara Pike', 'Hugo Rey'],
    ['a caption that names the case', 'Caratulados "Pinto con Rey"\n\nSara Pinto pagó. Hugo Rey no cumplió.', 'Sara Pinto', 'Hugo Rey'],
    ['who must pay the claim of whom', 'Proposition\n\nLarch Mutual must pay the claim of Tessa Quill because the policy covers storms.', 'Tessa Quill', 'Larch Mutual'],
    ['who must be ordered, and who signs', 'Dear Sir,\n\nMr Tobias Rook sold me a lame horse. I ask the court to order Mr Rook to take it back.\n\nYours faithfully,\n\nS. Pike\n\nSara Pike, Smith', 'Sara Pike', 'Tobias Rook'],
    ['whose letterhead it is',      'Sara Pike\n\n4 Mill Row\n\nI lent Hugo Rey my cart and he broke it.', 'Sara Pike', 'Hugo Rey'],
    ['with whom the writer dealt',  'Me llamo Sara Pinto. El 4 de abril compré a Motos Maule una moto que no anda.', 'Sara Pinto', 'Motos Maule'],
    ['who lost by what another did', 'Proposition\n\nHugo Rey, who kept the keys of Sara Pike, undertook to lend them to nobody, and Pike lost her cart.', 'Sara Pike', 'Hugo Rey'],
    ['months and clauses are nobody', 'I, Sara Pike, stand against Clause 4 and against Hugo Rey. On 6 May, the defendant left.', 'Sara Pike', 'Hugo Rey'],
    ['who says that whose officer did', 'La vecina, Olga Tapia, sostiene que el administrador Felipe Mora cambió la cerradura.', 'Olga Tapia', 'Felipe Mora'],
  ];
  test.each(cases)('%s', (_, text, claimant, respondent) => {
    expect(parties(text)).toEqual({ claimant: [claimant], respondent: [respondent] });
  });

  test('two persons on one side are two, a firm with «and» is one', () => {
    expect(
      parties('Claimants: Olga Brandt and Sven Brandt\n\nDefendant: Marsh and Rowe Ltd'),
    ).toEqual({
      claimant: ['Olga Brandt', 'Sven Brandt'],
      respondent: ['Marsh and Rowe Ltd'],
    });
    expect(parties('Claimant: Marsh and Rowe\n\nDefendant: Olga Brandt').claimant).toEqual([
      'Marsh and Rowe',
    ]);
  });

  test('a paper that nobody signs and that speaks of nobody as «I» has no signatory', () => {
    expect(parties('It rained.\n\nOda Lind').claimant).toEqual([]);
    expect(parties('My hens are wet.\n\nKind Regards\n\nRegards').claimant).toEqual([]);
  });

  // prettier-ignore
  const accusations: [what: string, text: string, claimant: string, respondent: string][] = [
    ['a charge sheet',       'ALDER CONSTABULARY\n\nCHARGE SHEET\n\nPerson charged: Kit MARLOW b. 1.2.1999\n\nHe stole a cart.', 'ALDER CONSTABULARY', 'Kit MARLOW'],
    ['the Crown',            'THE CROWN v. ROWAN PIKE\n\nRowan Pike is charged with theft.', 'CROWN', 'ROWAN PIKE'],
    ['a prosecutor',         'The Public Prosecutor charges Lena Frost with fraud.', 'Public Prosecutor', 'Lena Frost'],
    ['nobody that is named', 'Lena Frost is accused of fraud.', 'Prosecution', 'Lena Frost'],
    ['a fiscalía',           'Fiscalía Local de Puerto Alto, a US. digo: que acuso a HUGO REY por hurto.', 'Fiscalía Local de Puerto Alto', 'HUGO REY'],
    ['its fiscal',           'RITA MORA, fiscal adjunta del Ministerio Público, a US. digo: que deduzco acusación en contra de HUGO REY.', 'Ministerio Público', 'HUGO REY'],
    ['a querella',           'QUERELLA\n\nSARA PINTO, modista, a US. digo: que deduzco querella en contra de HUGO REY.', 'SARA PINTO', 'HUGO REY'],
  ];
  test.each(accusations)('who accuses whom: %s', (_, text, claimant, respondent) => {
    expect(parties(text, 'criminal')).toEqual({ claimant: [claimant], respondent: [respondent] });
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
      because: { why: 'told' },
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
