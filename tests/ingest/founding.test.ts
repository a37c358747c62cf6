import { describe, expect, it } from 'vitest';
import { foundingOf } from '../../src/ingest/founding.ts';
import { sectionOf } from './narrative-part.ts';

const NAME = '湖滨市档案局';
const found = (text: string) => foundingOf([sectionOf('收入支出决算总体情况说明', text)], NAME);

describe('the founding of a department', () => {
  it.each([
    ['收支增长100%。主要原因：单位于 2024 年成立。', 2024, '单位于2024年成立'],
    ['本部门2024年新组建，无上年数。', 2024, '本部门2024年新组建'],
    ['决算数小于预算数的主要原因：单位 2024 年新\n成立，人员变动。', 2024, '单位2024年新成立'],
    ['我局2023年3月由原方志办和原文献馆合并组建。', 2023, '我局2023年3月由原方志办和原文献馆合并组建'],
    ['湖滨市档案局成立于2022年。', 2022, '湖滨市档案局成立于2022年'],
    ['2024年机构改革，本部门更名为湖滨市档案局。', 2024, '2024年机构改革，本部门更名为'],
    ['本部门成立于2009年。2024年机构改革，本部门重新组建。', 2024, '2024年机构改革，本部门重新组建'],
  ])('is read from "%s"', (text, year, evidence) => {
    expect(found(text)).toEqual({ year, evidence });
  });

  it.each([
    '2024年社会组织新成立12家，注销3家。',
    '下属单位2024年成立，增加支出。',
    '所属事业单位于2024年组建。',
    '2024年成立专班推进档案数字化。',
    '本市2024年成立领导小组，支出增加。',
    '本部门2024年成立领导小组，支出增加。',
    '本部门2024年收入 12 万元，支持企业成立。',
    '指导监督2023年成立的公司。',
  ])('is not read from "%s"', (text) => {
    expect(found(text)).toBeNull();
  });

  it('is not what a statement or an annex says', () => {
    const part = { ...sectionOf('', '本部门2024年成立。'), kind: 'annex' as const };
    expect(foundingOf([part], NAME)).toBeNull();
  });

  it('takes time in proportion to the text', () => {
    const text = '本部门2024年由单位于机构改革，我局2023年'.repeat(10_000);
    const start = performance.now();
    foundingOf([sectionOf('', text)], NAME);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
