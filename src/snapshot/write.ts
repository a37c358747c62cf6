import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Disclosure } from '../ingest/disclosure.ts';
import { FORMAT_VERSION, type SnapshotRow } from './columns.ts';
import { MANIFEST_FILE, manifestText, parseManifest, type ManifestEntry } from './manifest.ts';
import { rowsOf } from './rows.ts';
import { SnapshotError } from './snapshot-error.ts';
import { sha256Hex } from './verify.ts';

/** Rows to the bytes of a Parquet file; the same rows give the same bytes. */
export type EncodeParquet = (rows: readonly SnapshotRow[]) => Promise<Uint8Array>;

/**
 * Writes a disclosure as a snapshot into `directory` and enters it in the manifest there, in the place of an earlier
 * one of the same body, year and kind of document. The rename of the manifest is the one moment of change: a stop
 * before it leaves what was there, file and entry; a stop after it leaves at most a file that nobody names.
 */
export async function writeSnapshot(
  disclosure: Disclosure,
  directory: string,
  encode: EncodeParquet,
): Promise<ManifestEntry> {
  const rows = rowsOf(disclosure);
  const earlier = await readEntries(directory);
  const bytes = await encode(rows);
  const entry = entryOf(disclosure, rows, bytes);
  await mkdir(directory, { recursive: true });
  await replaceFile(join(directory, entry.file), bytes);
  const kept = earlier.filter((other) => !isSameDocument(other, entry));
  await replaceFile(join(directory, MANIFEST_FILE), manifestText([...kept, entry]));
  const stillNamed = new Set([...kept, entry].map(({ file }) => file));
  for (const { file } of earlier) if (!stillNamed.has(file)) await rm(join(directory, file), { force: true });
  return entry;
}

function entryOf(disclosure: Disclosure, rows: readonly SnapshotRow[], bytes: Uint8Array): ManifestEntry {
  const { department_id, fiscal_year, kind } = disclosure;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(department_id)) {
    throw new SnapshotError(`单位代号“${department_id}”不能用作文件名：只能由小写字母、数字和连字符组成`);
  }
  const counts: Record<string, number> = {};
  for (const { record } of rows) counts[record!] = (counts[record!] ?? 0) + 1;
  const sha256 = sha256Hex(bytes);
  return {
    file: `${department_id}-${fiscal_year}-${kind.replaceAll('_', '-')}.${sha256.slice(0, 8)}.parquet`,
    format_version: FORMAT_VERSION,
    document_id: disclosure.document_id,
    department_id,
    department_name: disclosure.bodies.find((body) => body.department_id === department_id)?.name ?? department_id,
    fiscal_year,
    kind,
    title: disclosure.title,
    source_name: disclosure.source_name,
    source_sha256: disclosure.source_sha256,
    text_origin: disclosure.text_origin,
    // Nothing in a document tells; whoever compared it says so in the manifest.
    checked_against_official: false,
    bodies: disclosure.bodies.map(({ department_id: id, name, body_level, parent_id, region }) => ({
      department_id: id,
      name,
      body_level,
      parent_id,
      region,
    })),
    rows: counts,
    bytes: bytes.length,
    sha256,
  };
}

function isSameDocument(left: ManifestEntry, right: ManifestEntry): boolean {
  return (
    left.department_id === right.department_id && left.fiscal_year === right.fiscal_year && left.kind === right.kind
  );
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
