import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FigureSource } from '../../src/components/figure-source.ts';
import { directionOf } from '../../src/language/numbers.ts';
import { voiceOf, type Voice } from '../../src/language/voice.ts';
import type { Comparability } from '../../src/metrics/rows.ts';
import { executionSource } from '../../src/views/overview/execution-panel.ts';
import { headlineSource } from '../../src/views/overview/headline-source.ts';
import { threePublicSource } from '../../src/views/overview/three-public-panel.ts';
import { quoteOf } from '../../src/views/quotes/figure-quote.ts';
import type { QuoteFacts } from '../../src/views/quotes/quote-facts.ts';
import { Sources } from '../../src/views/sources.ts';
import { EXECUTION, headline, HEADLINES, THREE_PUBLIC } from '../fixtures/dashboard-rows.ts';

const zh = new Sources([], [], voiceOf('zh', 'wan'));
const en = new Sources([], [], voiceOf('en', 'wan'));
const said = ({ quote }: FigureSource): string => quote.text + quote.end;
const total = HEADLINES.find((row) => row.measure === 'total' && row.fiscal_year === 2024)!;

describe('A headline figure as a sentence', () => {
  test('says whose, of which year and kind, the change in words and that last year is implied', () => {
    expect(said(headlineSource(total, zh))).toBe(
      '2024年度，示例市园林局收支总计决算数1,000.00万元，比上年减少100.50万元，下降9.1%' +
        '（上年数1,100.50万元由本年文件所写的增减额推得，非公布数）。',
    );
    expect(said(headlineSource(total, en))).toBe(
      'In 2024, total income and expenditure of 示例市园林局 came to 1,000.00 (actual), down 100.50 (9.1%) on the prior ' +
        'year (the prior-year figure, 1,100.50, is implied by the change stated in this year’s document, not published); ' +
        'amounts in CNY 10,000.',
    );
  });

  test('follows the unit of the page', () => {
    const yi = new Sources([], [], voiceOf('zh', 'yi'));
    expect(said(headlineSource(total, yi))).toContain('决算数0.1000亿元，比上年减少0.0101亿元，下降9.1%');
  });

  test('names the other figure of last year where two contradict each other', () => {
    const contested = HEADLINES.find((row) => row.measure === 'three_public' && row.alt_prior_actual !== null)!;
    const { text, doubted } = headlineSource(contested, zh).quote;
    expect(text).toContain('（上年数在文件另一处为14.20万元，不一致，待核实）');
    expect(doubted).toEqual(['2023年决算数', '2023年决算数（另一处）']);
  });

  test('says that it is contradicted where the other figure is not known', () => {
    expect(said(headlineSource(headline('total', '5', { contested: true }), zh))).toBe(
      '2024年度，示例市园林局收支总计决算数5.00万元；上年数未公布，不作比较（该数与文件另一处不一致，待核实）。',
    );
  });

  test('says why there is no rate or no comparison, and never a number in its place', () => {
    const of = (over: Partial<typeof total>) => said(headlineSource(headline('agency_operation', '88.2', over), zh));
    const zero = of({ comparability: 'zero_base', prior_actual: '0', prior_basis: 'published', change: '88.2' });
    expect(zero).toBe(
      '2024年度，示例市园林局机关运行经费决算数88.20万元，比上年增加88.20万元；上年为零，不计算增减率。',
    );
    expect(of({ comparability: 'scope_differs', prior_actual: '5', prior_basis: 'implied' })).toBe(
      '2024年度，示例市园林局机关运行经费决算数88.20万元；与上年口径不同，不作比较。',
    );
    expect(of({})).toBe('2024年度，示例市园林局机关运行经费决算数88.20万元；上年数未公布，不作比较。');
  });

  test('calls a budget an initial budget and compares it with last year’s', () => {
    const budget = headline('total', null, {
      initial_budget: '120',
      initial_budget_basis: 'published',
      prior_initial_budget: '100',
      prior_initial_budget_basis: 'published',
      budget_change: '20',
      budget_change_pct: '20',
      budget_comparability: 'comparable',
    });
    expect(said(headlineSource(budget, zh))).toBe(
      '2024年度，示例市园林局收支总计年初预算数120.00万元，比上年年初预算数增加20.00万元，增长20.0%。',
    );
    expect(said(headlineSource(budget, en))).toContain(
      'came to 120.00 (initial budget), up 20.00 (20.0%) on the prior year’s initial budget; amounts',
    );
  });

  test('says so where the figure is not published', () => {
    expect(said(headlineSource(headline('total', null), zh))).toBe('2024年度，示例市园林局收支总计决算数未公布。');
  });
});

describe('Execution as a sentence', () => {
  test('names the budget that the rate stands on', () => {
    const row = EXECUTION.find(
      ({ execution_pct, execution_base }) => execution_pct !== null && execution_base !== null,
    )!;
    const initial = executionSource(
      { ...row, execution_base: 'initial', initial_budget: '60', execution_pct: '75.1167' },
      zh,
    );
    expect(said(initial)).toMatch(/，为年初预算数60\.00万元的75\.1%。$/);
    const revised = executionSource(
      { ...row, execution_base: 'revised', initial_budget: null, revised_budget: '60', execution_pct: '75.1167' },
      zh,
    );
    expect(said(revised)).toMatch(/，为全年预算数60\.00万元的75\.1%。$/);
  });

  test('says that a budget is of a kind that the document does not name, and the change is never said of it', () => {
    const row = THREE_PUBLIC.find(({ actual }) => actual !== null)!;
    const source = threePublicSource(
      {
        ...row,
        initial_budget: null,
        revised_budget: null,
        unlabelled_budget: '2.85',
        execution_base: null,
        execution_pct: null,
        prior_actual: '9',
        prior_basis: 'published',
        alt_prior_actual: null,
        change: '-0.5',
        change_pct: '-5.5',
        comparability: 'comparable',
        contested: false,
        alt_actual: null,
      },
      zh,
    );
    expect(said(source)).toMatch(/，比上年减少0\.50万元，下降5\.5%；预算（未标明年初或全年）2\.85万元。$/);
  });
});

