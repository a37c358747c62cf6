import { type AddedEntry, entriesInUse } from '../snapshot/in-use.ts';
import { MANIFEST_FILE, parseManifest, type ManifestEntry } from '../snapshot/manifest.ts';
import { refusalOf, type Refusal } from '../snapshot/refusal.ts';
import { SnapshotError } from '../snapshot/snapshot-error.ts';
import { refuseBytes, refuseVersion } from '../snapshot/verify.ts';
import { Data } from './data.ts';
import type { EngineLost } from './engine-lost.ts';
import { fetchBytes } from './fetch-bytes.ts';
import { openData, type SnapshotFile } from './load-snapshots.ts';
import { askedModels, isPrepared, preparedOf, type PreparedChecks } from './prepared-checks.ts';
import { restartingEngine } from './restarting-engine.ts';
import { SecondStage } from './second-stage.ts';
import { bundledSqlFiles } from './sql-files-browser.ts';
import { stagesOf } from './stages.ts';
import { startWasmWorker } from './wasm-worker-engine.ts';

/** Bytes for 'engine' and 'data', statements for 'queries'; total null = not known. */
export interface OpenProgress {
  stage: 'engine' | 'data' | 'queries';
  loaded: number;
  total: number | null;
}

/** Snapshots that are kept in the browser. */
export interface AddedSnapshots {
  entries: readonly AddedEntry[];
  /** Verified bytes, or why they must not be used. */
  bytesOf(entry: ManifestEntry): Promise<Uint8Array | Refusal>;
  /** Records that are no entries any more. */
  refused: readonly Refusal[];
}

export interface BrowserOptions {
  /** Where `manifest.json` and the snapshots are. Default: data/ beside the page. */
  data?: string | URL;
  /** What a reader added: loaded beside the shipped snapshots, or in the place of one (see entriesInUse). */
  added?: () => Promise<AddedSnapshots>;
  onProgress?: (progress: OpenProgress) => void;
  /** The database had to be started again; what ran and what waited was rejected. */
  onRestart?: (cause: EngineLost) => void;
  /** What the checks found in the shipped snapshots. Default, and where it does not fit: they are run when asked for. */
  prepared?: PreparedChecks | null;
  /** Longest time for one statement, in milliseconds. Default 60,000. */
  timeLimit?: number;
  /** Longest time without a byte arriving, in milliseconds. Default 30,000. */
  stallLimit?: number;
}

/**
 * Fetches engine and snapshots side by side and opens them. Rejects with SnapshotError when there is no manifest, with
 * EngineLost when the engine cannot be had; bad snapshots are in `refused`, the others are loaded.
 */
export async function openDataInBrowser(options: BrowserOptions = {}): Promise<Data> {
  const { data = 'data/', added, onProgress, onRestart, timeLimit = 60_000, stallLimit = 30_000 } = options;
  const directory = new URL(data, document.baseURI);
  const sqlFiles = bundledSqlFiles();
  const secondStage = new SecondStage(stagesOf(sqlFiles));
  const fetching = fetchSnapshots(directory, added, stallLimit, (loaded, total) =>
    onProgress?.({ stage: 'data', loaded, total }),
  );
  const preparing = fetching.then(({ entries }) =>
    fetchPrepared(options.prepared ?? null, entries, directory, stallLimit),
  );
  let unreadable: Refusal[] = [];
  const engine = await restartingEngine(
    async () => {
      const starting = startWasmWorker({
        stallLimit: Math.max(stallLimit, 60_000),
        onProgress: (loaded, total) => onProgress?.({ stage: 'engine', loaded, total }),
      });
      try {
        // Without data the engine is not waited for.
        await Promise.all([starting, fetching, preparing]);
      } catch (error) {
        starting.then(
          (engine) => engine.close(),
          () => undefined,
        );
        throw error;
      }
      return starting;
    },
    async (engine) => {
      secondStage.forget();
      const prepared = await preparing;
      unreadable = await openData(engine, (await fetching).files, secondStage.stages, {
        onProgress: (loaded, total) => onProgress?.({ stage: 'queries', loaded, total }),
        prepared,
      });
      if (prepared !== null && unreadable.length === 0)
        await secondStage.complete(engine, askedModels(sqlFiles, secondStage.stages));
    },
    { timeLimit, onRestart },
  );
  const { entries, files, refused, revisions, addedAt, shipped } = await fetching;
  const bad = new Set(unreadable.map(({ name }) => name));
  return new Data(
    engine,
    entries.filter(({ file }) => !bad.has(file)),
    [...refused, ...unreadable],
    sqlFiles,
    revisions,
    addedAt,
    shipped,
    secondStage,
    files.filter(({ name }) => !bad.has(name)),
  );
}

