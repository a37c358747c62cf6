import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/ingest/disclosure.ts';
import { readOne, readText, table } from './annex-parts.ts';

const TITLE = '附件 2\n\n2024 年度部门（单位）整体支出绩效评价基础数据表\n\n';

const BASE = table(`财政供养人员情况（人）|编制数|2024 年实际在职人数|控制率
|80|6 4|80.00 %
经费控制情况（万元）|2023 年决算数|2024 年预算数|2024 年决算数
三公经费|20.5|18|15.25
1、公务用车购置和维护经费|18.5|16|14
其中：公车购置|0|0|0
公车运行维护|18.5|16|14
2、出国经费|0|0|0
3、公务接待|2|2|1.25
项目支出：|300|420|411.2
1、业务经费||20|20
2、运行维护经费|||
3、市级专项资金（一个专项一行）|300|400|391.2
河道整治专项|300|350|341.2`);

const NEXT_PAGE = table(`
“智慧水务”运维||||50||50|
公用经费|90||100||98.3|
其中：办公经费|40||45||44|
政府采购金额|——||60||59.5|
部门基本支出预算调整|——||/||/|
楼堂馆所控制情况 (2024 年完工项目)|批复规模 (m²)|实际规模 (m²)|规模控制率|预算投资 (万元)|实际投资 (万元)|投资概算控制率
|0|0|0|0|0|0
厉行节约保障措施|从 3 个方面厉行节约。|||||`).replace('运维\t\t\t\t', '运维\t\t\t');

describe('a table of base data', () => {
  const reading = readOne(TITLE + BASE + '\n' + NEXT_PAGE);
  const found = (want: Partial<Figure>) =>
    reading.figures.filter((figure) =>
      Object.entries(want).every(([key, value]) => figure[key as keyof Figure] === value),
    );
  const amounts = (row_code: string) =>
    found({ row_code }).map((figure) => [figure.fiscal_year, figure.column_key, figure.amount]);

  it('counts staff exactly', () => {
    expect(found({ unit: '人' }).map(({ row_code, amount, half_width }) => [row_code, amount, half_width])).toEqual([
      ['staff_quota', '80', '0'],
      ['staff', '64', '0'],
    ]);
    expect(found({ row_code: 'staff_control' })[0]).toMatchObject({ amount: '80', unit: '%', half_width: '0.005' });
  });

  it('takes the year and the kind of each column from its header, and calls the budget unlabelled', () => {
    expect(amounts('three_public')).toEqual([
      [2023, 'actual', '20.5'],
      [2024, 'budget', '18'],
      [2024, 'actual', '15.25'],
    ]);
    expect(found({ row_code: 'three_public', column_key: 'budget' })[0]!.budget_kind).toBe('unlabelled');
  });

  it('knows the parts of the three public expenses', () => {
    const actual = found({ column_key: 'actual', fiscal_year: 2024, fund: 'fiscal' });
    expect(actual.map(({ row_code, parent_code, amount }) => [row_code, parent_code, amount])).toEqual([
      ['three_public', null, '15.25'],
      ['vehicles', 'three_public', '14'],
      ['vehicle_purchase', 'vehicles', '0'],
      ['vehicle_operation', 'vehicles', '14'],
      ['overseas', 'three_public', '0'],
      ['reception', 'three_public', '1.25'],
    ]);
  });

  it('keeps the listed projects apart from the kinds they are listed under', () => {
    const actual = found({ parent_code: 'project', column_key: 'actual', fiscal_year: 2024 });
    expect(actual.map(({ row_code, row_name, amount }) => [row_code, row_name, amount])).toEqual([
      ['project_business', '业务经费', '20'],
      ['project_special', '市级专项资金（一个专项一行）', '391.2'],
      [null, '河道整治专项', '341.2'],
      [null, '“智慧水务”运维', '50'],
    ]);
  });

  it('reads rows below a page break whose cells span two columns each', () => {
    expect(amounts('operating')).toEqual([
      [2023, 'actual', '90'],
      [2024, 'budget', '100'],
      [2024, 'actual', '98.3'],
    ]);
  });

  it('makes no figure of a blank and one without amount of a dash: neither is 0', () => {
    expect(found({ row_name: '运行维护经费' })).toEqual([]);
    expect(found({ row_code: 'project_business' }).map(({ fiscal_year }) => fiscal_year)).toEqual([2024, 2024]);
    expect(found({ row_code: 'procurement' }).map(({ amount, published_text }) => [amount, published_text])).toEqual([
      [null, '——'],
      ['60', '60'],
      ['59.5', '59.5'],
    ]);
  });

  it('gives every amount the precision that the table works in', () => {
    expect(
      new Set(
        found({ unit: '万元' })
          .filter(({ amount }) => amount !== null)
          .map((figure) => figure.half_width),
      ),
    ).toEqual(new Set(['0.005']));
  });

  it('leaves no number unplaced', () => {
    expect(reading.unplaced).toEqual([]);
    expect(reading.numbers_seen).toBe(reading.figures.filter(({ amount }) => amount !== null).length);
  });

  it('lists a number that stands under no column', () => {
    const broken = readOne(
      TITLE + table('经费控制情况（万元）|2023 年决算数|2024 年预算数|2024 年决算数\n三公经费|1|2|3\n公用经费|7|8'),
    );
    expect(broken.unplaced.map(({ text, line }) => [text, line])).toEqual([
      ['7', 7],
      ['8', 7],
    ]);
  });

  it('converts amounts published in 元, keeping what was published', () => {
    const [yuan] = readText(TITLE + table('经费控制情况（元）|2023 年决算数|2024 年决算数\n三公经费|123456.78|0.01'));
    expect(
      yuan!.figures.map(({ amount, published_text, published_unit, half_width }) => [
        amount,
        published_text,
        published_unit,
        half_width,
      ]),
    ).toEqual([
      ['12.345678', '123456.78', '元', '0.0000005'],
      ['0.000001', '0.01', '元', '0.0000005'],
    ]);
  });
});
