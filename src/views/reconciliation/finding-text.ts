import type { Texts } from '../../language/texts.ts';
import type { Finding } from '../../metrics/reconciliation-rows.ts';
import { decimalsOf, formatAmount } from '../../money/format.ts';

/** A finding with every word and number written out. */
export interface WrittenFinding {
  rule: string;
  verdict: string;
  statement: string;
  left: string;
  right: string;
  /** Null where one side is not published. */
  difference: string | null;
  tolerance: string | null;
  reason: string | null;
  sentence: string;
}

export function writtenFinding(finding: Finding, texts: Texts): WrittenFinding {
  const words = texts.reconciliation;
  const { left_value: left, right_value: right, unit } = finding;
  // Both sides with the decimals of the longer one, so that they can be compared at a glance.
  const decimals = Math.max(...[left, right].map((value) => (value === null ? 0 : decimalsOf(value))));
  const unitName = texts.units[unit] ?? unit;
  const noRatio = finding.reason === 'zero_base' || finding.reason === 'zero_of_zero';
  const missing = noRatio ? words.noRatio : words.unpublished;
  const value = (amount: string | null): string =>
    amount === null ? missing : words.value(formatAmount(amount, { decimals }), unitName);
  const apart = (amount: string | null, signed: boolean): string | null => {
    if (amount === null) return null;
    const text = formatAmount(amount, { decimals: decimalsOf(amount), signed });
    return unit === '%' ? words.points(text) : words.value(text, unitName);
  };
  const written = {
    rule: ruleName(finding.rule, texts),
    verdict: words.verdicts[finding.verdict],
    statement: statementName(finding.statement, texts),
    left: value(left),
    right: value(right),
    difference: left === null || right === null ? null : apart(finding.difference, true),
    tolerance: apart(finding.tolerance, false),
    reason: reasonOf(finding, texts),
  };
  return {
    ...written,
    sentence: words.sentence({
      message: finding.message,
      subject: finding.subject,
      left: `${finding.left_label} ${written.left}`,
      right: `${finding.right_label} ${written.right}`,
      difference: written.difference,
      verdict: written.verdict,
      reason: written.reason,
    }),
  };
}

export function ruleName(rule: string, { reconciliation }: Texts): string {
  return reconciliation.rules[rule] ?? rule;
}

export function statementName(statement: string, { reconciliation }: Texts): string {
  return reconciliation.statements[statement] ?? statement;
}

function reasonOf({ reason, reason_detail: detail }: Finding, { reconciliation: words }: Texts): string | null {
  const text = reason === null ? null : (words.reasons[reason] ?? reason);
  if (text === null) return detail;
  return detail === null ? text : `${text}（${detail}）`;
}
