import { COLUMNS, type ColumnName, type SnapshotRow } from '../snapshot/columns.ts';
import type { TextColumns, WasmEngine } from './wasm-session.ts';

const TABLE = 'snapshot_text';
const FILE = 'snapshot_to_write.parquet';

/**
 * Rows as the bytes of a snapshot: columns typed as COLUMNS says, sorted by ordinal, zstd. By the wasm engine, in the
 * command line and in the page alike, because its bytes are the same every time.
 */
export async function encodeParquet(engine: WasmEngine, rows: readonly SnapshotRow[]): Promise<Uint8Array> {
  const names = Object.keys(COLUMNS) as ColumnName[];
  const columns: TextColumns = Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name] ?? null)]));
  const casts = names.map((name) => `cast("${name}" as ${COLUMNS[name]}) as "${name}"`).join(', ');
  await engine.insertText(TABLE, columns);
  try {
    await engine.query(
      `copy (select ${casts} from ${TABLE} order by cast(ordinal as integer)) to '${FILE}' (format parquet, compression zstd)`,
    );
    return await engine.readFile(FILE);
  } finally {
    await engine.query(`drop table ${TABLE}`);
  }
}
