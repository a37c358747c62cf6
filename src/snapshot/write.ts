import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Disclosure } from '../ingest/disclosure.ts';
import type { SnapshotRow } from './columns.ts';
import { entryOf } from './entry.ts';
import { MANIFEST_FILE, manifestText, parseManifest, type ManifestEntry } from './manifest.ts';
import { withRevision, type RevisionChoice } from './revisions.ts';
import { rowsOf } from './rows.ts';
import { SnapshotError } from './snapshot-error.ts';

/** Rows to the bytes of a Parquet file; the same rows give the same bytes. */
export type EncodeParquet = (rows: readonly SnapshotRow[]) => Promise<Uint8Array>;

/** A snapshot with the line of the manifest that speaks of it. */
export interface Snapshot {
  entry: ManifestEntry;
  bytes: Uint8Array;
}

/** Writes a disclosure as a snapshot into `directory`, as keepSnapshot does. */
export async function writeSnapshot(
  disclosure: Disclosure,
  directory: string,
  encode: EncodeParquet,
  choice: RevisionChoice | null = null,
): Promise<ManifestEntry> {
  const rows = rowsOf(disclosure);
  const bytes = await encode(rows);
  return keepSnapshot({ entry: entryOf(disclosure, rows, bytes), bytes }, directory, choice);
}

/**
 * Puts a snapshot into `directory` and enters it in the manifest there, in the place of an earlier one of the same source.
 * Where another source has the same body, year and kind, `choice` says which is used and which is kept as a revision;
 * without it nothing is written and SnapshotError is thrown. The rename of the manifest is the one moment of change: a stop
 * before it leaves what was there, file and entry; a stop after it leaves at most a file that nobody names.
 */
export async function keepSnapshot(
  { entry: written, bytes }: Snapshot,
  directory: string,
  choice: RevisionChoice | null,
): Promise<ManifestEntry> {
  const earlier = await readEntries(directory);
  const entries = withRevision(earlier, written, choice);
  const entry = entries.find(({ file }) => file === written.file)!;
  await mkdir(directory, { recursive: true });
  await replaceFile(join(directory, entry.file), bytes);
  await replaceFile(join(directory, MANIFEST_FILE), manifestText(entries));
  const stillNamed = new Set(entries.map(({ file }) => file));
  for (const { file } of earlier) if (!stillNamed.has(file)) await rm(join(directory, file), { force: true });
  return entry;
}

async function readEntries(directory: string): Promise<ManifestEntry[]> {
  let text: string;
  try {
    text = await readFile(join(directory, MANIFEST_FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const { entries, refused } = parseManifest(text);
  // Writing the manifest anew would drop what it could not read.
  if (refused.length > 0) throw new SnapshotError(refused.map(({ message }) => message).join('；'));
  return entries;
}

/** Whole or not at all: written beside, forced to the disk, then renamed over the old one. */
async function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
