import { describe, expect, test } from 'vitest';
import { voiceOf } from '../../src/language/voice.ts';
import type { ExpenditureStructure } from '../../src/metrics/rows.ts';
import type { Address } from '../../src/state/address.ts';
import { NO_MARKS } from '../../src/views/overview/marks.ts';
import type { PanelContext } from '../../src/views/overview/panel-context.ts';
import { Sources } from '../../src/views/sources.ts';
import { openedStructure } from '../../src/views/structure/structure-choice.ts';
import { subjectsPanel, waysInto } from '../../src/views/structure/subjects-panel.ts';
import { draw, shapesOf, textsOf } from '../charts/draw.ts';
import { BODIES, ECONOMIC, STRUCTURE } from '../fixtures/dashboard-rows.ts';
import { expectExactNumbers } from './exact-cells.ts';

const asking = { by: null, amount: null, fund: null, subject: null };
const documents = BODIES[0]!.documents;
const opened: string[] = [];
const went: Partial<Address>[] = [];
const links = { go: (change: Partial<Address>) => void went.push(change), href: () => '?' };
function contextIn(language: 'zh' | 'en'): PanelContext {
  const voice = voiceOf(language, 'wan');
  return {
    year: 2024,
    voice,
    room: { narrow: false },
    documents,
    marks: NO_MARKS,
    open: (write) => void opened.push(write(new Sources([], documents, voice)).title),
  };
}
const shownOf = (over: Partial<typeof asking> | { subject: string; by?: 'economic' }, rows = STRUCTURE) =>
  openedStructure(rows, ECONOMIC, 2024, { ...asking, ...over })!;
const titleOf = (over: Parameters<typeof shownOf>[0]) => subjectsPanel(shownOf(over), contextIn('zh'), links).title;
const withPrior = (code: string, over: Partial<ExpenditureStructure>) =>
  STRUCTURE.map((row) => (row.subject_code === code ? { ...row, ...over } : row));

describe('what is opened', () => {
  test('is every class, most first, where nothing is asked for', () => {
    const shown = shownOf({});
    expect(shown.parts.map(({ code }) => code)).toEqual(['212', '208', '210', '221']);
    expect(shown).toMatchObject({
      by: 'functional',
      kind: 'actual',
      fund: 'all',
      whole: null,
      way: [],
      missing: false,
    });
    expect(shown.classifications).toEqual(['functional', 'economic']);
  });

  test('goes down level by level; a subject without parts stays among its siblings', () => {
    expect(shownOf({ subject: '212' }).parts.map(({ code }) => code)).toEqual(['21205']);
    const leaf = shownOf({ subject: '2120501' });
    expect(leaf).toMatchObject({ leaf: { code: '2120501' }, whole: { code: '21205' } });
    expect(leaf.way.map(({ code }) => code)).toEqual(['212', '21205', '2120501']);
  });

  test('is a level above, and says so, where the year does not list the subject', () => {
    expect(shownOf({ subject: '2120599' })).toMatchObject({ whole: { code: '21205' }, missing: true });
    expect(shownOf({ subject: '999' })).toMatchObject({ whole: null, missing: true });
  });

  test('is nothing where nothing is published', () => {
    expect(openedStructure([], [], 2024, asking)).toBeNull();
    expect(openedStructure(STRUCTURE, ECONOMIC, 2019, asking)).toBeNull();
  });
});

test('titles say the subject, its amount and its share to two decimals', () => {
  expect(titleOf({})).toBe('城乡社区支出 740.00 万元，占支出 75.51%');
  expect(titleOf({ subject: '212' })).toBe(
    '城乡社区支出 740.00 万元，占支出 75.51%；其中城乡社区环境卫生最多，740.00 万元（占 75.51%）',
  );
  expect(titleOf({ subject: '2120501' })).toBe('城乡社区环境卫生 740.00 万元，占支出 75.51%');
  expect(titleOf({ subject: '30101', by: 'economic' })).toBe('基本工资 560.00 万元，占基本支出 80.00%');
});

test('titles open the source of the subject that they begin with', () => {
  const open = (over: Parameters<typeof shownOf>[0]) => {
    opened.length = 0;
    subjectsPanel(shownOf(over), contextIn('zh'), links).openTitle!();
    return opened[0];
  };
  expect(open({})).toBe('212 城乡社区支出 · 2024年');
  expect(open({ subject: '212' })).toBe('212 城乡社区支出 · 2024年');
  expect(open({ subject: '2120501' })).toBe('2120501 城乡社区环境卫生 · 2024年');
  expect(open({ subject: '30101', by: 'economic' })).toBe('30101 基本工资 · 2024年');
});

test.each(['zh', 'en'] as const)('the bars are drawn without a warning (%s)', async (language) => {
  const { svg, warnings } = await draw(subjectsPanel(shownOf({}), contextIn(language), links).chart, 800);
  expect(warnings).toEqual([]);
  expect(textsOf(svg)).toContain('740.00 · 75.51%');
});

test('last year stands beside this one where it is known, and has a column then', async () => {
  const rows = withPrior('212', { prior_actual: '700', prior_basis: 'published', change: '40', change_pct: '5.7143' });
  const panel = subjectsPanel(shownOf({}, rows), contextIn('zh'), links);
  const before = subjectsPanel(shownOf({}), contextIn('zh'), links);
  expect(shapesOf((await draw(panel.chart)).svg, 'rect')).toBe(shapesOf((await draw(before.chart)).svg, 'rect') + 1);
  expect(panel.table.columns.map(({ title }) => title)).toContain('2023年');
  expect(before.table.columns.map(({ title }) => title)).not.toContain('2023年');
  expect(panel.key.map(({ text }) => text)).toContain('竖线：2023年');
});

test('a bar opens its subject, and once it is open and has no parts its source', () => {
  opened.length = 0;
  subjectsPanel(shownOf({}), contextIn('zh'), links).open('212');
  subjectsPanel(shownOf({}), contextIn('zh'), links).open('208');
  subjectsPanel(shownOf({ subject: '2120501' }), contextIn('zh'), links).open('2120501');
  expect(went).toEqual([{ subject: '212' }, { subject: '208' }]);
  expect(opened).toEqual(['2120501 城乡社区环境卫生 · 2024年']);
});

test('a way down has its amount beside it, which opens its own source', () => {
  const [way, ...others] = waysInto(shownOf({}), contextIn('zh'), links);
  expect([way!.text, way!.figure.text, others.length]).toEqual(['城乡社区支出', '740.00', 0]);
  opened.length = 0;
  way!.figure.onopen();
  expect(opened).toEqual(['212 城乡社区支出 · 2024年']);
});

test('numbers of the table have an exact value and a unit', () => {
  expectExactNumbers(subjectsPanel(shownOf({}), contextIn('zh'), links).table);
});
