import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/ingest/readers/text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const texts = (bytes: Uint8Array): string[] => readText(bytes, 'a.txt').map(({ text }) => text);

describe('readText', () => {
  it('reads UTF-8 with and without a byte order mark alike', () => {
    expect(texts(utf8('\uFEFF决算\n'))).toEqual(['决算', '']);
    expect(texts(utf8('决算\n'))).toEqual(['决算', '']);
  });

  it('reads GB18030', () => {
    expect(texts(Uint8Array.of(0xbe, 0xf6, 0xcb, 0xe3, 0x0a, 0x31))).toEqual(['决算', '1']);
  });

  it('reads UTF-16 by its byte order mark', () => {
    expect(texts(Uint8Array.of(0xff, 0xfe, 0xb3, 0x51, 0x97, 0x7b))).toEqual(['决算']);
    expect(texts(Uint8Array.of(0xfe, 0xff, 0x51, 0xb3, 0x7b, 0x97))).toEqual(['决算']);
  });

  it('counts lines alike with every kind of line end', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      expect(readText(utf8(['甲', '', '乙'].join(eol)), 'a.txt').map(({ number, text }) => [number, text])).toEqual([
        [1, '甲'],
        [2, ''],
        [3, '乙'],
      ]);
    }
  });

  it('splits rows at tabs or drawn bars and leaves prose whole', () => {
    const cells = readText(utf8('甲\t\t1.00 \n| 甲 | | 2.00 |\n甲 1.00 乙|丙\n'), 'a.txt').map((line) => line.cells);
    expect(cells).toEqual([['甲', '', '1.00'], ['甲', '', '2.00'], ['甲 1.00 乙|丙'], ['']]);
  });

  it('knows pages only where form feeds part them', () => {
    expect(readText(utf8('甲\n乙'), 'a.txt').map(({ page }) => page)).toEqual([null, null]);
    expect(readText(utf8('甲\n\f乙\n丙'), 'a.txt').map(({ page, text }) => [page, text])).toEqual([
      [1, '甲'],
      [2, '乙'],
      [2, '丙'],
    ]);
  });

  it('reads tables laid out with spaces, each table by itself, and numbers its lines as the file does', () => {
    const text = [
      '支出决算表',
      '部门：某局            单位：万元',
      '名称      合计      基本',
      '甲        1.00',
      '',
      '乙        2.00      2.00',
      '丙        3.00      3.00',
      '注：本表反映支出。',
      '名称\t合计',
      '甲\t1.00',
      '本部门  支出  增加。',
    ];
    expect(readText(utf8(text.join('\n')), 'a.txt').map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, '支出决算表'],
      [2, '部门：某局'],
      [2, '单位：万元'],
      [3, '名称', '合计', '基本'],
      [4, '甲', '1.00', ''],
      [5, ''],
      [6, '乙', '2.00', '2.00'],
      [7, '丙', '3.00', '3.00'],
      [8, '注：本表反映支出。'],
      [9, '名称', '合计'],
      [10, '甲', '1.00'],
      [11, '本部门  支出  增加。'],
    ]);
  });

  it('reads them alike whether a Chinese character counts as one column or as two', () => {
    const table = (wide: number): string =>
      [
        ['一、财政拨款收入', '100.00', '一、一般公共服务支出', '90.00'],
        ['二、其他收入', '5.00', '二、外交支出', '15.00'],
        ['总计', '105.00', '总计', '105.00'],
      ]
        .map(([one, two, three, four]) => {
          const pad = (text: string, width: number): string => text + ' '.repeat(width - text.length * wide);
          return pad(one!, 20) + two!.padStart(8) + '   ' + pad(three!, 24) + four!.padStart(8);
        })
        .join('\n');
    const cells = (wide: number): unknown => readText(utf8(table(wide)), 'a.txt').map((line) => line.cells);
    expect(cells(1)).toEqual(cells(2));
    expect(cells(1)).toHaveLength(3);
  });
});
