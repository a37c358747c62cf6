import { describe, expect, it } from 'vitest';
import { recogniseText } from './recognise-text.ts';
import { PLAIN, SAMPLE, write } from './written-disclosure.ts';

const TEXT = write(SAMPLE, { ...PLAIN, contents: false });

function unitsOf(text: string): Array<[string, string | null]> {
  const { bodies } = recogniseText(text, 'units.txt');
  return bodies
    .slice(1)
    .map(({ name, parent_id }) => [name, parent_id === bodies[0]!.department_id ? 'own' : parent_id]);
}

describe('the units of a department of which none is listed', () => {
  it('are those that the document says its accounts consolidate', () => {
    const text = TEXT.replace(
      '第一部分 部门决算表\n',
      '第一部分 概况\n青川市档案馆2023年部门决算汇总单位构成包括：青川市档案馆本级\n以及青川市史志 研究中心、青川市图书馆。\n第一部分 部门决算表\n',
    );
    expect(unitsOf(text)).toEqual([
      ['青川市档案馆本级', 'own'],
      ['青川市史志研究中心', 'own'],
      ['青川市图书馆', 'own'],
    ]);
  });

  it('are those that report on themselves, and the headquarters beside them', () => {
    const report = (name: string): string => `2023年度${name}整体支出绩效自评报告\n一、基本情况\n收支平衡。\n`;
    expect(unitsOf(TEXT + report('青川市档案馆') + report('青川市史志研究中心'))).toEqual([
      ['青川市档案馆本级', 'own'],
      ['青川市史志研究中心', 'own'],
    ]);
    expect(unitsOf(TEXT + report('青川市档案馆'))).toEqual([]);
  });

  it('are none where the document names none', () => {
    expect(unitsOf(TEXT)).toEqual([]);
  });
});
