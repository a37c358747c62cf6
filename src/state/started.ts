import type { Collection } from '../collection/collection.ts';
import type { SqlConsole } from '../metrics/console.ts';
import type { Dashboard } from '../metrics/dashboard.ts';
import type { ManifestEntry } from '../snapshot/manifest.ts';

/** What the page is told while it waits. Bytes for 'engine' and 'data', statements for 'queries'; total null = not known. */
export interface StartProgress {
  stage: 'engine' | 'data' | 'queries';
  loaded: number;
  total: number | null;
}

/** A document that figures were read from. */
export interface SourceDocument {
  id: string;
  title: string;
  kind: 'final_accounts' | 'budget';
  fiscal_year: number;
  /** File name of the source as it was handed in. */
  source: string;
  /** Of the source file. */
  sha256: string;
  /** False for a copy that was not compared with what the department's own site publishes. */
  checked_against_official: boolean;
  /** Text layer of the document, or read off a picture of it by machine. */
  text_origin: 'text_layer' | 'machine_read' | 'unknown';
  /** When the reader added it, ISO; null for one that is shipped. */
  added_at: string | null;
  /** The snapshot that the figures were read into. */
  snapshot: { file: string; sha256: string };
}

/** A department or a unit that has figures. */
export interface StartedBody {
  id: string;
  name: string;
  level: 'department' | 'unit';
  /** Department of a unit; null for departments. */
  parent: string | null;
  /** Fiscal years that a document of the body covers. */
  years: readonly number[];
  /** Documents that carry figures of the body: for a unit, those of its department. */
  documents: readonly SourceDocument[];
}

/** A snapshot that was not loaded, and why. */
export interface RefusedSnapshot {
  name: string;
  reason: string;
}

/** A rule of the reconciliation: a file of queries/checks. */
export interface Rule {
  name: string;
  /** Path in the project. */
  path: string;
  /** The whole of the file. */
  sql: string;
}

/** A query that figures of the page come from: a file of queries/metrics. */
export interface Query {
  /** Path in the project. */
  path: string;
  /** The whole of the file. */
  sql: string;
  /** The same for one body and year, as the console runs it. */
  statement: (department: string, year: number) => string;
}

export interface StartedDashboard {
  dashboard: Dashboard;
  rules: readonly Rule[];
  queries: readonly Query[];
  bodies: readonly StartedBody[];
  refused: readonly RefusedSnapshot[];
  /** What the reader added, and the way to add more; null where the page has none. */
  collection: Collection | null;
  /** What the manifest lists. */
  shipped: readonly ManifestEntry[];
  /** Other names of bodies, short or of before, by their id. */
  otherNames: () => Promise<ReadonlyMap<string, readonly string[]>>;
  /** Starts the console, once. Rejects with an Error whose message is fit to be shown; the next call tries again. */
  openConsole: () => Promise<SqlConsole>;
}

/** Starts engine and data. Rejects with an Error whose message is fit to be shown. */
export type StartDashboard = (report: (progress: StartProgress) => void) => Promise<StartedDashboard>;
