import type { ManifestEntry } from '../snapshot/manifest.ts';
import { sha256Hex } from '../snapshot/verify.ts';
import { createdBy, wordsOf } from './model-order.ts';
import type { SqlFile } from './sql-file.ts';
import { needsReconciliation, type Stages } from './stages.ts';

/**
 * What the checks found in the shipped snapshots, made when the page was built: by the SQL and the engine that the page has,
 * so it is what the page would find itself. It holds for these snapshots together and for no others.
 */
export interface PreparedChecks {
  /** SHA-256 of the snapshots. */
  snapshots: readonly string[];
  tables: readonly PreparedTable[];
}

export interface PreparedTable {
  name: string;
  /** Parquet, beside the snapshots. */
  file: string;
  bytes: number;
  sha256: string;
}

/** Whether exactly those snapshots are in use that the checks were made of. */
export function preparedOf(prepared: PreparedChecks, used: readonly ManifestEntry[]): boolean {
  const hashes = used.map(({ sha256 }) => sha256).sort();
  return hashes.join() === [...prepared.snapshots].sort().join();
}

/** Whether the bytes are those that were made; a changed bit would be another finding, without an error. */
export function isPrepared(table: PreparedTable, bytes: Uint8Array): boolean {
  return bytes.length === table.bytes && sha256Hex(bytes) === table.sha256;
}

/** A statement of the second stage that the queries cannot do without. */
export interface AskedModel {
  kind: string;
  name: string;
  statement: string;
}

/**
 * What of the second stage the queries themselves ask for, in the order of the stage: the tables, with which it ends, and
 * views and macros with what these stand on. All that is only on the way to these tables is left out.
 */
export function askedModels(sqlFiles: readonly SqlFile[], stages: Stages): AskedModel[] {
  const models = stages.reconciliation
    .flatMap(({ statements }) => statements)
    .flatMap((statement) => {
      const created = createdBy(statement);
      return created === null ? [] : [{ ...created, statement }];
    });
  const asked = new Set<AskedModel>();
  const ask = (statement: string) => {
    const words = new Set(wordsOf(statement));
    for (const model of models.filter(({ name }) => words.has(name))) {
      if (asked.has(model)) continue;
      asked.add(model);
      if (model.kind !== 'table') ask(model.statement);
    }
  };
  for (const query of sqlFiles) {
    if (query.folder === 'metrics' && needsReconciliation(query, stages)) query.statements.forEach(ask);
  }
  return models.filter((model) => asked.has(model));
}
