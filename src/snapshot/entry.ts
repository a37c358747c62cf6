import { FORMAT_VERSION, type SnapshotRow } from './columns.ts';
import type { Head } from './head.ts';
import type { ManifestEntry } from './manifest.ts';
import { SnapshotError } from './snapshot-error.ts';
import { sha256Hex } from './verify.ts';

/** What the manifest says of a disclosure written as `bytes`. Throws SnapshotError for an id that makes no file name. */
export function entryOf(disclosure: Head, rows: readonly SnapshotRow[], bytes: Uint8Array): ManifestEntry {
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
    superseded: false,
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
