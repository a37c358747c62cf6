import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { claim, department, ENGINES, figure, given, pick, type Given } from './given.ts';

const row = (code: string, name: string, level: number, parent: string | null): SnapshotRow => ({
  statement: 'expenditure',
  side: 'expenditure',
  row_code: code,
  row_name: name,
  level: String(level),
  parent_code: parent,
  place_section: '支出决算表',
  line: code,
});
const cell = (amount: string, of: SnapshotRow, column: string, cells: SnapshotRow = {}): SnapshotRow =>
  figure(amount, {
    ...of,
    column_key: column,
    column_name: column === 'expenditure' ? '合计' : '基本支出',
    published_text: amount,
    published_unit: '万元',
    locator: `支出决算表·${of.row_name}·${column}`,
    ...cells,
  });

const parent = row('20101', '上级', 2, '201');
const first = row('2010101', '甲', 3, '20101');
const second = row('2010102', '乙', 3, '20101');
const said = (kind: string, value: string, subject: string, sentence: string) =>
  claim(kind, value, {
    subject,
    sentence,
    section_no: '一',
    section_title: '总体情况',
    stated_text: `${value}！`,
    claim_kind: kind,
  });

/** 100 is not 60 + 30. The text is about things that no check knows. */
const ROWS: SnapshotRow[] = [
  ...department(),
  cell('100', parent, 'expenditure'),
  cell('90', parent, 'basic'),
  cell('60', first, 'expenditure'),
  cell('60', first, 'basic'),
  cell('30', second, 'expenditure'),
  cell('30', second, 'basic'),
  cell('0', row('2010103', '丙', 3, '20101'), 'basic', { is_blank: 'true', published_text: '' }),
  said('count', '11', '退休', '7'),
  said('count', '3', '培训', '7'),
  said('count', '5', '会议', '8'),
];

