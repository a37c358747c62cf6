import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Disclosure, Figure } from '../../src/ingest/disclosure.ts';
import { Exact } from '../../src/money/decimal.ts';
import { recogniseText } from './recognise-text.ts';
import { COMPONENTS, type Layout, PLAIN, SAMPLE, subjectRows, type Truth, write } from './written-disclosure.ts';

function read(truth: Truth, layout: Layout = PLAIN): Disclosure {
  return recogniseText(write(truth, layout), 'written.txt');
}

/** 万元 of an amount in the smallest step of the truth's unit. */
function wanYuan(truth: Truth, step: bigint): string {
  return new Exact(step.toString()).div(truth.unit === '元' ? 1_000_000 : 100).toFixed();
}

function amountOf(disclosure: Disclosure, where: Partial<Figure>): string | null | undefined {
  const found = disclosure.figures.filter((figure) =>
    Object.entries(where).every(([key, value]) => figure[key as keyof Figure] === value),
  );
  expect(found, JSON.stringify(where)).toHaveLength(1);
  return found[0]!.amount;
}

function expectTruth(truth: Truth, disclosure: Disclosure): void {
  const { total, rows } = subjectRows(truth);
  const actual = (where: Partial<Figure>, step: bigint): void =>
    expect(amountOf(disclosure, where), JSON.stringify(where)).toBe(wanYuan(truth, step));

  for (const row of [{ ...total, code: 'total' }, ...rows]) {
    const sum = row.basic + row.project;
    const at = { row_code: row.code };
    actual({ ...at, statement: 'income', column_key: 'revenue', fund: 'all' }, sum);
    actual({ ...at, statement: 'income', column_key: 'fiscal_appropriation' }, sum);
    actual({ ...at, statement: 'income', column_key: 'operations' }, 0n);
    for (const statement of ['expenditure', 'general_public_expenditure'] as const) {
      const fund = statement === 'expenditure' ? 'all' : 'general_public';
      actual({ ...at, statement, fund, column_key: 'expenditure' }, sum);
      actual({ ...at, statement, fund, column_key: 'basic' }, row.basic);
      actual({ ...at, statement, fund, column_key: 'project' }, row.project);
    }
  }
  const all = total.basic + total.project;
  for (const [statement, fund] of [
    ['income_expenditure', 'all'],
    ['fiscal_appropriation', 'fiscal'],
  ] as const) {
    actual({ statement, fund, row_code: 'revenue', side: 'revenue' }, all);
    actual({ statement, fund, row_code: 'expenditure', side: 'expenditure' }, all);
    actual({ statement, fund, row_code: 'total', side: 'revenue' }, all);
    actual({ statement, fund, row_code: 'total', side: 'expenditure' }, all);
    actual({ statement, fund, row_code: 'opening_carryover' }, 0n);
    for (const row of rows.filter(({ code }) => /^(?:201|208|221)$/.test(code))) {
      actual({ statement, fund, row_code: row.code, side: 'expenditure', level: 1 }, row.basic + row.project);
    }
  }
  actual({ statement: 'fiscal_appropriation', fund: 'general_public', row_code: 'revenue' }, all);
  actual({ statement: 'fiscal_appropriation', fund: 'general_public', row_code: 'opening_carryover' }, 0n);
  actual({ statement: 'fiscal_appropriation', fund: 'general_public', row_code: 'total' }, all);

  for (const { code, amount } of truth.economic)
    actual({ statement: 'basic_expenditure', row_code: code, level: 2 }, amount);
  const sum = (test: (code: string) => boolean): bigint =>
    truth.economic.filter(({ code }) => test(code)).reduce((total, subject) => total + subject.amount, 0n);
  actual(
    { statement: 'basic_expenditure', row_code: 'personnel' },
    sum((code) => code.startsWith('301')),
  );
  actual(
    { statement: 'basic_expenditure', row_code: 'operating' },
    sum((code) => !code.startsWith('301')),
  );

  const components = ['three_public', 'overseas', 'vehicles', 'vehicle_purchase', 'vehicle_operation', 'reception'];
  for (const at of COMPONENTS.keys()) {
    actual(
      { row_code: components[at]!, column_key: 'initial_budget', statement: 'three_public' },
      truth.threePublic.budget[at]!,
    );
    actual(
      { row_code: components[at]!, column_key: 'actual', statement: 'three_public' },
      truth.threePublic.actual[at]!,
    );
  }
}

const step = fc.bigInt({ min: -99_999_999n, max: 999_999_999_999n });
/** An expenditure that is not zero in some place, so that the statement has data. */
const some = fc.bigInt({ min: 1n, max: 999_999_999_999n });
const truths: fc.Arbitrary<Truth> = fc
  .record({
    unit: fc.constantFrom('万元' as const, '元' as const),
    first: some,
    amounts: fc.array(fc.tuple(step, step), { minLength: 4, maxLength: 4 }),
    economic: fc.array(some, { minLength: 4, maxLength: 4 }),
    budget: fc.array(some, { minLength: 6, maxLength: 6 }),
    actual: fc.array(step, { minLength: 6, maxLength: 6 }),
  })
  .map(({ unit, first, amounts, economic, budget, actual }) => ({
    ...SAMPLE,
    unit,
    subjects: SAMPLE.subjects.map((subject, at) => ({
      ...subject,
      basic: at === 0 ? first : amounts[at]![0],
      project: at === 0 ? first : amounts[at]![1],
    })),
    economic: SAMPLE.economic.map((subject, at) => ({ ...subject, amount: economic[at]! })),
    threePublic: { budget, actual },
  }));
