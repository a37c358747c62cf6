import type { SourceSide } from '../../components/figure-source.ts';
import type { Texts } from '../../language/texts.ts';
import { VERDICTS, type FigureCheck } from '../../metrics/reconciliation-rows.ts';
import { Exact } from '../../money/decimal.ts';
import { decimalsOf, formatAmount } from '../../money/format.ts';
import { ruleName } from '../reconciliation/finding-text.ts';

/**
 * The checks that the number of a side took part in. A place can hold several numbers: where one of them is the side's
 * amount, only its checks are; else (an implied amount, a rate) those of all that stand there.
 */
export function checksOfSide({ document, locators, value }: SourceSide, checks: readonly FigureCheck[]): FigureCheck[] {
  const there = checks.filter(
    (check) => locators.includes(check.locator) && (document === null || check.document_id === document.id),
  );
  if (value === null) return there;
  const wanted = new Exact(value);
  const own = there.filter((check) => check.number_unit === '万元' && wanted.equals(check.amount));
  return own.length > 0 ? own : there;
}

/** The checks of all sides, each comparison once, in the order given. */
export function checksOfSides(sides: readonly SourceSide[], checks: readonly FigureCheck[]): FigureCheck[] {
  const found = new Set(sides.flatMap((side) => checksOfSide(side, checks)));
  const seen = new Set<string>();
  return checks.filter((check) => {
    if (!found.has(check) || seen.has(check.finding_id)) return false;
    seen.add(check.finding_id);
    return true;
  });
}

/** Whether another place contradicts the amount of a side itself, not only something computed from it. */
export function isContradicted(side: SourceSide, checks: readonly FigureCheck[]): boolean {
  if (side.mark !== null) return true;
  if (side.value === null) return false;
  const wanted = new Exact(side.value);
  return checksOfSide(side, checks).some(
    ({ verdict, unit, own_value: own }) =>
      verdict === 'conflict' && unit === '万元' && own !== null && wanted.equals(own),
  );
}

/** "共 12 处核对：1 处不一致（待核实），11 处一致。" */
export function countedChecks(checks: readonly FigureCheck[], texts: Texts): string {
  const words = texts.provenance.checks;
  const counts = VERDICTS.flatMap((verdict) => {
    const count = checks.filter((check) => check.verdict === verdict).length;
    return count === 0 ? [] : [words.counted(count, texts.reconciliation.verdicts[verdict])];
  });
  return words.count(checks.length, counts);
}

/** A check in words: its rule, what was compared, and both values. */
export interface WrittenCheck {
  verdict: string;
  rule: string;
  values: string;
}

export function writtenCheck(check: FigureCheck, texts: Texts): WrittenCheck {
  const words = texts.reconciliation;
  const { own_value: own, other_value: other, unit } = check;
  const decimals = Math.max(...[own, other].map((value) => (value === null ? 0 : decimalsOf(value))));
  const noRatio = check.reason === 'zero_base' || check.reason === 'zero_of_zero';
  const value = (exact: string | null): string =>
    exact === null
      ? noRatio
        ? words.noRatio
        : words.unpublished
      : words.value(formatAmount(exact, { decimals }), texts.units[unit] ?? unit);
  return {
    verdict: words.verdicts[check.verdict],
    rule: ruleName(check.rule, texts),
    values: texts.provenance.checks.against(`${check.own_label} ${value(own)}`, `${check.other_label} ${value(other)}`),
  };
}
