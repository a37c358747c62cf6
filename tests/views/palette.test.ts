import { beforeAll, describe, expect, test } from 'vitest';
import { textsOf } from '../../src/language/texts.ts';
import { readAddress } from '../../src/state/address.ts';
import type { StartedBody } from '../../src/state/started.ts';
import { entriesOf, type Known } from '../../src/views/palette/entries.ts';
import { loadSpells } from '../../src/views/palette/pinyin.ts';
import { ranked, type Spells } from '../../src/views/palette/ranking.ts';
import { hasCommandKey, isShortcut } from '../../src/views/palette/shortcut.ts';
import { TRENDS } from '../fixtures/analysis-rows.ts';

let spells: Spells;
beforeAll(async () => {
  spells = await loadSpells();
});

const entry = (name: string, ...keys: string[]) => ({ name, keys });
const BODIES = [
  entry('株洲市生态环境局', 'zhuzhou-ecology'),
  entry('株洲市生态环境局本级', '局本级', '局机关'),
  entry('株洲市生态环境保护综合行政执法支队', '执法支队'),
  entry('上海市普陀区财政局', 'putuo-finance'),
  entry('“三公”经费', 'three_public'),
  entry('大气', '2110301'),
  entry('大气污染防治行政运行', '2110399'),
  entry('重点生态保护修复'),
  entry('与上年相比', 'Change', 'change'),
];
const found = (query: string, entries: readonly { name: string; keys: string[] }[] = BODIES) =>
  ranked(entries, query, spells).map(({ name }) => name);

describe('what is typed finds', () => {
  test.each([
    ['the initials of a name that leave characters out', 'zzsthj', '株洲市生态环境局'],
    ['all initials of a name', 'zzssthjj', '株洲市生态环境局'],
    ['initials over quotes that nobody types', 'sgjf', '“三公”经费'],
    ['whole syllables', 'putuo', '上海市普陀区财政局'],
    ['whole syllables apart', 'pu tuo cai zheng', '上海市普陀区财政局'],
    ['syllables mixed with initials', 'caizj', '上海市普陀区财政局'],
    ['another reading of a character', 'chongdian', '重点生态保护修复'],
    ['the reading that is meant', 'zhongdian', '重点生态保护修复'],
    ['capitals', 'SGJF', '“三公”经费'],
    ['characters that leave others out', '普陀财政', '上海市普陀区财政局'],
    ['another name', '局机关', '株洲市生态环境局本级'],
    ['a code', '2110301', '大气'],
    ['the name in the other language', 'change', '与上年相比'],
    ['full-width letters', 'ｃｈａｎｇｅ', '与上年相比'],
  ])('%s: %s', (_what, query, name) => {
    expect(found(query)[0]).toBe(name);
  });
});

test('Of what a word finds the whole name comes first, then beginnings, then parts, then pinyin', () => {
  const entries = [entry('防治大气'), entry('大气污染'), entry('大气'), entry('空气', '大气质量')];
  expect(found('大气', entries)).toEqual(['大气', '大气污染', '空气', '防治大气']);
  expect(found('daqi', entries)).toEqual(['大气', '大气污染', '空气', '防治大气']);
});

test('Every word must find something, in any order', () => {
  expect(found('执法 株洲')).toEqual(['株洲市生态环境保护综合行政执法支队']);
  expect(found('株洲 财政')).toEqual([]);
});

test('Letters that spell nothing find nothing, and one letter is not looked for behind left out characters', () => {
  expect(found('xxxq')).toEqual([]);
  expect(found('；；')).toHaveLength(BODIES.length);
});

test('An empty query leaves everything in its order, and without the dictionary names and codes still are found', () => {
  expect(ranked(BODIES, ' ', null)).toEqual(BODIES);
  expect(ranked(BODIES, '三公', null).map(({ name }) => name)).toEqual(['“三公”经费']);
  expect(ranked(BODIES, 'sgjf', null)).toEqual([]);
});

