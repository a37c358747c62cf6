import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { questionOf, RefusedStatement, runReadOnly } from '../../src/engine/read-only.ts';
import { startNative } from '../../src/engine/native-engine.ts';
import { startWasmNode } from '../../src/engine/wasm-node-engine.ts';

const reasonOf = (statement: string) => {
  try {
    questionOf(statement);
    return 'run';
  } catch (error) {
    return error instanceof RefusedStatement ? error.reason : error;
  }
};

describe('A text is refused before it is run', () => {
  test.each([
    ['', 'empty'],
    ['  -- nothing but a comment\n', 'empty'],
    [';;', 'empty'],
    ['select 1; select 2', 'several'],
    ['select 1;;select 2', 'several'],
    ["select ';' /* ; */ -- ;\n;", 'run'],
    ['explain explain select 1', 'writes'],
    ['explain describe t', 'writes'],
  ])('%j: %s', (statement, reason) => expect(reasonOf(statement)).toBe(reason));
});

const WRITING = [
  'insert into kept values (8, 1)',
  'insert into kept values (8, 1) returning a',
  'update kept set a = 8',
  'delete from kept',
  'truncate kept',
  'drop table kept',
  'alter table kept add column c integer',
  'create table more as select 1 as a',
  'create or replace view kept as select 8 as a',
  "copy kept to 'kept.csv'",
  "copy kept from 'kept.csv'",
  "attach 'other.db'",
  "detach 'memory'",
  'use other',
  "export database 'folder'",
  "import database 'folder'",
  'install json',
  'load json',
  'pragma threads = 2',
  'pragma table_info(kept)',
  'set threads = 2',
  'reset threads',
  'call pragma_version()',
  'prepare plan as select 1',
  'execute plan',
  'deallocate plan',
  'begin transaction',
  'commit',
  'rollback',
  'checkpoint',
  'vacuum',
  'analyze',
  "comment on table kept is 'x'",
  'explain insert into kept values (8, 1)',
  'explain analyze insert into kept values (8, 1)',
  'explain analyze delete from kept',
  'describe insert into kept values (8, 1)',
  'summarize delete from kept',
];

const TRICKS = [
  '/* select */ insert into kept values (8, 1)',
  '-- select\ndelete from kept',
  'select 1; delete from kept',
  'select 1) as result; delete from kept; select * from (select 2',
  'select 1) as result; delete from kept; --',
  "select e'\\''; delete from kept; --'",
  'select $$;$$; delete from kept',
  'select 1 /* /* */ ; delete from kept; /* */ */',
  'with gone as (delete from kept returning a) select * from gone',
  'with more as (insert into kept values (8, 1) returning a) select * from more',
  'with a as (select 1) insert into kept select 8, 1',
  'select a into more from kept',
  'select * from (insert into kept values (8, 1))',
  'select 1 union all (delete from kept)',
  'from kept; drop table kept',
  'explain select 1; drop table kept',
  'explain select 1) as result; drop table kept; select * from (select 2',
  'explain analyze (insert into kept values (8, 1))',
  'describe kept) as result; drop table kept; select * from (select 2',
  'summarize kept; drop table kept',
  'select * from kept \u0000; drop table kept',
];

