import { describe, expect, test } from 'vitest';
import { pictureOf, type PictureLook } from '../../src/charts/picture.ts';
import { shareBars } from '../../src/charts/share-bars.ts';
import { textWidth } from '../../src/charts/text-width.ts';
import { FONT, PALETTE } from '../../src/charts/theme.ts';
import { wrappedLines } from '../../src/charts/wrapped-lines.ts';
import { yearColumns } from '../../src/charts/year-columns.ts';
import { textsOf } from './draw.ts';

const bars = shareBars(
  [
    {
      name: '节能环保支出',
      amount: '5077.56',
      parts: { first: '3182.80', second: '1894.76' },
      label: '5,077.56 · 78.1%',
      tooltip: '',
      pick: '211',
    },
    { name: '卫生健康支出', amount: '392.96', parts: null, label: '392.96 · 6.0%', tooltip: '', pick: '210' },
  ],
  { narrow: false },
);
const implied = yearColumns(
  [
    {
      year: 2023,
      series: 'whole',
      amount: '7070.08',
      label: '7,070.08',
      implied: true,
      tooltip: '',
      pick: 'total 2023',
    },
  ],
  { narrow: false },
);
const look: PictureLook = {
  mode: 'light',
  width: 720,
  kicker: '支出结构 · 株洲市生态环境局',
  title: '节能环保支出最多：5,077.56 万元，占 78.1%',
  unit: '单位：万元',
  key: [
    { swatch: 'first', text: '基本支出' },
    { swatch: 'second', text: '项目支出' },
  ],
  remarks: ['卫生健康支出：不一致（待核实）'],
  source: ['来源：2024 年度部门决算公开说明 · 公开05表', 'https://example.org/?view=structure'],
  description: '支出按功能分类。',
};
const heightOf = (svg: string): number => Number(/^<svg[^>]* height="(\d+)"/.exec(svg)![1]);

describe('a chart as a picture', () => {
  test('says its finding, its unit, its key and its source in the picture itself', async () => {
    const svg = await pictureOf(bars, look);
    const texts = textsOf(svg);
    for (const said of [
      look.kicker,
      look.title,
      look.unit,
      '基本支出',
      '项目支出',
      ...look.remarks!,
      ...look.source!,
      '节能环保支出',
      '5,077.56 · 78.1%',
    ])
      expect(texts).toContain(said);
    expect(svg).toContain('<desc>支出按功能分类。</desc>');
  });

  test('is drawn without an objection of Vega, and is the same text each time', async () => {
    const warnings: string[] = [];
    const first = await pictureOf(bars, { ...look, warn: (message) => void warnings.push(message) });
    expect(warnings).toEqual([]);
    expect(await pictureOf(bars, look)).toBe(first);
  });

  test('needs nothing else: no style sheet, no script, no address but its namespaces', async () => {
    const svg = await pictureOf(bars, { ...look, source: [] });
    expect(svg).not.toMatch(/<style|<script|<foreignObject|@import|href=/);
    expect([...svg.matchAll(/https?:\/\/[^"'\s<]+/g)].map(([address]) => address)).toEqual(
      expect.not.arrayContaining([expect.not.stringMatching(/^http:\/\/www\.w3\.org\//)]),
    );
    expect(svg).toContain(FONT.split(',')[0]!);
  });

  test.each([
    ['light', '#ffffff'],
    ['dark', PALETTE.dark.paper],
  ] as const)('stands on one colour in the %s mode, which hollow marks show', async (mode, paper) => {
    const svg = await pictureOf(implied, { mode, width: 500 });
    expect(/<rect width="500" height="\d+" fill="([^"]+)"/.exec(svg)![1]).toBe(paper);
    expect(svg).toMatch(new RegExp(`fill="${paper}"[^>]*stroke-dasharray`));
  });

  test('keeps every line inside its width and grows in height instead', async () => {
    const long = {
      ...look,
      width: 360,
      title: '节能环保支出最多：'.repeat(6),
      source: [`sha256 ${'0123456789abcdef'.repeat(4)}`],
    };
    const svg = await pictureOf(bars, long);
    expect(heightOf(svg)).toBeGreaterThan(heightOf(await pictureOf(bars, { ...long, title: '节能' })));
    const inside = [...svg.matchAll(/<text x="0" [^>]*font-size="(\d+)px"[^>]*>([^<]*)</g)];
    expect(inside.length).toBeGreaterThan(5);
    for (const [, size, text] of inside) expect(textWidth(text!, Number(size)), text).toBeLessThanOrEqual(360 - 48);
  });

  test('writes what XML keeps for itself as text, and leaves out what XML cannot hold', async () => {
    const svg = await pictureOf(bars, { ...look, title: 'A<b & "c"\u0000\u000b' });
    expect(svg).toContain('A&lt;b &amp; "c"<');
    expect(svg).not.toContain('\u0000');
  });

  test('has several charts beside each other with their names, and their ids apart', async () => {
    const svg = await pictureOf(
      [
        { name: '荷塘分局', chart: bars },
        { name: '芦淞分局', chart: implied },
      ],
      { mode: 'light', width: 760 },
    );
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['荷塘分局', '芦淞分局', '7,070.08']));
    const ids = [...svg.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, used] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(used);
  });
});

describe('lines of a text', () => {
  test('hold all of the text, and no more than their width', () => {
    const text = '节能环保支出 5,077.56 万元，占 78.1%；“三公”经费（决算数）为 45.07 万元。';
    for (const width of [60, 90, 120, 200, 400]) {
      const lines = wrappedLines(text, 12, width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      for (const line of lines) expect(textWidth(line, 12), line).toBeLessThanOrEqual(width);
    }
  });

  test('break neither inside a number nor before a closing mark', () => {
    for (const width of [70, 80, 90, 100, 110, 120, 150])
      for (const line of wrappedLines('支出合计，5,077.56 万元，占 78.1%；其余（项目）。', 12, width)) {
        expect(line).not.toMatch(/^[，；。）%]/);
        expect(line).not.toMatch(/[（]$/);
        expect(line).not.toMatch(/^\.?56|5,$/);
      }
  });

  test('cut a word that is longer than a line', () => {
    const address = 'https://example.org/?department=zhuzhou-ecology&year=2024';
    const lines = wrappedLines(address, 11, 120);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(address);
  });
});
