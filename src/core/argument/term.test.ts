import { describe, expect, test } from 'vitest';
import { canonicalId, readAtom } from './atom.ts';
import { match, readTerm, substitute, variablesOf } from './term.ts';

describe('ids that are terms', () => {
  // prettier-ignore
  const atoms: [id: string, predicate: string | null, parts: string[]][] = [
    ['price(volvo, low)',  'price',  ['volvo', 'low']],
    ['f(g(a,b),c)',        'f',      ['g(a,b)', 'c']],
    ['¬p(x)',              '¬p',     ['x']],
    ['f()',                'f',      ['']],
    ['p',                  null,     []],
    ['(a)',                null,     []],
    ['a b(c)',             null,     []],
    ['f(a',                null,     []],
    ['f(a)(b)',            null,     []],
    ['f((a)',              null,     []],
    ['f(a))',              null,     []],
  ];
  test.each(atoms)('%s', (id, predicate, parts) => {
    expect(readAtom(id)).toEqual(predicate === null ? null : { predicate, arguments: parts });
  });

  test('white space is folded, and gone inside a term', () => {
    expect(canonicalId('  lt( 0 ,\n 1 ) ')).toBe('lt(0,1)');
    expect(canonicalId(' a  b ( c )')).toBe('a b ( c )');
  });
});

describe('terms', () => {
  const matched = (pattern: string, text: string) => {
    const bindings = match(readTerm(pattern), readTerm(text), new Map());
    return bindings === null
      ? null
      : Object.fromEntries([...bindings].map(([k, v]) => [k, v.text]));
  };

  // prettier-ignore
  const cases: [pattern: string, text: string, bindings: Record<string, string> | null][] = [
    ['f(X,Y)',   'f(a,g(b))', { X: 'a', Y: 'g(b)' }],
    ['f(X,X)',   'f(a,a)',    { X: 'a' }],
    ['f(X,X)',   'f(a,b)',    null],
    ['f(X,a)',   'f(b,c)',    null],
    ['f(X)',     'g(a)',      null],
    ['f(X)',     'f(a,b)',    null],
    ['f(X,Y)',   'f(a)',      null],
    ['¬S',       '¬f(a)',     { S: 'f(a)' }],
    ['¬S',       'f(a)',      null],
    ['S',        '¬f(a)',     { S: '¬f(a)' }],
    ['Ünder_1',  'a',         { Ünder_1: 'a' }],
    ['lower',    'a',         null],
  ];
  test.each(cases)('%s and %s', (pattern, text, bindings) => {
    expect(matched(pattern, text)).toEqual(bindings);
  });

  test('a variable without a value stays in the text', () => {
    const bindings = new Map([['X', readTerm('a')]]);
    expect(substitute(readTerm('¬f(X,Y,c)'), bindings)).toBe('¬f(a,Y,c)');
    expect(variablesOf(readTerm('¬f(X,g(Y,X),c)'))).toEqual(['X', 'Y']);
  });
});
