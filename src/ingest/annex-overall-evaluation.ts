import { Exact } from '../money/decimal.ts';
import { toWanYuan, type MoneyUnit } from '../money/parse.ts';
import { NumberLedger, numberIn, rowsOf, type Row } from './annex-cells.ts';
import { moneyFigure, plainFigure, type AnnexTable, type CellMeaning } from './annex-figure.ts';
import { readIndicators, type TotalRow } from './annex-indicators.ts';
import {
  endsMoney,
  moneyFigures,
  moneyHeader,
  moneyRows,
  type MoneyColumn,
  type MoneyHeader,
  type MoneyRow,
} from './annex-money-rows.ts';
import type { Figure, Fund } from './disclosure.ts';
import type { Part, Reading } from './part.ts';

/**
 * Reads a self-evaluation of a unit's whole expenditure (整体支出绩效自评表): 年度资金总额 as initial budget, revised budget
 * and actual, its rate and points; the amounts by kind of revenue and of expenditure, which stand inside words
 * ("其中：一般公共预算：4820.76"); the indicators; the total score.
 */
export function readOverallEvaluation(part: Part, table: AnnexTable, annex: string): Reading {
  const ledger = new NumberLedger(part, table.section);
  const rows = rowsOf(part);
  const figures: Figure[] = [];
  const header = moneyHeader(rows);
  if (header) {
    const money = moneyRows(rows, header);
    figures.push(...moneyFigures(table, header, money, ledger));
    figures.push(...byKind(table, rows, header, money, ledger));
  }
  const { department_id, fiscal_year, section } = table;
  const owner = { department_id, fiscal_year, section, annex, project_name: null };
  const { indicators, total } = readIndicators(rows, owner, ledger);
  figures.push(...totalFigures(table, total));
  return {
    figures,
    claims: [],
    projects: [],
    indicators,
    rows: rows.length,
    numbers_seen: ledger.seen,
    unplaced: ledger.unplaced,
  };
}

/** The points to be had and the points got, from the row 总分. */
export function totalFigures(table: AnnexTable, total: TotalRow | null): Figure[] {
  if (!total) return [];
  const cells: Array<[number | null, string, string]> = [
    [total.weight, 'weight', '分值'],
    [total.score, 'score', '得分'],
  ];
  return cells.flatMap(([index, column_key, column_name]) => {
    const meaning: CellMeaning = { row_code: 'total_score', row_name: '总分', column_key, column_name };
    return index === null ? [] : [plainFigure(table, total.row, total.row.cells[index]!, '分', meaning)];
  });
}

type Kind = readonly [pattern: RegExp, row_code: string | null, fund: Fund];

const REVENUE_KINDS: readonly Kind[] = [
  [/^按.*收入性质/, 'revenue', 'all'],
  [/^一般公共预算/, 'general_public_appropriation', 'general_public'],
  [/^政府性基金/, 'government_fund_appropriation', 'government_fund'],
  [/^国有资本/, 'state_capital_appropriation', 'state_capital'],
  [/^其[他它].*资金/, 'other_funds', 'all'],
];

const EXPENDITURE_KINDS: readonly Kind[] = [
  [/^按.*支出性质/, 'expenditure', 'all'],
  [/^基本支出/, 'basic', 'all'],
  [/^项目支出/, 'project', 'all'],
];

interface KindAmount {
  row: Row;
  name: string;
  text: string;
  side: 'revenue' | 'expenditure';
}

/**
 * The amounts by kind. The form does not say whether they are budget or actual, and units fill in either; where the kinds
 * of one side add up exactly to one of the amounts of 年度资金总额, they are that one, else a budget or actual untold.
 */
function byKind(
  table: AnnexTable,
  rows: readonly Row[],
  header: MoneyHeader,
  money: readonly MoneyRow[],
  ledger: NumberLedger,
): Figure[] {
  const amounts = kindAmounts(rows, header, money, ledger);
  return (['revenue', 'expenditure'] as const).flatMap((side) => {
    const ofSide = amounts.filter((amount) => amount.side === side);
    const column = columnOfParts(ofSide, header.unit, money);
    return ofSide.map(({ row, name, text }) => {
      const kinds = side === 'revenue' ? REVENUE_KINDS : EXPENDITURE_KINDS;
      const [, row_code, fund] = kinds.find(([pattern]) => pattern.test(name)) ?? [null, null, 'all' as const];
      return moneyFigure(table, row, text, header.unit, {
        row_code,
        row_name: name,
        parent_code: row_code === side ? null : side,
        column_key: column.key,
        column_name: side === 'revenue' ? '按收入性质分' : '按支出性质分',
        side,
        fund,
        budget_evidence: column.evidence,
      });
    });
  });
}

function kindAmounts(
  rows: readonly Row[],
  header: MoneyHeader,
  money: readonly MoneyRow[],
  ledger: NumberLedger,
): KindAmount[] {
  const amounts: KindAmount[] = [];
  let expenditureFrom = Infinity;
  for (const row of rows.slice(header.next)) {
    if (endsMoney(row)) break;
    if (money.some((taken) => taken.row === row)) continue;
    let name: string | null = null;
    for (const [index, words] of row.words.entries()) {
      if (/^按.*支出性质/.test(words)) expenditureFrom = index;
      const side = index >= expenditureFrom ? 'expenditure' : 'revenue';
      const inWords = /^(?:其中:)?([^:\d]+):(-?[\d,]*\.?\d+)$/.exec(words);
      if (inWords) {
        amounts.push({ row, name: inWords[1]!, text: inWords[2]!, side });
        ledger.takeFromWords();
      } else if (name !== null && numberIn(words) !== null) {
        amounts.push({ row, name, text: row.cells[index]!, side });
        ledger.take(row, index);
        name = null;
      } else if (words !== '') {
        name = /:$/.test(words) ? words.replace(/^其中:/, '').replace(/:$/, '') : null;
      }
    }
  }
  return amounts;
}

function columnOfParts(
  amounts: readonly KindAmount[],
  unit: MoneyUnit,
  money: readonly MoneyRow[],
): { key: MoneyColumn | 'budget'; evidence: string | null } {
  const untold = { key: 'budget', evidence: null } as const;
  const inWanYuan = (text: string) => new Exact(toWanYuan(numberIn(text)!.value, unit));
  const parts = amounts.filter(({ name }) => !/^按/.test(name));
  const total = money.find((row) => row.row_code === 'total');
  if (!total || parts.length === 0) return untold;
  const sum = parts.reduce((so_far, { text }) => so_far.plus(inWanYuan(text)), new Exact(0));
  const fitting = (['initial_budget', 'revised_budget', 'actual'] as const).filter((key) => {
    const index = total.cells.get(key);
    const text = index === undefined ? '' : total.row.cells[index]!;
    return numberIn(text) !== null && inWanYuan(text).equals(sum);
  });
  const only = fitting[0];
  if (fitting.length !== 1 || only === undefined) return untold;
  const name = { initial_budget: '年初预算数', revised_budget: '全年预算数', actual: '全年执行数' }[only];
  return { key: only, evidence: `各项之和等于年度资金总额的${name}` };
}
