import type { Collection, Correction, Reading, ReadingProgress } from '../collection/collection.ts';
import type { ManifestEntry } from '../snapshot/manifest.ts';

/** What becomes of a document where another of the same body, year and kind is there. */
export type ConflictChoice = 'supersede' | 'keep' | 'decline';

/** One document that a file holds, and what the reader decides about it. */
export class FoundDocument {
  status = $state<'open' | 'adding' | 'added' | 'declined'>('open');
  /** Null: no other document of the same body, year and kind. */
  conflict = $state.raw<{ entry: ManifestEntry; identical: boolean } | null>(null);
  /** Null: the reader has not chosen yet. */
  choice = $state<ConflictChoice | null>(null);
  /** Why it could not be added. */
  failure = $state<string | null>(null);

  constructor(readonly reading: Reading) {}

  /** Takes what is known of another document now. A choice made about a different one is void. Returns whether it was. */
  meet(conflict: { entry: ManifestEntry; identical: boolean } | null): boolean {
    const same = conflict?.entry.file === this.conflict?.entry.file && conflict?.identical === this.conflict?.identical;
    if (same) return false;
    this.conflict = conflict;
    this.choice = null;
    return true;
  }

  get addable(): boolean {
    if (this.status !== 'open' || this.conflict?.identical === true) return false;
    return this.conflict === null || this.choice === 'supersede' || this.choice === 'keep';
  }

  get decided(): boolean {
    return this.status === 'added' || this.status === 'declined' || this.conflict?.identical === true;
  }
}

/** Whose document it is, of which year and kind; null where it is not known. */
export interface Identity {
  body: { id: string | null; name: string | null };
  year: number | null;
  kind: 'final_accounts' | 'budget' | null;
}

/** One file on its way: waiting, being read, read anew with a correction, or given up. */
export class AddingFile {
  status = $state<'waiting' | 'reading' | 'failed' | 'cancelled' | 'read'>('waiting');
  progress = $state.raw<ReadingProgress | null>(null);
  /** Why the last reading failed; null with status 'failed': it was read and held nothing. */
  failure = $state<string | null>(null);
  /** They stay while a correction is being read. */
  documents = $state.raw<readonly FoundDocument[]>([]);
  #correction = $state.raw<Correction>({});
  /** The correction under which `documents` were read. */
  #understood: Correction = {};
  #abort = new AbortController();

  constructor(
    readonly file: File,
    /** Tells files of the same name apart. */
    readonly id: number,
  ) {}

  /** Reads the file. Never rejects: what fails is said in `status` and `failure`. */
  async read(collection: Collection, shipped: readonly ManifestEntry[]): Promise<void> {
    const abort = (this.#abort = new AbortController());
    const { signal } = abort;
    const correction = this.#correction;
    this.status = 'reading';
    this.progress = null;
    this.failure = null;
    try {
      const readings = await collection.read(this.file, {
        correction,
        signal,
        onProgress: (progress) => {
          if (!signal.aborted) this.progress = progress;
        },
      });
      const documents = readings.map((reading) => new FoundDocument(reading));
      for (const document of documents) document.meet(await collection.conflictWith(document.reading.entry, shipped));
      // A cancel or a correction that came meanwhile has said what comes next.
      if (signal.aborted) return;
      this.documents = documents;
      this.#understood = correction;
      this.status = documents.length === 0 ? 'failed' : 'read';
    } catch (cause) {
      if (signal.aborted) return;
      this.failure = messageOf(cause);
      this.#backToUnderstood('failed');
    }
  }

  /** Stops reading. What was understood before a correction stays. */
  cancel(): void {
    if (this.status !== 'waiting' && this.status !== 'reading') return;
    this.#abort.abort();
    this.#backToUnderstood('cancelled');
  }

  /** What the reader says in place of what was recognised: the file waits to be read anew. */
  correct(change: Correction): void {
    this.#abort.abort();
    const kept = { ...this.#correction };
    // A body is said by its id or by its name: the later word counts.
    if (change.bodyId !== undefined) delete kept.bodyName;
    if (change.bodyName !== undefined) delete kept.bodyId;
    this.#correction = { ...kept, ...change };
    this.status = 'waiting';
    this.failure = null;
  }

  /** A snapshot says itself whose it is, and a file of several documents cannot be of one body and year. */
  get correctable(): boolean {
    const [first, second] = this.documents;
    if (first === undefined) return this.status === 'failed' || Object.keys(this.#correction).length > 0;
    const { format } = first.reading.summary;
    return second === undefined && first.status === 'open' && format !== 'parquet' && format !== 'csv';
  }

  /** As recognised, with what the reader has said since. */
  get identity(): Identity {
    const summary = this.documents[0]?.reading.summary;
    const said = this.status === 'read' ? {} : this.#correction;
    const recognised = { id: summary?.body.id ?? null, name: summary?.body.name ?? null };
    const named = said.bodyName === undefined ? recognised : { id: null, name: said.bodyName };
    return {
      body: said.bodyId === undefined ? named : { id: said.bodyId, name: null },
      year: said.year ?? summary?.year ?? null,
      kind: said.kind ?? summary?.kind ?? null,
    };
  }

  /** Nothing of it is left to do or to be told. */
  get settled(): boolean {
    if (this.status === 'cancelled') return true;
    return this.status === 'read' && this.documents.every((document) => document.decided);
  }

  #backToUnderstood(otherwise: 'failed' | 'cancelled'): void {
    if (this.documents.length === 0) this.status = otherwise;
    else {
      this.status = 'read';
      this.#correction = this.#understood;
    }
  }
}

/** What to tell the reader of an error. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
