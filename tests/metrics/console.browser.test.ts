import { afterAll, beforeAll, expect, test } from 'vitest';
import { openConsoleEngine } from '../../src/engine/console-engine.ts';
import { openDataInBrowser } from '../../src/engine/data-in-browser.ts';
import type { Data } from '../../src/engine/data.ts';
import { createConsole } from '../../src/metrics/engine-console.ts';
import type { SqlConsole } from '../../src/metrics/console.ts';

/** Never gives the worker a moment to listen: only ending it helps. */
const ENDLESS = 'select sum(hash(a.i + b.i)) as s from range(10000000) a(i), range(10000000) b(i)';
/** Too deep for the small stack of the WebAssembly build, which it kills for good. */
const DEADLY = Array.from({ length: 300 }, (_, i) => `select ${i} as a`).join(' union all ');
const TOTALS = "select department_id, actual from fct_measures where measure = 'total' order by all";

let data: Data;
let sql: SqlConsole;
beforeAll(async () => {
  data = await openDataInBrowser({ data: '/data/' });
  sql = await createConsole(await openConsoleEngine(data, 60_000), data.sqlFiles, { rows: 10_000, seconds: 60 });
});
afterAll(() => data.close());

test('A console has the tables of the page and those of its checks, each with columns', async () => {
  const names = sql.tables.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['snapshot', 'fct_measures', 'fct_findings', 'all_checks']));
  expect(sql.tables.find(({ name }) => name === 'fct_measures')!.purpose).toMatch(/^What each body published/);
  expect(sql.functions).toEqual(expect.arrayContaining(['sum', 'percent', 'regexp_matches']));
  const own = await data.engine.query(TOTALS);
  const { rows } = await sql.run(TOTALS);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows).toEqual(own.rows.map((row) => [row.department_id, row.actual]));
});

test('A statement without end is stopped, the page has not noticed, and the tables are back', async () => {
  const before = await sql.run(TOTALS);
  const running = sql.run(ENDLESS);
  setTimeout(() => sql.stop(), 300);
  await expect(running).rejects.toMatchObject({ failure: 'stopped' });
  // The engine of the page is another: it answers without having been started again.
  expect((await data.engine.query(TOTALS)).rows.length).toBe(before.rows.length);
  expect(await sql.run(TOTALS)).toEqual(before);
});

test('A statement that kills the engine says so, and the tables are back', async () => {
  const before = await sql.run(TOTALS);
  await expect(sql.run(DEADLY)).rejects.toMatchObject({ failure: 'crashed' });
  expect(await sql.run(TOTALS)).toEqual(before);
});

test('A statement over the time limit is ended', async () => {
  const engine = await openConsoleEngine(data, 2_000);
  const short = await createConsole(engine, data.sqlFiles, { rows: 10, seconds: 2 });
  await expect(short.run(ENDLESS)).rejects.toMatchObject({ failure: 'late' });
  await engine.close();
});

test('Every query of the page can be opened as an example and runs as it is', async () => {
  const examples = sql.examples('zhuzhou-ecology', 2024);
  expect(examples.map(({ name }) => name)).toEqual(data.metricNames);
  for (const { name, statement } of examples) await expect(sql.run(statement), name).resolves.toBeDefined();
});

test.each([
  ['delete from snapshot', 'writes', 'delete'],
  ['select 1; select 2', 'several', ''],
  ['', 'empty', ''],
  ['select 1 from', 'unfinished', ''],
])('%j fails as %s', async (statement, failure, message) => {
  await expect(sql.run(statement)).rejects.toMatchObject({ failure, message });
});

test('A plan is drawn, of a question and of an EXPLAIN alike', async () => {
  expect(await sql.explain(TOTALS)).toContain('fct_measures');
  expect(await sql.explain(`explain ${TOTALS}`)).toContain('fct_measures');
});
