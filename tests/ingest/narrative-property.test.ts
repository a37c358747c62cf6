import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/ingest/disclosure.ts';
import { CONTEXT, read } from './narrative-part.ts';

/** An amount in hundredths of 万元. */
const hundredths = fc.bigInt({ min: 0n, max: 99_999_999_999_999n });
const rate = fc.bigInt({ min: 0n, max: 99_999n });

function written(value: bigint): string {
  const digits = value.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function grouped(text: string): string {
  const [whole, fraction] = text.split('.') as [string, string];
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
}

/** The same value without trailing zeros, the form that claims keep. */
function exact(value: bigint, sign = ''): string {
  if (value === 0n) return '0';
  return sign + written(value).replace(/0+$/, '').replace(/\.$/, '');
}

/**
 * Spaces and page breaks as extraction leaves them, inside words and numbers. Digits alone between two page breaks are
 * a page's number and not part of a text: no break makes such a line.
 */
function spoilt(text: string, at: readonly number[]): string {
  const cuts = [...new Set(at.map((n) => n % text.length))].sort((a, b) => b - a);
  let result = text;
  for (const [index, cut] of cuts.entries()) {
    const broken = `${result.slice(0, cut)}\n\n${result.slice(cut)}`;
    const isolates = broken.split('\n').some((line) => /^\s*\d+[\d\s]*$/.test(line));
    result = index % 2 === 0 || isolates ? `${result.slice(0, cut)} ${result.slice(cut)}` : broken;
  }
  return result;
}

const layout = fc.record({
  thousands: fc.boolean(),
  breaks: fc.array(fc.nat(), { maxLength: 8 }),
  comparison: fc.constantFrom('与上年相比，', '比上年', '较上年决算数', '与2023年度相比，', '比2023年度', '较上年'),
  up: fc.constantFrom('增加', '增长', '上升'),
  down: fc.constantFrom('减少', '下降', '降低'),
  copula: fc.constantFrom('', '为', '数为'),
});
const truth = fc.record({
  budget: hundredths,
  actual: hundredths,
  change: hundredths,
  grows: fc.boolean(),
  rate,
  changeRate: rate,
});

const values = (claims: readonly Claim[]) =>
  claims.map((claim) => [claim.kind, claim.column_key ?? claim.base, claim.stated_value]);

describe('what is written into a sentence comes out of it, to the cent', () => {
  it('for a measure with budget, actual, execution rate and change', () => {
    fc.assert(
      fc.property(truth, layout, (t, l) => {
        const n = (value: bigint) => (l.thousands ? grouped(written(value)) : written(value));
        const word = t.grows ? l.up : l.down;
        const text =
          `“三公”经费财政拨款支出年初预算${l.copula}${n(t.budget)}万元，支出决算${l.copula}${n(t.actual)}万元，` +
          `完成年初预算的${written(t.rate)}%；${l.comparison}${word}${n(t.change)}万元，${word}${written(t.changeRate)}%。`;
        const { claims, unplaced, numbers_seen } = read('财政拨款“三公”经费支出决算情况说明', spoilt(text, l.breaks));
        const sign = t.grows ? '' : '-';
        expect(unplaced).toEqual([]);
        expect(numbers_seen).toBe(5);
        expect(values(claims)).toEqual([
          ['amount', 'initial_budget', exact(t.budget)],
          ['amount', 'actual', exact(t.actual)],
          ['execution_pct', 'initial_budget', exact(t.rate)],
          ['change', 'prior_actual', exact(t.change, sign)],
          ['change_pct', 'prior_actual', exact(t.changeRate, sign)],
        ]);
        expect(new Set(claims.map((claim) => claim.measure))).toEqual(new Set(['three_public']));
        expect(new Set(claims.map((claim) => claim.half_width))).toEqual(new Set(['0.005']));
      }),
      { numRuns: 300, seed: 20240901 },
    );
  });

  it('for a list of items of the expenditure, each under its own code', () => {
    const codes = CONTEXT.subjects.filter((subject) => subject.level === 3);
    const nameOf = (code: string) => CONTEXT.subjects.find((subject) => subject.code === code)!.name;
    const item = fc.record({
      subject: fc.constantFrom(...codes),
      budget: hundredths,
      actual: hundredths,
      rate: fc.option(rate, { nil: null }),
      withoutSuffix: fc.boolean(),
      sameLine: fc.boolean(),
      mark: fc.constantFrom('、', '.', '．'),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 12 }), (items) => {
        const text = items
          .map(({ subject, budget, actual, rate: stated, withoutSuffix, sameLine, mark }, index) => {
            const name = (code: string) => (withoutSuffix ? nameOf(code).replace(/支出$/, '') : nameOf(code));
            const head =
              `${index + 1}${mark}${name(subject.code.slice(0, 3))}（类）${name(subject.code.slice(0, 5))}（款）` +
              `${name(subject.code)}（项）。`;
            const rest = stated === null ? '' : `完成年初预算的${written(stated)}%，`;
            return `${head}${sameLine ? '' : '\n\n'}年初预算为${written(budget)}万元，支出决算为${written(actual)}万元，${rest}主要原因是年中调整。`;
          })
          .join('\n');
        const { claims, unplaced } = read('一般公共预算财政拨款支出决算情况说明', text);
        expect(unplaced).toEqual([]);
        expect(claims.map((claim) => [claim.place.row, claim.subject_code, claim.stated_value])).toEqual(
          items.flatMap(({ subject, budget, actual, rate: stated }, index) => {
            const row = `第${index + 1}项`;
            const both = [budget, actual].map((value) => [row, subject.code, exact(value)]);
            return stated === null ? both : [...both, [row, subject.code, exact(stated)]];
          }),
        );
      }),
      { numRuns: 100, seed: 20240901 },
    );
  });

  it('for any prose: every claim and unplaced number has digits, a line and a reason or a value', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '其中：',
        '，',
        '。',
        '；',
        '（',
        '）',
        '占',
        '与上年相比',
        '减少',
        '主要原因是',
        '（项）',
        '“',
        '\n',
        '万元',
        '%',
        '人',
        '2024年',
        '预算为',
        '持平',
        '1、',
        '（一）',
        '用于',
        '.',
        ',',
        '-',
      ),
      fc.integer({ min: 0, max: 99_999 }).map(String),
      hundredths.map(written),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const lines = text.split('\n').length;
        const reading = read('收入支出决算总体情况说明', text);
        expect(reading.numbers_seen).toBe(reading.claims.length + reading.unplaced.length);
        for (const { text: number, reason, line } of reading.unplaced) {
          expect(number).toMatch(/\d/);
          expect(reason).not.toBe('');
          expect(line).toBeLessThanOrEqual(lines);
        }
        for (const claim of reading.claims) {
          expect(claim.stated_value).toMatch(/^-?\d+(?:\.\d+)?$/);
          expect(claim.place.line).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 500, seed: 20240901 },
    );
  });
});

describe('a long narrative', () => {
  it.each([
    ['prose', '财政拨款收入 6504.45 万元，占 100%，比上年减少 5.63 万元，主要是因为 11 人退休，'],
    ['words without a point', '预算支出决算数与上年其中'],
    ['brackets', '（《“'],
  ])('takes time in proportion to its length: %s', (_, text) => {
    // The best of several runs: what other programs take of the machine is left out.
    const time = (length: number) => {
      const section = `${text.repeat(length / text.length)}，减少 1 万元。`;
      return Math.min(
        ...[1, 2, 3].map(() => {
          const start = performance.now();
          expect(read('收入决算情况说明', section).numbers_seen).toBeGreaterThan(0);
          return performance.now() - start;
        }),
      );
    };
    time(20_000);
    const short = Math.max(time(20_000), 2);
    // Ten times the text; a quadratic reading would take a hundred times as long.
    expect(time(200_000) / short).toBeLessThan(50);
  });
});
