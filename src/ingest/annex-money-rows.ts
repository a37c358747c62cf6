import type { MoneyUnit } from '../money/parse.ts';
import { moneyUnitIn, numberIn, saysNone, type NumberLedger, type Row } from './annex-cells.ts';
import { moneyFigure, plainFigure, type AnnexTable, type CellMeaning } from './annex-figure.ts';
import type { Figure } from './disclosure.ts';
import { closeUp } from './wording.ts';

/** What a column of the money block of a self-evaluation holds. */
export type MoneyColumn = 'initial_budget' | 'revised_budget' | 'actual' | 'weight' | 'execution_pct' | 'score';

const AMOUNT_KEYS: readonly MoneyColumn[] = ['initial_budget', 'revised_budget', 'actual'];

export interface MoneyHeader {
  /** Index among the rows of the first row below the header. */
  next: number;
  length: number;
  unit: MoneyUnit;
  columns: ReadonlyMap<number, { key: MoneyColumn; name: string }>;
}

export interface MoneyRow {
  row: Row;
  row_code: 'total' | 'current_appropriation' | 'carried_over' | 'other_funds' | null;
  /** As published, closed up. */
  label: string;
  /** Index of the cell of each column that the row fills. */
  cells: ReadonlyMap<MoneyColumn, number>;
}

const COLUMNS: ReadonlyArray<readonly [RegExp, MoneyColumn]> = [
  [/^年初预算/, 'initial_budget'],
  [/^(?:全年|调整).*预算|^预算调整/, 'revised_budget'],
  [/^执行率|^预算执行率/, 'execution_pct'],
  [/^(?:全年|实际|预算)?(?:执行|支出|决算)(?:数|金额)$/, 'actual'],
  [/^(?:分值|权重)/, 'weight'],
  [/^(?:自评)?得分$/, 'score'],
];

const ROW_CODES: ReadonlyArray<readonly [RegExp, NonNullable<MoneyRow['row_code']>]> = [
  [/上年结转|结转结余|^结转/, 'carried_over'],
  [/当年.*(?:财政拨款|资金|预算)|^(?:其中:)?财政拨款/, 'current_appropriation'],
  [/其[他它].*资金/, 'other_funds'],
  [/总额|总计|合计|资金总/, 'total'],
];

/** The header "年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分", on one row or split over two; null if none. */
export function moneyHeader(rows: readonly Row[]): MoneyHeader | null {
  const end = rows.findIndex((row) => row.words.includes('一级指标'));
  const head = end < 0 ? rows : rows.slice(0, end);
  for (const height of [1, 2]) {
    for (let at = 0; at + height <= head.length; at += 1) {
      const words = height === 1 ? head[at]!.words : joinedWords(head[at]!, head[at + 1]!);
      const columns = new Map(
        words.flatMap((word, index) => {
          const key = COLUMNS.find(([pattern]) => pattern.test(word))?.[1];
          return key === undefined ? [] : [[index, { key, name: word }] as const];
        }),
      );
      if ([...columns.values()].filter(({ key }) => AMOUNT_KEYS.includes(key)).length < 2) continue;
      const unit = words.map(moneyUnitIn).find((found) => found !== null);
      return { next: at + height, length: words.length, unit: unit ?? '万元', columns };
    }
  }
  return null;
}

/** Two lines of one header: "年初 | 全年" over "预算数 | 预算数". */
function joinedWords(upper: Row, lower: Row): string[] {
  const isHeader = lower.words.length === upper.words.length && lower.words.every((words) => numberIn(words) === null);
  return isHeader ? upper.words.map((word, index) => word + lower.words[index]!) : [];
}

/** The rows of money below the header, up to the goals or the indicators. */
export function moneyRows(rows: readonly Row[], header: MoneyHeader): MoneyRow[] {
  const found: MoneyRow[] = [];
  const first = Math.min(...header.columns.keys());
  for (const row of rows.slice(header.next)) {
    if (endsMoney(row)) break;
    const number = row.cells.findIndex((cell) => numberIn(cell) !== null);
    const beforeAmounts = row.words.slice(0, number >= 0 ? number : first + 1);
    const words = beforeAmounts.findLast((word) => word !== '' && !saysNone(word));
    if (words === undefined || /[:：][-\d.,/]*$/.test(words) || /按.*性质/.test(words)) continue;
    found.push({
      row,
      row_code: ROW_CODES.find(([pattern]) => pattern.test(words))?.[1] ?? null,
      label: closeUp(row.cells[row.words.indexOf(words)]!).replace(/^其中[:：]/, ''),
      cells: alignedCells(row, header),
    });
  }
  return found;
}

export function endsMoney(row: Row): boolean {
  return row.words.some((words) => /^(?:年度)?(?:总体)?(?:绩效)?目标$|预期目标|一级指标/.test(words));
}

/**
 * Which cell of the row fills which column. Rows that were pushed aside as a whole, or that lost their empty cells, are
 * put back where only one way fits; otherwise the row's numbers stay unplaced.
 */
function alignedCells(row: Row, header: MoneyHeader): Map<MoneyColumn, number> {
  const filled = row.words.flatMap((words, index) =>
    numberIn(words) !== null || (index > 1 && saysNone(words)) ? [index] : [],
  );
  const shifts = row.cells.length === header.length ? [0, 1, -1, 2, -2] : [row.cells.length - header.length, 0];
  for (const shift of shifts) {
    const cells = new Map<MoneyColumn, number>();
    const fits = filled.every((index) => {
      const column = header.columns.get(index - shift);
      if (!column || (numberIn(row.cells[index]!)?.isPercent && column.key !== 'execution_pct')) return false;
      cells.set(column.key, index);
      return true;
    });
    if (fits) return cells;
  }
  const columns = [...header.columns.values()];
  return filled.length === columns.length ? new Map(columns.map(({ key }, at) => [key, filled[at]!])) : new Map();
}

/** A figure for every filled cell of the money rows. */
export function moneyFigures(
  table: AnnexTable,
  header: MoneyHeader,
  rows: readonly MoneyRow[],
  ledger: NumberLedger,
): Figure[] {
  return rows.flatMap(({ row, row_code, label, cells }) =>
    [...cells].flatMap(([key, index]) => {
      const text = row.cells[index]!;
      const isMoney = AMOUNT_KEYS.includes(key);
      if (numberIn(text) === null && !isMoney) return [];
      ledger.take(row, index);
      const name = [...header.columns.values()].find((column) => column.key === key)!.name;
      const meaning: CellMeaning = {
        row_code,
        row_name: label,
        column_key: key,
        column_name: name,
        side: 'expenditure',
      };
      if (row_code !== null && row_code !== 'total') meaning.parent_code = 'total';
      return isMoney
        ? [moneyFigure(table, row, text, header.unit, meaning)]
        : [plainFigure(table, row, text, key === 'execution_pct' ? '%' : '分', meaning)];
    }),
  );
}
