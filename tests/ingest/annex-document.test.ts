import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readAnnexes } from '../../src/ingest/annex.ts';
import type { Figure } from '../../src/ingest/disclosure.ts';
import { Exact } from '../../src/money/decimal.ts';
import { cutAnnexes } from './annex-parts.ts';

const NAME = 'zhuzhou-ecology-2024-final-accounts.txt';
const FILE = fileURLToPath(new URL(`../../../shared/documents/${NAME}`, import.meta.url));
const present = existsSync(FILE);
if (!present) console.warn(`${NAME} is not beside the project: its annexes are not tested here`);

const FIRST_TITLE = '2024 年度株洲市生态环境局整体支出 绩效自评报告';

describe.skipIf(!present)('the annexes of a real disclosure', () => {
  const text = present ? readFileSync(FILE, 'utf8') : '';
  const from = text.lastIndexOf(FIRST_TITLE);
  const parts = cutAnnexes(text.slice(from), text.slice(0, from).split('\n').length);
  const readings = readAnnexes(parts, {
    fiscal_year: 2024,
    department_id: 'department',
    department_name: '株洲市生态环境局',
    subjects: [],
    findBody: (name) => {
      if (/执法支队$/.test(name)) return 'enforcement';
      if (/本级$|机关$/.test(name)) return 'headquarters';
      return name === '株洲市生态环境局' ? 'department' : null;
    },
  });
  const all = [...readings.values()];
  const figures = all.flatMap((reading) => reading.figures);
  const projects = all.flatMap((reading) => reading.projects);
  const of = (want: Partial<Figure>) =>
    figures.filter((figure) => Object.entries(want).every(([key, value]) => figure[key as keyof Figure] === value));
  const moneyOf = (annex: string) => {
    const { initial_budget, revised_budget, executed } = projects.find((project) => project.annex === annex)!;
    return [initial_budget, revised_budget, executed];
  };

  it('finds the thirty projects, the two without a number of their own among them', () => {
    const headquarters = Array.from({ length: 27 }, (_, index) => `附件4—${index + 1}`);
    expect(projects.map(({ annex }) => annex)).toEqual([...headquarters, '附件3-1', '附件3-2', '附件3-3']);
  });

  it.each([
    ['附件4—1', ['293', '293', '277.92']],
    ['附件4—3', ['10', '10', '0.88']],
    ['附件4—5', ['20', '27.1', '27.1']],
    ['附件4—8', [null, '146.6', '141.24']],
    ['附件4—12', ['246.569', '108.5729', '108.5729']],
    ['附件4—20', [null, '9.27', '8.69']],
    ['附件4—24', [null, '45', '45']],
    ['附件4—25', ['0', '6764', '865']],
    ['附件4—27', [null, null, null]],
    ['附件3-2', ['193', '193', '187.46']],
  ])('reads the money of %s as published', (annex, money) => {
    expect(moneyOf(annex)).toEqual(money);
  });

  it('sets apart the money passed on, and what is left adds up to project expenditure with one stated exception', () => {
    const outside = projects.filter((project) => project.outside_department).map(({ annex }) => annex);
    expect(outside).toEqual(['附件4—23', '附件4—24', '附件4—25', '附件4—26', '附件4—27']);
  });

  it('lists projects in the tables of base data that add up to project expenditure', () => {
    for (const department_id of ['headquarters', 'enforcement']) {
      const actual = { department_id, statement: 'performance_base', column_key: 'actual', fiscal_year: 2024 } as const;
      const sum = of({ ...actual, parent_code: 'project' })
        .filter(({ row_code }) => row_code === null || row_code === 'project_business')
        .reduce((so_far, { amount }) => so_far.plus(amount!), new Exact(0));
      expect(sum.toFixed()).toBe(of({ ...actual, row_code: 'project' })[0]!.amount);
    }
  });

  it('reads staff and the three public expenses of both units over two years', () => {
    expect(of({ row_code: 'staff' }).map(({ department_id, amount }) => [department_id, amount])).toEqual([
      ['headquarters', '117'],
      ['enforcement', '53'],
    ]);
    expect(
      of({ row_code: 'three_public', column_key: 'actual' }).map(({ department_id, fiscal_year, amount }) => [
        department_id,
        fiscal_year,
        amount,
      ]),
    ).toEqual([
      ['headquarters', 2023, '47.19'],
      ['headquarters', 2024, '31.75'],
      ['enforcement', 2023, '12.24'],
      ['enforcement', 2024, '13.33'],
    ]);
  });

  it('reads indicators whose weights and the ten points of execution add up to 100, save where one was left out', () => {
    const sums = all
      .filter(({ indicators }) => indicators.length > 0)
      .map(({ indicators }) => indicators.reduce((sum, { weight }) => sum.plus(weight ?? 0), new Exact(10)).toFixed());
    expect(sums).toHaveLength(32);
    expect(sums.filter((sum) => sum !== '100')).toEqual(['95', '95']);
  });

  it('reads the prose of both units: staff, and what each was given and spent', () => {
    const claims = all
      .flatMap((reading) => reading.claims)
      .filter(({ measure, is_detail }) => measure !== null && !is_detail);
    const stated = (department_id: string, measure: string, column_key: string | null) =>
      claims.find(
        (claim) =>
          claim.department_id === department_id && claim.measure === measure && claim.column_key === column_key,
      )?.stated_value;
    expect([
      stated('headquarters', 'staff', null),
      stated('headquarters', 'revenue', 'initial_budget'),
      stated('headquarters', 'revenue', 'adjustment'),
      stated('headquarters', 'expenditure', 'actual'),
      stated('headquarters', 'operating', 'actual'),
      stated('enforcement', 'staff_quota', null),
      stated('enforcement', 'project', 'actual'),
    ]).toEqual(['117', '3794.16', '1370.51', '4820.76', '474.53', '138', '288.48']);
  });

  it('leaves out only the two amounts that the text itself calls rough', () => {
    expect(all.flatMap(({ unplaced }) => unplaced).map(({ text: words }) => words.replace(/\s/g, ''))).toEqual([
      '1211万余元',
      '300多万元',
    ]);
    for (const reading of readings.values()) expect(reading.rows).toBeGreaterThan(0);
  });
});