describe('the entries', () => {
  const body = (id: string, name: string, years: number[], parent: string | null = null): StartedBody => ({
    id,
    name,
    level: parent === null ? 'department' : 'unit',
    parent,
    years,
    documents: [],
  });
  const bodies = [
    body('example-parks', '示例市园林局', [2024, 2023]),
    body('other', '示例市水务局', [2022]),
    body('nursery', '苗圃中心', [2024], 'example-parks'),
    body('empty', '没有年度的部门', []),
  ];
  const known = (over: Partial<Known> = {}): Known => ({
    bodies,
    aliases: new Map([['other', ['水利局']]]),
    trends: TRENDS,
    selection: { body: bodies[0]!, year: 2024 },
    address: readAddress('?department=example-parks&year=2024&view=compare&measure=three_public&unit=yi').address,
    adds: true,
    texts: textsOf('zh'),
    otherTexts: textsOf('en'),
    ...over,
  });
  const best = (query: string, over: Partial<Known> = {}) => ranked(entriesOf(known(over)), query, spells)[0]!;

  test('A body keeps the year where it has it, and offers its years', () => {
    expect(best('苗圃').change).toMatchObject({ department: 'nursery', year: 2024 });
    expect(best('苗圃').hint).toBe('示例市园林局');
    expect(best('水利局').change).toMatchObject({ department: 'other', year: null });
    expect(best('ylj 2023').change).toMatchObject({ department: 'example-parks', year: 2023 });
    expect(entriesOf(known()).some(({ name }) => name === '没有年度的部门')).toBe(false);
  });

  test('A choice changes the body and leaves the page and its choices as they are', () => {
    const change = best('苗圃').change!;
    expect('view' in change || 'measure' in change || 'unit' in change).toBe(false);
  });

  test('Another page leaves behind what belongs to this one', () => {
    expect(best('勾稽').change).toMatchObject({ view: 'reconciliation', measure: null });
    expect(best('reconciliation').change).toMatchObject({ view: 'reconciliation' });
  });

  test('A measure opens over the years, a subject with what it is made of', () => {
    const measure = TRENDS.find(({ item_kind }) => item_kind === 'measure')!;
    const subject = TRENDS.find(({ item_kind }) => item_kind === 'subject')!;
    expect(best(measure.item).change).toMatchObject({ view: 'trends', items: measure.item });
    expect(best(subject.item).change).toMatchObject({ view: 'structure', subject: subject.item });
  });

  test('What only another body has opens that body, and says so', () => {
    const found = best('2130199', {
      trends: [{ ...TRENDS[0]!, department_id: 'other', item: '2130199', item_name: '水利', item_kind: 'subject' }],
    });
    expect(found.hint).toBe('2130199 · 示例市水务局');
    expect(found.change).toMatchObject({ view: 'structure', subject: '2130199', department: 'other', year: null });
  });

  test('Settings are found in both languages and say what is set; files are added only where they can be', () => {
    expect(best('dark').change).toEqual({ theme: 'dark' });
    expect(best('深色').change).toEqual({ theme: 'dark' });
    expect(best('亿元').hint).toBe('当前');
    expect(best('english').change).toEqual({ language: 'en' });
    expect(best('添加文件').change).toBeNull();
    expect(entriesOf(known({ adds: false })).some(({ change }) => change === null)).toBe(false);
  });

  test('No two entries have the same id', () => {
    const ids = entriesOf(known()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the keys', () => {
  const press = (over: Partial<KeyboardEvent>) =>
    ({
      key: 'k',
      isComposing: false,
      metaKey: false,
      ctrlKey: false,
      shiftKey: false,
      altKey: false,
      ...over,
    }) as KeyboardEvent;

  test.each([
    ['Ctrl K on a PC', { ctrlKey: true }, false, true],
    ['Ctrl K with capitals locked', { ctrlKey: true, key: 'K' }, false, true],
    ['⌘ K on a Mac', { metaKey: true }, true, true],
    ['Ctrl K on a Mac, which deletes to the end of the line', { ctrlKey: true }, true, false],
    ['K alone', {}, false, false],
    ['Ctrl Shift K', { ctrlKey: true, shiftKey: true }, false, false],
    ['Ctrl K while a character is composed', { ctrlKey: true, isComposing: true }, false, false],
  ])('%s', (_name, over, commandKey, opens) => {
    expect(isShortcut(press(over), commandKey)).toBe(opens);
  });

  test('a Mac is told from others', () => {
    expect([hasCommandKey('MacIntel'), hasCommandKey('Linux x86_64'), hasCommandKey('Win32')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
