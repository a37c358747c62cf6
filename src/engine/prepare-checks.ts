import { readSnapshots, SHIPPED_DATA } from './data-in-node.ts';
import { openData } from './load-snapshots.ts';
import { askedModels, type PreparedChecks } from './prepared-checks.ts';
import { SecondStage } from './second-stage.ts';
import { readSqlFiles } from './sql-files-node.ts';
import { stagesOf } from './stages.ts';
import { startWasmNode } from './wasm-node-engine.ts';
import { sha256Hex } from '../snapshot/verify.ts';

/** Prepared checks with the bytes of their tables. */
export interface WrittenChecks {
  checks: PreparedChecks;
  files: readonly { name: string; bytes: Uint8Array }[];
}

/** Runs all checks over the snapshots of a directory and writes down what the queries ask of them. */
export async function prepareChecks(directory = SHIPPED_DATA): Promise<WrittenChecks> {
  const { entries, files } = await readSnapshots(directory);
  const sqlFiles = await readSqlFiles();
  const stages = stagesOf(sqlFiles);
  const engine = await startWasmNode();
  try {
    const refused = await openData(engine, files, stages, { keepsFileAccess: true });
    await new SecondStage(stages).make(engine);
    const written: { name: string; bytes: Uint8Array }[] = [];
    const tables: PreparedChecks['tables'][number][] = [];
    for (const { kind, name } of askedModels(sqlFiles, stages)) {
      if (kind !== 'table') continue;
      await engine.addFile(`${name}.parquet`, new Uint8Array());
      await engine.query(`copy ${name} to '${name}.parquet' (format parquet, compression zstd)`);
      const bytes = await engine.readFile(`${name}.parquet`);
      const sha256 = sha256Hex(bytes);
      const file = `${name}-${sha256.slice(0, 16)}.parquet`;
      written.push({ name: file, bytes });
      tables.push({ name, file, bytes: bytes.length, sha256 });
    }
    const used = entries.filter(({ file }) => !refused.some(({ name }) => name === file));
    return { checks: { snapshots: used.map(({ sha256 }) => sha256), tables }, files: written };
  } finally {
    await engine.close();
  }
}
