import { describe, expect, it } from 'vitest';
import type { Disclosure, Section } from '../../src/ingest/disclosure.ts';
import { recogniseText } from './recognise-text.ts';

const HEAD = '2022年度\n望江县司法局部门决算\n\n';

function read(...tables: string[]): Disclosure {
  const text = HEAD + tables.join('\n\n') + '\n\n名词解释\n基本支出：指日常支出。\n';
  return recogniseText(text, 'layouts.txt');
}

function short(disclosure: Disclosure): string[] {
  return disclosure.figures.map(
    ({ row_code, row_name, column_key, fund, amount, fiscal_year }) =>
      `${row_code ?? '-'} ${row_name} ${column_key} ${fund} ${amount}${fiscal_year === 2022 ? '' : ` (${fiscal_year})`}`,
  );
}

function section(disclosure: Disclosure, id: string): Section {
  return disclosure.sections.find((candidate) => candidate.id === id)!;
}

describe('layouts of the statements', () => {
  it('reads codes that are spread over 类, 款 and 项', () => {
    const read1 = read(
      [
        '支出决算表',
        '单位：元',
        '功能分类科目编码\t\t\t功能分类科目名称\t合计\t基本支出\t项目支出',
        '类\t款\t项\t\t\t\t',
        '合计\t\t\t\t1200.50\t1200.50\t',
        '204\t\t\t公共安全支出\t1200.50\t1200.50\t',
        '204\t06\t\t司法\t1200.50\t1200.50\t',
        '204\t06\t01\t行政运行\t1200.50\t1200.50\t',
      ].join('\n'),
    );
    expect(short(read1).filter((text) => text.includes('basic'))).toEqual([
      'total 合计 basic all 0.12005',
      '204 公共安全支出 basic all 0.12005',
      '20406 司法 basic all 0.12005',
      '2040601 行政运行 basic all 0.12005',
    ]);
    expect(section(read1, 'expenditure')).toMatchObject({ unplaced: [], numbers_seen: 8 });
  });

  it('reads code and name in one cell, and columns in another order', () => {
    const disclosure = read(
      [
        '表3 一般公共预算财政拨款支出决算表',
        '金额单位：万元',
        '项目\t项目支出\t基本支出\t合计',
        '204 公共安全支出\t2.00\t1.00\t3.00',
        '20406 司法\t2.00\t1.00\t3.00',
        '合计\t2.00\t1.00\t3.00',
      ].join('\n'),
    );
    expect(short(disclosure)).toEqual([
      '204 公共安全支出 project general_public 2',
      '204 公共安全支出 basic general_public 1',
      '204 公共安全支出 expenditure general_public 3',
      '20406 司法 project general_public 2',
      '20406 司法 basic general_public 1',
      '20406 司法 expenditure general_public 3',
      'total 合计 project general_public 2',
      'total 合计 basic general_public 1',
      'total 合计 expenditure general_public 3',
    ]);
  });

  it('reads last year’s column as figures of last year', () => {
    const disclosure = read(
      [
        '财政拨款“三公”经费支出决算表',
        '单位：万元',
        '项目\t2021年决算数\t2022年年初预算数\t2022年决算数',
        '“三公”经费合计\t8.00\t7.50\t—',
        '1.因公出国（境）费\t\t\t',
        '2.公务用车购置及运行费\t6.00\t5.00\t(1.20)',
        '其中：公务用车购置费\t\t\t',
        '公务用车运行费\t6.00\t5.00\t',
        '3.公务接待费\t2.00\t2.50\t',
      ].join('\n'),
    );
    expect(short(disclosure).filter((text) => !text.endsWith(' 0'))).toEqual([
      'three_public “三公”经费合计 actual fiscal 8 (2021)',
      'three_public “三公”经费合计 initial_budget fiscal 7.5',
      'overseas 因公出国（境）费 actual fiscal 0 (2021)',
      'vehicles 公务用车购置及运行费 actual fiscal 6 (2021)',
      'vehicles 公务用车购置及运行费 initial_budget fiscal 5',
      'vehicles 公务用车购置及运行费 actual fiscal -1.2',
      'vehicle_purchase 公务用车购置费 actual fiscal 0 (2021)',
      'vehicle_operation 公务用车运行费 actual fiscal 6 (2021)',
      'vehicle_operation 公务用车运行费 initial_budget fiscal 5',
      'reception 公务接待费 actual fiscal 2 (2021)',
      'reception 公务接待费 initial_budget fiscal 2.5',
    ]);
    const dash = disclosure.figures.find(
      ({ row_code, column_key, fiscal_year }) =>
        row_code === 'three_public' && column_key === 'actual' && fiscal_year === 2022,
    );
    expect(dash).toMatchObject({ amount: '0', is_blank: false, published_text: '—' });
  });

  it('keeps counts of the three public expenses apart from money', () => {
    const disclosure = read(
      [
        '财政拨款“三公”经费支出决算表',
        '单位：万元',
        '项目\t全年预算数\t决算数',
        '公务接待费\t2.50\t1.25',
        '国内公务接待批次（个）\t\t12',
        '国内公务接待人次（人）\t\t96',
        '公务用车保有量（辆）\t\t3',
      ].join('\n'),
    );
    const counts = disclosure.figures.filter(({ column_key, unit }) => column_key === 'actual' && unit !== '万元');
    expect(counts.map(({ row_code, amount, unit, half_width }) => [row_code, amount, unit, half_width])).toEqual([
      ['reception_batches', '12', '个', '0'],
      ['reception_people', '96', '人次', '0'],
      ['vehicles_kept', '3', '辆', '0'],
    ]);
    expect(
      disclosure.figures
        .filter(({ column_key }) => column_key === 'revised_budget')
        .every(({ budget_kind, budget_evidence }) => budget_kind === 'revised' && budget_evidence === null),
    ).toBe(true);
  });

  it('puts an amount whose row lost a separator back under its heading, or leaves it with a reason', () => {
    const table = (row: string): string =>
      [
        '收入支出决算总表',
        '单位：万元',
        '收入\t\t\t支出\t\t',
        '项目\t行次\t决算数\t项目\t行次\t决算数',
        '一、一般公共预算财政拨款收入\t1\t10.00\t一、一般公共服务支出\t5\t4.00',
        row,
        '总计\t3\t10.00\t总计\t7\t10.00',
      ].join('\n');
    const mended = read(table('二、其他收入\t2\t二、公共安全支出\t6\t6.00'));
    expect(short(mended).filter((text) => text.includes('其他收入'))).toEqual([]);
    expect(short(mended)).toContain('- 公共安全支出 actual all 6');
    const torn = read(table('二、其他收入\t2.00\t3.00\t二、公共安全支出\t6\t6.00\t\t'));
    expect(section(torn, 'income_expenditure').unplaced.map(({ text, reason }) => [text, reason])).toEqual([
      ['2.00', '这一行的单元格与表头对不上'],
      ['3.00', '这一行的单元格与表头对不上'],
      ['6', '这一行的单元格与表头对不上'],
      ['6.00', '这一行的单元格与表头对不上'],
    ]);
    const shifted = read(table('\t二、其他收入\t2\t0.50\t二、公共安全支出\t6\t6.00'));
    expect(short(shifted)).toContain('other_revenue 其他收入 actual all 0.5');
    expect(short(shifted)).toContain('- 公共安全支出 actual all 6');
  });

  it('takes the number of a line for no amount where the line’s cell is lost', () => {
    const disclosure = read(
      [
        '收入支出决算总表',
        '单位：万元',
        '项目\t行次\t决算数\t项目\t行次\t决算数',
        '一、财政拨款收入\t1\t10.00\t一、一般公共服务支出\t4\t10.00',
        '二、事业收入\t\t2\t二、外交支出\t23\t',
        '总计\t3\t10.00\t总计\t6\t10.00',
      ].join('\n'),
    );
    expect(short(disclosure)).toContain('operations 事业收入 actual all 0');
    expect(short(disclosure)).toContain('- 外交支出 actual all 0');
  });

  it('lists what it cannot read with line and reason, and leaves the rest in place', () => {
    const disclosure = read(
      [
        '支出决算表',
        '单位：万元',
        '科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\t环比',
        '204\t公共安全支出\t1O.00\t4.00\t6.00\t3.00',
        '20406\t司法\t10.00 4.00\t4.00\t6.00\t',
        '12',
        '2040601\t行政运行\t10.00\t4.00\t6.00\t',
      ].join('\n'),
    );
    expect(section(disclosure, 'expenditure').unplaced.map(({ text, line, reason }) => [text, line, reason])).toEqual([
      ['12', 9, '表中单独成行的数，不属于任何单元格'],
      ['1O.00', 7, '不是一个完整的数'],
      ['3.00', 7, '表头“环比”不认识'],
      ['10.00 4.00', 8, '不是一个完整的数'],
    ]);
    expect(section(disclosure, 'expenditure').figures).toBe(7);
    expect(section(disclosure, 'expenditure').numbers_seen).toBe(7 + 4);
  });

  it('reads the second appearance of a statement as nothing, number by number', () => {
    const table = ['支出决算表', '单位：万元', '科目编码\t科目名称\t合计', '204\t公共安全支出\t10.00'].join('\n');
    const other = ['收入决算表', '单位：万元', '科目编码\t科目名称\t合计', '204\t公共安全支出\t10.00'].join('\n');
    const disclosure = read(table, other, table);
    expect(section(disclosure, 'expenditure(2)').unplaced.map(({ text }) => text)).toEqual(['204', '10.00']);
    expect(disclosure.figures.filter(({ statement }) => statement === 'expenditure')).toHaveLength(1);
  });

  it('leaves amounts unplaced where no statement says its unit', () => {
    const disclosure = read(['支出决算表', '科目编码\t科目名称\t合计', '204\t公共安全支出\t10.00'].join('\n'));
    expect(section(disclosure, 'expenditure').unplaced).toMatchObject([
      { text: '10.00', reason: '本表和其他表都没有写明金额单位' },
    ]);
    expect(disclosure.figures).toEqual([]);
  });

  it('passes over rows that are only drawn lines', () => {
    const disclosure = read(
      [
        '支出决算表',
        '单位：万元',
        '|科目编码|科目名称|合计|',
        '|---|---|---|',
        '|204|公共安全支出|10.00|',
        '---------\t----\t--',
      ].join('\n'),
    );
    expect(short(disclosure)).toEqual(['204 公共安全支出 expenditure all 10']);
    expect(section(disclosure, 'expenditure').unplaced).toEqual([]);
  });
});
