import { describe, expect, test } from 'vitest';
import { paper } from '../../../test/paper.ts';
import { decompose, mostAllegations } from './decompose.ts';

const texts = (text: string) =>
  decompose(paper('complaint.txt', text), []).allegations.map((one) => one.text);

describe('a complaint without numbers is split into its propositions', () => {
  // prettier-ignore
  const cases: [what: string, text: string, ...parts: string[]][] = [
    ['what only reports is left out',      'The proposition is that Ana misled me, and that I relied on her word.', 'Ana misled me', 'I relied on her word'],
    ['so is who says it',                  'The complainant, Birgit Holm, says that the arbiter stopped the clock.', 'the arbiter stopped the clock'],
    ['predicates joined by «and»',         'He ordered a menu for many guests, I served the whole menu, and he has not paid the balance.', 'He ordered a menu for many guests, I served the whole menu', 'he has not paid the balance'],
    ['a semicolon',                        'The shop sold a broken lamp; the owner refused a full refund.', 'The shop sold a broken lamp', 'the owner refused a full refund'],
    ['clauses of a Spanish sentence',      'El vendedor entregó un motor dañado, me ocultó fallas graves antiguas.', 'El vendedor entregó un motor dañado', 'me ocultó fallas graves antiguas'],
    ['a reason, not the conclusion',       'The game must be replayed because the arbiter stopped the clock.', 'the arbiter stopped the clock'],
    ['a conclusion without a reason stays', 'The rules said that he must pay the fee.', 'The rules said that he must pay the fee'],
    ['lists of names stay whole',          'Ana, Luis and Omar broke the gate.', 'Ana, Luis and Omar broke the gate'],
    ['quotations stay whole',              'He said "I took the money and she counted every coin" to us.', 'He said "I took the money and she counted every coin" to us'],
    ['date ranges stay whole',             'He was away from 3 May and 5 May of that year.', 'He was away from 3 May and 5 May of that year'],
    ['what is asked for is no allegation', 'Luis broke the gate. The claimant asks for damages.', 'Luis broke the gate'],
    ['nor is a sentence without a verb',   'Luis broke the gate. Kind regards to the court.', 'Luis broke the gate'],
    ['each «that» of one proposition',     'The proposition is that Ida promised in writing to keep the hens, that she nonetheless sold them, and that Colm lost his eggs.', 'Ida promised in writing to keep the hens', 'she nonetheless sold them', 'Colm lost his eggs'],
    ['but not one inside a quotation',     'The proposition is that Ida wrote "keep it, and that is all I ask" to Colm.', 'Ida wrote "keep it, and that is all I ask" to Colm'],
    ['what somebody is said to have said', 'He told me that the pump had been mended and that the well was full.', 'He told me that the pump had been mended and that the well was full'],
    ['a sentence that begins with «that»', 'That was not so. The pump was old.', 'That was not so', 'The pump was old'],
    ['what a charge prints before',        'In that on 3 May he entered the mill and stole a scale.', 'on 3 May he entered the mill and stole a scale'],
    ['the label of the facts, and none of the forms', 'HECHOS: El acusado golpeó al guardia.\n\nCALIFICACIÓN: lesiones, que fueron leves.\n\nPENA: la que fue pedida.', 'El acusado golpeó al guardia'],
    ['what is said of oneself in the past', 'Compré una moto en abril. Aquí y así, con café.', 'Compré una moto en abril'],
    ['names, requests and enclosures are none', 'My name is Ida Marsh. The hens were wet. I ask the court to hear me. I enclose what was sent.', 'The hens were wet'],
    ['nor the words that bring the action', 'El fiscal acusa a Hugo Rey, que fue detenido. Vengo en deducir demanda, como fue dicho. Hugo Rey golpeó a Luis.', 'Hugo Rey golpeó a Luis'],
    ['marks of emphasis are cut',          'Colm wrote that it was **so**', 'Colm wrote that it was **so'],
    ['who says it stays where folding moves letters', 'Ana claims that the 한국 gate was broken.', 'Ana claims that the 한국 gate was broken'],
  ];
  test.each(cases)('%s', (_, text, ...parts) => {
    expect(texts(text)).toEqual(parts);
  });

  test('with the exact place of each', () => {
    const complaint = paper('complaint.txt', 'Luis broke the gate. Omar saw the gate fall.');
    const { allegations, by } = decompose(complaint, []);
    expect(by).toBe('propositions');
    for (const { start, end, text } of allegations)
      expect(complaint.text.slice(start, end)).toBe(text);
  });

  test('where every passage is a title, the titles are read', () => {
    const complaint = paper('complaint.txt', 'Luis broke the gate.');
    const titles = {
      ...complaint,
      passages: complaint.passages.map((passage) => ({ ...passage, evidential: false })),
    };
    expect(decompose(titles, []).allegations).toHaveLength(1);
  });
});

