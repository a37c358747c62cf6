import { type Cell, type CellValue, writeXlsx, type WriteSheet } from 'hucre';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../../src/ingest/readers/xlsx.ts';

const options = { fileName: 'a.xlsx' };

async function rows(...sheets: WriteSheet[]): Promise<Array<readonly string[]>> {
  const { lines } = await readXlsx(await writeXlsx({ sheets }), options);
  expect(lines.map(({ number }) => number)).toEqual(lines.map((_, at) => at + 1));
  return lines.map(({ cells }) => cells).filter((cells) => cells.some((cell) => cell !== ''));
}

const formatted = (value: CellValue, numFmt: string): Cell => ({ value, type: 'number', style: { numFmt } });

describe('readXlsx', () => {
  it('gives numbers as displayed, texts as typed, dates as days', async () => {
    const table = {
      name: '支出决算表',
      rows: [
        ['项目', '金额', '说明'],
        ['甲', 1234.5, '007'],
        ['乙', 0, new Date('2024-05-01T00:00:00Z')],
        ['丙', 6504.450000000001, true],
      ],
      cells: new Map([
        ['1,1', formatted(1234.5, '#,##0.00')],
        ['2,1', formatted(0, '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-')],
      ]),
    };
    expect(await rows(table)).toEqual([
      ['支出决算表'],
      ['项目', '金额', '说明'],
      ['甲', '1,234.50', '007'],
      ['乙', '-', '2024年5月1日'],
      ['丙', '6504.45', 'TRUE'],
    ]);
  });

  it('makes each visible sheet a page and tells how far it is', async () => {
    const sheets = [
      {
        name: '一表',
        rows: [
          ['项目', '金额'],
          ['甲', 1],
        ],
      },
      { name: '隐藏', rows: [['乙', 2]], hidden: true },
      { name: '更隐藏', rows: [['丙', 3]], veryHidden: true },
      {
        name: '二表',
        rows: [
          ['项目', '金额'],
          ['丁', 4],
        ],
      },
    ];
    const told: Array<[number, number]> = [];
    const { lines, text_origin } = await readXlsx(await writeXlsx({ sheets }), {
      ...options,
      onPage: (done, total) => told.push([done, total]),
    });
    expect(told).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(text_origin).toBe('text_layer');
    expect(lines.filter(({ text }) => text !== '').map(({ page, text }) => [page, text])).toEqual([
      [1, '一表'],
      [1, '项目\t金额'],
      [1, '甲\t1'],
      [2, '二表'],
      [2, '项目\t金额'],
      [2, '丁\t4'],
    ]);
  });

  it('takes the name of a sheet for its title only where no title is typed into it', async () => {
    const typed = {
      name: 'Sheet1',
      rows: [['公开01表'], ['收入决算表'], ['部门：某局', '单位：万元'], ['项目', '金额'], ['甲', 1]],
    };
    const untyped = {
      name: '收入决算表',
      rows: [['公开02表'], ['部门：某局', '单位：万元'], ['项目', '金额'], ['甲', 1]],
    };
    expect((await rows(typed)).slice(0, 4)).toEqual([['公开01表'], ['收入决算表'], ['部门：某局'], ['单位：万元']]);
    expect((await rows(untyped)).slice(0, 4)).toEqual([['收入决算表'], ['公开02表'], ['部门：某局'], ['单位：万元']]);
  });

  it('leaves out hidden rows and columns, and the empty columns on the left of the sheet', async () => {
    const table = {
      name: '甲表',
      rows: [
        [null, null, '项目', '暗', '金额', null],
        [null, null, '甲', 9, 1, null],
        [null, null, '隐', 9, 2, null],
        [null, null, '乙', 9, null, null],
      ],
      columns: [{}, {}, {}, { hidden: true }],
      rowDefs: new Map([[2, { hidden: true }]]),
    };
    expect(await rows(table)).toEqual([['甲表'], ['项目', '金额'], ['甲', '1'], ['乙', '']]);
  });

  it('gives a merged cell once, and one over the whole table as prose', async () => {
    const table = {
      name: 'Sheet1',
      rows: [
        ['支出决算表', null, null],
        ['项目', '本年支出', null],
        [null, '小计', '基本'],
        ['合计', 1, 2],
        ['总的说明', null, null],
      ],
      merges: [
        { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
        { startRow: 1, startCol: 1, endRow: 1, endCol: 2 },
        { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
        { startRow: 4, startCol: 0, endRow: 4, endCol: 2 },
      ],
    };
    expect(await rows(table)).toEqual([
      ['支出决算表'],
      ['项目', '本年支出', ''],
      ['', '小计', '基本'],
      ['合计', '1', '2'],
      ['总的说明'],
    ]);
  });

  it('takes the stored result of a formula, and its text where none is stored', async () => {
    const table = {
      name: '甲表',
      rows: [
        ['项目', '金额'],
        ['甲', null],
        ['乙', null],
        ['丙', null],
      ],
      cells: new Map<string, Cell>([
        ['1,1', { value: 3.5, type: 'formula', formula: 'B2+B3', formulaResult: 3.5 }],
        ['2,1', { value: null, type: 'formula', formula: 'SUM(B5:B9)' }],
        ['3,1', { value: '#REF!', type: 'error' }],
      ]),
    };
    expect(await rows(table)).toEqual([
      ['甲表'],
      ['项目', '金额'],
      ['甲', '3.5'],
      ['乙', '=SUM(B5:B9)'],
      ['丙', '#REF!'],
    ]);
  });

  it('starts another table where a title stands below a blank row', async () => {
    const table = {
      name: 'Sheet1',
      rows: [
        ['收入决算表'],
        ['项目', '金额'],
        ['甲', 1],
        [null],
        ['支出决算表'],
        ['单位：元', null],
        ['项目', '金额'],
        ['乙', 2],
      ],
    };
    expect((await rows(table)).slice(3)).toEqual([['支出决算表'], ['单位：元'], ['项目', '金额'], ['乙', '2']]);
  });

  it('reads texts kept in the cell and texts of several runs', async () => {
    const parts = unzipSync(
      await writeXlsx({
        sheets: [
          {
            name: '甲表',
            rows: [
              ['项目', '金额'],
              ['甲', 1],
            ],
          },
        ],
      }),
    );
    const sheet = 'xl/worksheets/sheet1.xml';
    const inline =
      '<row r="3"><c r="A3" t="inlineStr"><is><r><t>机关</t></r><r><t>经费</t></r></is></c><c r="B3"><v>2</v></c></row></sheetData>';
    parts[sheet] = strToU8(strFromU8(parts[sheet]!).replace('</sheetData>', inline));
    const { lines } = await readXlsx(zipSync(parts), options);
    expect(lines.find(({ text }) => text.startsWith('机关'))?.cells).toEqual(['机关经费', '2']);
  });

  it('refuses a sheet with a lone cell far out, at once', async () => {
    const parts = unzipSync(await writeXlsx({ sheets: [{ name: '甲表', rows: [['项目', '金额']] }] }));
    const sheet = 'xl/worksheets/sheet1.xml';
    const far = '<row r="700000"><c r="Z700000"><v>2</v></c></row></sheetData>';
    parts[sheet] = strToU8(strFromU8(parts[sheet]!).replace('</sheetData>', far));
    const start = performance.now();
    await expect(readXlsx(zipSync(parts), options)).rejects.toThrow(/“甲表”有 700000 行 26 列，过大；请删去/);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('refuses a workbook without anything to see, and a damaged one', async () => {
    const empty = await writeXlsx({
      sheets: [
        { name: '甲', rows: [] },
        { name: '乙', rows: [[1]], hidden: true },
      ],
    });
    await expect(readXlsx(empty, options)).rejects.toThrow(/^a\.xlsx 里没有可见的内容/);
    const parts = unzipSync(empty);
    delete parts['xl/workbook.xml'];
    await expect(readXlsx(zipSync(parts), options)).rejects.toThrow(/^a\.xlsx 这个工作簿读不出来/);
  });
});
