import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfWidthInWanYuan, isDash, parseNumber, toWanYuan } from '../../src/money/parse.ts';

describe('parseNumber', () => {
  it.each([
    ['6,504.45', '6504.45', 2],
    ['6504.45', '6504.45', 2],
    ['０．００', '0', 2],
    ['4 5', '45', 0],
    ['1 0 0', '100', 0],
    ['-565.63', '-565.63', 2],
    ['−565.63', '-565.63', 2],
    ['－５６５．６３', '-565.63', 2],
    ['(565.63)', '-565.63', 2],
    ['（565.63）', '-565.63', 2],
    ['+0.44', '0.44', 2],
    ['-0.00', '0', 2],
    ['108.5729', '108.5729', 4],
    ['12345678901234567.89', '12345678901234567.89', 2],
    ['12,345,678,901,234,567.89', '12345678901234567.89', 2],
  ])('reads %s as %s with %i decimals', (text, value, decimals) => {
    expect(parseNumber(text)).toEqual({ value, decimals });
  });

  it.each(['', '—', '8.0%', '1,23', '1,2345.6', '12.', '1.2.3', '项目', '4 5 万元', '(-5)', '1e3', '--5'])(
    'does not take %j for a number',
    (text) => {
      expect(parseNumber(text)).toBeNull();
    },
  );

  it('brings back every amount to the cent, grouped or not', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.boolean(), (cents, grouped) => {
        const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
        const whole = digits.slice(0, -2);
        const shown = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
        const sign = cents < 0n ? '-' : '';
        const read = parseNumber(`${sign}${shown}.${digits.slice(-2)}`);
        expect(read?.decimals).toBe(2);
        expect(toCents(read!.value)).toBe(cents);
      }),
    );
  });
});

describe('isDash', () => {
  it.each(['-', '--', '—', '——', '－', ' - ', '/'])('takes %j for nothing', (text) => {
    expect(isDash(text)).toBe(true);
  });

  it.each(['', '0', '-1', 'N/A'])('does not take %j for a dash', (text) => {
    expect(isDash(text)).toBe(false);
  });
});

describe('units', () => {
  it('turns 元 to the cent into 万元 without losing a digit', () => {
    expect(toWanYuan('156211112.34', '元')).toBe('15621.111234');
    expect(toWanYuan('1.2', '亿元')).toBe('12000');
    expect(toWanYuan('-565.63', '万元')).toBe('-565.63');
  });

  it('gives half of the last decimal as the half-width, in 万元', () => {
    expect(halfWidthInWanYuan(2, '万元')).toBe('0.005');
    expect(halfWidthInWanYuan(2, '元')).toBe('0.0000005');
    expect(halfWidthInWanYuan(0, '亿元')).toBe('5000');
  });
});

function toCents(value: string): bigint {
  const [whole, fraction = ''] = value.replace('-', '').split('.');
  const cents = BigInt(whole + fraction.padEnd(2, '0'));
  return value.startsWith('-') ? -cents : cents;
}
