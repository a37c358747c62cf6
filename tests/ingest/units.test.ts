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

  it('are those of a table of names, without what is noted behind them', () => {
    const table = '序号\t单位名称\t备注\n1\t青川市档案馆（本级）\t\n2\t青川市史志研究中心（下属事业单位）\t参公\n';
    expect(unitsOf(TEXT.replace('第一部分 部门决算表\n', `第一部分 概况\n${table}第一部分 部门决算表\n`))).toEqual([
      ['青川市档案馆本级', 'own'],
      ['青川市史志研究中心', 'own'],
    ]);
  });

  it('are those of a numbered list', () => {
    const list =
      '本部门中，行政单位1家，具体包括：\n1. 青川市档案馆（本部）。\n2. 青川市史志研究中心。\n其他说明见后。\n';
    expect(unitsOf(TEXT.replace('第一部分 部门决算表\n', `第一部分 概况\n${list}第一部分 部门决算表\n`))).toEqual([
      ['青川市档案馆本级', 'own'],
      ['青川市史志研究中心', 'own'],
    ]);
  });
});

describe('the account of one unit', () => {
  const bodyOf = (name: string) => recogniseText(TEXT.replaceAll('青川市档案馆', name), 'unit.txt').bodies[0]!;

  it('is a unit of its department where it is the headquarters', () => {
    const department = bodyOf('青川市档案馆');
    expect(bodyOf('青川市档案馆（本级）')).toMatchObject({
      name: '青川市档案馆本级',
      body_level: 'unit',
      parent_id: department.department_id,
    });
  });

  it('is a unit where the title says 单位决算', () => {
    const text = TEXT.replaceAll('部门决算', '单位决算');
    expect(recogniseText(text, 'unit.txt').bodies[0]).toMatchObject({ body_level: 'unit', parent_id: null });
  });
});
