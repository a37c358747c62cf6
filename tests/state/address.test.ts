import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLAIM_LIMIT, readAddress, writeAddress, type Address } from '../../src/state/address.ts';

/** Only the page that checks a sentence has one. */
const views: fc.Arbitrary<Pick<Address, 'view' | 'claim'>> = fc.oneof(
  fc.constant({ view: 'overview' as const, claim: null }),
  fc.record({
    view: fc.constant('check' as const),
    claim: fc.option(fc.string({ minLength: 1, maxLength: CLAIM_LIMIT / 20, unit: 'grapheme' }), { nil: null }),
  }),
);

const choices = fc.record({
  department: fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: null }),
  year: fc.option(fc.integer({ min: 1000, max: 2999 }), { nil: null }),
  language: fc.constantFrom('zh', 'en'),
  unit: fc.constantFrom('wan', 'yi'),
  theme: fc.constantFrom(null, 'light', 'dark'),
} satisfies { [name in keyof Address]?: fc.Arbitrary<Address[name]> });

const addresses: fc.Arbitrary<Address> = fc.tuple(choices, views).map(([choice, view]) => ({ ...choice, ...view }));

const NOTHING = { year: null, language: 'zh', unit: 'wan', theme: null, view: 'overview', claim: null };

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
    expect(address).toEqual({ ...NOTHING, department: null });
    expect(writeAddress(address)).toBe('');
  });

  test('lists every part that it cannot follow, as it stands there', () => {
    const { address, dropped } = readAddress('?department=a&year=20x4&lang=fr&unit=jin&theme=pink&view=sky');
    expect(address).toEqual({ ...NOTHING, department: 'a' });
    expect(dropped).toEqual([
      { name: 'year', value: '20x4' },
      { name: 'lang', value: 'fr' },
      { name: 'unit', value: 'jin' },
      { name: 'view', value: 'sky' },
      { name: 'theme', value: 'pink' },
    ]);
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
});
