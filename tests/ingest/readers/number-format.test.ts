import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { displayed } from '../../../src/ingest/readers/number-format.ts';

const ACCOUNTING = '_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-';

describe('a number is the text that its format displays', () => {
  it.each([
    [1234.5, '#,##0.00', '1,234.50'],
    [1234.5, '#,##0.00_ ', '1,234.50'],
    [1234567.891, '#,##0', '1,234,568'],
    [0.5, '0.00', '0.50'],
    [3, '0000', '0003'],
    [0.5, '#.##', '.5'],
    [12.3, '0.0#?', '12.3'],
    [0.1234, '0.00%', '12.34%'],
    [12345678, '#,##0.00,', '12,345.68'],
    [1234567.891, '[$¥-804]#,##0.00', '¥1,234,567.89'],
    [12.5, '0.00"万元"', '12.50万元'],
    [12.5, '0.00\\%', '12.50%'],
    [3.5, 'General"元"', '3.5元'],
    [5, '[>=10]0.0;0.00', '5.00'],
    [15, '[>=10]0.0;0.00', '15.0'],
    [1.5, '# ?/?', '1.5'],
    [1e21, '0.00E+00', '1000000000000000000000'],
  ])('%d as %s is %s', (value, format, text) => {
    expect(displayed(value, format)).toBe(text);
  });

  it.each([
    [-1234.5, '#,##0.00_);(#,##0.00)', '(1,234.50)'],
    [-5.5, ACCOUNTING, '-5.50'],
    [-2, '0.00;[Red]-0.00', '-2.00'],
    [-2, '0.00', '-2.00'],
    // Red alone says it on the screen; the text has to say it too.
    [-3, '#,##0.00;[Red]#,##0.00', '-3.00'],
    [-0.001, '0.00', '0.00'],
  ])('negative %d as %s is %s', (value, format, text) => {
    expect(displayed(value, format)).toBe(text);
  });

  it.each([
    [ACCOUNTING, '-'],
    ['#,##0.00;-#,##0.00;', ''],
    ['#,##0.00;-#,##0.00;"—"', '—'],
    ['0.00', '0.00'],
    ['General', '0'],
  ])('zero as %s is "%s"', (format, text) => {
    expect(displayed(0, format)).toBe(text);
  });

  it.each([
    [12345678, '0!.0,', '1234.6'],
    [12345678, '0"."0,', '1234.6'],
    [12345678, '0\\.0000', '1234.5678'],
    [5, '0"."0000', '0.0005'],
  ])('a point drawn between the digits of %d by %s gives %s', (value, format, text) => {
    expect(displayed(value, format)).toBe(text);
  });

  it('in a general format keeps what was typed and drops the noise of the binary fraction', () => {
    expect(displayed(6504.450000000001, 'General')).toBe('6504.45');
    expect(displayed(0.1 + 0.2, '')).toBe('0.3');
    expect(displayed(1e-7, 'G/通用格式')).toBe('0.0000001');
    expect(displayed(1e15, '@')).toBe('1000000000000000');
    expect(displayed(1.005, '0.00')).toBe('1.01');
  });

  test.prop([fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n })])(
    'any amount of up to 15 digits comes out to the cent',
    (cents) => {
      const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
      const text = `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
      expect(displayed(Number(text), '0.00')).toBe(text);
    },
  );
});
