import { describe, expect, test, vi } from 'vitest';
import type { Added } from '../../src/collection/collection.ts';
import type { ManifestEntry } from '../../src/snapshot/manifest.ts';
import { Adding } from '../../src/state/adding.svelte.ts';
import { MemoryCollection, writtenReading } from '../fixtures/added-documents.ts';

const named = (...names: string[]): File[] => names.map((name) => new File(['x'], name));

/** A page with a collection and files in it. */
function begun(names: string[], { collection = new MemoryCollection(), shipped = [] as ManifestEntry[] } = {}) {
  const onchanged = vi.fn();
  const adding = new Adding(onchanged);
  const stop = adding.connect(collection, shipped);
  adding.take(named(...names));
  return { adding, collection, onchanged, stop };
}

/** Answers the newest call of read() and waits until the file has taken it in. */
async function answered(collection: MemoryCollection, ...readings: ReturnType<typeof writtenReading>[]) {
  const asked = collection.asked.at(-1)!;
  asked.answer(...readings);
  await settled();
}

/** All that is under way without outside help is over. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('reading', () => {
  test('one file at a time, in the order of choosing; the dialog opens', async () => {
    const { adding, collection } = begun(['a.pdf', 'b.pdf']);
    adding.take(named('c.pdf'));
    expect(adding.open).toBe(true);
    expect(collection.asked.map(({ name }) => name)).toEqual(['a.pdf']);
    await answered(collection, writtenReading({ year: 2022 }));
    expect(collection.asked.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf']);
    await answered(collection, writtenReading({ year: 2023 }));
    expect(adding.files.map(({ status }) => status)).toEqual(['read', 'read', 'reading']);
    expect(adding.undecided).toBe(2);
  });

  test('progress is shown, and nothing is added by reading alone', async () => {
    const { adding, collection, onchanged } = begun(['a.pdf']);
    collection.asked[0]!.progress({ stage: 'reading', done: 3, total: 30 });
    expect(adding.files[0]!.progress).toEqual({ stage: 'reading', done: 3, total: 30 });
    await answered(collection, writtenReading());
    adding.close();
    expect(collection.added).toEqual([]);
    expect(onchanged).not.toHaveBeenCalled();
  });

  test('a file handed in before the collection is there waits for it', async () => {
    const adding = new Adding(() => {});
    adding.take(named('a.pdf'));
    expect(adding.files[0]!.status).toBe('waiting');
    const collection = new MemoryCollection();
    adding.connect(collection, []);
    expect(adding.files[0]!.status).toBe('reading');
    await answered(collection, writtenReading());
    expect(adding.files[0]!.status).toBe('read');
  });

  test('a file that fails says why and does not keep the next from being read', async () => {
    const { adding, collection } = begun(['scan.pdf', 'b.pdf']);
    collection.asked[0]!.fail('这是扫描件，没有文字');
    await settled();
    expect(adding.files[0]).toMatchObject({ status: 'failed', failure: '这是扫描件，没有文字' });
    expect(collection.asked[1]!.name).toBe('b.pdf');
  });

  test('a file that holds no document has failed, without an error to show', async () => {
    const { adding, collection } = begun(['empty.csv']);
    await answered(collection);
    expect(adding.files[0]).toMatchObject({ status: 'failed', failure: null });
  });
});

describe('cancelling', () => {
  test('aborts the reading and goes on to the next file', async () => {
    const { adding, collection } = begun(['a.pdf', 'b.pdf']);
    adding.files[0]!.cancel();
    expect(collection.asked[0]!.signal.aborted).toBe(true);
    await settled();
    expect(adding.files.map(({ status }) => status)).toEqual(['cancelled', 'reading']);
  });

  test('a file that waits is not read at all', async () => {
    const { adding, collection } = begun(['a.pdf', 'b.pdf']);
    adding.files[1]!.cancel();
    await answered(collection, writtenReading());
    expect(collection.asked.map(({ name }) => name)).toEqual(['a.pdf']);
  });

  test('a late answer of a cancelled reading is dropped', async () => {
    const { adding, collection } = begun(['a.pdf']);
    const stubborn = vi.spyOn(collection, 'conflictWith');
    stubborn.mockImplementationOnce(async () => {
      adding.files[0]!.cancel();
      return null;
    });
    await answered(collection, writtenReading());
    expect(adding.files[0]).toMatchObject({ status: 'cancelled', documents: [] });
  });

  test('a cancelled file is read again when asked', async () => {
    const { adding, collection } = begun(['a.pdf']);
    adding.files[0]!.cancel();
    await settled();
    adding.retry(adding.files[0]!);
    await answered(collection, writtenReading());
    expect(adding.files[0]!.status).toBe('read');
  });
});

describe('correcting', () => {
  test('reads the file anew with all that was said; the later word on the body counts', async () => {
    const { adding, collection } = begun(['a.pdf']);
    await answered(collection, writtenReading());
    const file = adding.files[0]!;
    adding.correct(file, { bodyId: 'example-water' });
    await answered(collection, writtenReading({ body: { id: 'example-water', name: '示例市水务局', known: true } }));
    adding.correct(file, { year: 2023 });
    expect(collection.asked.at(-1)!.correction).toEqual({ bodyId: 'example-water', year: 2023 });
    adding.correct(file, { bodyName: '示例市林业局' });
    await settled();
    expect(collection.asked.at(-1)!.correction).toEqual({ bodyName: '示例市林业局', year: 2023 });
  });

  test('what was read stays until the new reading is there, and cannot be added meanwhile', async () => {
    const { adding, collection } = begun(['a.pdf']);
    await answered(collection, writtenReading());
    const file = adding.files[0]!;
    adding.correct(file, { year: 2023 });
    expect(file.documents[0]!.reading.summary.year).toBe(2024);
    expect(file.identity.year).toBe(2023);
    expect(adding.documents).toEqual([]);
    await answered(collection, writtenReading({ year: 2023 }));
    expect(file.documents[0]!.reading.summary.year).toBe(2023);
  });

  test('that fails leaves what was read, says why and forgets the correction', async () => {
    const { adding, collection } = begun(['a.pdf']);
    await answered(collection, writtenReading());
    const file = adding.files[0]!;
    adding.correct(file, { year: 1999 });
    collection.asked.at(-1)!.fail('文件中没有 1999 年的数');
    await settled();
    expect(file).toMatchObject({ status: 'read', failure: '文件中没有 1999 年的数' });
    expect(file.identity.year).toBe(2024);
    adding.correct(file, { kind: 'budget' });
    expect(collection.asked.at(-1)!.correction).toEqual({ kind: 'budget' });
  });

  test('cancelled midway goes back to what was read', async () => {
    const { adding, collection } = begun(['a.pdf']);
    await answered(collection, writtenReading());
    const file = adding.files[0]!;
    adding.correct(file, { year: 2023 });
    file.cancel();
    await settled();
    expect([file.status, file.identity.year]).toEqual(['read', 2024]);
  });

  test('names body and year of a file that could not be read without, one after the other', async () => {
    const { adding, collection } = begun(['a.txt']);
    collection.asked[0]!.fail('没有年度');
    await settled();
    const file = adding.files[0]!;
    expect(file.correctable).toBe(true);
    adding.correct(file, { year: 2024 });
    collection.asked.at(-1)!.fail('没有单位');
    await settled();
    adding.correct(file, { bodyName: '示例市林业局' });
    expect(collection.asked.at(-1)!.correction).toEqual({ year: 2024, bodyName: '示例市林业局' });
    expect(file.identity).toEqual({ body: { id: null, name: '示例市林业局' }, year: 2024, kind: null });
  });

  test('is not offered for a snapshot, nor for a file of several documents', async () => {
    const { adding, collection } = begun(['a.parquet', 'b.csv']);
    await answered(collection, writtenReading({ format: 'parquet' }));
    await answered(collection, writtenReading({ year: 2022 }), writtenReading({ year: 2023 }, 'b'));
    expect(adding.files.map(({ correctable }) => correctable)).toEqual([false, false]);
  });
});

describe('adding', () => {
  test('the last decision closes the dialog, and the page learns what to open, once', async () => {
    const { adding, collection, onchanged } = begun(['a.pdf', 'b.pdf']);
    await answered(collection, writtenReading({ year: 2022 }, 'a'));
    await answered(collection, writtenReading({ year: 2023 }, 'b'));
    const [first, second] = adding.documents;
    await adding.add(first!);
    expect([adding.open, onchanged.mock.calls.length, adding.added?.length]).toEqual([true, 0, 1]);
    adding.decline(second!);
    expect(adding.open).toBe(false);
    expect(onchanged.mock.calls).toEqual([[first!.reading.entry]]);
    expect(adding.files).toEqual([]);
    adding.open = true;
    adding.close();
    expect(onchanged).toHaveBeenCalledOnce();
  });

  test('what is undecided stays when the dialog is closed before', async () => {
    const { adding, collection, onchanged } = begun(['a.pdf', 'b.pdf']);
    await answered(collection, writtenReading({ year: 2022 }, 'a'));
    adding.close();
    expect(onchanged).not.toHaveBeenCalled();
    await answered(collection, writtenReading({ year: 2023 }, 'b'));
    expect(adding.undecided).toBe(2);
  });

  test('a refusal of the collection is said, and the document can be added again', async () => {
    const { adding, collection } = begun(['a.pdf']);
    await answered(collection, writtenReading());
    const [document] = adding.documents;
    collection.refusal = '浏览器的存储空间已满';
    await adding.add(document!);
    expect(document).toMatchObject({ status: 'open', failure: '浏览器的存储空间已满' });
    expect(adding.open).toBe(true);
    collection.refusal = null;
    await adding.add(document!);
    expect([document!.status, document!.failure]).toEqual(['added', null]);
  });

  test('the identical document is not added a second time', async () => {
    const { adding, collection } = begun(['a.pdf'], { shipped: [writtenReading().entry] });
    await answered(collection, writtenReading());
    const [document] = adding.documents;
    expect(document!.conflict?.identical).toBe(true);
    await adding.add(document!);
    expect(collection.added).toEqual([]);
  });

  test.each(['supersede', 'keep'] as const)('another document of the slot waits for the choice: %s', async (choice) => {
    const { adding, collection } = begun(['a.pdf'], { shipped: [writtenReading({}, 'b').entry] });
    await answered(collection, writtenReading({}, 'a'));
    const [document] = adding.documents;
    await adding.add(document!);
    expect(collection.added).toEqual([]);
    document!.choice = choice;
    await adding.add(document!);
    expect(collection.added).toEqual([{ file: document!.reading.entry.file, choice }]);
  });

  test('all at once: in order, without those that wait for a choice and those the reader let go', async () => {
    const shipped = [2022, 2023].map((year) => writtenReading({ year }, 'z').entry);
    const { adding, collection } = begun(['a.csv'], { shipped });
    const years = [2021, 2022, 2023, 2024];
    await answered(collection, ...years.map((year, index) => writtenReading({ year }, 'abcd'[index])));
    const documents = adding.documents;
    documents[1]!.choice = 'decline';
    await adding.addAll();
    expect(documents.map(({ status }) => status)).toEqual(['added', 'declined', 'open', 'added']);
    expect(collection.added.map(({ choice }) => choice)).toEqual([undefined, undefined]);
    expect(adding.open).toBe(true);
  });

  test('two files of the same body and year: the second is asked about once the first is added', async () => {
    const { adding, collection } = begun(['a.pdf', 'b.pdf']);
    await answered(collection, writtenReading({}, 'a'));
    await answered(collection, writtenReading({}, 'b'));
    const [first, second] = adding.documents;
    expect(second!.conflict).toBeNull();
    await adding.addAll();
    expect([first!.status, second!.status]).toEqual(['added', 'open']);
    expect(second!.conflict?.entry.file).toBe(first!.reading.entry.file);
    expect(collection.added).toHaveLength(1);
  });

  test('a document that is added is met at once by what is still open', async () => {
    const { adding, collection } = begun(['a.pdf', 'b.pdf']);
    await answered(collection, writtenReading({}, 'a'));
    await answered(collection, writtenReading({}, 'b'));
    const [first, second] = adding.documents;
    await adding.add(first!);
    expect(second!.conflict?.entry.file).toBe(first!.reading.entry.file);
  });

  test('a choice made about one document does not count for another that took its place', async () => {
    const { adding, collection } = begun(['a.pdf'], { shipped: [] });
    collection.documents = [{ entry: writtenReading({}, 'b').entry, addedAt: '2026-11-25T08:00:00.000Z' }];
    await answered(collection, writtenReading({}, 'a'));
    const [document] = adding.documents;
    document!.choice = 'supersede';
    // Behind the page's back: no notice has come yet.
    collection.documents = [{ entry: writtenReading({}, 'c').entry, addedAt: '2026-11-25T09:00:00.000Z' }];
    await adding.add(document!);
    expect(collection.added).toEqual([]);
    expect(document).toMatchObject({ status: 'open', choice: null });
    expect(document!.conflict?.entry.sha256[0]).toBe('c');
  });
});

describe('what the browser holds', () => {
  const held: Added[] = [{ entry: writtenReading().entry, addedAt: '2026-11-25T08:00:00.000Z' }];

  test('is listed, exported and removed; the page starts its data again when the dialog is closed', async () => {
    const collection = new MemoryCollection();
    collection.documents = held;
    const { adding, onchanged } = begun([], { collection });
    await settled();
    const file = adding.added![0]!.entry.file;
    const save = vi.fn();
    await adding.export(file, save);
    expect(save).toHaveBeenCalledWith(new Uint8Array([80, 65, 82, 49]));
    adding.open = true;
    await adding.remove(file);
    expect(adding.added).toEqual([]);
    expect(onchanged).not.toHaveBeenCalled();
    adding.close();
    expect(onchanged.mock.calls).toEqual([[null]]);
  });

  test('a removal that ends after the dialog was closed has the page start its data again too', async () => {
    const collection = new MemoryCollection();
    collection.documents = held;
    const { adding, onchanged } = begun([], { collection });
    await settled();
    adding.open = true;
    const removing = adding.remove(adding.added![0]!.entry.file);
    adding.close();
    await removing;
    expect(onchanged.mock.calls).toEqual([[null]]);
  });

  test('a document added and removed again is not opened, and can be added once more', async () => {
    const { adding, collection, onchanged } = begun(['a.pdf', 'b.pdf']);
    await answered(collection, writtenReading());
    await adding.add(adding.documents[0]!);
    await adding.remove(adding.added![0]!.entry.file);
    expect(adding.documents[0]!.addable).toBe(true);
    adding.close();
    expect(onchanged.mock.calls).toEqual([[null]]);
  });

  test('a failure to remove is said', async () => {
    const { adding, collection } = begun([]);
    vi.spyOn(collection, 'remove').mockRejectedValueOnce(new Error('数据库被占用'));
    await adding.remove('x.parquet');
    expect(adding.failure).toBe('数据库被占用');
  });

  test('a change in another tab is told, listed, and met by what is still open', async () => {
    const { adding, collection, stop } = begun(['a.pdf']);
    await answered(collection, writtenReading());
    collection.changeElsewhere(held);
    await settled();
    expect([adding.changedElsewhere, adding.added]).toEqual([true, held]);
    expect(adding.documents[0]!.conflict?.identical).toBe(true);
    stop();
    adding.connect(collection, []);
    expect(adding.changedElsewhere).toBe(false);
    await settled();
    stop();
  });

  test('is not asked for where the browser cannot keep documents', async () => {
    const collection = new MemoryCollection('浏览器处于无痕模式');
    const list = vi.spyOn(collection, 'list');
    const { adding } = begun(['a.pdf'], { collection });
    await answered(collection, writtenReading());
    expect(list).not.toHaveBeenCalled();
    expect(adding.files[0]!.status).toBe('read');
  });
});
