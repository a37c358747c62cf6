import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import listed from '../../data/bodies.json' with { type: 'json' };
import type { KnownBody } from '../../src/ingest/bodies.ts';
import type { Disclosure, Figure } from '../../src/ingest/disclosure.ts';
import { Exact } from '../../src/money/decimal.ts';
import { recogniseText } from './recognise-text.ts';

const NAME = 'zhuzhou-ecology-2024-final-accounts.txt';
const FILE = fileURLToPath(new URL(`../../../shared/documents/${NAME}`, import.meta.url));
const present = existsSync(FILE);
if (!present) console.log(`${NAME} is not there: the tests of the statements on the real document do not run`);

describe.runIf(present)('the nine statements of the Zhuzhou final accounts for 2024', () => {
  const bytes = present ? readFileSync(FILE) : new Uint8Array();
  let cached: Disclosure | null = null;
  const read = (): Disclosure => (cached ??= recogniseText(bytes, NAME, listed as KnownBody[]));
  const figure = (where: Partial<Figure>): Figure => {
    const found = read().figures.filter((candidate) =>
      Object.entries(where).every(([key, value]) => candidate[key as keyof Figure] === value),
    );
    expect(found, JSON.stringify(where)).toHaveLength(1);
    return found[0]!;
  };
  const statements = (): Disclosure['sections'] => read().sections.filter(({ kind }) => kind === 'statement');

  it('are recognised with the document they stand in', () => {
    expect(read()).toMatchObject({
      document_id: 'zhuzhou-ecology-2024-final-accounts',
      title: '2024年度株洲市生态环境局部门决算',
      fiscal_year: 2024,
      department_id: 'zhuzhou-ecology',
      text_origin: 'machine_read',
      source_name: NAME,
    });
    expect(read().bodies.map(({ department_id }) => department_id)).toEqual([
      'zhuzhou-ecology',
      'zhuzhou-ecology-headquarters',
      'zhuzhou-ecology-enforcement',
    ]);
  });

  it('yield every one of their 285 amounts, and leave none unplaced', () => {
    // Counted in the text itself: cells of the pages of the statements that show an amount to the cent.
    const lines = bytes.toString('utf8').split('\n');
    const begin = lines.findLastIndex((line) => line.startsWith('第二部分'));
    const to = lines.findIndex((line, at) => at > begin && line.trim() === '第三部分');
    const printed = lines
      .slice(begin, to)
      .flatMap((line) => line.split('\t'))
      .filter((cell) => /^-?[\d,]+\.\d{2}$/.test(cell.trim()));
    expect(printed).toHaveLength(285);

    expect(
      statements().map(({ id, status, numbers_seen, unplaced }) => [id, status, numbers_seen, unplaced.length]),
    ).toEqual([
      ['income_expenditure', 'data', 12, 0],
      ['income', 'data', 66, 0],
      ['expenditure', 'data', 69, 0],
      ['fiscal_appropriation', 'data', 21, 0],
      ['general_public_expenditure', 'data', 69, 0],
      ['basic_expenditure', 'data', 40, 0],
      ['government_fund', 'empty', 0, 0],
      ['state_capital', 'empty', 0, 0],
      ['three_public', 'data', 8, 0],
    ]);
    const ids: string[] = statements().map(({ id }) => id);
    const placed = read().figures.filter(({ statement, is_blank }) => ids.includes(statement) && !is_blank);
    expect(placed.map(({ published_text }) => published_text).toSorted()).toEqual(printed.toSorted());
  });

  it('show each amount at the line where it stands', () => {
    const lines = bytes.toString('utf8').split('\n');
    const ids: string[] = statements().map(({ id }) => id);
    for (const { statement, published_text, place } of read().figures) {
      if (ids.includes(statement)) expect(lines[place.line - 1]).toContain(published_text);
    }
  });

  it('give the same amount for a subject in every statement that carries it', () => {
    const sum = new Map<string, Set<string>>();
    for (const { row_code, column_key, statement, amount, side } of read().figures) {
      const wholes =
        ['income', 'expenditure', 'general_public_expenditure'].includes(statement) &&
        ['revenue', 'expenditure'].includes(column_key);
      const general =
        ['income_expenditure', 'fiscal_appropriation'].includes(statement) && side === 'expenditure' && amount !== '0';
      if (/^2\d{2}$/.test(row_code ?? '') && (wholes || general)) {
        sum.set(row_code!, (sum.get(row_code!) ?? new Set()).add(amount!));
      }
    }
    expect(Object.fromEntries([...sum].map(([code, amounts]) => [code, [...amounts]]))).toEqual({
      '201': ['47.86'],
      '208': ['698.5'],
      '210': ['392.96'],
      '211': ['5077.56'],
      '212': ['43.69'],
      '221': ['243.88'],
    });
  });

  it('take no number of a line for an amount, not even the misprinted one', () => {
    expect(figure({ statement: 'income_expenditure', row_name: '外交支出' })).toMatchObject({
      amount: '0',
      is_blank: true,
    });
    const printed = read().figures.filter(({ statement, is_blank }) => statement === 'income_expenditure' && !is_blank);
    const total = printed.reduce((sum, { amount }) => sum.plus(amount!), new Exact(0));
    expect(total.toFixed()).toBe(new Exact('6504.45').times(6).toFixed());
  });

  it('join what page breaks tore apart', () => {
    const names = read()
      .figures.filter(({ row_code }) => row_code === '2080506')
      .map(({ row_name }) => row_name);
    expect(new Set(names)).toEqual(new Set(['机关事业单位职业年金缴费支出']));
    expect(figure({ statement: 'income', row_code: '2080506', column_key: 'revenue' })).toMatchObject({
      amount: '145.39',
      parent_code: '20805',
      level: 3,
    });
    expect(figure({ statement: 'income_expenditure', row_code: '221' }).place.row).toBe('十九、住房保障支出');
  });

  it('find the totals at the foot of the detailed table in their own columns', () => {
    expect(figure({ statement: 'basic_expenditure', row_code: 'personnel' })).toMatchObject({
      amount: '3486.8',
      published_text: '3,486.80',
    });
    expect(figure({ statement: 'basic_expenditure', row_code: 'operating' })).toMatchObject({ amount: '1079.19' });
    expect(figure({ statement: 'basic_expenditure', row_code: '30231' })).toMatchObject({
      amount: '42.42',
      level: 2,
      parent_code: '302',
    });
  });

  it('tell the two carry-overs, the funds and the sides apart', () => {
    expect(figure({ statement: 'fiscal_appropriation', row_code: 'revenue', fund: 'general_public' })).toMatchObject({
      amount: '6504.45',
      side: 'revenue',
    });
    expect(
      figure({ statement: 'fiscal_appropriation', row_code: 'opening_carryover', fund: 'general_public' }),
    ).toMatchObject({ amount: '0', published_text: '0.00', is_blank: false });
    expect(figure({ statement: 'fiscal_appropriation', row_code: 'closing_carryover', fund: 'fiscal' })).toMatchObject({
      amount: '0',
      is_blank: true,
    });
    expect(figure({ statement: 'fiscal_appropriation', row_code: '211', fund: 'general_public' })).toMatchObject({
      amount: '5077.56',
      side: 'expenditure',
    });
    expect(figure({ statement: 'income_expenditure', row_code: 'total', side: 'expenditure' })).toMatchObject({
      amount: '6504.45',
      fund: 'all',
    });
  });

  it('know the “三公” budget for the revised one by the note under the table', () => {
    const expected = {
      three_public: ['47.82', '45.07'],
      overseas: ['0', '0'],
      vehicles: ['42.5', '42.42'],
      vehicle_purchase: ['0', '0'],
      vehicle_operation: ['42.5', '42.42'],
      reception: ['5.33', '2.65'],
    };
    for (const [row_code, [budget, actual]] of Object.entries(expected)) {
      const at = { statement: 'three_public', row_code, fund: 'fiscal' } as const;
      expect(figure({ ...at, column_key: 'revised_budget' })).toMatchObject({
        amount: budget,
        budget_kind: 'revised',
        budget_evidence: '表下注说明预算数为全年（调整后）预算数',
      });
      expect(figure({ ...at, column_key: 'actual' })).toMatchObject({ amount: actual, half_width: '0.005' });
    }
  });
});
