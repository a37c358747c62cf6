import type { Engine, Parameter, Row } from '../../src/engine/engine.ts';
import { modelsNeeded } from '../../src/engine/model-order.ts';
import { startNative } from '../../src/engine/native-engine.ts';
import { bindParameters, type SqlFile } from '../../src/engine/sql-file.ts';
import { readSqlFiles } from '../../src/engine/sql-files-node.ts';
import { stagesOf } from '../../src/engine/stages.ts';
import { startWasmNode } from '../../src/engine/wasm-node-engine.ts';
import { COLUMNS, type ColumnName, type SnapshotRow } from '../../src/snapshot/columns.ts';

/** Both engines that every query must agree on: the reader's own and current DuckDB. */
export const ENGINES: readonly { name: string; start: () => Promise<Engine> }[] = [
  { name: 'DuckDB-wasm', start: startWasmNode },
  { name: 'current DuckDB', start: startNative },
];

export interface Given {
  run(query: string, parameters?: Readonly<Record<string, Parameter>>): Promise<readonly Row[]>;
}

const sqlFiles = readSqlFiles();
/** Macros and seeds are the same whatever the rows: each engine makes them once. */
const constants = new WeakMap<Engine, Set<string>>();
const isConstant = ({ name }: SqlFile) => /^(macro|seed)_/.test(name);

/**
 * These snapshot rows and nothing else, in an engine that a test file starts once. A query makes the models that it
 * needs; with `rule` the reconciliation is that of one check.
 */
export async function given(engine: Engine, rows: readonly SnapshotRow[], rule?: string): Promise<Given> {
  const files = (await sqlFiles).filter(
    ({ folder, name }) => folder !== 'checks' || rule === undefined || name === rule,
  );
  const names = Object.keys(COLUMNS) as ColumnName[];
  await engine.query(
    `create or replace table snapshot (${names.map((name) => `${name} ${COLUMNS[name]}`).join(', ')})`,
  );
  for (const [index, row] of rows.entries()) {
    const cells: SnapshotRow = { ordinal: String(index + 1), ...row };
    const given = names.filter((name) => cells[name] !== undefined && cells[name] !== null);
    await engine.query(
      `insert into snapshot (${given.join(', ')}) values (${given.map((name) => `cast(? as ${COLUMNS[name]})`).join(', ')})`,
      given.map((name) => cells[name]!),
    );
  }
  const stages = stagesOf(files);
  const models = [...stages.first, ...stages.reconciliation];
  const made = new Set<string>();
  const kept = constants.get(engine) ?? new Set<string>();
  constants.set(engine, kept);
  return {
    async run(query, parameters = {}) {
      const file = files.find(({ folder, name }) => folder === 'metrics' && name === query) as SqlFile;
      const needed = modelsNeeded(file, models);
      for (const model of models.filter((each) => needed.includes(each))) {
        const there = isConstant(model) ? kept : made;
        if (there.has(model.path)) continue;
        there.add(model.path);
        for (const statement of model.statements) await engine.query(statement);
      }
      const bound = bindParameters(file, parameters);
      return (await engine.query(bound.sql, bound.parameters)).rows;
    },
  };
}

/** Rows of a small disclosure: a department, its document of 2024 and what a test adds. */
export function department(id = 'sample', year = 2024): SnapshotRow[] {
  const documentId = `${id}-${year}-final-accounts`;
  return [
    {
      record: 'document',
      document_id: documentId,
      department_id: id,
      fiscal_year: String(year),
      document_kind: 'final_accounts',
    },
    { record: 'body', document_id: documentId, department_id: id, body_name: '示例局', body_level: 'department' },
  ];
}

/** The same of a budget document; `over` says what its body has beside its name. */
export function budgetDocument(year: number, id = 'sample', over: SnapshotRow = {}): SnapshotRow[] {
  const documentId = `${id}-${year}-budget`;
  return [
    {
      record: 'document',
      document_id: documentId,
      department_id: id,
      fiscal_year: String(year),
      document_kind: 'budget',
    },
    {
      record: 'body',
      document_id: documentId,
      department_id: id,
      body_name: '示例局',
      body_level: 'department',
      ...over,
    },
  ];
}

export function unit(id: string, name: string, parent = 'sample', year = 2024): SnapshotRow {
  return {
    record: 'body',
    document_id: `${parent}-${year}-final-accounts`,
    department_id: id,
    body_name: name,
    body_level: 'unit',
    parent_id: parent,
  };
}

export function figure(amount: string, cells: SnapshotRow): SnapshotRow {
  return {
    record: 'figure',
    document_id: 'sample-2024-final-accounts',
    department_id: 'sample',
    fiscal_year: '2024',
    fund: 'all',
    unit: '万元',
    half_width: '0.005',
    is_blank: 'false',
    amount,
    locator: `locator of ${amount}`,
    ...cells,
  };
}

/** A cell of the budget of that year: the whole of its row unless `column_key` says which part. */
export function budgeted(year: number, amount: string, cells: SnapshotRow): SnapshotRow {
  return figure(amount, {
    document_id: `sample-${year}-budget`,
    fiscal_year: String(year),
    column_key: 'initial_budget',
    budget_kind: 'initial',
    ...cells,
  });
}

export function claim(kind: string, value: string, cells: SnapshotRow): SnapshotRow {
  return {
    record: 'claim',
    document_id: 'sample-2024-final-accounts',
    department_id: 'sample',
    fiscal_year: '2024',
    claim_kind: kind,
    stated_value: value,
    unit: kind.endsWith('_pct') ? '%' : '万元',
    half_width: kind.endsWith('_pct') ? '0.05' : '0.005',
    is_detail: 'false',
    base: kind.startsWith('change') ? 'prior_actual' : null,
    locator: `claim of ${value}`,
    ...cells,
  };
}

/** The columns of a row that a test speaks of. */
export function pick(row: Row | undefined, ...columns: string[]): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column, row?.[column]]));
}
