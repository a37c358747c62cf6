import { describe, expect, test } from 'vitest';
import { trendLines, type TrendFrame, type TrendLine, type TrendPoint } from '../../src/charts/trend-lines.ts';
import { draw, shapesOf, textsOf } from './draw.ts';

const point = (year: number, value: string | null, over: Partial<TrendPoint> = {}): TrendPoint => ({
  year,
  value,
  implied: false,
  contested: false,
  label: value ?? '',
  tooltip: `${year}`,
  pick: `${year}`,
  ...over,
});
const line = (name: string, points: TrendPoint[], dashed = false): TrendLine => ({ name, dashed, points });
const frame = (years: number[], names: string[]): TrendFrame => ({
  years,
  names,
  domain: ['0', '100'],
  axis: 'wan',
  height: 200,
  legend: names.length > 1,
});
const ten = Array.from({ length: 10 }, (_, at) => 2015 + at);

describe('lines over the years', () => {
  test.each([
    ['one year', [2024]],
    ['two years', [2023, 2024]],
    ['ten years', ten],
  ])('of %s are drawn without a warning, a point a year', async (_name, years) => {
    const lines = [
      line(
        '基本支出',
        years.map((year, at) => point(year, String(10 + at))),
      ),
    ];
    const { svg, warnings } = await draw(trendLines(lines, frame(years, ['基本支出'])));
    expect(warnings).toEqual([]);
    expect(shapesOf(svg, 'symbol')).toBe(years.length);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('break where a year is not known', async () => {
    const years = [2021, 2022, 2023, 2024];
    const known = [point(2021, '10'), point(2022, '20'), point(2024, '30')];
    const { svg } = await draw(trendLines([line('a', known)], frame(years, ['a'])));
    const path = /role-mark[^>]*><path[^>]*d="([^"]*)"/.exec(svg.slice(svg.indexOf('mark-line')))?.[1] ?? '';
    expect(path.match(/M/g)).toHaveLength(2);
  });

  test('draw implied values hollow and mark contested ones', async () => {
    const lines = [line('a', [point(2023, '10', { implied: true, contested: true }), point(2024, '20')])];
    const { svg } = await draw(trendLines(lines, frame([2023, 2024], ['a'])));
    expect(textsOf(svg)).toContain('※');
    expect(svg.match(/<path[^>]*fill="#fbfaf6"/g)).toHaveLength(1);
  });

  test('tell budget and actual of one name by dashes, and names by colour', async () => {
    const lines = [
      line('a', [point(2023, '10'), point(2024, '20')]),
      line('a', [point(2023, '12'), point(2024, '22')], true),
      line('b', [point(2023, '30'), point(2024, '40')]),
    ];
    const { svg, warnings } = await draw(trendLines(lines, frame([2023, 2024], ['a', 'b'])));
    expect(warnings).toEqual([]);
    expect(svg).toContain('stroke-dasharray');
    expect(new Set(svg.match(/stroke="#(?:1f4e79|a3590a)"/g))).toHaveLength(2);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['a', 'b']));
  });
});

test('a budget beside what was spent is a level without a text, alone it has one', async () => {
  const spent = line('a', [point(2023, '10'), point(2024, '20')]);
  const budget = line('a', [point(2024, '22')], true);
  const both = textsOf((await draw(trendLines([spent, budget], frame([2023, 2024], ['a'])))).svg);
  expect(both.filter((text) => ['10', '22'].includes(text))).toEqual(['10']);
  const { svg, warnings } = await draw(trendLines([budget], frame([2024], ['a'])));
  expect(warnings).toEqual([]);
  expect(textsOf(svg)).toContain('22');
});
