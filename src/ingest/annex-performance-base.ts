import { moneyUnitIn, NumberLedger, numberIn, rowsOf, saysNone, type Row } from './annex-cells.ts';
import { moneyFigure, plainFigure, type AnnexTable, type CellMeaning } from './annex-figure.ts';
import type { Figure, Fund } from './disclosure.ts';
import type { Part, Reading } from './part.ts';
import type { MoneyUnit } from '../money/parse.ts';
import { closeUp, hasEnumerator, withoutEnumerator, wordingOf, yearsIn } from './wording.ts';

/** Columns of the block of rows being read: 人员, 经费 or 楼堂馆所. */
interface Block {
  kind: 'staff' | 'money' | 'buildings';
  caption: string;
  length: number;
  unit: MoneyUnit;
  columns: readonly Column[];
}

interface Column {
  index: number;
  name: string;
  meaning: Pick<CellMeaning, 'column_key' | 'fiscal_year'> & { row_code?: string; unit?: string };
}

const THREE_PUBLIC: ReadonlyArray<readonly [RegExp, string, string | null]> = [
  [/^(?:财政拨款)?三公经费/, 'three_public', null],
  [/(?:公务用车|公车|车辆)购置.*(?:维护|运行)/, 'vehicles', 'three_public'],
  [/(?:公务用车|公车|车辆)购置/, 'vehicle_purchase', 'vehicles'],
  [/(?:公务用车|公车|车辆)运行/, 'vehicle_operation', 'vehicles'],
  [/出国/, 'overseas', 'three_public'],
  [/接待/, 'reception', 'three_public'],
];

/** Rows that begin a group of their own; what follows them belongs to them. */
const GROUPS: ReadonlyArray<readonly [RegExp, string | null]> = [
  [/^项目支出/, 'project'],
  [/^公用经费/, 'operating'],
  [/^人员(?:经费|支出)/, 'personnel'],
  [/^政府采购/, 'procurement'],
  [/^(?:部门)?基本支出预算调整/, null],
  [/^基本支出/, 'basic'],
];

/** The kinds that project expenditure is divided into, each a numbered row above the projects it lists. */
const PROJECT_KINDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/业务(?:工作)?经费/, 'project_business'],
  [/运行维护/, 'project_maintenance'],
  [/专项/, 'project_special'],
];

/**
 * Reads a table of base data (整体支出绩效评价基础数据表): staff, last year's actual, this year's budget and actual of the
 * “三公”经费, project and operating expenditure. A blank cell of this form is not known, so it yields no figure; a dash
 * yields one without amount. The form's "预算数" does not say which budget: kind unlabelled.
 */
export function readPerformanceBase(part: Part, table: AnnexTable): Reading {
  const ledger = new NumberLedger(part, table.section);
  const figures: Figure[] = [];
  let block: Block | null = null;
  let group: { code: string | null; parent: string | null } = { code: null, parent: null };
  let label = '';
  const rows = rowsOf(part);
  for (const row of rows) {
    const header = headerOf(row, part);
    if (header) {
      block = header;
      label = header.kind === 'money' ? '' : header.caption;
      continue;
    }
    if (!block || /^厉行节约/.test(row.words[0]!)) continue;
    // A label whose amounts went over to the next page stands there without words.
    if (row.words[0] !== '' && numberIn(row.cells[0]!) === null) label = row.cells[0]!;
    const rowMeaning = block.kind === 'money' ? meaningOfRow(label, group) : null;
    if (rowMeaning?.opensGroup) group = rowMeaning.opensGroup;
    for (const { column, index } of alignedCells(row, block)) {
      const text = row.cells[index]!;
      if (numberIn(text) === null && !saysNone(text)) continue;
      figures.push(figureOf(table, row, text, block, column, rowMeaning, label));
      ledger.take(row, index);
    }
  }
  return {
    figures,
    claims: [],
    projects: [],
    indicators: [],
    rows: rows.length,
    numbers_seen: ledger.seen,
    unplaced: ledger.unplaced,
  };
}

function figureOf(
  table: AnnexTable,
  row: Row,
  text: string,
  block: Block,
  column: Column,
  rowMeaning: RowMeaning | null,
  label: string,
): Figure {
  const { column_key, fiscal_year, row_code = null, unit = '' } = column.meaning;
  if (block.kind === 'money') {
    const { row_code: code, row_name, parent_code, fund } = rowMeaning!;
    return moneyFigure(table, row, text, block.unit, {
      row_code: code,
      row_name,
      parent_code,
      fund,
      column_key,
      column_name: column.name,
      fiscal_year,
      side: 'expenditure',
    });
  }
  const caption = nameOf(label);
  const meaning: CellMeaning = { row_code, row_name: caption, column_key, column_name: column.name, fiscal_year };
  return unit === '万元'
    ? moneyFigure(table, row, text, moneyUnitIn(closeUp(column.name)) ?? block.unit, meaning)
    : plainFigure(table, row, text, unit, meaning);
}

