import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MANIFEST_FILE, parseManifest, type ManifestEntry } from '../snapshot/manifest.ts';
import { refusalOf, type Refusal } from '../snapshot/refusal.ts';
import { SnapshotError } from '../snapshot/snapshot-error.ts';
import { refuseBytes, refuseVersion } from '../snapshot/verify.ts';
import { Data } from './data.ts';
import type { Engine } from './engine.ts';
import { openData, type SnapshotFile } from './load-snapshots.ts';
import type { SqlFile } from './sql-file.ts';
import { readSqlFiles } from './sql-files-node.ts';
import { stagesOf } from './stages.ts';
import { startWasmNode } from './wasm-node-engine.ts';

/** The snapshots that the project ships. */
export const SHIPPED_DATA = fileURLToPath(new URL('../../data', import.meta.url));

export interface NodeOptions {
  /** Directory of snapshots with its manifest. Default: the shipped ones. */
  directory?: string;
  /** Which engine. Default: the wasm one, the same as in the page. */
  start?: () => Promise<Engine>;
  sqlFiles?: readonly SqlFile[];
}

/** Opens snapshots from disk. Rejects with SnapshotError when there is no manifest; bad snapshots are in `refused`. */
export async function openDataInNode(options: NodeOptions = {}): Promise<Data> {
  const { directory = SHIPPED_DATA, start = startWasmNode } = options;
  const { entries, files, refused, revisions } = await readSnapshots(directory);
  const sqlFiles = options.sqlFiles ?? (await readSqlFiles());
  const engine = await start();
  try {
    const unreadable = await openData(engine, files, stagesOf(sqlFiles));
    const bad = new Set(unreadable.map(({ name }) => name));
    return new Data(
      engine,
      entries.filter(({ file }) => !bad.has(file)),
      [...refused, ...unreadable],
      sqlFiles,
      revisions,
    );
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** What `directory` holds: verified files with their entries, what was refused, and revisions that are not read. */
export async function readSnapshots(
  directory: string,
): Promise<{ entries: ManifestEntry[]; files: SnapshotFile[]; refused: Refusal[]; revisions: ManifestEntry[] }> {
  const manifest = parseManifest(await readManifest(directory));
  const entries: ManifestEntry[] = [];
  const files: SnapshotFile[] = [];
  const refused = [...manifest.refused];
  const revisions = manifest.entries.filter(({ superseded }) => superseded);
  for (const entry of manifest.entries.filter(({ superseded }) => !superseded)) {
    const bytes = refuseVersion(entry) ?? (await readBytes(directory, entry));
    const refusal = bytes instanceof Uint8Array ? refuseBytes(entry, bytes) : bytes;
    if (refusal !== null) {
      refused.push(refusal);
    } else {
      entries.push(entry);
      files.push({ name: entry.file, bytes: bytes as Uint8Array });
    }
  }
  return { entries, files, refused, revisions };
}

async function readManifest(directory: string): Promise<string> {
  try {
    return await readFile(join(directory, MANIFEST_FILE), 'utf8');
  } catch (error) {
    throw new SnapshotError(
      `目录 ${directory} 里没有可读的 ${MANIFEST_FILE}：请用 --data 指向数据目录，或先运行 npm run ingest`,
      {
        cause: error,
      },
    );
  }
}

async function readBytes(directory: string, entry: ManifestEntry): Promise<Uint8Array | Refusal> {
  try {
    return await readFile(join(directory, entry.file));
  } catch (error) {
    return refusalOf('missing', entry.file, (error as NodeJS.ErrnoException).code);
  }
}
