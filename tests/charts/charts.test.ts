import { describe, expect, test } from 'vitest';
import { budgetBullets } from '../../src/charts/budget-bullets.ts';
import type { Chart } from '../../src/charts/chart.ts';
import { executionRates } from '../../src/charts/execution-rates.ts';
import { shareBars } from '../../src/charts/share-bars.ts';
import { yearColumns, type YearColumn } from '../../src/charts/year-columns.ts';
import { PALETTE } from '../../src/charts/theme.ts';
import { draw, shapesOf, textsOf } from './draw.ts';

const mark = (pick: string) => ({ pick, tooltip: `${pick} 提示` });
const column = (year: number, series: 'whole' | 'part', amount: string, implied = false): YearColumn => ({
  year,
  series,
  amount,
  label: amount,
  implied,
  ...mark(`${series} ${year}`),
});

const years = [
  column(2023, 'whole', '7070.08', true),
  column(2024, 'whole', '6504.45'),
  column(2024, 'part', '6504.45'),
];
const shares = [
  {
    name: '节能环保支出',
    amount: '5077.56',
    parts: { first: '3182.80', second: '1894.76' },
    label: '5,077.56 · 78.1%',
    ...mark('211'),
  },
  { name: '卫生健康支出', amount: '392.96', parts: null, label: '392.96 · 6.0%', ...mark('210') },
];
const bullets = [
  {
    name: '“三公”经费',
    actual: '45.07',
    budget: '47.82',
    label: '45.07 / 47.82',
    implied: false,
    ...mark('three_public'),
  },
  { name: '因公出国（境）费', actual: '0', budget: null, label: '0.00', implied: true, ...mark('overseas') },
];
const rates = [
  { name: '支出合计', rate: '117.6369', label: '117.6%', total: true, ...mark('total') },
  { name: '住房公积金', rate: '92.2', label: '92.2%', total: false, ...mark('2210201') },
  { name: '大气', rate: null, label: '年初预算为 0，决算 809.17', total: false, ...mark('2110301') },
];

const charts: Record<string, (narrow: boolean) => Chart> = {
  'the columns over the years': (narrow) => yearColumns(years, { narrow }),
  'the bars of shares': (narrow) => shareBars(shares, { narrow }),
  'the bars against a budget': (narrow) => budgetBullets(bullets, { narrow }),
  'the dots of execution': (narrow) => executionRates(rates, { narrow }),
};

describe.each(Object.entries(charts))('%s', (_name, chart) => {
  test.each([false, true])('are drawn without a warning (narrow page: %s)', async (narrow) => {
    const { svg, warnings } = await draw(chart(narrow), narrow ? 340 : 600);
    expect(warnings).toEqual([]);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('are the same every time, and other in the dark only by colour', async () => {
    const [first, second, dark] = [
      await draw(chart(false)),
      await draw(chart(false)),
      await draw(chart(false), 600, 'dark'),
    ];
    expect(second.svg).toBe(first.svg);
    expect(dark.svg).not.toBe(first.svg);
    expect(textsOf(dark.svg)).toEqual(textsOf(first.svg));
  });

  test('say every text inside the drawing', async () => {
    for (const narrow of [false, true]) {
      const { rows } = chart(narrow);
      const texts = textsOf((await draw(chart(narrow), narrow ? 340 : 600)).svg);
      const labels = rows.flatMap(({ label }) => (typeof label === 'string' ? [label] : []));
      expect(texts).toEqual(expect.arrayContaining(labels));
    }
  });

  test('take no text of their own: what is not a number of an axis comes from the rows', async () => {
    const given = chart(false)
      .rows.flatMap((row) => Object.values(row))
      .map(String);
    const own = textsOf((await draw(chart(false))).svg).filter(
      (text) => !given.includes(text) && !/^-?[\d,.]+%?$/.test(text),
    );
    expect(own).toEqual([]);
  });
});

test('an exact text of more digits than a float holds is drawn as it is', async () => {
  const label = '12,345,678,901,234,567.89';
  const chart = shareBars([{ name: '合计', amount: '12345678901234567.89', parts: null, label, ...mark('x') }], {
    narrow: false,
  });
  expect(textsOf((await draw(chart)).svg)).toContain(label);
});

test('implied years are hollow and dashed, published ones are filled', async () => {
  const { svg } = await draw(yearColumns(years, { narrow: false }));
  expect([...svg.matchAll(/stroke-dasharray/g)]).toHaveLength(1);
  expect(shapesOf(svg, 'rect')).toBe(3);
});

test('many years give their texts to an axis instead of crowding the columns', async () => {
  const decades = Array.from({ length: 12 }, (_, index) => column(2012 + index, 'whole', `${6000 + index}.25`));
  const texts = textsOf((await draw(yearColumns(decades, { narrow: false }))).svg);
  expect(texts).not.toContain('6000.25');
  expect(texts).toContain('2012');
  expect(texts).toContain('6,000');
});

test('a negative year stands below zero and is still drawn without a warning', async () => {
  const { warnings, svg } = await draw(
    yearColumns([column(2024, 'whole', '-12.5'), column(2023, 'whole', '3')], { narrow: false }),
  );
  expect(warnings).toEqual([]);
  expect(textsOf(svg)).toContain('-12.5');
});

test('a rate beyond the scale is drawn at its edge with its own text', async () => {
  const chart = executionRates([{ name: '甲', rate: '4210.5', label: '4,210.5%', total: false, ...mark('a') }], {
    narrow: false,
  });
  expect(chart.rows[0]).toMatchObject({ value: 200, beyond: true });
  expect(textsOf((await draw(chart)).svg)).toContain('4,210.5%');
});

test('subjects without a rate have a row with words and no dot', async () => {
  const { svg } = await draw(executionRates(rates, { narrow: false }));
  expect(textsOf(svg)).toContain('年初预算为 0，决算 809.17');
  expect(shapesOf(svg, 'symbol')).toBe(2);
});

test('only subjects without a rate are drawn without a warning', async () => {
  const { warnings, svg } = await draw(executionRates(rates.slice(2), { narrow: false }));
  expect(warnings).toEqual([]);
  expect(textsOf(svg)).toContain('大气');
});

test('the text behind the longest bar does not leave the drawing', async () => {
  const label = '123,456,789.01 · 100.0%';
  const chart = shareBars([{ name: '一般公共服务支出', amount: '123456789.01', parts: null, label, ...mark('201') }], {
    narrow: true,
  });
  const { svg } = await draw(chart, 340);
  const drawn = Number(/<svg[^>]*\bwidth="([\d.]+)"/.exec(svg)![1]);
  expect(drawn).toBeLessThanOrEqual(348);
});

test('the parts of a bar have the colours of the key beside it, and not those of lines', async () => {
  const { svg } = await draw(shareBars(shares, { narrow: false }));
  expect(svg).toContain(`fill="${PALETTE.light.first}"`);
  expect(svg).toContain(`fill="${PALETTE.light.second}"`);
});
