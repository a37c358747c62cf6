import { Exact } from './decimal.ts';

/** Units of money that disclosures publish in, as a power of ten of 元. */
const YUAN_EXPONENT = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 } as const;
export type MoneyUnit = keyof typeof YUAN_EXPONENT;

export function isMoneyUnit(text: string): text is MoneyUnit {
  return Object.hasOwn(YUAN_EXPONENT, text);
}

/** A number as it was published, read without losing a digit. */
export interface PublishedNumber {
  /** Exact decimal text in the published unit, e.g. "-565.63". */
  value: string;
  /** Digits behind the decimal point as published: 2 for "0.10". */
  decimals: number;
}

/** Cells that say "nothing here": a dash stands for 0 in statements. */
const DASH = /^(?:[-‐‑‒–—―－─一/]|--|——|－－)$/;

export function isDash(text: string): boolean {
  return DASH.test(text.trim());
}

const FULL_WIDTH = /[！-～]/g;

/** Full-width digits and punctuation to their ASCII forms; other characters stay. */
export function toHalfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll('　', ' ');
}

/**
 * Reads a published number: thousands separators, spaces inside ("4 5"), full-width digits, minus as "-", "−" or
 * brackets. Null for text that is not one number.
 */
export function parseNumber(text: string): PublishedNumber | null {
  let plain = toHalfWidth(text)
    .replace(/\s+/g, '')
    .replace(/[−–－]/g, '-');
  let negative = false;
  const bracketed = /^\((.+)\)$/.exec(plain);
  if (bracketed) {
    negative = true;
    plain = bracketed[1]!;
  }
  const signed = /^([+-])(.+)$/.exec(plain);
  if (signed) {
    if (negative) return null;
    negative = signed[1] === '-';
    plain = signed[2]!;
  }
  // Grouped digits have whole groups of three: "1,23" is no number, it is two cells run together.
  if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$|^\.\d+$/.test(plain)) return null;
  const digits = plain.replaceAll(',', '');
  const value = new Exact(negative ? `-${digits}` : digits);
  return { value: value.isZero() ? '0' : value.toFixed(), decimals: /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0 };
}

/** Exact amount in 万元 of a number in `unit`. */
export function toWanYuan(value: string, unit: MoneyUnit): string {
  return new Exact(value).times(new Exact(10).pow(YUAN_EXPONENT[unit] - YUAN_EXPONENT['万元'])).toFixed();
}

/** Half of one unit of the last decimal place, in 万元: 0.005 for 万元 to two decimals (XBRL Calculations 1.1). */
export function halfWidthInWanYuan(decimals: number, unit: MoneyUnit): string {
  return toWanYuan(new Exact(5).times(new Exact(10).pow(-decimals - 1)).toFixed(), unit);
}

/** Half of one unit of the last decimal place, for percentages and other plain numbers. */
export function halfWidth(decimals: number): string {
  return new Exact(5).times(new Exact(10).pow(-decimals - 1)).toFixed();
}