/** Verified tables by name; null where they are of other snapshots, or one cannot be had: then the checks are run. */
async function fetchPrepared(
  prepared: PreparedChecks | null,
  used: readonly ManifestEntry[],
  directory: URL,
  stallLimit: number,
): Promise<ReadonlyMap<string, Uint8Array> | null> {
  if (prepared === null || !preparedOf(prepared, used)) return null;
  try {
    const tables = await Promise.all(
      prepared.tables.map(async (table) => ({
        table,
        bytes: await fetchBytes(new URL(table.file, directory), { stallLimit }),
      })),
    );
    if (!tables.every(({ table, bytes }) => isPrepared(table, bytes))) return null;
    return new Map(tables.map(({ table, bytes }) => [table.name, bytes]));
  } catch {
    // Nothing is lost: what could not be fetched can be computed.
    return null;
  }
}

interface Fetched {
  entries: ManifestEntry[];
  files: SnapshotFile[];
  refused: Refusal[];
  /** Not fetched. */
  revisions: ManifestEntry[];
  addedAt: Map<string, string>;
  shipped: ManifestEntry[];
}

async function fetchSnapshots(
  directory: URL,
  readAdded: BrowserOptions['added'],
  stallLimit: number,
  onBytes: (loaded: number, total: number) => void,
): Promise<Fetched> {
  const [manifestFile, added] = await Promise.all([
    fetchManifest(new URL(MANIFEST_FILE, directory), stallLimit),
    readAdded === undefined ? null : loadAdded(await readAdded()),
  ]);
  const manifest = parseManifest(manifestFile);
  const kept = added?.entries ?? [];
  const used = entriesInUse(
    manifest.entries,
    kept.filter(({ entry }) => added!.bytes.has(entry.file)),
  );
  const own = new Map(
    kept.filter(({ entry }) => used.includes(entry)).map(({ entry, addedAt }) => [entry.file, addedAt]),
  );
  const wanted = used.filter((entry) => !own.has(entry.file) && refuseVersion(entry) === null);
  const total = wanted.reduce((sum, { bytes }) => sum + bytes, 0);
  const loaded = new Map<string, number>();
  const report = (file: string, bytes: number) => {
    loaded.set(file, bytes);
    onBytes(
      [...loaded.values()].reduce((sum, part) => sum + part, 0),
      total,
    );
  };
  const outcomes = await Promise.all(
    used.map(async (entry): Promise<Uint8Array | Refusal> => {
      if (own.has(entry.file)) return added!.bytes.get(entry.file)!;
      const refusal = refuseVersion(entry);
      if (refusal !== null) return refusal;
      try {
        const onOwnBytes = (bytes: number) => report(entry.file, bytes);
        const bytes = await fetchBytes(new URL(entry.file, directory), { stallLimit, onBytes: onOwnBytes });
        return refuseBytes(entry, bytes) ?? bytes;
      } catch (error) {
        return refusalOf('missing', entry.file, error instanceof Error ? error.message : String(error));
      }
    }),
  );
  const fetched: Fetched = {
    entries: [],
    files: [],
    refused: [...manifest.refused, ...(added?.refused ?? [])],
    revisions: [...manifest.entries, ...kept.map(({ entry }) => entry)].filter((entry) => !used.includes(entry)),
    addedAt: own,
    shipped: manifest.entries,
  };
  for (const [index, entry] of used.entries()) {
    const outcome = outcomes[index]!;
    if (outcome instanceof Uint8Array) {
      fetched.entries.push(entry);
      fetched.files.push({ name: entry.file, bytes: outcome });
    } else {
      fetched.refused.push(outcome);
    }
  }
  return fetched;
}

/** Bytes of those that may be used; one that is damaged gives way to the shipped one. */
async function loadAdded({ entries, bytesOf, refused }: AddedSnapshots) {
  const loaded = { entries, bytes: new Map<string, Uint8Array>(), refused: [...refused] };
  for (const { entry } of entries.filter((each) => !each.entry.superseded)) {
    const outcome = await bytesOf(entry);
    if (outcome instanceof Uint8Array) loaded.bytes.set(entry.file, outcome);
    else loaded.refused.push(outcome);
  }
  return loaded;
}

async function fetchManifest(address: URL, stallLimit: number): Promise<string> {
  try {
    // Asked for anew each time: it names the snapshots, whose own names change with their content.
    return new TextDecoder().decode(await fetchBytes(address, { stallLimit, cache: 'no-cache' }));
  } catch (error) {
    throw new SnapshotError(`数据清单 ${address.pathname} 读取不到：请检查网络或数据目录后重试`, { cause: error });
  }
}
