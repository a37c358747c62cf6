import type { ManifestEntry } from '../snapshot/manifest.ts';
export interface NotUnderstood { text: string; reason: string; section: string; page: number | null; line: number }
export interface StatementFound { id: string; title: string; status: 'data' | 'empty' | 'missing' | 'quarantined'; figures: number }
/** What a file says, before anything is added. */
export interface Summary {
  fileName: string; format: 'text'|'pdf'|'html'|'xlsx'|'docx'|'parquet'|'csv';
  body: { id: string; name: string; known: boolean }; year: number; kind: 'final_accounts'|'budget'; title: string;
  statements: StatementFound[]; figures: number; claims: number; projects: number; notUnderstood: NotUnderstood[];
  /** Findings already known without the rules of 勾稽核对: quarantined tables, a document that breaks off. */
  conflicts: string[];
  sourceSha256: string;
}
/** What the reader says in place of what was recognised. */
export interface Correction { bodyName?: string; bodyId?: string; year?: number; kind?: 'final_accounts'|'budget' }
export interface Reading { summary: Summary; entry: ManifestEntry; parquet: Uint8Array }
export interface ReadingProgress { stage: 'loading' | 'reading' | 'recognising' | 'writing'; done: number; total: number | null }
export interface Added { entry: ManifestEntry; addedAt: string /* ISO */ }
export interface Collection {
  /** Reads one file in the worker. Rejects with Error whose message is for the reader (Chinese), or AbortError. A file that holds several documents (CSV) gives several. */
  read(file: File, options: { correction?: Correction; onProgress?: (p: ReadingProgress) => void; signal?: AbortSignal }): Promise<Reading[]>;
  /** Stores it. `choice` is needed where another document of the same body, year and kind is there (see conflictWith). */
  add(reading: Reading, choice?: 'supersede' | 'keep'): Promise<void>;
  /** The entry of the same body, year and kind that is in use, and whether it is the identical file. */
  conflictWith(entry: ManifestEntry, shipped: readonly ManifestEntry[]): Promise<{ entry: ManifestEntry; identical: boolean } | null>;
  list(): Promise<Added[]>;
  remove(file: string): Promise<void>;
  /** Parquet bytes for the command line. */
  export(file: string): Promise<Uint8Array>;
  /** Another tab of the same browser changed the collection. Returns the way to stop. */
  onChange(listener: () => void): () => void;
  /** Null where the browser can keep documents; else why not, in Chinese. */
  readonly unavailable: string | null;
}
