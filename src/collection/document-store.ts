import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type ManifestEntry, parseEntry } from '../snapshot/manifest.ts';
import { type Kept, withAdded, withoutRemoved } from './placing.ts';

interface Schema extends DBSchema {
  documents: { key: string; value: Omit<Kept, 'entry'> & { entry: unknown } };
  /** Apart, so that a list does not read them all. */
  bytes: { key: string; value: Uint8Array };
}

/** The documents and their bytes in IndexedDB. All methods reject with Errors whose messages are for the reader. */
export class DocumentStore {
  readonly #database: IDBPDatabase<Schema>;
  #closed: string | null = null;

  private constructor(database: IDBPDatabase<Schema>, onClose: (listener: (reason: string) => void) => void) {
    this.#database = database;
    onClose((reason) => (this.#closed = reason));
  }

  /** Rejects where the browser keeps nothing, or where an older page in another tab stands in the way. */
  static async open(name: string): Promise<DocumentStore> {
    if (typeof indexedDB === 'undefined')
      throw new Error('此浏览器不能保存数据，添加的文件无法保留；请换用常规窗口或较新的浏览器。');
    let close: (reason: string) => void = () => {};
    let refuse: (error: Error) => void = () => {};
    const blocked = new Promise<never>((_, reject) => (refuse = reject));
    const opening = openDB<Schema>(name, 1, {
      upgrade(database) {
        database.createObjectStore('documents', { keyPath: 'file' });
        database.createObjectStore('bytes');
      },
      blocked: () => refuse(new Error('另一个标签页里开着本页面的旧版本：请关闭其他标签页，再刷新本页。')),
      // A newer page wants to change the database: it waits until this one lets go.
      blocking(_current, _wanted, event) {
        (event.target as IDBDatabase).close();
        close('另一个标签页已打开新版本：请刷新本页后再试。');
      },
      terminated: () => close('浏览器中断了保存的数据：请刷新本页后再试。'),
    });
    try {
      const database = await Promise.race([opening, blocked]);
      return new DocumentStore(database, (listener) => (close = listener));
    } catch (error) {
      // When it comes after all, nobody waits for it.
      opening.then(
        (database) => database.close(),
        () => undefined,
      );
      throw readable(error, '浏览器不允许保存数据（可能是无痕窗口或禁用了网站数据），添加的文件无法保留');
    }
  }

  /** Those whose entry can be understood, and the names of those whose entry cannot. */
  async list(): Promise<{ kept: Kept[]; damaged: string[] }> {
    return this.#run('读不出已添加的文件', async () => listed(await this.#database.getAll('documents')));
  }

  /** Null where nothing is kept under that name. */
  async bytes(file: string): Promise<Uint8Array | null> {
    return this.#run('读不出已添加的文件', async () => (await this.#database.get('bytes', file)) ?? null);
  }

  /** All or nothing: what was there stays as it was when it fails. */
  async add(entry: ManifestEntry, bytes: Uint8Array, choice: 'supersede' | 'keep' | null): Promise<void> {
    const addedAt = new Date().toISOString();
    await this.#change('文件没能保存', (kept) => withAdded(kept, entry, addedAt, choice), { file: entry.file, bytes });
  }

  async remove(file: string): Promise<void> {
    await this.#change('文件没能移除', (kept) => withoutRemoved(kept, file), null, file);
  }

  close(): void {
    this.#database.close();
  }

  async #change(
    failed: string,
    change: (kept: readonly Kept[]) => Kept[],
    added: { file: string; bytes: Uint8Array } | null,
    removed: string | null = null,
  ): Promise<void> {
    await this.#run(failed, async () => {
      const transaction = this.#database.transaction(['documents', 'bytes'], 'readwrite');
      const documents = transaction.objectStore('documents');
      const bytes = transaction.objectStore('bytes');
      // Awaited last, but it must not go unheard when it fails first.
      const done = transaction.done;
      done.catch(() => undefined);
      try {
        const before = listed(await documents.getAll()).kept;
        const after = change(before);
        const gone = before.filter(({ file }) => !after.some((each) => each.file === file)).map(({ file }) => file);
        for (const file of removed === null ? gone : [...gone, removed]) {
          await documents.delete(file);
          await bytes.delete(file);
        }
        for (const each of after) if (!before.includes(each)) await documents.put(each);
        if (added !== null) await bytes.put(added.bytes, added.file);
      } catch (error) {
        transaction.abort();
        throw error;
      }
      await done;
    });
  }

  async #run<T>(failed: string, action: () => Promise<T>): Promise<T> {
    if (this.#closed !== null) throw new Error(this.#closed);
    try {
      return await action();
    } catch (error) {
      throw readable(error, failed);
    }
  }
}

function listed(records: readonly Schema['documents']['value'][]): { kept: Kept[]; damaged: string[] } {
  const kept: Kept[] = [];
  const damaged: string[] = [];
  for (const record of records) {
    const entry = parseEntry(record.entry);
    if (entry === null) damaged.push(record.file);
    else kept.push({ ...record, entry });
  }
  return { kept, damaged };
}

/** What the browser says becomes a message; our own messages stay. */
function readable(error: unknown, failed: string): Error {
  if (!(error instanceof DOMException)) return error instanceof Error ? error : new Error(String(error));
  const message =
    error.name === 'QuotaExceededError'
      ? `${failed}：浏览器给本页的存储空间已满；请移除一些已添加的文件，或清理磁盘后再试。`
      : `${failed}（${error.name}）；请刷新本页后再试。`;
  return new Error(message, { cause: error });
}
