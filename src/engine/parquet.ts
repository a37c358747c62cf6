import { COLUMNS, type ColumnName, type SnapshotRow } from '../snapshot/columns.ts';
import type { TextColumns, WasmEngine } from './wasm-session.ts';

/** Each writing takes names of its own, so that two at once do not meet. */
let writings = 0;

/**
 * Rows as the bytes of a snapshot: columns typed as COLUMNS says, sorted by ordinal, zstd. By the wasm engine, in the
 * command line and in the page alike, because its bytes are the same every time.
 */
export async function encodeParquet(engine: WasmEngine, rows: readonly SnapshotRow[]): Promise<Uint8Array> {
  writings += 1;
  const table = `snapshot_text_${writings}`;
  const file = `snapshot_${writings}.parquet`;
  const names = Object.keys(COLUMNS) as ColumnName[];
  const columns: TextColumns = Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name] ?? null)]));
  const casts = names.map((name) => `cast("${name}" as ${COLUMNS[name]}) as "${name}"`).join(', ');
  await engine.addFile(file, new Uint8Array());
  await engine.insertText(table, columns);
  try {
    await engine.query(
      `copy (select ${casts} from ${table} order by cast(ordinal as integer)) to '${file}' (format parquet, compression zstd)`,
    );
    return await engine.readFile(file);
  } finally {
    await engine.query(`drop table ${table}`);
    // Nothing takes the file away, but it can be made empty.
    await engine.addFile(file, new Uint8Array());
  }
}
