import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VERDICTS, STATEMENTS } from '../../src/metrics/reconciliation-rows.ts';
import { CLAIM_LIMIT, NO_NARROWING, readAddress, writeAddress, type Address } from '../../src/state/address.ts';
import { AMOUNT_KINDS, CLASSIFICATIONS, FUNDS, TREND_LAYOUTS, TREND_MODES } from '../../src/state/analysis-address.ts';
import { BASES, DEVIATIONS, LEAD_KINDS, LEVELS, ORDERS, type YearOf } from '../../src/state/exploring.ts';

const text = fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: null });
const PLAIN = Object.fromEntries(Object.keys(NO_NARROWING).map((name) => [name, fc.constant(null)])) as {
  [Name in keyof typeof NO_NARROWING]: fc.Arbitrary<null>;
};
const id = fc.string({ minLength: 1, unit: 'grapheme' }).filter((value) => !value.includes(','));
const bodies = fc.option(
  fc.uniqueArray(id, { minLength: 1, maxLength: 4 }).map((ids) => ids.join(',')),
  { nil: null },
);
const year = fc.integer({ min: 1000, max: 2999 }).map((number): YearOf => `${number}`);
const narrowing = fc.oneof(
  fc.constantFrom({ view: 'overview' as const, ...NO_NARROWING }, { view: 'three-public' as const, ...NO_NARROWING }),
  fc.record({
    view: fc.constant('compare' as const),
    ...PLAIN,
    bodies,
    at: fc.option(fc.oneof(year, fc.constantFrom<YearOf>('-0', '-3')), { nil: null }),
    measure: text,
    order: fc.constantFrom(null, ...ORDERS),
    basis: fc.constantFrom(null, ...BASES),
    level: fc.constantFrom(null, ...LEVELS),
  }),
  fc.record({
    view: fc.constant('leads' as const),
    ...PLAIN,
    bodies,
    at: fc.option(year, { nil: null }),
    kind: fc.constantFrom(null, ...LEAD_KINDS),
  }),
  fc.record({
    view: fc.constant('execution' as const),
    ...PLAIN,
    order: fc.constantFrom(null, ...DEVIATIONS),
    below: fc.constantFrom(null, '70', '92.5'),
  }),
  fc.record({
    ...PLAIN,
    view: fc.constant('change' as const),
    subject: text,
    fund: fc.constantFrom(null, ...FUNDS),
    amount: fc.constantFrom(null, ...AMOUNT_KINDS),
  }),
  fc.record({
    ...PLAIN,
    view: fc.constant('structure' as const),
    subject: text,
    fund: fc.constantFrom(null, ...FUNDS),
    amount: fc.constantFrom(null, ...AMOUNT_KINDS),
    by: fc.constantFrom(null, ...CLASSIFICATIONS),
  }),
  fc.record({
    ...PLAIN,
    view: fc.constant('trends' as const),
    bodies: text,
    items: text,
    mode: fc.constantFrom(null, ...TREND_MODES),
    layout: fc.constantFrom(null, ...TREND_LAYOUTS),
  }),
  fc.record({
    view: fc.constant('reconciliation' as const),
    ...PLAIN,
    finding: text,
    rule: text,
    statement: fc.constantFrom(null, ...STATEMENTS),
    verdict: fc.constantFrom(null, ...VERDICTS),
  }),
  // Only the page that checks a sentence has one.
  fc
    .option(fc.string({ minLength: 1, maxLength: CLAIM_LIMIT / 20, unit: 'grapheme' }), { nil: null })
    .map((claim) => ({ view: 'check' as const, ...NO_NARROWING, claim })),
  text.map((sql) => ({ view: 'sql' as const, ...NO_NARROWING, sql })),
  fc.record({
    ...PLAIN,
    view: fc.constant('story' as const),
    story: text,
    step: fc.option(fc.integer({ min: 1, max: 999 }), { nil: null }),
    present: fc.constantFrom(null, 'screen' as const),
    asked: text,
  }),
);
const common = fc.record({
  department: text,
  year: fc.option(fc.integer({ min: 1000, max: 2999 }), { nil: null }),
  language: fc.constantFrom('zh' as const, 'en' as const),
  unit: fc.constantFrom('wan' as const, 'yi' as const),
  theme: fc.constantFrom(null, 'light' as const, 'dark' as const),
});
const addresses: fc.Arbitrary<Address> = fc
  .tuple(common, narrowing)
  .map(([address, narrowed]) => ({ ...address, ...narrowed }));

const ON_OVERVIEW = { view: 'overview', ...NO_NARROWING };

