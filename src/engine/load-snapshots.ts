import { COLUMNS, type ColumnName } from '../snapshot/columns.ts';
import { refusalOf, type Refusal } from '../snapshot/refusal.ts';
import { EngineLost } from './engine-lost.ts';
import type { Engine } from './engine.ts';
import type { Stages } from './stages.ts';

/** A snapshot whose bytes were verified against the manifest. */
export interface SnapshotFile {
  name: string;
  bytes: Uint8Array;
}

export interface OpenOptions {
  /** Told after each statement. */
  onProgress?: (done: number, total: number) => void;
  /** What the checks found in just these snapshots: verified files, by the table that each of them is. */
  prepared?: ReadonlyMap<string, Uint8Array> | null;
  /** For writing down what the models give: SQL can go on to read and write the files of the engine. */
  keepsFileAccess?: boolean;
}

/**
 * Brings an engine to where the queries can run: a table `snapshot` with the rows of all snapshots (typed also without
 * any), then the models of the first stage. Afterwards SQL can reach no file and no address any more. A snapshot that cannot be read
 * although its bytes are right is refused by name, the others stay.
 */
export async function openData(
  engine: Engine,
  snapshots: readonly SnapshotFile[],
  { first }: Stages,
  { onProgress, prepared = null, keepsFileAccess = false }: OpenOptions = {},
): Promise<Refusal[]> {
  const models = first.flatMap((file) => file.statements);
  const total = snapshots.length + models.length;
  let done = 0;
  const step = () => onProgress?.((done += 1), total);

  const names = Object.keys(COLUMNS) as ColumnName[];
  const columnList = names.map((name) => `"${name}"`).join(', ');
  await engine.query(`create table snapshot (${names.map((name) => `"${name}" ${COLUMNS[name]}`).join(', ')})`);
  const refused: Refusal[] = [];
  for (const { name, bytes } of snapshots) {
    try {
      await engine.addFile(name, bytes);
      await engine.query(`insert into snapshot (${columnList}) select ${columnList} from read_parquet('${name}')`);
    } catch (error) {
      if (error instanceof EngineLost || !(error instanceof Error)) throw error;
      refused.push(refusalOf('unreadable', name, error.message.split('\n')[0]));
    }
    step();
  }
  for (const [table, bytes] of prepared ?? []) {
    await engine.addFile(`${table}.parquet`, bytes);
    await engine.query(`create table ${table} as select * from read_parquet('${table}.parquet')`);
  }
  if (!keepsFileAccess) await engine.query('set enable_external_access = false');
  for (const statement of models) {
    await engine.query(statement);
    step();
  }
  return refused;
}
