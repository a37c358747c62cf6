import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { IngestError } from '../../../src/ingest/ingest-error.ts';
import { LIMITS } from '../../../src/ingest/readers/limits.ts';
import { readDocument } from '../../../src/ingest/readers/read-document.ts';
import { repacked } from '../../../src/ingest/readers/repack.ts';
import { unzip, zipEntries } from '../../../src/ingest/readers/zip.ts';

const all = (): boolean => true;
const open = (bytes: Uint8Array): Map<string, Uint8Array> => unzip(bytes, zipEntries(bytes, 'a.xlsx'), all, 'a.xlsx');

/** Where the central directory's record of the first entry begins. */
function directoryOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer);
  return view.getUint32(bytes.length - 22 + 16, true);
}

function bomb(): Uint8Array {
  const zeros = new Uint8Array(LIMITS.unzippedBytes * 3);
  return zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': zeros }, { level: 9 });
}

describe('a container is unpacked under limits', () => {
  it('gives the bytes of its parts, deflated or stored', () => {
    const text = strToU8('决算'.repeat(500));
    for (const level of [0, 6] as const)
      expect(open(zipSync({ 'a/b.xml': text }, { level })).get('a/b.xml')).toEqual(text);
  });

  it('leaves out what is not wanted, unread', () => {
    const bytes = zipSync({ 'a.xml': strToU8('甲'), 'big.bin': new Uint8Array(LIMITS.unzippedBytes + 1) });
    const parts = unzip(bytes, zipEntries(bytes, 'a'), (name) => name === 'a.xml', 'a');
    expect([...parts.keys()]).toEqual(['a.xml']);
    expect(
      zipEntries(
        repacked(bytes, (name) => name === 'a.xml', 'a'),
        'a',
      ).map(({ name }) => name),
    ).toEqual(['a.xml']);
  });

  it('refuses a bomb by its directory, well under a second', async () => {
    const bytes = bomb();
    expect(bytes.length).toBeLessThan(400_000);
    const start = performance.now();
    await expect(readDocument(bytes, { fileName: 'bomb.xlsx' })).rejects.toThrow(/^bomb\.xlsx 解压后过大/);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('refuses a bomb whose directory lies, well under a second', async () => {
    const bytes = bomb();
    const view = new DataView(bytes.buffer);
    const second = directoryOf(bytes) + 46 + 'xl/workbook.xml'.length;
    view.setUint32(second + 24, 1_000, true);
    expect(zipEntries(bytes, 'a').map(({ size }) => size)).toEqual([11, 1_000]);
    const start = performance.now();
    await expect(readDocument(bytes, { fileName: 'bomb.xlsx' })).rejects.toThrow(/^bomb\.xlsx 解压后过大/);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('refuses many parts that are too much together', () => {
    // Noise halves at most: no single part is suspicious.
    let seed = 7;
    const noise = Uint8Array.from(
      { length: 2 ** 20 },
      () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) >>> 16,
    );
    const parts = Object.fromEntries(Array.from({ length: 81 }, (_, at) => [`${at}.xml`, noise]));
    expect(() => open(zipSync(parts, { level: 0 }))).toThrow(/解压后过大（超过 80 MB/);
  });

  it('refuses more parts than any document has', () => {
    const parts = Object.fromEntries(Array.from({ length: LIMITS.zipEntries + 1 }, (_, at) => [`${at}`, strToU8('')]));
    expect(() => open(zipSync(parts, { level: 0 }))).toThrow(/超过 5000 个部件/);
  });

  it('finds a changed byte, a length that is not the announced one, a password and a cut', () => {
    const bytes = zipSync({ 'a.xml': strToU8('1,234.50') }, { level: 0 });
    const changed = (change: (copy: Uint8Array, view: DataView) => void): Uint8Array => {
      const copy = bytes.slice();
      change(copy, new DataView(copy.buffer));
      return copy;
    };
    const digit = bytes.indexOf('4'.charCodeAt(0), 30);
    expect(() => open(changed((copy) => (copy[digit] = '5'.charCodeAt(0))))).toThrow(/“a\.xml”已损坏/);
    expect(() => open(changed((copy, view) => view.setUint32(directoryOf(copy) + 24, 7, true)))).toThrow(/已损坏/);
    expect(() => open(changed((copy, view) => view.setUint16(directoryOf(copy) + 8, 1, true)))).toThrow(/加了密码/);
    expect(() => open(changed((copy, view) => view.setUint16(directoryOf(copy) + 10, 14, true)))).toThrow(/压缩方式/);
    expect(() => open(bytes.slice(0, -5))).toThrow(/找不到完整的目录/);
  });
});

describe('readDocument', () => {
  it('refuses a file of 200 MB before it looks at it', async () => {
    const start = performance.now();
    const large = readDocument(new Uint8Array(200 * 2 ** 20), { fileName: '大.pdf' });
    await expect(large).rejects.toThrow(/^大\.pdf 有 200 MB，文件最大读 100 MB；请/);
    await expect(large).rejects.toBeInstanceOf(IngestError);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('refuses text beyond what text can be', async () => {
    const text = new Uint8Array(LIMITS.textBytes + 1).fill(0x31);
    await expect(readDocument(text, { fileName: 'a.txt' })).rejects.toThrow(/有 31 MB，文本和网页最大读 30 MB/);
  });

  it('names the format it read, whatever the name says, and the sum of the bytes', async () => {
    const read = await readDocument(strToU8('<html><p>决算</p></html>'), { fileName: 'a.xls' });
    expect(read).toMatchObject({ format: 'html', file_name: 'a.xls', text_origin: 'text_layer' });
    expect(read.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await readDocument(strToU8('决算'), { fileName: 'a.pdf' })).format).toBe('text');
  });

  it('says of an empty file that it is empty', async () => {
    await expect(readDocument(new Uint8Array(), { fileName: 'a.docx' })).rejects.toThrow(/是空文件（0 字节）/);
  });
});
