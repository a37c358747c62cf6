import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shareBars } from '../../../src/charts/share-bars.ts';
import { LEAST_SCALE, STAGE_PALETTE, STAGE_TYPE, stageConfig } from '../../../src/charts/stage-theme.ts';
import { FONT_SIZE } from '../../../src/charts/theme.ts';
import { yearColumns } from '../../../src/charts/year-columns.ts';
import { sourcePages } from '../../../src/views/story/source-lines.ts';
import { actionOf, type Keystroke } from '../../../src/views/story/stage-keys.ts';
import { chartSize, stageSize } from '../../../src/views/story/stage-size.ts';
import { tablePages } from '../../../src/views/story/stage-table.ts';
import { textsOf } from '../../../src/language/texts.ts';
import { contrast } from '../../charts/contrast.ts';

const css = readFileSync(new URL('../../../src/views/story/stage.css', import.meta.url), 'utf8');

describe.each([
  ['light', '.stage {'],
  ['dark', ".stage[data-mode='dark'] {"],
] as const)('The %s stage', (mode, selector) => {
  const rule = css.slice(css.indexOf(selector));
  const inSheet = Object.fromEntries(
    [...rule.slice(0, rule.indexOf('}')).matchAll(/--([\w-]+):\s*(#\w+);/g)].map(([, name, value]) => [name!, value!]),
  );
  const palette = STAGE_PALETTE[mode];

  test('has the colours of the charts in its stylesheet', () => {
    for (const [name, colour] of Object.entries(palette)) expect(inSheet[name], name).toBe(colour);
  });

  test('writes at 7 : 1 or more, also in bars and on boxes', () => {
    for (const paper of [palette.paper, inSheet.raised!]) {
      for (const name of ['ink', 'muted', 'accent'] as const)
        expect(contrast(palette[name], paper), `${name} on ${paper}`).toBeGreaterThanOrEqual(7);
    }
    expect(contrast(palette.paper, palette.first)).toBeGreaterThanOrEqual(7);
  });

  test('draws marks at 3 : 1 or more, and the parts of a bar apart from each other', () => {
    for (const name of ['first', 'second', 'accent'] as const)
      expect(contrast(palette[name], palette.paper), name).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.first, palette.second)).toBeGreaterThanOrEqual(2);
  });

  test('has no type in its charts that is smaller than the rest', () => {
    const sizes = [...JSON.stringify(stageConfig(mode)).matchAll(/"(?:labelFontSize|fontSize)":(\d+)/g)].map(
      ([, size]) => Number(size),
    );
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(FONT_SIZE);
  });
});

describe('The size of the stage', () => {
  test.each([
    [1920, 1080, 1, 1920, 1080],
    [1024, 768, 768 / 1080, 1440, 1080],
    [3840, 2160, 2, 1920, 1080],
    [768, 1024, 768 / 1440, 1440, 1920],
  ])('%i × %i is one of %f px a unit, all of it used', (width, height, px, wide, high) => {
    const size = stageSize(width, height);
    expect(size.px).toBeCloseTo(px);
    expect(size.width).toBeCloseTo(wide);
    expect(size.height).toBeCloseTo(high);
  });

  const bars = (count: number) =>
    shareBars(
      Array.from({ length: count }, (_, at) => ({
        name: `科目${at}`,
        amount: '1',
        parts: null,
        label: '1',
        tooltip: '',
        pick: `${at}`,
      })),
      { narrow: false },
    );

  test.each([1, 3, 7])('A chart of %i rows fits its room with type that is large enough', (count) => {
    const room = { width: 1760, height: 600 };
    const { scale, plot, width } = chartSize(bars(count).spec, room);
    expect(scale * FONT_SIZE).toBeGreaterThanOrEqual(STAGE_TYPE);
    expect(plot * scale).toBeLessThanOrEqual(room.height);
    expect(width * scale).toBeLessThanOrEqual(room.width);
    expect(plot).toBeGreaterThanOrEqual(count * 20);
  });

  test('Columns take the height that there is', () => {
    const chart = yearColumns(
      [{ year: 2024, series: 'whole', amount: '1', label: '1', implied: false, tooltip: '', pick: '' }],
      { narrow: false },
    );
    const { scale, plot } = chartSize(chart.spec, { width: 1760, height: 300 });
    expect(scale).toBe(LEAST_SCALE);
    expect(plot * scale).toBeGreaterThan(180);
  });
});

describe('The keys of the stage', () => {
  const press = (key: string, more: Partial<Keystroke> = {}): Keystroke => ({
    key,
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    ...more,
  });

  test.each(['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter'])('"%s" goes on', (key) => {
    expect(actionOf(press(key), '', false)).toEqual({ kind: 'forward' });
  });

  test.each(['ArrowLeft', 'ArrowUp', 'PageUp'])('"%s" goes back', (key) => {
    expect(actionOf(press(key), '', false)).toEqual({ kind: 'back' });
  });

  test('The space bar with shift goes back, a number and Enter jump, B and the full stop blank', () => {
    expect(actionOf(press(' ', { shiftKey: true }), '', false)).toEqual({ kind: 'back' });
    expect(actionOf(press('1'), '', false)).toEqual({ kind: 'digit', digit: '1' });
    expect(actionOf(press('Enter'), '12', false)).toEqual({ kind: 'jump', step: 12 });
    for (const key of ['b', 'B', '.']) expect(actionOf(press(key), '', false)).toEqual({ kind: 'blank' });
  });

  test('Up and down turn the pages of a sheet that has some', () => {
    expect(actionOf(press('ArrowDown'), '', true)).toEqual({ kind: 'page', by: 1 });
    expect(actionOf(press('PageUp'), '', true)).toEqual({ kind: 'page', by: -1 });
    expect(actionOf(press('ArrowRight'), '', true)).toEqual({ kind: 'forward' });
  });

  test("The browser's own keys stay its own", () => {
    expect(actionOf(press('r', { ctrlKey: true }), '', false)).toBeNull();
    expect(actionOf(press('Tab'), '', false)).toBeNull();
  });
});

test('A table comes in screenfuls without the columns that say nothing', () => {
  const pages = tablePages({
    caption: '',
    columns: ['项目', '无', '数'].map((title, at) => ({ title, kind: at === 0 ? 'text' : 'number' })),
    rows: Array.from({ length: 19 }, (_, at) => ({
      key: `${at}`,
      cells: [
        { kind: 'text', text: `项目${at}` },
        { kind: 'none', text: '—' },
        { kind: 'number', text: `${at}.00`, onopen: () => undefined },
      ],
    })),
  });
  expect(pages.map(({ rows }) => rows.length)).toEqual([8, 8, 3]);
  expect(pages[0]!.columns.map(({ title }) => title)).toEqual(['项目', '数']);
  expect(pages[2]!.rows.at(-1)!.cells.map(({ text }) => text)).toEqual(['项目18', '18.00']);
});

test('A source comes in screenfuls that lose no line', () => {
  const texts = textsOf('zh');
  const side = {
    label: '2024年决算数',
    amount: '1 万元',
    basis: '公布数',
    value: null,
    implied: false,
    locators: [],
    places: ['表'.repeat(80)],
    published: '1.00',
    mark: null,
    document: null,
  };
  const pages = sourcePages(
    {
      title: '',
      value: '',
      sides: Array.from({ length: 6 }, () => side),
      computed: ['1 − 1 = 0'],
      remarks: ['注'],
      query: 'q.sql',
      about: { department: 'a', year: 2024 },
      quote: { text: '', end: '', doubted: [] },
    },
    texts,
  );
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.flat()).toHaveLength(6 * 4 + 3);
});
