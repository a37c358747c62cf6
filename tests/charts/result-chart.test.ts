import { expect, test } from 'vitest';
import { resultChart, suggestChart, type ResultColumnOfChart } from '../../src/charts/result-chart.ts';
import { draw, shapesOf, textsOf } from './draw.ts';

const columns: ResultColumnOfChart[] = [
  { name: '部门', kind: 'text' },
  { name: 'fiscal_year', kind: 'number' },
  { name: 'actual', kind: 'number' },
];
const rows = [
  ['环境局', '2022', '6504.45'],
  ['环境局', '2023', '7070.08'],
  ['环境局', '2024', '12345678901234567.89'],
  ['园林局', '2022', '-3'],
  ['园林局', '2023', null],
];
const wide = { narrow: false };

test('Years against the first amount, coloured by who it is, is what is drawn first', () => {
  expect(suggestChart(columns, rows)).toEqual({ shape: 'line', category: 1, value: 2, colour: 0 });
  expect(suggestChart(columns, rows.slice(0, 1).concat(rows.slice(3, 4)))).toMatchObject({
    shape: 'bar',
    category: 0,
    value: 2,
  });
});

test('A result without a number, or without a row, or of one column suggests nothing', () => {
  expect(suggestChart([columns[0]!], rows)).toBeNull();
  expect(suggestChart(columns, [])).toBeNull();
  expect(suggestChart([columns[2]!], [['1']])).toBeNull();
});

test('Every number is told as it stands in the result, though it is drawn where it fits', () => {
  const { chart, left } = resultChart(columns, rows, { shape: 'bar', category: 1, value: 2, colour: 0 }, wide);
  expect(chart.rows.map(({ tooltip }) => tooltip)).toContain('2024 · 环境局 · actual 12345678901234567.89');
  expect(left).toBe(1);
});

test('Years stand in their order, whatever that of the rows', async () => {
  const late = [
    ['环境局', '2023', '1'],
    ['环境局', '2024', '2'],
    ['园林局', '2022', '3'],
  ];
  for (const shape of ['bar', 'line'] as const) {
    const { chart } = resultChart(columns, late, { shape, category: 1, value: 2, colour: 0 }, wide);
    const labels = textsOf((await draw(chart)).svg).filter((text) => /^20/.test(text));
    expect(labels).toEqual(['2022', '2023', '2024']);
  }
});

test('A name that comes twice is drawn twice', async () => {
  const twice = [...rows.slice(0, 2), ['环境局', '2025', '5']];
  const { chart } = resultChart(columns, twice, { shape: 'bar', category: 0, value: 2, colour: null }, wide);
  expect(chart.rows.map(({ name }) => name)).toEqual(['环境局', '环境局 (2)', '环境局 (3)']);
  const { svg } = await draw(chart);
  expect(shapesOf(svg, 'rect')).toBe(3);
});

test('What is more than can be told apart is left out and counted', () => {
  const many = Array.from({ length: 100 }, (_, i) => [`单位${i}`, '2024', String(i)]);
  const { chart, left } = resultChart(columns, many, { shape: 'bar', category: 0, value: 2, colour: null }, wide);
  expect({ drawn: chart.rows.length, left }).toEqual({ drawn: 60, left: 40 });
  expect(resultChart(columns, many, { shape: 'bar', category: 1, value: 2, colour: 0 }, wide).left).toBe(92);
});

test.each([
  ['bar', 0, null],
  ['bar', 0, 1],
  ['bar', 1, 0],
  ['line', 1, 0],
  ['line', 0, null],
] as const)(
  'A %s over column %s with colours of column %s is drawn without complaint, wide and narrow',
  async (shape, category, colour) => {
    for (const narrow of [false, true]) {
      const { chart } = resultChart(columns, rows, { shape, category, value: 2, colour }, { narrow });
      for (const mode of ['light', 'dark'] as const) {
        const { svg, warnings } = await draw(chart, narrow ? 320 : 700, mode);
        expect(warnings).toEqual([]);
        expect(textsOf(svg).join()).toContain(category === 0 ? '环境局' : '2022');
      }
    }
  },
);
