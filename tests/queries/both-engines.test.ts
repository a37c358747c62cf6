import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHECK_COLUMNS } from '../../src/engine/check-models.ts';
import type { Data } from '../../src/engine/data.ts';
import { openDataInNode, SHIPPED_DATA } from '../../src/engine/data-in-node.ts';
import type { Row } from '../../src/engine/engine.ts';
import { startNative } from '../../src/engine/native-engine.ts';
import { describeQuery, runQuery } from '../../src/engine/run-query.ts';
import type { SqlFile } from '../../src/engine/sql-file.ts';
import { readSqlFiles } from '../../src/engine/sql-files-node.ts';
import { startWasmNode } from '../../src/engine/wasm-node-engine.ts';

const questions = (await readSqlFiles()).filter(({ folder }) => folder !== 'models');
let wasm: Data;
let native: Data;

beforeAll(async () => {
  [wasm, native] = await Promise.all([
    openDataInNode({ start: startWasmNode }),
    openDataInNode({ start: startNative }),
  ]);
  await Promise.all([wasm.reconcile(), native.reconcile()]);
});
afterAll(() => Promise.all([wasm.close(), native.close()]));

test('The shipped snapshots all load', () => {
  expect(existsSync(join(SHIPPED_DATA, 'manifest.json'))).toBe(true);
  expect(wasm.refused).toEqual([]);
  expect(native.refused).toEqual([]);
  expect(wasm.snapshots.length).toBeGreaterThan(0);
});

test('There are queries', () => {
  expect(questions.length).toBeGreaterThan(0);
});

describe.each(questions)('$path', (file) => {
  test('has the columns that its header says, on both engines', async () => {
    if (file.folder === 'checks') {
      // All checks have the same columns, cast to the same types where they are united: headers do not repeat them.
      const names = async ({ engine }: Data) => (await describeQuery(engine, file)).map(({ name }) => name);
      expect(await names(wasm)).toEqual(Object.keys(CHECK_COLUMNS));
      expect(await names(native)).toEqual(Object.keys(CHECK_COLUMNS));
      return;
    }
    const declared = file.returns.map(({ name, type }) => ({ name, type }));
    expect(await describeQuery(wasm.engine, file)).toEqual(declared);
    expect(await describeQuery(native.engine, file)).toEqual(declared);
  });

  test('says what it is for and what a row is', () => {
    expect(file.purpose).not.toBe('');
    expect(file.grain).not.toBe('');
  });

  test('gives the same rows in the same order on both engines', async () => {
    const [left, right] = await Promise.all([rowsOf(wasm, file), rowsOf(native, file)]);
    expect(left.length).toBe(right.length);
    for (const [index, row] of left.entries()) expect(row, `row ${index}`).toEqual(right[index]);
  });

  test('gives no number that went through a float', async () => {
    const { columns } = await runQuery(native.engine, file);
    expect(columns.filter(({ type }) => /DOUBLE|FLOAT|REAL/.test(type))).toEqual([]);
  });

  test('narrows to a department and a year without changing a row', async () => {
    const names = file.parameters.map(({ name }) => name);
    if (!names.includes('department') || !names.includes('year')) return;
    const all = (await runQuery(wasm.engine, file)).rows;
    const scopes = new Map(all.map((row) => [`${row.department_id} ${row.fiscal_year}`, row]));
    for (const { department_id, fiscal_year } of scopes.values()) {
      const scope = { department: department_id as string, year: fiscal_year as number };
      const expected = all.filter((row) => row.department_id === department_id && row.fiscal_year === fiscal_year);
      expect((await runQuery(wasm.engine, file, scope)).rows).toEqual(expected);
    }
  });
});

/** The comparisons of a check come in no order: the findings put them into one. */
async function rowsOf({ engine }: Data, file: SqlFile): Promise<Row[]> {
  const { rows } = await runQuery(engine, file);
  const key = (row: Row) => JSON.stringify(Object.values(row));
  return file.folder === 'checks' ? [...rows].sort((left, right) => (key(left) < key(right) ? -1 : 1)) : [...rows];
}
