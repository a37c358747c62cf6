/**
 * The one spelling of an exact number that leaves an engine: no exponent, no zeros at the end of the fraction, no
 * negative zero: "-565.63", "540", "-8.0003", "0". How many decimals are shown is decided where it is shown.
 */
export function exactText(unscaled: bigint, scale: number): string {
  const negative = unscaled < 0n;
  const digits = (negative ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return (negative ? '-' : '') + whole + (fraction === '' ? '' : `.${fraction}`);
}

/** "2024-03-01" of a count of days since 1970-01-01. */
export function dateText(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}
