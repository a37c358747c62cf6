import { Exact } from '../../money/decimal.ts';
import type { HeadlineChange } from '../../metrics/rows.ts';

const NAMES: Record<string, string> = {
  three_public: '“三公”经费支出',
  total: '收、支总计',
  expenditure: '本年支出合计',
};

/**
 * A sentence on the body's own figures, as its document words them, in Chinese like everything that is checked: of the
 * “三公” expenditure where its change is stated, else of the totals. Null where the year has no final amount.
 */
export function exampleOf(rows: readonly HeadlineChange[], year: number): string | null {
  const own = Object.keys(NAMES).flatMap(
    (measure) => rows.find((row) => row.measure === measure && row.fiscal_year === year && row.actual !== null) ?? [],
  );
  const row =
    own.find(({ claimed_change, claimed_change_pct }) => claimed_change !== null && claimed_change_pct !== null) ??
    own[0];
  if (row === undefined || row.actual === null) return null;
  const amount = `${year}年度${NAMES[row.measure]}决算为${new Exact(row.actual).toFixed()}万元`;
  const change = stated(row.claimed_change, '减少', '增加', '万元');
  const rate = stated(row.claimed_change_pct, '下降', '增长', '%');
  return `${amount}${change === null ? '' : `，与上年相比${change}`}${change === null || rate === null ? '' : `，${rate}`}`;
}

function stated(value: string | null, down: string, up: string, unit: string): string | null {
  if (value === null || new Exact(value).isZero()) return null;
  const exact = new Exact(value);
  return `${exact.isNegative() ? down : up}${exact.abs().toFixed()}${unit}`;
}