describe('the address', () => {
  test('gives back what was written into it, and drops nothing', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(readAddress(writeAddress(address))).toEqual({ address, dropped: [] });
      }),
    );
  });

  test('can be read whatever it holds, and what was kept is written the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (search) => {
        const { address } = readAddress(search);
        expect(readAddress(writeAddress(address)).address).toEqual(address);
      }),
    );
  });

  test('of nothing asks for nothing and is written as nothing', () => {
    const { address } = readAddress('');
    expect(address).toEqual({ department: null, year: null, language: 'zh', unit: 'wan', theme: null, ...ON_OVERVIEW });
    expect(writeAddress(address)).toBe('');
  });

  test('lists every part that it cannot follow, as it stands there', () => {
    const { address, dropped } = readAddress('?department=a&year=20x4&lang=fr&unit=jin&theme=pink');
    expect(address).toEqual({ ...readAddress('').address, department: 'a' });
    expect(dropped).toEqual([
      { name: 'year', value: '20x4' },
      { name: 'lang', value: 'fr' },
      { name: 'unit', value: 'jin' },
      { name: 'theme', value: 'pink' },
    ]);
  });

  test('of a page holds only what that page has, and says what it does not understand', () => {
    const { address, dropped } = readAddress(
      '?view=compare&bodies=a,b,,a&by=amount&at=-9x&basis=both&kind=change&below=7',
    );
    expect(address).toMatchObject({
      view: 'compare',
      bodies: 'a,b',
      order: 'amount',
      at: null,
      kind: null,
      below: null,
    });
    expect(dropped).toEqual([
      { name: 'at', value: '-9x' },
      { name: 'basis', value: 'both' },
    ]);
    expect(readAddress('?view=execution&by=amount&below=70%25').dropped).toEqual([{ name: 'below', value: '70%' }]);
    expect(readAddress('?view=execution&by=change_pct').dropped).toEqual([{ name: 'by', value: 'change_pct' }]);
    expect(readAddress('?view=leads&at=-1').dropped).toEqual([{ name: 'at', value: '-1' }]);
  });

  test('holds a sentence only on the page that checks it, and no more of it than a link can carry', () => {
    expect(readAddress('?claim=x').address.claim).toBeNull();
    // A character of two halves is not cut in two.
    const long = `${'字'.repeat(CLAIM_LIMIT - 1)}😀尾`;
    const { address, dropped } = readAddress(`?view=check&claim=${encodeURIComponent(long)}`);
    expect(address.claim).toBe('字'.repeat(CLAIM_LIMIT - 1));
    expect(dropped).toEqual([{ name: 'claim', value: '😀尾' }]);
    expect(readAddress(writeAddress(address))).toEqual({ address, dropped: [] });
  });

  test('of the reconciliation holds what the list is narrowed to and the finding that is open', () => {
    const search =
      '?department=a&year=2024&view=reconciliation&rule=children_sum&statement=income&verdict=conflict&finding=a%2F1';
    const { address, dropped } = readAddress(search);
    expect(address).toMatchObject({
      view: 'reconciliation',
      rule: 'children_sum',
      statement: 'income',
      verdict: 'conflict',
      finding: 'a/1',
    });
    expect(dropped).toEqual([]);
    expect(writeAddress(address)).toBe(search);
  });

  test('of the reconciliation lists a page, a statement and a verdict that there are not', () => {
    expect(readAddress('?view=map').dropped).toEqual([{ name: 'view', value: 'map' }]);
    const { address, dropped } = readAddress('?view=reconciliation&statement=x&verdict=wrong');
    expect(address).toMatchObject({ view: 'reconciliation', statement: null, verdict: null });
    expect(dropped).toEqual([
      { name: 'statement', value: 'x' },
      { name: 'verdict', value: 'wrong' },
    ]);
  });

  test('of the overview has no use for a finding, and is written without it', () => {
    const { address } = readAddress('?finding=a&rule=b&verdict=conflict');
    expect(address).toMatchObject({ finding: null, rule: null, verdict: null });
    expect(writeAddress({ ...address, rule: 'b' })).toBe('');
  });

  test('keeps of a view only what that view has', () => {
    const { address, dropped } = readAddress('?view=change&subject=212&amount=initial_budget&mode=index&fund=x');
    expect(address).toMatchObject({ view: 'change', subject: '212', amount: 'initial_budget', mode: null, fund: null });
    expect(dropped).toEqual([{ name: 'fund', value: 'x' }]);
    expect(writeAddress({ ...address, view: 'overview' })).toBe('');
  });

  test('names a panel that stands alone where its page has it, and lists one that there is not', () => {
    const { address, dropped } = readAddress('?view=change&embed=change');
    expect([address.embed, dropped]).toEqual(['change', []]);
    expect(writeAddress(address)).toBe('?view=change&embed=change');
    expect(writeAddress({ ...address, view: 'leads' })).toBe('?view=leads');
    expect(readAddress('?embed=structure').address.embed).toBe('structure');
    expect(readAddress('?view=trends&embed=structure')).toMatchObject({
      address: { embed: null },
      dropped: [{ name: 'embed', value: 'structure' }],
    });
  });

  test('of the console holds its statement, and other pages are written without it', () => {
    const { address } = readAddress('?view=sql&sql=select+1');
    expect(address).toMatchObject({ view: 'sql', sql: 'select 1' });
    expect(writeAddress(address)).toBe('?view=sql&sql=select+1');
    expect(writeAddress({ ...address, view: 'overview' })).toBe('');
  });
});
