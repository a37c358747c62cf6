import { COLUMNS, type ColumnName, type SnapshotRow } from '../snapshot/columns.ts';
import { SnapshotError } from '../snapshot/snapshot-error.ts';
import { EngineLost } from './engine-lost.ts';
import type { Engine, Result } from './engine.ts';

let readings = 0;

/**
 * All rows of a Parquet file as exact text, in their order. Rejects with SnapshotError for one that is no snapshot: damaged,
 * or with other columns or types than COLUMNS.
 */
export async function readSnapshotRows(engine: Engine, bytes: Uint8Array, fileName: string): Promise<SnapshotRow[]> {
  readings += 1;
  const file = `reading_${readings}.parquet`;
  const names = Object.keys(COLUMNS) as ColumnName[];
  const refuse = (detail: string, cause?: unknown) =>
    new SnapshotError(`${fileName} 不是本程序导出的数据快照（${detail}）：请改用原始公开文件，或重新导出。`, { cause });
  await engine.addFile(file, bytes);
  try {
    const ask = async (sql: string): Promise<Result> => {
      try {
        return await engine.query(sql);
      } catch (error) {
        if (error instanceof EngineLost) throw error;
        throw refuse(error instanceof Error ? error.message.split('\n')[0]! : String(error), error);
      }
    };
    const described = await ask(`describe select * from read_parquet('${file}')`);
    const found = new Map(described.rows.map(({ column_name, column_type }) => [column_name, column_type]));
    const wrong = names.filter((name) => found.get(name) !== COLUMNS[name]);
    if (wrong.length > 0 || found.size !== names.length)
      throw refuse(`各列与格式不符：${wrong.slice(0, 4).join('、') || '有多余的列'}`);
    const texts = names.map((name) => `cast("${name}" as varchar) as "${name}"`).join(', ');
    // By the number: its name stands for the text of it here.
    const { rows } = await ask(`select ${texts} from read_parquet('${file}') order by cast("ordinal" as integer)`);
    return rows as SnapshotRow[];
  } finally {
    // Nothing takes the file away, but it can be made empty.
    await engine.addFile(file, new Uint8Array());
  }
}
