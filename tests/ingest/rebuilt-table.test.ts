import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../src/ingest/disclosure.ts';
import { recogniseText } from './recognise-text.ts';

/** An account whose tables stand with one cell a line. */
function accountOf(...tables: ReadonlyArray<readonly [title: string, header: string, ...rows: string[]]>): Disclosure {
  return recogniseText(
    [
      '2023年度青川市档案馆部门决算',
      ...tables.flatMap(([title, ...rows]) => [title, '单位：万元', ...rows.flatMap((row) => row.split('|'))]),
      '第二部分 部门决算情况说明',
      '一、收入支出决算总体情况说明',
      '收支平衡。',
    ].join('\n'),
  );
}

const EXPENDITURE = '项目|本年支出合计|基本支出|项目支出|功能分类科目编码|科目名称|栏次|1|2|3';
const THREE = '项目|预算数|决算数';

const used = ({ figures }: Disclosure): Array<string | null> =>
  figures.flatMap(({ quarantine, row_code }) => (quarantine === null ? [row_code] : []));
const reasons = ({ figures }: Disclosure): string[] => [
  ...new Set(figures.flatMap(({ quarantine }) => (quarantine === null ? [] : [quarantine]))),
];

describe('a table put together from lines that hold one cell each', () => {
  it('is used where its rows and its subjects add up', () => {
    const sound = accountOf([
      '支出决算表',
      EXPENDITURE,
      '合计|12.00|8.00|4.00',
      '201|一般公共服务支出|5.00|3.00|2.00',
      '205|教育支出|7.00|5.00|2.00',
    ]);
    expect(used(sound)).toHaveLength(9);
    expect(sound.sections.find(({ id }) => id === 'expenditure')).toMatchObject({ status: 'data' });
  });

  it('is used where sums differ by rounding', () => {
    const rounded = accountOf([
      '支出决算表',
      EXPENDITURE,
      '合计|5.01|3.00|2.00',
      '201|一般公共服务支出|5.01|3.00|2.00',
    ]);
    expect(used(rounded)).toHaveLength(6);
  });

  it('is shown and not used where a row does not add up', () => {
    const account = accountOf([
      '支出决算表',
      EXPENDITURE,
      '合计|12.00|8.00|4.00',
      '201|一般公共服务支出|5.00|2.00|3.00',
      '205|教育支出|7.00|6.00|2.00',
    ]);
    expect(account.figures).toHaveLength(9);
    expect(used(account)).toEqual([]);
    expect(reasons(account)[0]).toMatch(/每个单元格各占一行，按行列还原后“.+”不等于其各项之和，可能缺行或多行/);
    expect(account.sections.find(({ id }) => id === 'expenditure')).toMatchObject({ status: 'quarantined' });
  });

  it('is not used where the subjects do not come to their total', () => {
    const account = accountOf([
      '支出决算表',
      EXPENDITURE,
      '合计|12.00|8.00|4.00',
      '201|一般公共服务支出|5.00|3.00|2.00',
      '205|教育支出|6.00|4.00|2.00',
    ]);
    expect(used(account)).toEqual([]);
  });

  it('keeps what no sum has in it from being used, and only that', () => {
    const account = accountOf([
      '财政拨款“三公”经费支出决算表',
      THREE,
      '合计|3.00|2.50',
      '1．因公出国（境）费|1.00|0.80',
      '2．公务接待费|2.00|1.70',
      '3．机关运行经费|7.00|6.00',
    ]);
    expect(used(account)).toHaveLength(6);
    expect(reasons(account)).toEqual([expect.stringMatching(/没有合计可以核对这个数$/)]);
  });

  it('keeps rows that add up where another row has numbers without a column', () => {
    const account = accountOf([
      '支出决算表',
      EXPENDITURE,
      '合计|12.00|8.00|4.00',
      '201|一般公共服务支出|5.00|5.00',
      '205|教育支出|7.00|3.00|4.00',
    ]);
    expect(used(account)).toEqual(['total', 'total', 'total', '205', '205', '205']);
  });

  it('leaves a table with its cells in rows to the checks, whatever its sums', () => {
    const account = accountOf([
      '支出决算表',
      [
        '科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出',
        '201\t一般公共服务支出\t5.00\t2.00\t9.00',
        '合计\t\t5.00\t2.00\t9.00',
      ].join('\n'),
    ]);
    expect(used(account)).toHaveLength(6);
  });
});
