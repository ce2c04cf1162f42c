import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitStatements } from './split-statements.ts';

function texts(sql: string): readonly string[] | string {
  const split = splitStatements(sql);
  return split.kind === 'split' ? split.statements.map(({ text }) => text) : split.what;
}

describe('statements of a file of SQL', () => {
  test.each<[string, string, readonly string[]]>([
    ['nothing', ' \n-- nothing\n/* at all */ ;; ', []],
    ['one without an end', 'select 1', ['select 1']],
    [
      'strings',
      "select ';', 'it''s;'; select E'\\';'; select '\\'; select 2",
      ["select ';', 'it''s;'", "select E'\\';'", "select '\\'", 'select 2'],
    ],
    ['names', 'select ";" as "a"";"; select 2', ['select ";" as "a"";"', 'select 2']],
    [
      'dollar quotes',
      'do $$ begin; end $$; select $a$ $$;$b$ $a$, $1, a$b$c; select $ñ_1$;$ñ_1$',
      ['do $$ begin; end $$', 'select $a$ $$;$b$ $a$, $1, a$b$c', 'select $ñ_1$;$ñ_1$'],
    ],
    [
      'comments',
      '-- a;\nselect /* ; /* ; */ ; */ 1 -- ;\n; select 2',
      ['-- a;\nselect /* ; /* ; */ ; */ 1 -- ;', 'select 2'],
    ],
    [
      'brackets',
      'create rule r as on update to t do (select 1; select 2); select 3',
      ['create rule r as on update to t do (select 1; select 2)', 'select 3'],
    ],
    [
      'bodies in standard SQL',
      'create or replace function f() returns int begin atomic select case when true then 1 end; select 2; end; select 3',
      [
        'create or replace function f() returns int begin atomic select case when true then 1 end; select 2; end',
        'select 3',
      ],
    ],
    ['a closing bracket too many', 'select 1); select 2', ['select 1)', 'select 2']],
    [
      'case outside of bodies',
      'select case when true then 1 end; select 2',
      ['select case when true then 1 end', 'select 2'],
    ],
  ])('%s', (_name, sql, statements) => {
    expect(texts(sql)).toEqual(statements);
  });

  test.each([
    ["select 'a", 'string'],
    ['select "a', 'quoted name'],
    ['select $a$ $b$', 'dollar-quoted string'],
    ['select /* /* */', 'comment'],
  ])('%s is never closed', (sql, what) => {
    expect(splitStatements(`\n${sql}`)).toEqual({ kind: 'unclosed', what, line: 2 });
  });

  test('each is known by its line, and by what counts in it', () => {
    const split = splitStatements("-- a\n\nselect  1 -- b\n  + 2;\n select 'x  y'\t;");
    expect(split).toMatchObject({
      statements: [
        { line: 3, bare: 'select 1 + 2' },
        { line: 5, bare: "select 'x  y'" },
      ],
    });
  });

  const quoted = fc.oneof(
    fc.string().map((text) => `'${text.replaceAll("'", "''")}'`),
    fc.string().map((text) => `"${text.replaceAll('"', '""')}"`),
    fc.string().map((text) => `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`),
    fc.string().map((text) => `$q$${text.replaceAll('$', '')}$q$`),
    fc.string().map((text) => `/*${text.replaceAll(/[*/]/g, '')}*/`),
    fc.string().map((text) => `--${text.replaceAll('\n', '')}\n`),
    fc.constantFrom('select', '1', '+', '(a; b)', 'x', ',', '$1', 'e'),
  );
  const statement = fc
    .array(quoted, { maxLength: 8 })
    .map((parts) => `select ${parts.join(' ')} x`);

  test('whatever is quoted, as many statements come out as were put in, each as it was', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 6 }), (statements) => {
        expect(texts(statements.map((one) => `${one} ;`).join('\n'))).toEqual(statements);
      }),
    );
  });

  test('any text is read, and nothing that counts gets lost', () => {
    const pieces = fc.array(
      fc.oneof(quoted, fc.string(), fc.constantFrom("'", '"', '$$', '/*', ';')),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const sql = parts.join('');
        const split = splitStatements(sql);
        if (split.kind === 'unclosed') return;
        const again = splitStatements(split.statements.map(({ text }) => `${text}\n`).join(';'));
        if (again.kind === 'unclosed') throw new Error(`${again.what} on line ${again.line}`);
        expect(again.statements.map(({ bare }) => bare)).toEqual(
          split.statements.map(({ bare }) => bare),
        );
      }),
    );
  });
});
