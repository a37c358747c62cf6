import { describe, expect, test } from 'vitest';
import { bindParameters, parseSqlFile, SqlFileError } from '../../src/engine/sql-file.ts';
import { scanSql, splitStatements } from '../../src/engine/sql-scanner.ts';

const QUERY = `-- purpose:  Amounts of a department,
--           for a test.
-- grain:    one row per subject
-- param:    $department  VARCHAR  null = all
-- param:    $year INTEGER
-- returns:  amount DECIMAL(32, 6)  万元;
--           null where not known
-- returns:  note VARCHAR

select amount, 'it''s $department; "x"' as note -- $year; a remark
from figures /* $year; */
where (id = $department or $department is null) and year = $year
`;

describe('A query file', () => {
  test('is read with its header, continued lines included', () => {
    expect(parseSqlFile({ path: 'metrics/amounts.sql', text: QUERY })).toMatchObject({
      folder: 'metrics',
      name: 'amounts',
      purpose: 'Amounts of a department, for a test.',
      grain: 'one row per subject',
      parameters: [
        { name: 'department', type: 'VARCHAR', meaning: 'null = all' },
        { name: 'year', type: 'INTEGER', meaning: '' },
      ],
      returns: [
        { name: 'amount', type: 'DECIMAL(32,6)', meaning: '万元; null where not known' },
        { name: 'note', type: 'VARCHAR', meaning: '' },
      ],
    });
  });

  test('binds each use of a name as a position of the declared type, strings and comments untouched', () => {
    const file = parseSqlFile({ path: 'metrics/amounts.sql', text: QUERY });
    const { sql, parameters } = bindParameters(file, { department: 'a', year: 2024 });
    expect(parameters).toEqual(['a', 'a', '2024']);
    expect(sql).toContain("'it''s $department; \"x\"' as note");
    expect(sql).toContain('(id = cast(? as VARCHAR) or cast(? as VARCHAR) is null) and year = cast(? as INTEGER)');
    expect(sql).not.toContain('remark');
  });

  test('binds what is left out as null and refuses a name it does not declare', () => {
    const file = parseSqlFile({ path: 'metrics/amounts.sql', text: QUERY });
    expect(bindParameters(file, {}).parameters).toEqual([null, null, null]);
    expect(() => bindParameters(file, { month: 5 })).toThrow('$month');
  });

  test.each([
    ['metrics/a.sql', 'select $x', /\$x is not declared/],
    ['metrics/a.sql', '-- only a comment;', /no statement/],
    ['metrics/a.sql', 'select 1; select 2;', /one statement/],
    ['metrics/a.sql', '-- returns: amount\nselect 1', /name TYPE meaning/],
    ['elsewhere/a.sql', 'select 1', /models, metrics or checks/],
    ['a.sql', 'select 1', /models, metrics or checks/],
  ])('is refused by name when malformed: %s %j', (path, text, message) => {
    expect(() => parseSqlFile({ path, text })).toThrow(SqlFileError);
    expect(() => parseSqlFile({ path, text })).toThrow(message);
  });
});

describe('Statements', () => {
  test('are split at semicolons outside strings, names and comments', () => {
    const sql = `select ';' as a; -- one; two\nselect ";" /* ; */ from t;\n\n-- end;\n;`;
    expect(splitStatements(sql)).toEqual([`select ';' as a`, `-- one; two\nselect ";" /* ; */ from t`]);
  });

  test('scan into pieces that join to the text', () => {
    for (const sql of [QUERY, "select 'open", '-- c', '', 'a.b::decimal(3,2) // 表名']) {
      expect(
        scanSql(sql)
          .map(({ text }) => text)
          .join(''),
      ).toBe(sql);
    }
  });
});