const layouts: fc.Arbitrary<Layout> = fc.record({
  thousands: fc.boolean(),
  spaced: fc.boolean(),
  lineNumbers: fc.boolean(),
  pageBreaks: fc.boolean(),
  trimmed: fc.boolean(),
  contents: fc.boolean(),
  vertical: fc.boolean(),
  reversed: fc.boolean(),
  eol: fc.constantFrom('\n' as const, '\r\n' as const),
});

describe('a written disclosure', () => {
  test.prop([truths, layouts], { numRuns: 60, seed: 20240918 })(
    'comes out as it went in, to the cent, in every layout',
    (truth, layout) => {
      const disclosure = read(truth, layout);
      expectTruth(truth, disclosure);
      const statements = disclosure.sections.filter(({ kind }) => kind === 'statement');
      expect(statements.flatMap(({ unplaced }) => unplaced)).toEqual([]);
      expect(new Set(statements.map(({ id }) => id)).size).toBe(9);
    },
  );

  it('records statements without data as empty, with no figures', () => {
    const disclosure = read(SAMPLE);
    for (const id of ['government_fund', 'state_capital']) {
      const section = disclosure.sections.find((candidate) => candidate.id === id)!;
      expect(section).toMatchObject({ status: 'empty', figures: 0, unplaced: [] });
      expect(disclosure.figures.some((figure) => figure.statement === id)).toBe(false);
    }
  });

  it('records a statement that is not in the document as missing', () => {
    const text = write(SAMPLE).replace(/收入决算表\n\n公开 02 表[\s\S]*?(?=支出决算表\n\n公开)/, '');
    const disclosure = recogniseText(text, 'written.txt');
    expect(disclosure.sections.find(({ id }) => id === 'income')).toMatchObject({
      status: 'missing',
      line: 0,
      figures: 0,
    });
    expect(disclosure.sections.find(({ id }) => id === 'expenditure')).toMatchObject({ status: 'data', rows: 11 });
  });

  it('takes a blank cell of a named row as 0 and says that nothing was published', () => {
    const figures = read(SAMPLE).figures.filter(
      ({ statement, row_code }) => statement === 'expenditure' && row_code === '2012604',
    );
    expect(
      figures.map(({ column_key, amount, is_blank, published_text }) => ({
        column_key,
        amount,
        is_blank,
        published_text,
      })),
    ).toEqual([
      { column_key: 'expenditure', amount: '654.32', is_blank: false, published_text: '654.32' },
      { column_key: 'basic', amount: '0', is_blank: true, published_text: '' },
      { column_key: 'project', amount: '654.32', is_blank: false, published_text: '654.32' },
    ]);
  });

  it('reads the kind of an unlabelled budget from the note under the table and says so', () => {
    const budgets = read(SAMPLE).figures.filter(
      ({ statement, budget_kind }) => statement === 'three_public' && budget_kind !== null,
    );
    expect(budgets).toHaveLength(6);
    for (const figure of budgets)
      expect(figure).toMatchObject({
        column_key: 'initial_budget',
        budget_kind: 'initial',
        budget_evidence: '表下注说明预算数为年初预算数',
      });
    const silent = recogniseText(write(SAMPLE).replace(/注：预算数为.*/, ''), 'written.txt');
    const unlabelled = silent.figures.filter(
      ({ statement, budget_kind }) => statement === 'three_public' && budget_kind !== null,
    );
    for (const figure of unlabelled)
      expect(figure).toMatchObject({ column_key: 'budget', budget_kind: 'unlabelled', budget_evidence: null });
    expect(unlabelled).toHaveLength(6);
  });

  it('joins a subject name that goes on after a page break', () => {
    const names = read(SAMPLE, { ...PLAIN, pageBreaks: true })
      .figures.filter(({ row_code }) => row_code === '2080505')
      .map(({ row_name }) => row_name);
    expect(new Set(names)).toEqual(new Set(['机关事业单位基本养老保险缴费支出']));
  });

  it('keeps the precision that the document works in where a zero was trimmed', () => {
    const text = write(SAMPLE).replaceAll('70.01', '70');
    const disclosure = recogniseText(text, 'written.txt');
    const figure = disclosure.figures.find(
      ({ statement, row_code, column_key }) =>
        statement === 'expenditure' && row_code === '2210201' && column_key === 'basic',
    );
    expect(figure).toMatchObject({ amount: '70', half_width: '0.005', published_text: '70', published_unit: '万元' });
  });

  it('gives amounts in 元 exactly in 万元, with their own precision', () => {
    const figure = read({ ...SAMPLE, unit: '元' }).figures.find(
      ({ statement, row_code, column_key }) =>
        statement === 'expenditure' && row_code === '2012601' && column_key === 'basic',
    );
    expect(figure).toMatchObject({
      amount: '0.123456',
      half_width: '0.0000005',
      published_text: '1,234.56',
      published_unit: '元',
      unit: '万元',
    });
  });
});