function headerOf(row: Row, part: Part): Block | null {
  const named = row.words.flatMap((words, index) =>
    index > 0 && words !== '' ? [{ index, words, name: closeUp(row.cells[index]!) }] : [],
  );
  const caption = row.cells[0] ?? '';
  const base = { caption, length: row.cells.length, unit: moneyUnitIn(row.words[0] ?? '') ?? unitOfPart(part) };
  if (named.some(({ words }) => /编制/.test(words)) && named.some(({ words }) => /在职|实有/.test(words))) {
    return { ...base, kind: 'staff', columns: named.map((cell) => ({ ...cell, meaning: staffColumn(cell.words) })) };
  }
  if (/楼堂馆所/.test(row.words[0] ?? '') || named.some(({ words }) => /批复规模/.test(words))) {
    return {
      ...base,
      kind: 'buildings',
      columns: named.map((cell) => ({ ...cell, meaning: buildingColumn(cell.words) })),
    };
  }
  const money = named.map((cell) => ({ ...cell, meaning: moneyColumn(cell.words) }));
  if (money.length < 2 || money.some(({ meaning }) => meaning === null)) return null;
  return { ...base, kind: 'money', columns: money as Column[] };
}

function unitOfPart(part: Part): MoneyUnit {
  const stated = part.lines.map((line) => moneyUnitIn(wordingOf(line.text))).find((unit) => unit !== null);
  return stated ?? '万元';
}

function staffColumn(words: string): Column['meaning'] {
  const fiscal_year = yearsIn(words)[0];
  if (/率/.test(words)) return { row_code: 'staff_control', column_key: 'control_pct', fiscal_year, unit: '%' };
  const row_code = /编制/.test(words) ? 'staff_quota' : 'staff';
  return { row_code, column_key: 'actual', fiscal_year, unit: '人' };
}

function buildingColumn(words: string): Column['meaning'] {
  const row_code = 'buildings';
  if (/率/.test(words)) {
    return { row_code, column_key: /规模/.test(words) ? 'scale_control_pct' : 'investment_control_pct', unit: '%' };
  }
  const is = /批复|预算|概算/.test(words) ? 'approved' : 'actual';
  return /投资/.test(words)
    ? { row_code, column_key: `${is}_investment`, unit: '万元' }
    : { row_code, column_key: `${is}_scale`, unit: 'm²' };
}

function moneyColumn(words: string): Column['meaning'] | null {
  const fiscal_year = yearsIn(words)[0];
  if (/决算|执行数|实际支出/.test(words)) return { column_key: 'actual', fiscal_year };
  if (/年初预算/.test(words)) return { column_key: 'initial_budget', fiscal_year };
  if (/(?:全年|调整).*预算|预算调整/.test(words)) return { column_key: 'revised_budget', fiscal_year };
  if (/预算/.test(words)) return { column_key: 'budget', fiscal_year };
  return null;
}

interface RowMeaning {
  row_code: string | null;
  row_name: string;
  parent_code: string | null;
  fund: Fund;
  opensGroup?: { code: string | null; parent: string | null };
}

function meaningOfRow(label: string, group: { code: string | null }): RowMeaning {
  const words = withoutEnumerator(wordingOf(label));
  const row_name = nameOf(label);
  const numbered = hasEnumerator(wordingOf(label));
  const opened = GROUPS.find(([pattern]) => pattern.test(words));
  if (opened) {
    const row_code = opened[1];
    return { row_code, row_name, parent_code: null, fund: 'all', opensGroup: { code: row_code, parent: null } };
  }
  if (group.code === 'project' && !/^(?:财政拨款)?三公经费/.test(words)) {
    const kind = numbered ? (PROJECT_KINDS.find(([pattern]) => pattern.test(words))?.[1] ?? null) : null;
    return { row_code: kind, row_name, parent_code: 'project', fund: 'all' };
  }
  const part = THREE_PUBLIC.find(([pattern]) => pattern.test(words));
  if (part && (group.code === null || group.code === 'three_public' || part[1] === 'three_public')) {
    const [, row_code, parent_code] = part;
    // “三公”经费 are by their definition money of fiscal appropriations.
    const meaning: RowMeaning = { row_code, row_name, parent_code, fund: 'fiscal' };
    return row_code === 'three_public' ? { ...meaning, opensGroup: { code: row_code, parent: null } } : meaning;
  }
  return { row_code: null, row_name, parent_code: group.code, fund: 'all' };
}

function nameOf(label: string): string {
  return withoutEnumerator(label).replace(/[:：]$/, '');
}

/** The cells of a row under their columns; a cell that stands under none is left out (and so reported as unplaced). */
function alignedCells(row: Row, block: Block): Array<{ column: Column; index: number }> {
  const filled = row.words.flatMap((words, index) => (index > 0 && words !== '' ? [index] : []));
  const { columns, length } = block;
  const byIndex = (of: (index: number) => number) =>
    filled.flatMap((index) => {
      const column = columns.find((candidate) => candidate.index === of(index));
      return column ? [{ column, index }] : [];
    });
  if (row.cells.length === length) return byIndex((index) => index);
  // After a page break the same columns may span several cells each.
  const span = (row.cells.length - 1) / (length - 1);
  if (span > 1 && Number.isInteger(span)) return byIndex((index) => Math.floor((index - 1) / span) + 1);
  if (filled.length === columns.length) return columns.map((column, at) => ({ column, index: filled[at]! }));
  return [];
}
