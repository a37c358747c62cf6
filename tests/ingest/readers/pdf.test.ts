import { fileURLToPath } from 'node:url';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { IngestError } from '../../../src/ingest/ingest-error.ts';
import type { Line } from '../../../src/ingest/part.ts';
import { readPdf } from '../../../src/ingest/readers/pdf.ts';
import { drawTable, writePdf, type WrittenPage } from './written-pdf.ts';

const CHARACTER_MAPS = fileURLToPath(new URL('../../../node_modules/pdfjs-dist/cmaps/', import.meta.url));

async function read(pages: readonly WrittenPage[], onPage?: (done: number, total: number) => void): Promise<Line[]> {
  const options = { fileName: 'a.pdf', characterMaps: CHARACTER_MAPS, ...(onPage && { onPage }) };
  return [...(await readPdf(writePdf(pages), options)).lines];
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const error: unknown = await readPdf(bytes, { fileName: 'a.pdf', characterMaps: CHARACTER_MAPS }).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(IngestError);
  return (error as IngestError).message;
}

const cells = (lines: readonly Line[]): string[] => lines.map((line) => line.cells.join('|'));

describe('readPdf', () => {
  it('reads text of fonts that are not in the file, line by line from the top, with its page', async () => {
    const lines = await read([
      {
        texts: [
          { text: '第二行', x: 50, y: 120 },
          { text: '二〇二四年度', x: 50, y: 100 },
          { text: '决算', x: 110, y: 100.5 },
        ],
      },
      { texts: [{ text: '⾦额⽀出⻋⻘', x: 50, y: 200 }] },
    ]);
    expect(lines.map(({ number, page, text }) => [number, page, text])).toEqual([
      [1, 1, '二〇二四年度决算'],
      [2, 1, '第二行'],
      [3, 2, '金额支出车青'],
    ]);
  });

  it('gives a table as rows of cells, a merged cell in its first place, wrapped words together', async () => {
    const table = drawTable(
      [
        [{ text: '项目', beside: 1 }, null, { text: '本年支出\n合计', below: 1 }, { text: '其中', beside: 1 }, null],
        ['编码', '名称', null, '基本支出', '项目支出'],
        ['2080505', '机关事业单位\n基本养老保险', '12.50', '', '12.50'],
        [{ text: '合计', beside: 1 }, null, '12.50', '', '12.50'],
      ],
      { x: 40, y: 100, widths: [60, 90, 80, 80, 80] },
    );
    const lines = await read([{ ...table, texts: [...table.texts, { text: '支出决算表', x: 200, y: 80 }] }]);
    expect(cells(lines)).toEqual([
      '支出决算表',
      '项目||本年支出合计|其中|',
      '编码|名称||基本支出|项目支出',
      '2080505|机关事业单位基本养老保险|12.50||12.50',
      '合计||12.50||12.50',
    ]);
  });

  it('keeps an amount in the column it stands in where two texts run together', async () => {
    const table = drawTable(
      [
        ['收入', '数', '支出', '数'],
        ['', '', '', ''],
      ],
      { x: 40, y: 100, widths: [100, 60, 100, 60] },
    );
    const joined = { text: '189,767.55一、教育支出', x: 148, y: 148 };
    const lines = await read([{ ...table, texts: [...table.texts, joined] }]);
    expect(cells(lines)[1]).toBe('|189,767.55|一、教育支出|');
  });

  it('tells rows that no line separates by their numbers', async () => {
    const frame = drawTable(
      [
        ['名称', '金额'],
        ['', ''],
      ],
      { x: 40, y: 100, widths: [150, 80], height: 90 },
    );
    const rows = [
      { text: '甲', x: 43, y: 205 },
      { text: '1.00', x: 195, y: 205 },
      { text: '乙', x: 43, y: 225 },
      { text: '丙', x: 43, y: 245 },
      { text: '2.00', x: 195, y: 245 },
    ];
    const lines = await read([{ ...frame, texts: [...frame.texts, ...rows] }]);
    expect(cells(lines)).toEqual(['名称|金额', '甲|1.00', '乙|', '丙|2.00']);
  });

  it('gives both pages of a table the same columns though the second repeats no header', async () => {
    const widths = [60, 60, 60, 60];
    const first = drawTable(
      [
        ['名称', '甲', '乙', '丙'],
        ['一', '1.00', '2.00', '3.00'],
      ],
      { x: 40, y: 700, widths, height: 50 },
    );
    const second = drawTable([[{ text: '二', beside: 1 }, null, '4.00', '5.00']], { x: 40, y: 60, widths });
    const lines = await read([first, second]);
    expect(cells(lines)).toEqual(['名称|甲|乙|丙', '一|1.00|2.00|3.00', '二||4.00|5.00']);
  });

  it('reads a table without any lines by the places of its texts', async () => {
    const columns = [40, 140, 330, 420];
    const rows = [
      ['科目编码', '科目名称', '基本支出', '项目支出'],
      ['201', '一般公共服务支出', '1234.50', '20.00'],
      ['20126', '档案事务', '1234.50', '20.00'],
      ['2012601', '行政运行', '1234.50', ''],
      ['2012604', '档案馆', '', '20.00'],
    ];
    const texts = rows.flatMap((cells, row) =>
      cells.flatMap((text, column) => (text === '' ? [] : [{ text, x: columns[column]!, y: 100 + row * 20 }])),
    );
    expect(cells(await read([{ texts }]))).toEqual(rows.map((row) => row.join('|')));
  });

  it('leaves such a table as text where names are wrapped around their amounts', async () => {
    const texts = [
      { text: '科目名称', x: 40, y: 100 },
      { text: '决算数', x: 300, y: 100 },
      { text: '一般公共服务支出', x: 40, y: 120 },
      { text: '12.50', x: 300, y: 120 },
      { text: '社会保障和', x: 40, y: 140 },
      { text: '88.00', x: 300, y: 146 },
      { text: '就业支出', x: 40, y: 152 },
      { text: '住房保障支出', x: 40, y: 172 },
      { text: '7.00', x: 300, y: 172 },
    ];
    expect((await read([{ texts }])).every((line) => line.cells.length === 1)).toBe(true);
  });

  it('leaves out page numbers and running heads, and keeps a number that counts nothing', async () => {
    const page = (n: number): WrittenPage => ({
      texts: [
        { text: '青川市档案馆决算公开', x: 200, y: 40 },
        { text: `正文${'甲乙丙丁戊'[n - 1]}`, x: 50, y: 300 },
        { text: `- ${n} -`, x: 290, y: 800 },
        ...(n === 3 ? [{ text: '45', x: 290, y: 780 }] : []),
      ],
    });
    expect(cells(await read([1, 2, 3, 4, 5].map(page)))).toEqual([
      '正文甲',
      '正文乙',
      '正文丙',
      '45',
      '正文丁',
      '正文戊',
    ]);
  });

  it('tells each page as it is done', async () => {
    const seen: Array<[number, number]> = [];
    const page = { texts: [{ text: '甲', x: 50, y: 50 }] };
    await read([page, page], (done, total) => seen.push([done, total]));
    expect(seen).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('refuses a scan, saying that it is one', async () => {
    expect(await refusal(writePdf([{ picture: true }, { picture: true }]))).toMatch(/扫描件（2 页都是图片/);
    expect(await refusal(writePdf([{}]))).toMatch(/没有任何文字/);
  });

  it('names the pages of a document that are pictures, and reads the others', async () => {
    const pages = [{ texts: [{ text: '甲', x: 50, y: 50 }] }, { picture: true }];
    const { unread, lines, text_origin } = await readPdf(writePdf(pages), {
      fileName: 'a.pdf',
      characterMaps: CHARACTER_MAPS,
    });
    expect(unread).toEqual([{ page: 2, reason: expect.stringContaining('图片') as string }]);
    expect(cells(lines)).toEqual(['甲']);
    expect(text_origin).toBe('text_layer');
  });

  it('says of text laid over scanned pages that a machine read it', async () => {
    const bytes = writePdf([{ picture: true, hidden: true, texts: [{ text: '甲', x: 50, y: 50 }] }]);
    const { text_origin } = await readPdf(bytes, { fileName: 'a.pdf', characterMaps: CHARACTER_MAPS });
    expect(text_origin).toBe('machine_read');
  });

  it('refuses text that is no characters', async () => {
    expect(await refusal(writePdf([{ texts: [{ text: '\ue001\ue002\ue003', x: 50, y: 50 }] }]))).toMatch(
      /乱码|没有任何文字/,
    );
  });

  it('refuses bytes that are no PDF any more', async () => {
    const bytes = writePdf([{ texts: [{ text: '甲', x: 50, y: 50 }] }]);
    expect(await refusal(bytes.slice(0, 40))).toMatch(/不是完整的 PDF/);
  });

  const sound = writePdf([
    {
      ...drawTable(
        [
          ['科目', '决算数'],
          ['合计', '12.50'],
        ],
        { x: 40, y: 100, widths: [100, 80] },
      ),
    },
    { texts: [{ text: '第二页', x: 50, y: 50 }] },
  ]);

  test.prop(
    [fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }), fc.nat(sound.length)],
    { numRuns: 60 },
  )('ends with a result or a message whatever happened to the bytes', async (changes, kept) => {
    const bytes = sound.slice(0, changes.length % 2 === 0 ? kept : sound.length);
    for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
    const outcome: unknown = await readPdf(bytes, { fileName: 'a.pdf', characterMaps: CHARACTER_MAPS }).catch(
      (error: unknown) => error,
    );
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(IngestError);
    else expect(outcome).toHaveProperty('lines');
  });
});
