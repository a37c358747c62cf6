import { Exact } from './decimal.ts';

export type DisplayUnit = '万元' | '亿元' | '元';

/** Powers of ten between 万元 and the unit shown; exact, because only the point moves. */
const SHIFT: Record<DisplayUnit, number> = { 元: 4, 万元: 0, 亿元: -4 };

export interface AmountFormat {
  /** Unit of the result; the amount comes in 万元. Default 万元. */
  unit?: DisplayUnit;
  /** Decimals of the result. Default 2, what the documents use. */
  decimals?: number;
  /** "+" in front of increases. Default false. */
  signed?: boolean;
}

/** "-565.63", "6,504.45": half away from zero, ASCII minus so that copied text pastes into a spreadsheet. */
export function formatAmount(amountInWanYuan: string, format: AmountFormat = {}): string {
  const { unit = '万元', decimals = 2, signed = false } = format;
  const shown = new Exact(amountInWanYuan).times(new Exact(10).pow(SHIFT[unit]));
  return withGroups(shown, decimals, signed);
}

/** "-8.0%" of "-8.0003": percent comes as percent. Default one decimal. */
export function formatPercent(percent: string, decimals = 1, signed = false): string {
  return `${withGroups(new Exact(percent), decimals, signed)}%`;
}

/** How many decimals an exact text carries: 2 for "47.86", 0 for "540". */
export function decimalsOf(exact: string): number {
  return new Exact(exact).decimalPlaces();
}

function withGroups(value: Exact, decimals: number, signed: boolean): string {
  const text = value.toFixed(decimals, Exact.ROUND_HALF_UP);
  const negative = text.startsWith('-');
  const [whole, fraction] = (negative ? text.slice(1) : text).split('.') as [string, string?];
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
  // A value that rounds to zero has no direction left to show.
  if (/^[0.,]+$/.test(digits)) return digits;
  return (negative ? '-' : signed ? '+' : '') + digits;
}
