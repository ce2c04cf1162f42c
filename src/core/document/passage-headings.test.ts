import { describe, expect, test } from 'vitest';
import { readPages } from '../../../test/read-pages.ts';

describe('headings are context and never evidence', () => {
  const headings = (text: string) => {
    const { passages, words } = readPages(text);
    return passages.map((passage) => [
      words(passage),
      passage.headings.join(' > '),
      passage.evidential,
    ]);
  };

  test('of Markdown', () => {
    expect(headings('# One\n\ntext a\n\n## Two\n\ntext b\n\n# Three\n\ntext c')).toEqual([
      ['# One', '', false],
      ['text a', '# One', true],
      ['## Two', '# One', false],
      ['text b', '# One > ## Two', true],
      ['# Three', '', false],
      ['text c', '# Three', true],
    ]);
  });

  test('in capitals, also over two lines, but no table and no sentence', () => {
    expect(headings('ARTICLE 4\n\nTHE RIGHTS AND DUTIES\nOF THE PARTIES\n\nThey pay.')).toEqual([
      ['ARTICLE 4', '', false],
      ['THE RIGHTS AND DUTIES OF THE PARTIES', 'ARTICLE 4', false],
      ['They pay.', 'ARTICLE 4 > THE RIGHTS AND DUTIES OF THE PARTIES', true],
    ]);
    expect(headings('MSDS 4.1\nOther Extract 2.16')[0]?.[2]).toBe(true);
    expect(headings('NO REFUNDS ARE GIVEN TO ANYBODY AT ALL.')[0]?.[2]).toBe(true);
    expect(headings('The parties agree that ______ pays ______ in May.')[0]?.[2]).toBe(true);
    expect(headings('ORLA VENN,\n\nof the mill')[0]?.[2]).toBe(true);
    expect(headings('He said\nTERM SHEET\nand left')[1]?.[2]).toBe(true);
  });

  test('with every word capital, or numbered', () => {
    expect(headings('The Law of the Mill\n\nIt grinds.')[1]).toEqual([
      'It grinds.',
      'The Law of the Mill',
      true,
    ]);
    expect(headings('2.1 Payment Terms\n\nPay.')[1]?.[1]).toBe('2.1 Payment Terms');
    expect(headings('2.0 Payment\n2.1 The client pays.')[0]?.[2]).toBe(false);
    expect(headings('2. The client pays nothing\n\nIt left.')[0]?.[2]).toBe(true);
    expect(headings('Rain fell on us\n\nIt grinds.')[0]?.[2]).toBe(true);
  });

  test('that the format names', () => {
    const { passages } = readPages({ text: 'uno\n\ndos', headings: [{ start: 0, level: 1 }] });
    expect(passages.map(({ headings: above, evidential }) => [above, evidential])).toEqual([
      [[], false],
      [['uno'], true],
    ]);
  });

  test('a line with a colon leads in a list until a paragraph stands apart', () => {
    expect(headings('Scope:\n- one\n- two\n\nThe rest is free.')).toEqual([
      ['Scope:', '', false],
      ['- one', 'Scope:', true],
      ['- two', 'Scope:', true],
      ['The rest is free.', '', true],
    ]);
    expect(headings('Open compounds always count here:\n- one')[0]?.[2]).toBe(true);
    expect(headings('It ends with a colon:')[0]?.[2]).toBe(true);
  });

  test('a list of references is no evidence', () => {
    expect(
      headings('References\n\n1. A book about mills').map(([, , evidential]) => evidential),
    ).toEqual([false, false]);
  });

  test.each([
    ['- 3 -'],
    ['Page 3 of 10'],
    ['Página 4 de 9'],
    ['_____________'],
    ['https://example.org/a https://example.org/b'],
    ['/s/ Orla Venn'],
    ['Firma: ______'],
    ['IN WITNESS WHEREOF, the parties have signed.'],
    ['I declare under penalty of perjury that this is true.'],
    ['Declara bajo juramento.'],
    ['Baltazar Ruz, having been first duly sworn, testified as follows:\n'],
    ['IN THE DISTRICT COURT OF UTOPIA'],
    ['Case No. 12'],
    ['v.'],
    ['Demandante'],
    ['Plaintiff, v. Case No. 26-114'],
    ['By: ________'],
    ['RIT: 12-2026'],
    ['S.J.L. en lo Civil'],
  ])('%s is no evidence', (text) => {
    expect(readPages(`${text}\n\nThe van came at nine.`).passages[0]?.evidential).toBe(false);
  });

  test.each([
    ['I declare under penalty of perjury that I saw the van at nine.'],
    ['Orla Venn, being duly sworn, says that the van came at nine.'],
    ['Yo, Baltazar Ruz, declaro bajo juramento que vi la camioneta a las nueve.'],
    ['In the end the court was closed'],
    ['Case number twelve was lost by the clerk.'],
  ])('%s is evidence', (text) => {
    expect(readPages(text).passages[0]?.evidential).toBe(true);
  });

  test('running headers and footers are no evidence', () => {
    const pages = ['rained', 'snowed', 'froze', 'thawed'].map(
      (verb, n) => `Molino Azul case file\n\nOn that day it ${verb}.\n\nSource: mill, ${n}`,
    );
    const { passages, words } = readPages(...pages);
    expect(passages.filter(({ evidential }) => evidential).map(words)).toEqual([
      'On that day it rained.',
      'On that day it snowed.',
      'On that day it froze.',
      'On that day it thawed.',
    ]);
  });
});