describe.each([
  ['DuckDB-wasm', startWasmNode],
  ['current DuckDB', startNative],
])('%s', (_name, start) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
    await engine.query('create table kept as select 7 as a, cast(-565.63 as decimal(32, 6)) as amount');
    await engine.query('set enable_external_access = false');
    await engine.query('set lock_configuration = true');
  });
  afterAll(() => engine.close());
  const run = (statement: string, limit = 100) => runReadOnly(engine, statement, limit);

  test.each([...WRITING, ...TRICKS])('refuses %j and leaves the data as they were', async (statement) => {
    await expect(run(statement)).rejects.toThrow();
    expect((await engine.query('select * from kept')).rows).toEqual([{ a: 7, amount: '-565.63' }]);
    const { rows } = await engine.query(
      'select table_name from duckdb_tables() union all select view_name from duckdb_views() where not internal',
    );
    expect(rows).toEqual([{ table_name: 'kept' }]);
  });

  test.each(["select * from read_csv_auto('kept.csv')", "select * from 'kept.parquet'", "select * from glob('*')"])(
    'reaches no file: %s',
    async (statement) => {
      await expect(run(statement)).rejects.toThrow();
    },
  );

  test.each([
    ['select a from kept', [['7']]],
    ['SELECT a FROM kept;', [['7']]],
    ['from kept select amount', [['-565.63']]],
    ['values (1, null)', [['1', null]]],
    ['table kept', [['7', '-565.63']]],
    ['with b as (select a + 1 as b from kept) select b from b -- and no more', [['8']]],
    ['(select 1) union all (select 2) order by 1 desc', [['2'], ['1']]],
    ["select ';' as a", [[';']]],
    ['select 12345678901234567.89 as a, 9007199254740993 as b', [['12345678901234567.89', '9007199254740993']]],
    ['select 170141183460469231731687303715884105727::hugeint as a', [['170141183460469231731687303715884105727']]],
    ['select 1.5::double as a, true as b, null as c', [['1.5', 'true', null]]],
    ["select [1, 2] as a, {'b': 'x'} as b", [['[1, 2]', "{'b': x}"]]],
    ["select timestamp '2024-03-01 10:00:00' as a, date '2024-03-01' as b", [['2024-03-01 10:00:00', '2024-03-01']]],
  ])('answers %s', async (statement, rows) => {
    const answered = (await run(statement)).rows.map((row) =>
      row.map((cell) => cell?.replace("{'b': 'x'}", "{'b': x}") ?? null),
    );
    expect(answered).toEqual(rows);
  });

  test('tells the types that the statement gives, also of what comes as text', async () => {
    const { columns } = await run('select 1.50::decimal(8, 2) as a, 1::double as b, [1] as c, 1::hugeint as d');
    expect(columns.map(({ type }) => type)).toEqual(['DECIMAL(8,2)', 'DOUBLE', 'INTEGER[]', 'HUGEINT']);
  });

  test('keeps columns of the same name apart, and those named like parts of an object', async () => {
    const { rows } = await run('select 1 as a, 2 as a, 3 as "__proto__", 4 as c0, 5 as "2024"');
    expect(rows).toEqual([['1', '2', '3', '4', '5']]);
  });

  test('reads no more rows than the limit, in the order of the statement, and says so', async () => {
    const { rows, cut } = await run('select i from range(1000) as r(i) order by i desc', 3);
    expect({ rows, cut }).toEqual({ rows: [['999'], ['998'], ['997']], cut: true });
    expect((await run('select i from range(3) as r(i)', 3)).cut).toBe(false);
  });

  test('describes and summarises tables and queries, and lists the tables', async () => {
    const names = async (statement: string) => (await run(statement)).rows.map(([name]) => name);
    for (const statement of [
      'describe kept',
      'describe select * from kept',
      'show kept',
      'summarize kept',
      'summarize from kept',
    ])
      expect(await names(statement), statement).toEqual(['a', 'amount']);
    for (const statement of ['show tables', 'describe', 'SHOW ALL TABLES'])
      expect(await names(statement), statement).toEqual(['kept']);
  });

  test('explains without running', async () => {
    const { rows } = await run("explain select cast('x' as integer) + a as b from kept");
    expect(rows.flat().join('')).toContain('kept');
  });

  test('counts the lines of an error as the reader does', async () => {
    await expect(run('\n-- first\nselect\n  a of a\nfrom kept')).rejects.toThrow('LINE 4:');
    await expect(run('select a from kept where')).rejects.toMatchObject({ reason: 'unfinished' });
  });

  test('an error that comes after many rows is an error and no shorter result', async () => {
    const late = "select case when i = 9000 then cast('x' as integer) else i end as a from range(10000) as r(i)";
    await expect(run(late, 100_000)).rejects.toThrow('Could not convert');
  });
});
