import type { ManifestEntry } from '../snapshot/manifest.ts';

/** A number of the document that no rule could place. */
export interface NotUnderstood {
  text: string;
  reason: string;
  section: string;
  page: number | null;
  line: number;
}

/** One statement of the document, as far as it was found. */
export interface StatementFound {
  id: string;
  title: string;
  status: 'data' | 'empty' | 'missing' | 'quarantined';
  figures: number;
}

/** What a file says, before anything is added. */
export interface Summary {
  fileName: string;
  format: 'text' | 'pdf' | 'html' | 'xlsx' | 'docx' | 'parquet' | 'csv';
  body: { id: string; name: string; known: boolean };
  year: number;
  kind: 'final_accounts' | 'budget';
  title: string;
  statements: StatementFound[];
  figures: number;
  claims: number;
  projects: number;
  notUnderstood: NotUnderstood[];
  /** Findings already known without the rules of 勾稽核对: quarantined tables, a document that breaks off. */
  conflicts: string[];
  sourceSha256: string;
}

/** What the reader says in place of what was recognised. */
export interface Correction {
  bodyName?: string;
  bodyId?: string;
  year?: number;
  kind?: 'final_accounts' | 'budget';
}

/** A file that was read and is not added yet. */
export interface Reading {
  summary: Summary;
  entry: ManifestEntry;
  parquet: Uint8Array;
}

/** Pages for 'reading' where the format has pages; total null = not known. */
export interface ReadingProgress {
  stage: 'loading' | 'reading' | 'recognising' | 'writing';
  done: number;
  total: number | null;
}

/** A document of the collection. */
export interface Added {
  entry: ManifestEntry;
  /** ISO. */
  addedAt: string;
}

/** Documents that a reader added, kept in this browser. */
export interface Collection {
  /**
   * Reads one file in the worker. Rejects with an Error whose message is for the reader (Chinese), or with an AbortError.
   * A file that holds several documents (CSV) gives several.
   */
  read(
    file: File,
    options: { correction?: Correction; onProgress?: (p: ReadingProgress) => void; signal?: AbortSignal },
  ): Promise<Reading[]>;
  /** Stores it. `choice` is needed where another document of the same body, year and kind is there (see conflictWith). */
  add(reading: Reading, choice?: 'supersede' | 'keep'): Promise<void>;
  /** The entry of the same body, year and kind that is in use, and whether it is the identical file. */
  conflictWith(
    entry: ManifestEntry,
    shipped: readonly ManifestEntry[],
  ): Promise<{ entry: ManifestEntry; identical: boolean } | null>;
  list(): Promise<Added[]>;
  remove(file: string): Promise<void>;
  /** Parquet bytes for the command line. */
  export(file: string): Promise<Uint8Array>;
  /** Another tab of the same browser changed the collection. Returns the way to stop. */
  onChange(listener: () => void): () => void;
  /** Null where the browser keeps documents; else why it cannot (private mode), in Chinese. */
  readonly unavailable: string | null;
}
