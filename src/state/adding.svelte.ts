import type { Added, Collection } from '../collection/collection.ts';
import type { ManifestEntry } from '../snapshot/manifest.ts';
import { AddingFile, messageOf, type FoundDocument } from './adding-file.svelte.ts';

/** Files on their way into the collection of this browser: read one after the other, added only on the reader's word. */
export class Adding {
  /** Whether the dialog is shown. */
  open = $state(false);
  /** In the order in which they came. */
  files = $state.raw<readonly AddingFile[]>([]);
  /** What this browser holds; null until it is known. */
  added = $state.raw<readonly Added[] | null>(null);
  collection = $state.raw<Collection | null>(null);
  /** Another tab changed the collection, and this page still shows it as it was. */
  changedElsewhere = $state(false);
  /** Why the list could not be had, or a document of it not be removed or exported. */
  failure = $state<string | null>(null);
  #shipped: readonly ManifestEntry[] = [];
  #number = 0;
  #reading = false;
  #changed = false;
  #last: ManifestEntry | null = null;

  /** `onchanged`: the data of the page are no longer what the collection holds; with the document added last, if any. */
  constructor(private readonly onchanged: (last: ManifestEntry | null) => void) {}

  /** The collection is there: files that waited for it are read. Returns the way to let go of it. */
  connect(collection: Collection, shipped: readonly ManifestEntry[]): () => void {
    this.collection = collection;
    this.#shipped = shipped;
    this.changedElsewhere = false;
    void this.#list();
    void this.#readWaiting();
    return collection.onChange(() => {
      this.changedElsewhere = true;
      void this.#list();
      void this.#meetAll();
    });
  }

  /** Opens the dialog with further files. */
  take(files: Iterable<File>): void {
    const taken = Array.from(files, (file) => new AddingFile(file, ++this.#number));
    if (taken.length === 0) return;
    this.files = [...this.files, ...taken];
    this.open = true;
    void this.#readWaiting();
  }

  /** Says of a file what is to be read in place of what was recognised. */
  correct(file: AddingFile, change: Parameters<AddingFile['correct']>[0]): void {
    file.correct(change);
    void this.#readWaiting();
  }

  /** Reads a file once more, as the reader last said. */
  retry(file: AddingFile): void {
    this.correct(file, {});
  }

  /** Takes a file off the list. */
  dismiss(file: AddingFile): void {
    file.cancel();
    this.files = this.files.filter((other) => other !== file);
  }

  /** Adds one document; closes when nothing is left to decide. */
  async add(document: FoundDocument): Promise<void> {
    await this.#add(document);
    this.#closeWhenSettled();
    this.#tell();
  }

  /** Adds all that can be added, in order. What waits for a choice stays; what the reader chose not to add is let go. */
  async addAll(): Promise<void> {
    for (const document of this.documents) {
      if (document.status === 'open' && document.choice === 'decline') document.status = 'declined';
      await this.#add(document);
    }
    this.#closeWhenSettled();
    this.#tell();
  }

  /** The document is not to be added. */
  decline(document: FoundDocument): void {
    document.status = 'declined';
    this.#closeWhenSettled();
  }

  /** Removes an added document from this browser. */
  async remove(file: string): Promise<void> {
    await this.#attempt(async (collection) => {
      await collection.remove(file);
      this.#changed = true;
      if (this.#last?.file === file) this.#last = null;
      // Added in this very dialog: it can be added again.
      for (const document of this.documents)
        if (document.status === 'added' && document.reading.entry.file === file) document.status = 'open';
      await this.#list();
      await this.#meetAll();
    });
    this.#tell();
  }

  /** Hands the bytes of an added document to `save`. */
  async export(file: string, save: (bytes: Uint8Array) => void): Promise<void> {
    await this.#attempt(async (collection) => save(await collection.export(file)));
  }

  /** Hides the dialog. What is still being read or undecided stays for the next opening. */
  close(): void {
    if (!this.open) return;
    this.open = false;
    this.failure = null;
    this.files = this.files.filter((file) => !file.settled && file.status !== 'failed');
    this.#tell();
  }

  /** Has the page start its data again, once the dialog does not stand over it. What ends after closing counts too. */
  #tell(): void {
    if (this.open || !this.#changed) return;
    const last = this.#last;
    this.#changed = false;
    this.#last = null;
    this.onchanged(last);
  }

  get documents(): FoundDocument[] {
    return this.files.flatMap((file) => (file.status === 'read' ? file.documents : []));
  }

  /** Documents that wait for the reader's word. */
  get undecided(): number {
    return this.documents.filter((document) => !document.decided).length;
  }

  get busy(): boolean {
    return this.documents.some((document) => document.status === 'adding');
  }

  async #add(document: FoundDocument): Promise<void> {
    const { collection } = this;
    if (collection === null || !document.addable) return;
    const { reading } = document;
    document.status = 'adding';
    document.failure = null;
    try {
      // Another file or another tab may have brought the same body and year since the reader was asked.
      const changed = document.meet(await collection.conflictWith(reading.entry, this.#shipped));
      if (changed && document.conflict !== null) {
        document.status = 'open';
        return;
      }
      await collection.add(
        reading,
        document.choice === 'keep' || document.choice === 'supersede' ? document.choice : undefined,
      );
    } catch (cause) {
      document.failure = messageOf(cause);
      document.status = 'open';
      return;
    }
    document.status = 'added';
    this.#changed = true;
    this.#last = reading.entry;
    await this.#list();
    await this.#meetAll();
  }

  /** One at a time, so that the first file is not kept waiting by the last. */
  async #readWaiting(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    for (;;) {
      const next = this.files.find((file) => file.status === 'waiting');
      if (next === undefined || this.collection === null) break;
      await next.read(this.collection, this.#shipped);
    }
    this.#reading = false;
  }

  /** What was added or removed may stand against what is still open, or no longer. */
  async #meetAll(): Promise<void> {
    const { collection } = this;
    if (collection === null) return;
    for (const document of this.documents.filter(({ status }) => status === 'open')) {
      try {
        document.meet(await collection.conflictWith(document.reading.entry, this.#shipped));
      } catch (cause) {
        document.failure = messageOf(cause);
      }
    }
  }

  async #attempt(act: (collection: Collection) => Promise<void>): Promise<void> {
    if (this.collection === null) return;
    this.failure = null;
    try {
      await act(this.collection);
    } catch (cause) {
      this.failure = messageOf(cause);
    }
  }

  async #list(): Promise<void> {
    if (this.collection?.unavailable !== null) return;
    await this.#attempt(async (collection) => {
      this.added = await collection.list();
    });
  }

  #closeWhenSettled(): void {
    if (this.files.every((file) => file.settled)) this.close();
  }
}
