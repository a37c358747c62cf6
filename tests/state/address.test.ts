import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddress, writeAddress, type Address } from '../../src/state/address.ts';

const addresses: fc.Arbitrary<Address> = fc.record({
  department: fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: null }),
  year: fc.option(fc.integer({ min: 1000, max: 2999 }), { nil: null }),
  language: fc.constantFrom('zh', 'en'),
  unit: fc.constantFrom('wan', 'yi'),
  theme: fc.constantFrom(null, 'light', 'dark'),
});

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
    expect(address).toEqual({ department: null, year: null, language: 'zh', unit: 'wan', theme: null });
    expect(writeAddress(address)).toBe('');
  });

  test('lists every part that it cannot follow, as it stands there', () => {
    const { address, dropped } = readAddress('?department=a&year=20x4&lang=fr&unit=jin&theme=pink');
    expect(address).toEqual({ department: 'a', year: null, language: 'zh', unit: 'wan', theme: null });
    expect(dropped).toEqual([
      { name: 'year', value: '20x4' },
      { name: 'lang', value: 'fr' },
      { name: 'unit', value: 'jin' },
      { name: 'theme', value: 'pink' },
    ]);
  });
});
