import { numberIn, saysNone, type NumberLedger, type Row } from './annex-cells.ts';
import {
  indicatorHeader,
  indicatorShape,
  isLevel2Name,
  withoutPoints,
  type IndicatorHeader,
  type IndicatorShape,
} from './annex-indicator-shape.ts';
import type { Indicator } from './disclosure.ts';

/** What every indicator of one self-evaluation carries. */
export type IndicatorOwner = Pick<Indicator, 'department_id' | 'fiscal_year' | 'annex' | 'project_name'> & {
  section: string;
};

/** The row 总分: which cells hold its two numbers. */
export interface TotalRow {
  row: Row;
  weight: number | null;
  score: number | null;
}

/**
 * Reads the indicators of a self-evaluation, from below the header 一级指标 … 得分 to the row 总分. Levels stand in merged
 * cells and are carried down; a row cut by a page break is put together again. A weight or score that is "/" or blank is
 * null: the indicator was not used.
 */
export function readIndicators(
  rows: readonly Row[],
  owner: IndicatorOwner,
  ledger: NumberLedger,
): { indicators: Indicator[]; total: TotalRow | null } {
  const indicators: Indicator[] = [];
  const at = rows.findIndex((row) => indicatorHeader(row) !== null);
  if (at < 0) return { indicators, total: null };
  const header = indicatorHeader(rows[at]!)!;
  const levels = { level_1: '', level_2: '' };
  let above: { shape: IndicatorShape; row: Row } | null = null;
  for (const [offset, row] of rows.slice(at + 1).entries()) {
    if (row.words.some((words) => /^(?:总分|总计|合计)(?:\(\d+分\))?$/.test(words))) {
      return { indicators, total: totalRow(row, header, ledger) };
    }
    if (row.words.every((words) => words === '') || (offset === 0 && isSecondLineOfHeader(row))) continue;
    const shape = indicatorShape(row, header);
    const last = indicators.at(-1);
    if (last && above && continuesRowAbove(row, shape, last)) {
      for (const { field, index } of continuedFields(row, shape, above)) {
        last[field] += row.cells[index]!;
        ledger.take(row, index);
      }
      if (shape.level_2 !== null) {
        enterLevels(levels, row, shape, indicators);
        nameRowsAboveBreak(indicators, levels);
      }
      continue;
    }
    enterLevels(levels, row, shape, indicators);
    indicators.push(indicatorOf(owner, row, shape, levels));
    for (const index of [shape.level_3, ...shape.target, shape.achieved, shape.weight, shape.score]) {
      if (index !== null) ledger.take(row, index);
    }
    above = { shape, row };
  }
  return { indicators, total: null };
}

function indicatorOf(
  owner: IndicatorOwner,
  row: Row,
  shape: IndicatorShape,
  levels: { level_1: string; level_2: string },
): Indicator {
  const { section, ...rest } = owner;
  const textAt = (index: number | null): string => (index === null ? '' : row.cells[index]!);
  const level_3 = textAt(shape.level_3);
  return {
    ...rest,
    ...levels,
    level_3,
    target: shape.target.map(textAt).join(''),
    achieved: textAt(shape.achieved),
    weight: pointsAt(row, shape.weight),
    score: pointsAt(row, shape.score),
    place: {
      section,
      row: level_3 || levels.level_2 || null,
      column: null,
      line: row.line.number,
      page: row.line.page,
    },
  };
}

function pointsAt(row: Row, index: number | null): string | null {
  return index === null ? null : (numberIn(row.cells[index]!)?.value ?? null);
}

/** The names of the levels as this row gives them; a name cut by a page break is joined to its first half. */
function enterLevels(
  levels: { level_1: string; level_2: string },
  row: Row,
  shape: IndicatorShape,
  indicators: readonly Indicator[],
): void {
  if (shape.level_1 !== null) {
    const name = withoutPoints(row.words[shape.level_1]!);
    // "(40 分)" alone is the rest of the name above, not a group of its own.
    if (!(name.startsWith('(') && levels.level_1 !== '')) {
      levels.level_1 = name;
      levels.level_2 = '';
    }
  }
  if (shape.level_2 === null) return;
  const name = row.words[shape.level_2]!;
  const joined = levels.level_2 + name;
  if (levels.level_2 !== '' && !isLevel2Name(levels.level_2) && isLevel2Name(joined)) {
    for (const indicator of indicators) {
      if (indicator.level_1 === levels.level_1 && indicator.level_2 === levels.level_2) indicator.level_2 = joined;
    }
    levels.level_2 = joined;
  } else {
    levels.level_2 = name;
  }
}

/** A merged cell that spans a page break may be printed below it: the rows above it get its name. */
function nameRowsAboveBreak(indicators: readonly Indicator[], levels: { level_1: string; level_2: string }): void {
  for (const indicator of indicators) {
    if (indicator.level_2 !== '') continue;
    indicator.level_2 = levels.level_2;
    if (indicator.level_1 === '') indicator.level_1 = levels.level_1;
  }
}

/** Without points and without a level of its own, a row is the rest of the row above. */
function continuesRowAbove(row: Row, shape: IndicatorShape, last: Indicator): boolean {
  if (shape.weight !== null || row.words.some((words) => words !== '' && saysNone(words))) return false;
  if (shape.level_2 !== null)
    return row.afterBreak && last.level_2 === '' && shape.target.length === 0 && shape.achieved === null;
  const texts = row.words.filter((words) => words !== '').length;
  return row.afterBreak || texts < 3;
}

const CONTINUED = ['level_3', 'target', 'achieved'] as const;

interface Continuation {
  field: (typeof CONTINUED)[number];
  index: number;
}

/** Which text of the row above each cell goes on with; cells under the levels, points and reasons go on with none. */
function continuedFields(row: Row, shape: IndicatorShape, above: { shape: IndicatorShape; row: Row }): Continuation[] {
  const first = Math.max(shape.level_1 ?? -1, shape.level_2 ?? -1) + 1;
  const texts = row.words.flatMap((words, index) => (index >= first && words !== '' ? [index] : []));
  // A page with other columns: the three texts come in their order.
  if (row.cells.length !== above.row.cells.length && texts.length === CONTINUED.length) {
    return texts.map((index, order) => ({ field: CONTINUED[order]!, index }));
  }
  const { level_3, target, achieved, weight } = above.shape;
  const level3 = shape.level_2 === null ? (level_3 ?? (target[0] ?? 0) - 1) : shape.level_2 + 1;
  return texts.flatMap((index): Continuation[] => {
    if (index === level3) return [{ field: 'level_3', index }];
    if (index === achieved) return [{ field: 'achieved', index }];
    return index > level3 && (weight === null || index < weight) ? [{ field: 'target', index }] : [];
  });
}

function isSecondLineOfHeader(row: Row): boolean {
  const filled = row.words.filter((words) => words !== '');
  return filled.every((words) => /^(?:指标值|完成值|目标值|值|(?:分析)?及?改进措施)$/.test(words));
}

function totalRow(row: Row, header: IndicatorHeader, ledger: NumberLedger): TotalRow {
  const numbers = row.cells.flatMap((cell, index) => (numberIn(cell) ? [index] : []));
  for (const index of numbers.slice(-2)) ledger.take(row, index);
  if (numbers.length >= 2) return { row, weight: numbers.at(-2)!, score: numbers.at(-1)! };
  const only = numbers[0] ?? null;
  return only !== null && only <= header.weight
    ? { row, weight: only, score: null }
    : { row, weight: null, score: only };
}