describe('numbered paragraphs that hold a verb', () => {
  test('are its allegations', () => {
    const text =
      'Claim\n\n1. Luis signed the lease.\n\n2. He never paid the rent.\n\n3. Exhibits\n\n4. The claimant claims damages of $300.';
    expect(texts(text)).toEqual(['Luis signed the lease.', 'He never paid the rent.']);
  });
  test('also in words', () => {
    expect(
      texts('PRIMERO: El demandado firmó el contrato.\n\nSEGUNDO: No ha pagado la renta.'),
    ).toEqual(['El demandado firmó el contrato.', 'No ha pagado la renta.']);
  });
  test('not those that say who the parties are or why this court hears them', () => {
    const text =
      '1. Claimant is a natural person who lives in Alder.\n\n2. This court has jurisdiction, as was agreed.\n\n3. Luis broke the gate.\n\n4. He withheld forty keys on a pretext.';
    expect(texts(text)).toEqual(['Luis broke the gate.', 'He withheld forty keys on a pretext.']);
  });
  test('numbered as in an escrito, up to the prayer', () => {
    const text =
      'LOS HECHOS\n\n1.- Pagué al contado la mitad.\n\n2.- No terminó la obra.\n\nPOR TANTO,\n\n3.- Pido que fuera condenado.';
    expect(texts(text)).toEqual(['Pagué al contado la mitad.', 'No terminó la obra.']);
  });
  test('a paragraph whose verb nobody listed counts where it is a sentence', () => {
    const text =
      '1. Luis broke the gate.\n\n2. Luis soaks my seedlings every single week.\n\n3. Gate, post and hinge of it all';
    expect(texts(text)).toEqual([
      'Luis broke the gate.',
      'Luis soaks my seedlings every single week.',
    ]);
  });
  test('a prayer with which the paper begins cuts nothing off', () => {
    expect(texts('WHEREFORE it is said: Luis broke the gate.\n\nOmar saw it.').at(-1)).toBe(
      'Omar saw it',
    );
  });
  test('a numbered list of references is no list of allegations', () => {
    const text =
      'Luis broke the gate.\n\n1. Exhibit A was signed in May.\n\n2. See the letter that was sent.\n\n3. https://example.org/was';
    expect(texts(text)).toEqual(['Luis broke the gate']);
  });
  test('ten thousand are cut to those that the court hears, and it says so', () => {
    const complaint = paper(
      'complaint.txt',
      Array.from({ length: 10_000 }, (_, n) => `${n + 1}. Luis broke plate ${n}.`).join('\n\n'),
    );
    const { allegations, pleaded } = decompose(complaint, []);
    expect(allegations).toHaveLength(mostAllegations);
    expect(pleaded).toBe(10_000);
  });
});

describe('elements that a paper of the file lists', () => {
  test('go before the numbers of the complaint', () => {
    const complaint = paper('complaint.txt', '1. Luis signed it.\n\n2. He never paid.');
    const terms = paper(
      'terms.txt',
      'The claimant must prove:\n\n1. that an order was made.\n\n2. that it was refused\n\nOther terms follow.',
    );
    const { allegations, by } = decompose(complaint, [complaint, terms]);
    expect(by).toBe('listed-elements');
    expect(allegations.map(({ document, text }) => `${document}: ${text}`)).toEqual([
      'terms.txt: that an order was made',
      'terms.txt: that it was refused',
    ]);
  });
  test('but one item is no list', () => {
    const terms = paper(
      'terms.txt',
      'The claimant must prove the order.\n\nNothing else is needed.',
    );
    expect(decompose(paper('complaint.txt', 'Luis broke it.'), [terms]).by).toBe('propositions');
  });
});
