import * as v from 'valibot';
import { refusalOf, type Refusal } from './refusal.ts';
import { SnapshotError } from './snapshot-error.ts';

export const MANIFEST_FILE = 'manifest.json';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const entrySchema = v.object({
  /** Name of the Parquet file beside the manifest. It changes with the content, so no copy of it is ever stale. */
  file: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w.-]*\.parquet$/)),
  format_version: count,
  document_id: v.string(),
  department_id: v.string(),
  department_name: v.string(),
  fiscal_year: v.pipe(v.number(), v.integer()),
  kind: v.picklist(['final_accounts', 'budget']),
  title: v.string(),
  /** The document as it was handed in. */
  source_name: v.string(),
  source_sha256: v.string(),
  text_origin: v.picklist(['text_layer', 'machine_read', 'unknown']),
  /** Whether someone compared the source with the official site. */
  checked_against_official: v.boolean(),
  /** An earlier revision: kept and listed, not loaded. Older manifests do not say it. */
  superseded: v.optional(v.boolean(), false),
  /** All bodies of the document: the department and its units. */
  bodies: v.array(
    v.object({
      department_id: v.string(),
      name: v.string(),
      body_level: v.picklist(['department', 'unit']),
      parent_id: v.nullable(v.string()),
      region: v.nullable(v.string()),
    }),
  ),
  /** Rows by record: figure, claim … */
  rows: v.record(v.string(), count),
  bytes: count,
  sha256,
});

/** What the manifest says of one snapshot. */
export type ManifestEntry = v.InferOutput<typeof entrySchema>;

const manifestSchema = v.object({ snapshots: v.array(v.unknown()) });

export interface Manifest {
  entries: ManifestEntry[];
  /** Entries that cannot be understood; the others stand. */
  refused: Refusal[];
}

/** Reads a manifest. Throws SnapshotError when it is none; single bad entries are refused by name. */
export function parseManifest(text: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new SnapshotError('数据清单 manifest.json 不是有效的 JSON：请重新下载数据，或重新运行 npm run ingest', {
      cause: error,
    });
  }
  const manifest = v.safeParse(manifestSchema, json);
  if (!manifest.success) {
    throw new SnapshotError('数据清单 manifest.json 缺少 snapshots 列表：请重新下载数据，或重新运行 npm run ingest');
  }
  const result: Manifest = { entries: [], refused: [] };
  for (const [index, candidate] of manifest.output.snapshots.entries()) {
    const entry = v.safeParse(entrySchema, candidate);
    if (entry.success) result.entries.push(entry.output);
    else
      result.refused.push(
        refusalOf('entry', nameOf(candidate) ?? `#${index + 1}`, v.getDotPath(entry.issues[0]) ?? ''),
      );
  }
  return result;
}

/** One entry that was kept outside a manifest, or null where it cannot be understood. */
export function parseEntry(candidate: unknown): ManifestEntry | null {
  const entry = v.safeParse(entrySchema, candidate);
  return entry.success ? entry.output : null;
}

/** The text of a manifest: sorted, the same for the same entries. */
export function manifestText(entries: readonly ManifestEntry[]): string {
  const key = ({ department_id, fiscal_year, kind, superseded, file }: ManifestEntry) =>
    `${department_id} ${fiscal_year} ${kind} ${superseded ? 1 : 0} ${file}`;
  const snapshots = [...entries].sort((left, right) => (key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : 0));
  return `${JSON.stringify({ snapshots }, null, 2)}\n`;
}

function nameOf(candidate: unknown): string | null {
  const named = v.safeParse(v.object({ file: v.string() }), candidate);
  return named.success ? named.output.file : null;
}
