import { ungrouped } from '../../language/numbers.ts';
import { decimalsOf, formatAmount, formatPercent } from '../../money/format.ts';

/** An exact amount in 万元 for a formula: all its decimals, at least two, no separators. */
export function plain(amount: string): string {
  return ungrouped(formatAmount(amount, { decimals: Math.max(2, decimalsOf(amount)) }));
}

/** A stated rate with the decimals it was stated with, at least one: "97.59%". */
export function statedRate(rate: string): string {
  return formatPercent(rate, Math.max(1, decimalsOf(rate)));
}
