import { describe, expect, it } from 'vitest';
import { decimalsOf, formatAmount, formatPercent } from '../../src/money/format.ts';

describe('formatAmount', () => {
  it.each([
    ['-565.63', {}, '-565.63'],
    ['6504.45', {}, '6,504.45'],
    ['540', {}, '540.00'],
    ['12345678901234567.89', {}, '12,345,678,901,234,567.89'],
    ['12345678901234567.89', { unit: '亿元' }, '1,234,567,890,123.46'],
    ['108.5729', { decimals: 4 }, '108.5729'],
    ['0.005', {}, '0.01'],
    ['-0.005', {}, '-0.01'],
    ['-0.004', { signed: true }, '0.00'],
    ['0.44', { signed: true }, '+0.44'],
    ['0', { signed: true }, '0.00'],
    ['6504.45', { unit: '元', decimals: 0 }, '65,044,500'],
  ] as const)('shows %s %j as %s', (amount, format, text) => {
    expect(formatAmount(amount, format)).toBe(text);
  });
});

describe('formatPercent', () => {
  it('rounds half away from zero, only at display', () => {
    expect(formatPercent('-8.0003')).toBe('-8.0%');
    expect(formatPercent('84.25')).toBe('84.3%');
    expect(formatPercent('-4.95')).toBe('-5.0%');
    expect(formatPercent('117.6369', 2, true)).toBe('+117.64%');
    expect(formatPercent('1117.6369')).toBe('1,117.6%');
  });
});

describe('decimalsOf', () => {
  it('counts the decimals that an exact text carries', () => {
    expect(decimalsOf('47.86')).toBe(2);
    expect(decimalsOf('540')).toBe(0);
  });
});
