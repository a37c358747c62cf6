import { describe, expect, it } from 'vitest';
import { outline } from '../../src/ingest/outline.ts';
import { readText } from '../../src/ingest/readers/text.ts';
import { PLAIN, SAMPLE, write } from './written-disclosure.ts';

function parts(text: string): ReturnType<typeof outline> {
  return outline(readText(new TextEncoder().encode(text), 'outline.txt'));
}

const ANNEXES = `第三部分 附件
一、2023年度青川市档案馆整体支出绩效自评报告。
二、2023年度项目支出绩效自评表
2023 年度青川市档案馆 整体支出绩效自评报告
一、基本情况
收支平衡。
附件：1. 整体支出绩效评价基础数据表
2. 项目支出绩效自评表
附件 1
2023 年度部门（单位）整体支出绩效评价基础数据表
财政供养人员情况（人）\t编制数\t在职人数
\t12\t11
附件 2—1
2023 年度项目支出绩效自评表
项目支出名称\t修缮\t\t
主管部门\t青川市档案馆\t\t
2023 年度项目支出绩效自评表
项目支出名称\t数字化\t\t
2023年度青川市图书馆整体支出绩效自评报告
收支平衡。
附件1
2023 年度部门（单位）整体支出绩效自评表
单位名称\t青川市图书馆\t\t
`;

describe('outline', () => {
  it('takes no entry of a table of contents for a statement or a section', () => {
    const withContents = parts(write(SAMPLE)).filter(({ kind }) => kind !== 'other');
    const without = parts(write(SAMPLE, { ...PLAIN, contents: false })).filter(({ kind }) => kind !== 'other');
    expect(withContents.map(({ id }) => id)).toEqual(without.map(({ id }) => id));
    expect(withContents).toHaveLength(11);
  });

  it('takes no entry of a table of contents with page numbers and leader dots for a statement', () => {
    const contents = [
      '目录',
      '收入支出决算总表……3',
      '收入决算表\t4',
      '支出决算表\t5',
      '1. 财政拨款收入支出决算总表........6',
      '',
    ].join('\n');
    expect(
      parts(contents + write(SAMPLE, { ...PLAIN, contents: false })).filter(({ kind }) => kind === 'statement'),
    ).toHaveLength(9);
  });

  it('has every line in exactly one part', () => {
    const text = write(SAMPLE) + ANNEXES;
    const filled = text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [at + 1]));
    const covered = parts(text).flatMap(({ lines }) =>
      lines.filter((line) => line.text !== '').map((line) => line.number),
    );
    expect(covered.toSorted((a, b) => a - b)).toEqual(filled);
  });

  it('finds annexes by title and table, not by lists of annexes, and tells their numbers apart', () => {
    const annexes = parts(write(SAMPLE) + ANNEXES).filter(({ kind }) => kind === 'annex');
    expect(annexes.map(({ id, statement, no }) => [id, statement, no])).toEqual([
      ['report-1', null, null],
      ['annex-附件1', 'performance_base', '附件1'],
      ['annex-附件2—1', 'project_evaluation', '附件2—1'],
      ['annex-项目支出绩效自评表', 'project_evaluation', null],
      ['report-2', null, null],
      ['annex-附件1(2)', 'overall_evaluation', '附件1'],
    ]);
    expect(annexes[0]!.title).toBe('2023年度青川市档案馆整体支出绩效自评报告');
    expect(annexes[1]!.lines[0]!.text).toBe('附件 1');
  });

  it('follows the narrative in whatever division it stands and through lists inside a section', () => {
    const text = write(SAMPLE, { ...PLAIN, contents: false }).replace(
      '收入全部为财政拨款。',
      '其中：\n一、财政拨款收入。\n二、无其他收入。\n三、支出决算情况说明\n全部为支出。',
    );
    const sections = parts(text.replace('第二部分\n', '第四部分\n')).filter(({ kind }) => kind === 'narrative');
    expect(sections.map(({ id, title }) => [id, title])).toEqual([
      ['narrative-一', '收入支出决算总体情况说明'],
      ['narrative-二', '收入决算情况说明'],
      ['narrative-三', '支出决算情况说明'],
    ]);
  });

  it('joins a title that runs over two lines', () => {
    const text = write(SAMPLE).replace(
      '一般公共预算财政拨款基本支出决算明细表\n\n',
      '一般公共预算财政拨款\n基本支出决算明细表\n\n',
    );
    expect(parts(text).find(({ id }) => id === 'basic_expenditure')?.title).toBe(
      '一般公共预算财政拨款基本支出决算明细表',
    );
  });

  it('keeps a statement whose title is printed again on the next page in one part', () => {
    const text = write(SAMPLE).replace(
      '2080505\t',
      '收入决算表（续）\n公开 02 表\n功能分类 科目编码\t科目名称\t本年收入合计\t财政拨款收入\t事业收入\n2080505\t',
    );
    expect(parts(text).filter(({ statement }) => statement === 'income')).toHaveLength(1);
  });
});
