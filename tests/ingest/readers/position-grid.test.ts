import { describe, expect, it } from 'vitest';
import { gridOfPositions } from '../../../src/ingest/readers/position-grid.ts';
import { itemsOf } from '../../../src/ingest/readers/spaced-text.ts';

const positioned = (rows: readonly string[]) => rows.map((row, number) => ({ number, items: itemsOf(row, 2) }));
const cells = (...rows: string[]): ReadonlyArray<readonly string[]> => gridOfPositions(positioned(rows), 1)!.cells;

describe('gridOfPositions', () => {
  it('finds columns by what stands under one another, blank cells included', () => {
    expect(
      cells(
        '编码     名称        合计      基本      项目',
        '201      一般        30.00     10.00     20.00',
        '208      社保         5.00      5.00',
        '221      住房         7.00                7.00',
      ),
    ).toEqual([
      ['编码', '名称', '合计', '基本', '项目'],
      ['201', '一般', '30.00', '10.00', '20.00'],
      ['208', '社保', '5.00', '5.00', ''],
      ['221', '住房', '7.00', '', '7.00'],
    ]);
  });

  it('keeps a column that only the header shows', () => {
    expect(
      cells(
        '名称      合计      基本      项目',
        '甲        1.00                1.00',
        '乙        2.00                2.00',
      )[1],
    ).toEqual(['甲', '1.00', '', '1.00']);
  });

  it('gives a heading over several columns once, in the first, and one that wraps as one text', () => {
    expect(
      cells(
        `${' '.repeat(27)}本年支出${' '.repeat(19)}附属`,
        '名称                    合计      基本      年末      单位',
        '机关事业单位养老        1.00      1.00      1.00      1.00',
      ).slice(0, 2),
    ).toEqual([
      ['名称', '本年支出', '', '年末', '附属单位'],
      ['', '合计', '基本', '', ''],
    ]);
  });

  it('does not give an amount that stands between columns to either of them', () => {
    const rows = [
      '名称        合计        基本',
      '甲          1.00        1.00',
      '乙          2.00        2.00',
      '丙          3.00        3.00',
      '丁               4.00',
    ];
    expect(cells(...rows)[4]!.join('')).toMatch(/^丁\?4\.00$/);
  });

  it('gives amounts that were moved to their headings by order where there is one for each', () => {
    expect(cells('预算      决算      差额', '1.00 2.00     3.00')[1]).toEqual(['1.00', '2.00', '3.00']);
  });

  it('gives no amount under headings of which it is not certain where they end', () => {
    const read = cells(
      '              收入                    支出',
      '名称      预算数    决算数    预算数    决算数',
      '甲        1.00      2.00      3.00      4.00',
      '乙        1.00      2.00      3.00      4.00',
    );
    expect(read[2]).toEqual(['甲', '?1.00', '?2.00', '?3.00', '?4.00']);
  });

  it('gives no amount under a heading that may be the first piece of one column or the heading of two', () => {
    const read = cells(
      '                             一般公共预',
      '名称                    合计      算拨款',
      '机关事业单位养老        1.00        2.00',
      '机关事业单位医疗        3.00        4.00',
    );
    expect(read[2]).toEqual(['机关事业单位养老', '?1.00', '?2.00']);
  });

  it('puts a name that wraps together, below its row and around it', () => {
    expect(
      cells(
        '编码     名称          合计',
        '20805    机关事业单    1.00',
        '         位养老',
        '20899    其他          2.00',
      ).filter((row) => row.length > 1),
    ).toEqual([
      ['编码', '名称', '合计'],
      ['20805', '机关事业单位养老', '1.00'],
      ['20899', '其他', '2.00'],
    ]);
    expect(
      cells(
        '编码     名称          合计',
        '         机关事业单',
        '20805                  1.00',
        '         位养老',
        '20899    其他          2.00',
      ).filter((row) => row.length > 1),
    ).toEqual([
      ['编码', '名称', '合计'],
      ['20805', '机关事业单位养老', '1.00'],
      ['20899', '其他', '2.00'],
    ]);
  });

  it('takes neither an amount beside no name nor the blank next to it at its word', () => {
    const read = cells('编码     名称     合计', '201      一般', '                  9.00', '208      社保     5.00');
    expect(read[1]).toEqual(['201', '一般', '?']);
    expect(read[2]).toEqual(['', '', '?9.00']);
  });

  it('goes on with the columns of the page before where they are the same, else leaves its amounts', () => {
    const first = gridOfPositions(
      positioned(['名称      合计      基本      项目', '甲        1.00      1.00', '乙        2.00      2.00']),
      1,
    )!;
    expect(first.columns).toHaveLength(4);
    const other = gridOfPositions(positioned(['丙    3.00   3.00', '丁    4.00   4.00']), 1, first.columns)!;
    expect(other.cells).toEqual([
      ['丙', '?3.00 / ?3.00', '', ''],
      ['丁', '?4.00 / ?4.00', '', ''],
    ]);
    const same = gridOfPositions(
      positioned(['丙    3.00   3.00    3.00', '丁    4.00   4.00    4.00']),
      1,
      first.columns,
    )!;
    expect(same.cells[0]).toEqual(['丙', '3.00', '3.00', '3.00']);
  });

  it('finds no table in text', () => {
    expect(gridOfPositions(positioned(['本部门收入增加。', '支出减少。']), 1)).toBeNull();
  });
});
