import { halfWidth, halfWidthInWanYuan, isMoneyUnit, toWanYuan, type MoneyUnit } from '../money/parse.ts';
import { numberIn, type CellNumber, type Row } from './annex-cells.ts';
import type { BudgetKind, Figure, Fund, StatementId } from './disclosure.ts';

/** What the figures of one annex table have in common. */
export interface AnnexTable {
  statement: StatementId;
  department_id: string;
  fiscal_year: number;
  /** Number and title of the annex and whose it is, for the place of each figure. */
  section: string;
}

export interface CellMeaning {
  row_code: string | null;
  row_name: string;
  parent_code?: string | null;
  column_key: string;
  column_name: string;
  side?: 'revenue' | 'expenditure' | null;
  fund?: Fund;
  fiscal_year?: number;
  budget_evidence?: string | null;
}

const BUDGET_KINDS: Readonly<Record<string, BudgetKind>> = {
  initial_budget: 'initial',
  revised_budget: 'revised',
  budget: 'unlabelled',
};

/** An amount of money. A cell that says "none" ("——", "/") keeps its text and has no amount. */
export function moneyFigure(table: AnnexTable, row: Row, text: string, unit: MoneyUnit, meaning: CellMeaning): Figure {
  const number = numberIn(text);
  return {
    ...common(table, row, text, meaning),
    amount: number && toWanYuan(number.value, unit),
    unit: '万元',
    published_unit: unit,
    half_width: number ? halfWidthInWanYuan(number.decimals, unit) : '0',
    budget_kind: BUDGET_KINDS[meaning.column_key] ?? null,
  };
}

/** A rate in percent, or an exact number of people, points and the like. */
export function plainFigure(table: AnnexTable, row: Row, text: string, unit: string, meaning: CellMeaning): Figure {
  const number = numberIn(text);
  return {
    ...common(table, row, text, meaning),
    amount: number && number.value,
    unit,
    published_unit: unit,
    half_width: unit === '%' && number ? halfWidth(number.decimals) : '0',
    budget_kind: null,
  };
}

type Common = Omit<Figure, 'amount' | 'unit' | 'published_unit' | 'half_width' | 'budget_kind'>;

function common(table: AnnexTable, row: Row, text: string, meaning: CellMeaning): Common {
  return {
    department_id: table.department_id,
    fiscal_year: meaning.fiscal_year ?? table.fiscal_year,
    statement: table.statement,
    side: meaning.side ?? null,
    row_code: meaning.row_code,
    row_name: meaning.row_name,
    level: null,
    parent_code: meaning.parent_code ?? null,
    column_key: meaning.column_key,
    column_name: meaning.column_name,
    fund: meaning.fund ?? 'all',
    is_blank: false,
    published_text: text,
    budget_evidence: meaning.budget_evidence ?? null,
    quarantine: null,
    place: {
      section: table.section,
      row: meaning.row_name,
      column: meaning.column_name,
      line: row.line.number,
      page: row.line.page,
    },
  };
}

/** No table works in finer steps than this by itself; a single "108.5729" does not make it one that does. */
const FINEST_WORKING_DECIMALS = 2;

/** How many decimals amounts are worked in: the most that occur, an odd long one apart. */
export function workingDecimals(numbers: Iterable<Pick<CellNumber, 'decimals'>>): number {
  let most = 0;
  for (const { decimals } of numbers) most = Math.max(most, decimals);
  return Math.min(most, FINEST_WORKING_DECIMALS);
}

/**
 * Sets the half-widths of money by the precision that the annexes work in: "15" beside "14.96" stands for 15.00. A number
 * with more decimals than the rest keeps its own.
 */
export function settleHalfWidths(figures: readonly Figure[]): void {
  const amounts = figures.filter((figure) => figure.unit === '万元' && figure.amount !== null);
  for (const unit of new Set(amounts.map((figure) => figure.published_unit))) {
    if (!isMoneyUnit(unit)) continue;
    const inUnit = amounts
      .filter((figure) => figure.published_unit === unit)
      .map((figure) => ({ figure, decimals: numberIn(figure.published_text)?.decimals ?? 0 }));
    const working = workingDecimals(inUnit);
    for (const { figure, decimals } of inUnit) {
      figure.half_width = halfWidthInWanYuan(Math.max(decimals, working), unit);
    }
  }
}
