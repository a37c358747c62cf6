import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { openDataInNode, readSnapshots, SHIPPED_DATA } from '../../src/engine/data-in-node.ts';
import { Data } from '../../src/engine/data.ts';
import { openData } from '../../src/engine/load-snapshots.ts';
import { prepareChecks, type WrittenChecks } from '../../src/engine/prepare-checks.ts';
import { askedModels, isPrepared, preparedOf } from '../../src/engine/prepared-checks.ts';
import { SecondStage } from '../../src/engine/second-stage.ts';
import { parseSqlFile } from '../../src/engine/sql-file.ts';
import { needsReconciliation, stagesOf } from '../../src/engine/stages.ts';
import { startWasmNode } from '../../src/engine/wasm-node-engine.ts';

let live: Data;
let prepared: Data;
let written: WrittenChecks;
const statements: string[] = [];

beforeAll(async () => {
  written = await prepareChecks();
  live = await openDataInNode();
  const { entries, files } = await readSnapshots(SHIPPED_DATA);
  const stages = stagesOf(live.sqlFiles);
  const stage = new SecondStage(stages);
  const engine = noting(await startWasmNode());
  const tables = new Map(written.checks.tables.map(({ name }, index) => [name, written.files[index]!.bytes]));
  await openData(engine, files, stages, { prepared: tables });
  await stage.complete(engine, askedModels(live.sqlFiles, stages));
  prepared = new Data(engine, entries, [], live.sqlFiles, [], new Map(), [], stage);
}, 120_000);
afterAll(() => Promise.all([live.close(), prepared.close()]));

/** The engine, with a list of what was asked of it. */
function noting(engine: Engine): Engine {
  return {
    query: (sql, parameters) => {
      statements.push(sql);
      return engine.query(sql, parameters);
    },
    addFile: (...call) => engine.addFile(...call),
    readFile: (...call) => engine.readFile(...call),
    close: () => engine.close(),
  };
}

test('Every query of the checks answers from the prepared tables what it answers when the checks are run', async () => {
  const names = live.sqlFiles
    .filter((file) => file.folder === 'metrics' && needsReconciliation(file, stagesOf(live.sqlFiles)))
    .map(({ name }) => name);
  expect(names).toContain('reconciliation');
  expect(names).toContain('leads');
  const findings = (await live.query('reconciliation')).rows;
  const places = findings.slice(0, 40).map(({ left_locator: place }) => place);
  for (const name of names) {
    const ofPlaces = live.metric(name).parameters.some((parameter) => parameter.name === 'places');
    const asked: Record<string, string> = ofPlaces ? { places: places.join('\n') } : {};
    const expected = await live.query(name, asked);
    expect(expected.rows.length, name).toBeGreaterThan(0);
    const answered = await prepared.query(name, asked);
    expect(answered.columns, name).toEqual(expected.columns);
    // As text: comparing some thousand rows one by one takes long.
    expect(JSON.stringify(answered.rows) === JSON.stringify(expected.rows), name).toBe(true);
  }
});

test('No check is run where its findings were prepared', () => {
  expect(statements.filter((sql) => /\bcheck_\w+/.test(sql))).toEqual([]);
});

test('A reader cannot open a file by SQL afterwards', async () => {
  await expect(prepared.engine.query("select * from read_parquet('fct_findings.parquet')")).rejects.toThrow();
});

test('They hold for the shipped snapshots together, and for no other set of snapshots', () => {
  const { checks } = written;
  expect(preparedOf(checks, live.snapshots)).toBe(true);
  expect(preparedOf(checks, [...live.snapshots].reverse())).toBe(true);
  expect(preparedOf(checks, live.snapshots.slice(1))).toBe(false);
  expect(preparedOf(checks, [...live.snapshots, live.snapshots[0]!])).toBe(false);
  expect(preparedOf(checks, [{ ...live.snapshots[0]!, sha256: '0' }, ...live.snapshots.slice(1)])).toBe(false);
});

test('A table with one changed bit is not taken', () => {
  const table = written.checks.tables[0]!;
  const { bytes } = written.files[0]!;
  expect(isPrepared(table, bytes)).toBe(true);
  const damaged = bytes.slice();
  damaged[100]! ^= 1;
  expect(isPrepared(table, damaged)).toBe(false);
  expect(isPrepared(table, bytes.slice(1))).toBe(false);
});

test('Of the second stage only what the queries name is prepared, and views with what they stand on', () => {
  const file = (path: string, text: string) => parseSqlFile({ path, text });
  const sqlFiles = [
    file('models/amounts.sql', 'create view amounts as select 1 as amount'),
    file('models/steps.sql', 'create table steps as select * from all_checks'),
    file('models/findings.sql', 'create table findings as select * from steps'),
    file('models/names.sql', 'create table names as select * from all_checks'),
    file('models/named.sql', 'create view named as select * from findings, names'),
    file('checks/sums.sql', 'select * from amounts'),
    file('metrics/changes.sql', 'select * from amounts'),
    file('metrics/reconciliation.sql', 'select * from named'),
  ];
  const asked = askedModels(sqlFiles, stagesOf(sqlFiles));
  expect(asked.map(({ name }) => name).sort()).toEqual(['findings', 'named', 'names']);
  expect(asked.at(-1)).toMatchObject({ kind: 'view', name: 'named' });
});
