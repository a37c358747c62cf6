import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completionsAt } from '../../src/components/sql-completions.ts';

const column = (name: string) => ({ name, type: 'VARCHAR', meaning: '' });
const tables = [
  { name: 'dim_bodies', purpose: '部门', columns: [column('department_id'), column('department_name')] },
  { name: 'fct_measures', purpose: '决算数', columns: [column('department_id'), column('actual')] },
];

/** What is offered at "|", by kind. */
function offered(marked: string, asked = false) {
  const position = marked.indexOf('|');
  const found = completionsAt(marked.replace('|', ''), position, tables, ['sum'], asked);
  const of = (kind: string) => found?.items.filter((item) => item.kind === kind).map(({ label }) => label) ?? null;
  return found === null ? null : { columns: of('column'), tables: of('table'), functions: of('function') };
}

describe('An editor offers', () => {
  test('the columns of the tables that the statement names, also those named behind the cursor', () => {
    expect(offered('select a| from fct_measures')!.columns).toEqual(['department_id', 'actual']);
    expect(offered('select d| from dim_bodies, fct_measures')!.columns).toEqual([
      'department_id',
      'department_name',
      'actual',
    ]);
  });

  test('every column while no table is named, and functions', () => {
    expect(offered('select s|')).toEqual({
      columns: ['department_id', 'department_name', 'actual'],
      tables: ['dim_bodies', 'fct_measures'],
      functions: ['sum'],
    });
  });

  test('tables alone after FROM and JOIN', () => {
    for (const statement of ['select * from f|', 'select * from dim_bodies inner join f|', 'FROM |', 'describe f|'])
      expect(offered(statement, true), statement).toEqual({
        columns: [],
        tables: ['dim_bodies', 'fct_measures'],
        functions: [],
      });
  });

  test('the columns of one table after its name or alias and a dot', () => {
    for (const statement of [
      'select b.| from dim_bodies as b',
      'select b.dep| from dim_bodies b where true',
      'select dim_bodies.| from dim_bodies',
      'select 部门.| from dim_bodies as 部门',
    ])
      expect(offered(statement), statement).toEqual({
        columns: ['department_id', 'department_name'],
        tables: [],
        functions: [],
      });
    expect(offered('select where.| from dim_bodies where true')).toBeNull();
  });

  test('nothing inside strings and comments, and before a word unless it is asked for', () => {
    for (const statement of ["select 'a|", "select 'it''s a|'", 'select 1 -- a|', 'select /* a| */ 1', 'select |'])
      expect(offered(statement), statement).toBeNull();
    expect(offered('select |', true)).not.toBeNull();
    expect(offered("select ';', a| from fct_measures -- 'x")!.columns).toContain('actual');
  });

  test('something or nothing for any text, beginning at a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, at) => {
        const position = at % (text.length + 1);
        const found = completionsAt(text, position, tables, ['sum'], true);
        if (found !== null) expect(text.slice(found.from, position)).toMatch(/^[\p{L}\p{N}_]*$/u);
      }),
    );
  });
});
