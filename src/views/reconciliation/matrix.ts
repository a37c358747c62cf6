import { STATEMENTS, type Finding } from '../../metrics/reconciliation-rows.ts';

export interface MatrixCell {
  /** Null: of all rules, of all statements. */
  rule: string | null;
  statement: string | null;
  count: number;
  conflicts: number;
}

export interface Matrix {
  rules: readonly string[];
  /** Of each statement that has a comparison, a cell for each rule and one for all of them at the end. */
  rows: readonly { statement: string; cells: readonly MatrixCell[] }[];
  totals: readonly MatrixCell[];
}

/** How many comparisons each rule made in each statement. Rules in the order given; those without comparisons are left out. */
export function matrixOf(findings: readonly Finding[], ruleOrder: readonly string[]): Matrix {
  const cells = new Map<string, MatrixCell>();
  const at = (rule: string | null, statement: string | null): MatrixCell => {
    const key = JSON.stringify([rule, statement]);
    const cell = cells.get(key) ?? { rule, statement, count: 0, conflicts: 0 };
    cells.set(key, cell);
    return cell;
  };
  for (const { rule, statement, verdict } of findings) {
    for (const cell of [at(rule, statement), at(rule, null), at(null, statement), at(null, null)]) {
      cell.count += 1;
      if (verdict === 'conflict') cell.conflicts += 1;
    }
  }
  const rules = inOrder(
    findings.map(({ rule }) => rule),
    ruleOrder,
  );
  const columns = [...rules, null];
  return {
    rules,
    rows: inOrder(
      findings.map(({ statement }) => statement),
      STATEMENTS,
    ).map((statement) => ({ statement, cells: columns.map((rule) => at(rule, statement)) })),
    totals: columns.map((rule) => at(rule, null)),
  };
}

/** Each name once, the known ones in their order, the others behind them by name. */
export function inOrder(names: Iterable<string>, order: readonly string[]): string[] {
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...new Set(names)].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