describe.each(ENGINES)('What the reconciliation takes in, on $name', ({ start }) => {
  let engine: Engine;
  let data: Given;
  beforeAll(async () => {
    engine = await start();
    data = await given(engine, ROWS);
  });
  afterAll(() => engine.close());

  test('the numbers of each statement and section are counted, blanks are none', async () => {
    const rows = await data.run('reconciliation_coverage');
    expect(rows.map((each) => pick(each, 'statement', 'section_title', 'published', 'compared'))).toEqual([
      { statement: 'expenditure', section_title: null, published: 6, compared: 6 },
      { statement: 'narrative', section_title: '总体情况', published: 3, compared: 0 },
    ]);
  });

  test('the numbers that no comparison takes in are listed as published, and are as many as were not counted', async () => {
    const rows = await data.run('unchecked_numbers');
    expect(rows.map((each) => pick(each, 'statement', 'subject', 'published_text'))).toEqual([
      { statement: 'narrative', subject: '退休', published_text: '11！' },
      { statement: 'narrative', subject: '培训', published_text: '3！' },
      { statement: 'narrative', subject: '会议', published_text: '5！' },
    ]);
    expect(await data.run('unchecked_numbers', { year: 2023 })).toEqual([]);
  });

  test('every number of a contradiction has the value of its side, the gravest contradiction first', async () => {
    const rows = await data.run('contradicted_figures');
    const ofSum = rows.filter(({ finding_id: id }) => String(id).includes('/children_sum/'));
    expect(ofSum.map((each) => pick(each, 'side', 'side_value', 'locator', 'unit'))).toEqual([
      { side: 'left', side_value: '100', locator: '支出决算表·上级·expenditure', unit: '万元' },
      { side: 'right', side_value: '90', locator: '支出决算表·甲·expenditure', unit: '万元' },
      { side: 'right', side_value: '90', locator: '支出决算表·乙·expenditure', unit: '万元' },
    ]);
    const conflicts = (await data.run('reconciliation')).filter(({ verdict }) => verdict === 'conflict');
    expect([...new Set(rows.map(({ finding_id: id }) => id))].sort()).toEqual(
      conflicts.map(({ finding_id: id }) => id).sort(),
    );
  });

  test('a number of a table comes with the whole of its row, and no other row', async () => {
    const numbers = await data.run('published_numbers', { numbers: await numbersOf('left_numbers') });
    expect(numbers.map((each) => pick(each, 'row_name', 'column_name', 'published_text', 'is_asked'))).toEqual([
      { row_name: '上级', column_name: '合计', published_text: '100', is_asked: true },
      { row_name: '上级', column_name: '基本支出', published_text: '90', is_asked: false },
    ]);
    expect(new Set(numbers.map(({ place }) => place)).size).toBe(1);
  });

  test('numbers of a sum come with the rows of all addends', async () => {
    const numbers = await data.run('published_numbers', { numbers: await numbersOf('right_numbers') });
    expect(numbers.map(({ row_name: name }) => name)).toEqual(['甲', '甲', '乙', '乙']);
    expect(new Set(numbers.map(({ place }) => place)).size).toBe(2);
  });

  test('a number of the text comes with all numbers of its sentence, in their order', async () => {
    const [asked] = await data.run('unchecked_numbers');
    const numbers = await data.run('published_numbers', { numbers: String(asked!.number_id) });
    expect(numbers.map((each) => pick(each, 'subject', 'published_text', 'heading', 'is_asked'))).toEqual([
      { subject: '退休', published_text: '11！', heading: '总体情况', is_asked: true },
      { subject: '培训', published_text: '3！', heading: '总体情况', is_asked: false },
    ]);
  });

  test('a number comes with every comparison it took part in, seen from its side, the contradiction first', async () => {
    const checks = await data.run('figure_checks', { places: '支出决算表·上级·expenditure' });
    expect(checks.map((each) => pick(each, 'rule', 'verdict', 'side', 'amount', 'own_value', 'other_value'))).toEqual([
      { rule: 'children_sum', verdict: 'conflict', side: 'left', amount: '100', own_value: '100', other_value: '90' },
    ]);
    const addends = ['支出决算表·甲·expenditure', '支出决算表·乙·expenditure'];
    const ofAddends = await data.run('figure_checks', { places: addends.join('\n') });
    expect(ofAddends.map((each) => pick(each, 'locator', 'verdict', 'side', 'amount', 'own_value'))).toEqual(
      addends.map((locator, index) => ({
        locator,
        verdict: 'conflict',
        side: 'right',
        amount: ['60', '30'][index],
        own_value: '90',
      })),
    );
  });

  test('each comparison of a number is one of the reconciliation, with the same verdict and values', async () => {
    const findings = new Map((await data.run('reconciliation')).map((each) => [each.finding_id, each]));
    const places = [...new Set(ROWS.flatMap(({ locator }) => locator ?? []))];
    const checks = await data.run('figure_checks', { places: places.join('\n') });
    expect(new Set(checks.map(({ finding_id: id }) => id))).toEqual(new Set(findings.keys()));
    for (const check of checks) {
      const finding = findings.get(check.finding_id)!;
      const [own, other] = check.side === 'left' ? ['left', 'right'] : ['right', 'left'];
      expect(pick(check, 'rule', 'verdict', 'unit', 'own_value', 'other_value', 'other_locator')).toEqual({
        rule: finding.rule,
        verdict: finding.verdict,
        unit: finding.unit,
        own_value: finding[`${own}_value`],
        other_value: finding[`${other}_value`],
        other_locator: finding[`${other}_locator`],
      });
    }
  });

  test('a place that no number stands at has no comparison, and no place asks for nothing', async () => {
    expect(await data.run('figure_checks', { places: '别处' })).toEqual([]);
    expect(await data.run('figure_checks', { places: '' })).toEqual([]);
    expect(await data.run('figure_checks')).toEqual([]);
  });

  test('nothing is asked for by no number', async () => {
    expect(await data.run('published_numbers')).toEqual([]);
    expect(await data.run('published_numbers', { numbers: '' })).toEqual([]);
  });

  /** Of the sum that does not hold. */
  async function numbersOf(side: 'left_numbers' | 'right_numbers'): Promise<string> {
    const findings = await data.run('reconciliation');
    const broken = findings.find(({ rule, verdict }) => rule === 'children_sum' && verdict === 'conflict');
    return String(broken![side]);
  }
});

test.each(ENGINES)(
  'The place of a row stands for all its numbers, and one can stand behind the name of its body, on $name',
  async ({ start }) => {
    const engine = await start();
    const placed = (amount: string, of: SnapshotRow, line: number, column = 'expenditure') =>
      cell(amount, of, column, { locator: `表·行「${of.row_name}」·列「${column}」·第 ${line} 行` });
    const data = await given(engine, [
      ...department(),
      placed('100', parent, 1),
      placed('7', parent, 1, 'basic'),
      placed('60', first, 2),
      placed('30', second, 3),
    ]);
    const checks = await data.run('figure_checks', { places: '表·行「上级」·第 1 行' });
    const named = await data.run('figure_checks', { places: '示例局 表·行「乙」·列「expenditure」·第 3 行' });
    await engine.close();
    expect(named.map(({ amount }) => amount)).toEqual(['30']);
    const sums = checks.filter(({ rule }) => rule === 'children_sum');
    expect(sums.map((each) => pick(each, 'locator', 'verdict', 'amount'))).toEqual([
      { locator: '表·行「上级」·第 1 行', verdict: 'conflict', amount: '100' },
    ]);
    expect(checks.filter(({ amount }) => amount !== '100' && amount !== '7')).toEqual([]);
  },
);
