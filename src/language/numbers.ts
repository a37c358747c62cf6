import { decimalsOf, formatAmount, formatPercent } from '../money/format.ts';

export type ShownUnit = '万元' | '亿元';

/** How the page writes numbers: one unit for all amounts. Amounts come as exact text in 万元, rates in percent. */
export interface Numbers {
  readonly unit: ShownUnit;
  /** "6,504.45" */
  amount(exact: string): string;
  /** "-565.63", "+12.00" */
  signed(exact: string): string;
  /** Percentage points: "+1.7". */
  signedPoints(exact: string): string;
  /** Without its sign, for sentences that say the direction in words. */
  magnitude(exact: string): string;
  /** "-8.0%" */
  rate(exact: string): string;
  /** "+8.0%" */
  signedRate(exact: string): string;
  /** "8.0%", for sentences that say the direction in words. */
  rateMagnitude(exact: string): string;
}

/** Decimals a non-zero value may be carried to, so that it is never shown as zero. */
const FULL_DECIMALS = { amount: 10, rate: 4 };
const DECIMALS: Record<ShownUnit, number> = { 万元: 2, 亿元: 4 };

export function numbersIn(unit: ShownUnit): Numbers {
  const amount = (exact: string, signed = false): string =>
    neverFalseZero(exact, DECIMALS[unit], FULL_DECIMALS.amount, (decimals) =>
      formatAmount(exact, { unit, decimals, signed }),
    );
  const rate = (exact: string, signed = false): string =>
    neverFalseZero(exact, 1, FULL_DECIMALS.rate, (decimals) => formatPercent(exact, decimals, signed));
  return {
    unit,
    amount: (exact) => amount(exact),
    signed: (exact) => amount(exact, true),
    signedPoints: (exact) => rate(exact, true).replace('%', ''),
    magnitude: (exact) => withoutSign(amount(exact)),
    rate: (exact) => rate(exact),
    signedRate: (exact) => rate(exact, true),
    rateMagnitude: (exact) => withoutSign(rate(exact)),
  };
}

/** Thousands separators out, as sentences are written in Chinese: "6504.45". */
export function ungrouped(text: string): string {
  return text.replaceAll(',', '');
}

/** -1, 0 or 1 of an exact text. */
export function directionOf(exact: string): -1 | 0 | 1 {
  if (!/[1-9]/.test(exact)) return 0;
  return exact.trim().startsWith('-') ? -1 : 1;
}

/** True where the rate as stated is what the computed one gives at the decimals stated. */
export function sameRate(stated: string, computed: string): boolean {
  const decimals = decimalsOf(stated);
  return formatPercent(stated, decimals) === formatPercent(computed, decimals);
}

function neverFalseZero(exact: string, usual: number, most: number, format: (decimals: number) => string): string {
  for (let decimals = usual; decimals < most; decimals++) {
    const text = format(decimals);
    if (directionOf(exact) === 0 || /[1-9]/.test(text)) return text;
  }
  return format(most);
}

function withoutSign(text: string): string {
  return text.replace(/^[-+]/, '');
}
