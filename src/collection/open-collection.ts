import { entriesInUse } from '../snapshot/in-use.ts';
import type { ManifestEntry } from '../snapshot/manifest.ts';
import type { Refusal } from '../snapshot/refusal.ts';
import { isSameDocument } from '../snapshot/revisions.ts';
import { refuseBytes, refuseVersion } from '../snapshot/verify.ts';
import type { Added, Collection, Reading } from './collection.ts';
import { DocumentStore } from './document-store.ts';
import { ReadingQueue, type ReadOptions } from './reading-queue.ts';

export interface CollectionOptions {
  /** Where data/ and cmaps/ are. Default: beside the page. */
  base?: string | URL;
  /** Of the database. */
  name?: string;
}

/** The collection, and what the start of the engine needs of it. */
export interface OpenCollection extends Collection {
  /** Verified bytes, or why they must not be used. */
  bytesOf(entry: ManifestEntry): Promise<Uint8Array | Refusal>;
  /** Records that cannot be understood; they can be removed by their name. */
  damaged(): Promise<Refusal[]>;
  close(): void;
}

/** Opens what this browser keeps. Never rejects: where nothing can be kept, `unavailable` says why, and files can still be read. */
export async function openCollection(options: CollectionOptions = {}): Promise<OpenCollection> {
  const { base = document.baseURI, name = 'juesuan-nianbi' } = options;
  const at = (path: string) => new URL(path, new URL(base, document.baseURI)).href;
  const queue = new ReadingQueue({ bodies: at('data/bodies.json'), characterMaps: at('cmaps/') });
  try {
    return new KeptCollection(await DocumentStore.open(name), null, queue, name);
  } catch (error) {
    return new KeptCollection(null, error instanceof Error ? error.message : String(error), queue, name);
  }
}

class KeptCollection implements OpenCollection {
  readonly unavailable: string | null;
  readonly #store: DocumentStore | null;
  readonly #queue: ReadingQueue;
  /** Reaches the other tabs, never this one. */
  readonly #channel: BroadcastChannel;

  constructor(store: DocumentStore | null, unavailable: string | null, queue: ReadingQueue, name: string) {
    this.#store = store;
    this.unavailable = unavailable;
    this.#queue = queue;
    this.#channel = new BroadcastChannel(`${name}-collection`);
  }

  read(file: File, options: ReadOptions): Promise<Reading[]> {
    return this.#queue.read(file, options);
  }

  async add({ entry, parquet }: Reading, choice?: 'supersede' | 'keep'): Promise<void> {
    await this.#open().add(entry, parquet, choice ?? null);
    this.#channel.postMessage('changed');
  }

  async conflictWith(
    entry: ManifestEntry,
    shipped: readonly ManifestEntry[],
  ): Promise<{ entry: ManifestEntry; identical: boolean } | null> {
    const same = (other: ManifestEntry) => isSameDocument(other, entry);
    const added = (await this.list()).filter((each) => same(each.entry));
    const [used] = entriesInUse(shipped.filter(same), added);
    return used === undefined ? null : { entry: used, identical: used.source_sha256 === entry.source_sha256 };
  }

  async list(): Promise<Added[]> {
    if (this.#store === null) return [];
    const { kept } = await this.#store.list();
    return kept.map(({ entry, addedAt }) => ({ entry, addedAt }));
  }

  async damaged(): Promise<Refusal[]> {
    if (this.#store === null) return [];
    const { damaged } = await this.#store.list();
    return damaged.map((file) => refusalOfAdded(file, 'entry', '记录不完整'));
  }

  async remove(file: string): Promise<void> {
    await this.#open().remove(file);
    this.#channel.postMessage('changed');
  }

  async export(file: string): Promise<Uint8Array> {
    const { kept } = await this.#open().list();
    const found = kept.find((each) => each.file === file);
    if (found === undefined) throw new Error(`${file} 不在已添加的文件里，可能已在另一标签页移除；请刷新本页。`);
    const bytes = await this.bytesOf(found.entry);
    if (!(bytes instanceof Uint8Array)) throw new Error(bytes.message);
    return bytes;
  }

  async bytesOf(entry: ManifestEntry): Promise<Uint8Array | Refusal> {
    const version = refuseVersion(entry);
    if (version !== null) return refusalOfAdded(entry.file, version.reason, '由另一版本的程序保存');
    const bytes = await this.#open().bytes(entry.file);
    if (bytes === null) return refusalOfAdded(entry.file, 'missing', '内容不见了');
    const refusal = refuseBytes(entry, bytes);
    return refusal === null ? bytes : refusalOfAdded(entry.file, refusal.reason, '与保存时的校验值不符');
  }

  onChange(listener: () => void): () => void {
    this.#channel.addEventListener('message', listener);
    return () => this.#channel.removeEventListener('message', listener);
  }

  close(): void {
    this.#store?.close();
    this.#channel.close();
  }

  #open(): DocumentStore {
    if (this.#store === null) throw new Error(this.unavailable!);
    return this.#store;
  }
}

function refusalOfAdded(name: string, reason: Refusal['reason'], detail: string): Refusal {
  return { name, reason, message: `添加的文件 ${name} 没有载入（${detail}）：请移除后重新添加原始文件` };
}