/** Exact amounts in 万元, down to a part of a 元. */
const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 14n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, decimals]) => {
    const sign = digits < 0n ? '-' : '';
    const text = (digits < 0n ? -digits : digits).toString().padStart(decimals + 1, '0');
    return decimals === 0 ? sign + text : `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
  });
const rate = fc.integer({ min: -9_999_999, max: 99_999_999 }).map((digits) => {
  const text = String(Math.abs(digits)).padStart(5, '0');
  return `${digits < 0 ? '-' : ''}${text.slice(0, -4)}.${text.slice(-4)}`;
});
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const basis = fc.constantFrom('published' as const, 'implied' as const);
const facts: fc.Arbitrary<QuoteFacts> = fc.record({
  body: fc.constant('某局'),
  year: fc.integer({ min: 2000, max: 2099 }),
  name: fc.constant('某项支出'),
  fund: fc.constant(null),
  kind: fc.constantFrom('actual' as const, 'initial_budget' as const),
  amount,
  basis,
  other: maybe(amount),
  contested: fc.boolean(),
  change: fc.record({
    prior: maybe(amount),
    basis,
    other: maybe(amount),
    change: maybe(amount),
    // A rate has the sign of its change; what has another is not a rate of it.
    change_pct: maybe(rate),
    comparability: fc.constantFrom<Comparability>('comparable', 'no_prior', 'zero_base', 'scope_differs'),
  }),
  budget: maybe(
    fc.record({
      name: fc.constant('某预算'),
      label: fc.constant('某预算'),
      amount,
      other: maybe(amount),
      rate: maybe(rate),
    }),
  ),
  share: maybe(fc.record({ whole: fc.constant('合计'), rate })),
});
const voices: readonly [string, Voice][] = (['zh', 'en'] as const).flatMap((language) =>
  (['wan', 'yi'] as const).map((unit): [string, Voice] => [`${language}, ${unit}`, voiceOf(language, unit)]),
);

describe.each(voices)('Any figure as a sentence (%s)', (_, voice) => {
  const { numbers } = voice;

  test('has no number but those of the row, as the page writes them', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { change, budget, share } = given;
        const amounts = [given.amount, given.other, change!.prior, change!.other, budget?.amount, budget?.other];
        const allowed = new Set([
          String(given.year),
          ...amounts.flatMap((exact) => (exact ? [numbers.magnitude(exact)] : [])),
          ...(change!.change === null ? [] : [numbers.magnitude(change!.change)]),
          ...[change!.change_pct, budget?.rate, share?.rate].flatMap((exact) =>
            exact ? [numbers.rateMagnitude(exact)] : [],
          ),
        ]);
        const { text } = quoteOf(given, voice);
        expect(
          [...text.matchAll(/\d[\d,]*(?:\.\d+)?%?/g)]
            .map(([found]) => found.replace(/,$/, ''))
            .filter((found) => !allowed.has(found)),
        ).toEqual([]);
      }),
    );
  });

  test('says the direction of the change and no other, and none where there is no comparison', () => {
    const words =
      voice.texts.htmlLanguage === 'en' ? [/, up /, /, down /, /unchanged/] : [/增加|增长/, /减少|下降/, /持平/];
    fc.assert(
      fc.property(facts, (given) => {
        const { change, comparability } = given.change!;
        const computed = change !== null && (comparability === 'comparable' || comparability === 'zero_base');
        const direction = computed ? directionOf(change) : null;
        const text = quoteOf({ ...given, budget: null, share: null }, voice).text;
        expect(words.map((word) => word.test(text))).toEqual([direction === 1, direction === -1, direction === 0]);
      }),
    );
  });

  test('has no rate of a change that is not comparable, and none that reads as zero where there is a change', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const text = quoteOf({ ...given, budget: null, share: null }, voice).text;
        if (given.change!.comparability !== 'comparable') expect(text).not.toContain('%');
        expect(text).not.toMatch(/(?<![\d.,])0(\.0+)?%/);
      }),
    );
  });

  test('says what is implied and what is contradicted, always', () => {
    const implied = voice.texts.quote.impliedLater;
    const doubt = voice.texts.htmlLanguage === 'en' ? 'to be verified' : '待核实';
    fc.assert(
      fc.property(facts, (given) => {
        const text = quoteOf(given, voice).text;
        expect(text.includes(implied[given.kind as 'actual'])).toBe(given.basis === 'implied');
        const contradicted =
          given.contested ||
          given.other !== null ||
          given.change!.other !== null ||
          (given.budget?.other ?? null) !== null;
        expect(text.includes(doubt)).toBe(contradicted);
      }),
    );
  });
});
