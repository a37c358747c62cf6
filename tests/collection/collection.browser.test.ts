import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reading, ReadingProgress } from '../../src/collection/collection.ts';
import { openCollection, type OpenCollection } from '../../src/collection/open-collection.ts';
import { openDataInBrowser } from '../../src/engine/data-in-browser.ts';
import { sha256Hex } from '../../src/snapshot/verify.ts';
import { PLAIN, SAMPLE, write } from '../ingest/written-disclosure.ts';
import { pdfOf } from './written-pdf.ts';

const TEXT = write(SAMPLE);
const text = (content = TEXT, name = 'archive.txt') => new File([content], name);
const openings: OpenCollection[] = [];
let names = 0;
let name = '';

async function open(): Promise<OpenCollection> {
  const collection = await openCollection({ name, base: location.origin });
  openings.push(collection);
  return collection;
}

async function readOne(collection: OpenCollection, file: File): Promise<Reading> {
  const [reading] = await collection.read(file, {});
  return reading!;
}

beforeEach(() => {
  names += 1;
  name = `collection-${names}`;
});
afterEach(async () => {
  for (const collection of openings.splice(0)) collection.close();
  await deleteDB(name);
});

describe('Reading a file', () => {
  test('tells what is in it before anything is kept', async () => {
    const collection = await open();
    const { summary, entry, parquet } = await readOne(collection, text());
    expect(summary).toMatchObject({
      fileName: 'archive.txt',
      format: 'text',
      body: { name: '青川市档案馆', known: false },
      year: 2023,
      kind: 'final_accounts',
      conflicts: [],
    });
    expect(summary.figures).toBeGreaterThan(100);
    expect(summary.statements.map(({ id }) => id)).toContain('three_public');
    expect(sha256Hex(parquet)).toBe(entry.sha256);
    expect(await collection.list()).toEqual([]);
  });

  test('of a PDF reports its pages and finds in each statement as many figures as in the text', async () => {
    const collection = await open();
    const progress: ReadingProgress[] = [];
    const file = new File([pdfOf(TEXT)], 'archive.pdf');
    const [reading] = await collection.read(file, { onProgress: (each) => progress.push(each) });
    expect(reading!.summary).toMatchObject({ format: 'pdf', body: { name: '青川市档案馆' }, year: 2023 });
    const { summary: ofText } = await readOne(collection, text());
    expect(reading!.summary.statements).toEqual(ofText.statements);
    const pages = progress.filter(({ stage, total }) => stage === 'reading' && total !== null);
    expect(pages.at(-1)!.done).toBe(pages.at(-1)!.total);
    expect(pages.length).toBeGreaterThan(1);
  });

  test('takes what the reader corrects', async () => {
    const collection = await open();
    const nameless = text(TEXT.replaceAll('2023', ''));
    await expect(collection.read(nameless, {})).rejects.toThrow('没有写明年度');
    const correction = { year: 2022, bodyName: '青川市图书馆' };
    const [reading] = await collection.read(nameless, { correction });
    expect(reading!.summary).toMatchObject({ year: 2022, body: { name: '青川市图书馆' } });
    const listed = { year: 2022, bodyId: 'zhuzhou-ecology' };
    const [known] = await collection.read(nameless, { correction: listed });
    expect(known!.summary.body).toEqual({ id: 'zhuzhou-ecology', name: '株洲市生态环境局', known: true });
  });

  test('says that a document breaks off', async () => {
    const whole = write(SAMPLE, { ...PLAIN, contents: false });
    const { summary } = await readOne(await open(), text(whole.slice(0, whole.indexOf('2080505') + 12)));
    expect(summary.conflicts).toEqual([expect.stringContaining('中断')]);
  });

  test.each([
    ['a diary', new File(['今天天气很好。'], 'diary.txt'), '不是可读的部门决算'],
    ['a file without a byte', new File([], 'nothing.pdf'), '空文件'],
    ['half a PDF', new File(['%PDF-1.4\nnothing'], 'broken.pdf'), '不是完整的 PDF'],
    ['a damaged snapshot', new File(['PAR1 and nothing behind it'], 'broken.parquet'), '不是本程序导出的数据快照'],
    ['a CSV of something else', new File(['a,b\r\n1,2\r\n'], 'other.csv'), 'figures --format csv'],
    ['a file too large', new File([new Uint8Array(101 * 2 ** 20)], 'huge.pdf'), '101 MB，超过 100 MB'],
  ])('refuses %s in words that help', async (_, file, message) => {
    await expect((await open()).read(file, {})).rejects.toThrow(message);
  });

  test('that is stopped leaves the others to be read', async () => {
    const collection = await open();
    const stop = new AbortController();
    const first = collection.read(text(), { signal: stop.signal, onProgress: () => stop.abort() });
    const waiting = new AbortController();
    const second = collection.read(text(), { signal: waiting.signal });
    const third = collection.read(text(TEXT, 'third.txt'), {});
    const stopped = [first, second].map((each) => expect(each).rejects.toMatchObject({ name: 'AbortError' }));
    waiting.abort();
    await Promise.all(stopped);
    expect((await third)[0]!.summary.fileName).toBe('third.txt');
    await expect(collection.read(text(), { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('A document that was added', () => {
  test('is there when the browser comes back, byte for byte, until it is removed', async () => {
    const first = await open();
    const reading = await readOne(first, text());
    await first.add(reading);
    first.close();
    const again = await open();
    expect((await again.list()).map(({ entry }) => entry)).toEqual([reading.entry]);
    expect(await again.export(reading.entry.file)).toEqual(reading.parquet);
    await again.remove(reading.entry.file);
    expect(await again.list()).toEqual([]);
    await expect(again.export(reading.entry.file)).rejects.toThrow('不在已添加的文件里');
  });

  test('comes back from its own export as it was', async () => {
    const collection = await open();
    const reading = await readOne(collection, text());
    await collection.add(reading);
    const exported = new File([(await collection.export(reading.entry.file)).slice()], 'export.parquet');
    const again = await readOne(collection, exported);
    expect(again.entry).toEqual(reading.entry);
    expect(again.summary).toMatchObject({ figures: reading.summary.figures, claims: reading.summary.claims });
  });

  test('is shown by the engine beside the shipped ones, marked as added', async () => {
    const collection = await open();
    const reading = await readOne(collection, text());
    await collection.add(reading);
    const data = await openDataInBrowser({ data: '/data/', added: () => added(collection) });
    try {
      expect([...data.addedAt.keys()]).toEqual([reading.entry.file]);
      expect(data.refused).toEqual([]);
      const { rows } = await data.query('figures', { department: reading.entry.department_id, year: 2023 });
      expect(rows.length).toBeGreaterThan(100);
      expect(data.snapshots.length).toBe(data.shipped.length + 1);
    } finally {
      await data.close();
    }
  });

  test('is refused when its bytes changed, and the shipped data stays', async () => {
    const collection = await open();
    const reading = await readOne(collection, text());
    await collection.add(reading);
    const database = await openDB(name);
    const damaged = reading.parquet.slice();
    damaged[100]! ^= 1;
    await database.put('bytes', damaged, reading.entry.file);
    await database.put('documents', { file: 'nonsense.parquet', entry: { rows: 1 }, addedAt: '', supersededBy: null });
    database.close();
    await expect(collection.export(reading.entry.file)).rejects.toThrow('校验值不符');
    const data = await openDataInBrowser({ data: '/data/', added: () => added(collection) });
    try {
      expect(data.refused.map(({ name: file }) => file).sort()).toEqual(
        [reading.entry.file, 'nonsense.parquet'].sort(),
      );
      expect(data.addedAt.size).toBe(0);
      expect(data.snapshots.length).toBeGreaterThan(0);
    } finally {
      await data.close();
    }
  });

  test('meets another of the same body and year only with a choice', async () => {
    const collection = await open();
    const original = await readOne(collection, text());
    const revised = await readOne(collection, text(`${TEXT}\n`, 'revised.txt'));
    expect(await collection.conflictWith(original.entry, [])).toBeNull();
    await collection.add(original);
    expect(await collection.conflictWith(original.entry, [])).toMatchObject({ identical: true });
    expect(await collection.conflictWith(revised.entry, [])).toMatchObject({
      entry: { source_name: 'archive.txt' },
      identical: false,
    });
    await expect(collection.add(revised)).rejects.toThrow('已添加过另一份文件（archive.txt）');
    expect(await collection.list()).toHaveLength(1);
    await collection.add(revised, 'supersede');
    const states = async () =>
      (await collection.list()).map(({ entry }) => `${entry.source_name} ${entry.superseded}`).sort();
    expect(await states()).toEqual(['archive.txt true', 'revised.txt false']);
    await collection.remove(revised.entry.file);
    expect(await states()).toEqual(['archive.txt false']);
  });

  test('is announced to the other tabs and not to its own', async () => {
    const [here, there] = [await open(), await open()];
    let own = 0;
    here.onChange(() => (own += 1));
    const announced = new Promise<void>((resolve) => there.onChange(resolve));
    await here.add(await readOne(here, text()));
    await announced;
    expect(own).toBe(0);
    expect(await there.list()).toHaveLength(1);
  });

  test('does not keep a newer page from changing the database', async () => {
    const collection = await open();
    const newer = await openDB(name, 2);
    newer.close();
    await expect(collection.list()).rejects.toThrow('刷新本页');
  });
});

test('Where nothing can be kept, files are read all the same and the reason is told', async () => {
  const newer = await openDB(name, 2);
  newer.close();
  const collection = await open();
  expect(collection.unavailable).toContain('刷新本页');
  const reading = await readOne(collection, text());
  await expect(collection.add(reading)).rejects.toThrow(collection.unavailable!);
  expect(await collection.list()).toEqual([]);
});

async function added(collection: OpenCollection) {
  return {
    entries: await collection.list(),
    refused: await collection.damaged(),
    bytesOf: collection.bytesOf.bind(collection),
  };
}
