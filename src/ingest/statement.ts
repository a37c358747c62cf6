import { halfWidth, halfWidthInWanYuan, isDash, type MoneyUnit, parseNumber, toWanYuan } from '../money/parse.ts';
import { budgetKindOfNotes } from './budget-kind.ts';
import type { BudgetKind, Disclosure, Figure, Fund, UnplacedNumber } from './disclosure.ts';
import type { Reading, Subject } from './part.ts';
import { fundNamed, FORMS, meaningOfColumn } from './statement-columns.ts';
import type { AmountColumn, Block } from './statement-header.ts';
import { countedUnit, rowCodeOfLabel } from './statement-labels.ts';
import type { StatementRow } from './statement-rows.ts';
import { parentCode, type StatementTable, subjectLevel } from './statement-table.ts';
import { closeUp, withoutEnumerator, wordingOf } from './wording.ts';

export interface StatementContext {
  kind: Disclosure['kind'];
  fiscal_year: number;
  department_id: string;
  subjects: readonly Subject[];
  /** Unit of the other statements, for one that does not say its own. */
  usualUnit: MoneyUnit | null;
  /** Decimals that the document works in, by unit: a trimmed zero does not widen an interval. */
  decimals: ReadonlyMap<MoneyUnit, number>;
}

/** A reader that is not sure of a number's place delivers it with a "?" in front. */
const UNCERTAIN_COLUMN = '这个数字对应哪一列不能确定';

interface Cell {
  column_key: string;
  column_name: string;
  fund: Fund;
  side: Figure['side'];
  fiscal_year: number;
  budget_kind: BudgetKind | null;
  budget_evidence: string | null;
}

/** Figures of one statement. A statement without a single number yields none: nothing is known of it. */
export function readStatement(table: StatementTable, context: StatementContext): Reading {
  const unplaced = [...table.unplaced];
  const read: Figure[] = [];
  const unit = table.unit ?? context.usualUnit;
  if (table.hasData) {
    const seen = new Map<string, Figure>();
    for (const { row, identity } of identified(table, context)) {
      for (const { column, text } of row.cells) {
        const leave = (reason: string): void => {
          if (text !== '' && !isDash(text)) unplaced.push(unplacedOf(table, row, text, reason));
        };
        const cell = cellOf(table, row, column, identity, context);
        if (unit === null) leave('本表和其他表都没有写明金额单位');
        else if (!cell) leave(`表头“${column.path.join(' ')}”不认识`);
        else {
          const figure = figureOf(table, row, column, text, identity, cell, unit, context);
          const key = [
            figure.row_code ?? row.label,
            figure.column_key,
            figure.fund,
            figure.side,
            figure.fiscal_year,
          ].join('|');
          const twin = figure.row_code === null ? undefined : seen.get(key);
          if (figure.amount === null) leave(text.startsWith('?') ? UNCERTAIN_COLUMN : '不是一个完整的数');
          else if (twin?.is_blank && !figure.is_blank) read.splice(read.indexOf(twin), 1, figure);
          else if (twin) leave(`与第 ${twin.place.line} 行是同一项，不知应取哪个`);
          else read.push(figure);
          if (figure.amount !== null && !(twin && !twin.is_blank)) seen.set(key, figure);
        }
      }
    }
  }
  // A blank cell is 0 only in a row that was read whole.
  const torn = new Set([...unplaced.map(({ line }) => line), ...table.torn]);
  const figures = read.filter((figure) => !figure.is_blank || !torn.has(figure.place.line));
  const published = figures.filter((figure) => /\d/.test(figure.published_text)).length;
  return {
    figures,
    claims: [],
    projects: [],
    indicators: [],
    rows: table.hasData ? table.rows.length : 0,
    numbers_seen: published + unplaced.length,
    unplaced,
  };
}

interface Identity {
  row_code: string | null;
  row_name: string;
  fund: Fund | null;
}

/** What each row is: by its subject code, by the glossary's words, or by name among the document's subjects. */
function identified(
  table: StatementTable,
  context: StatementContext,
): Array<{ row: StatementRow; identity: Identity }> {
  const { statement } = table.part;
  const bySide = statement === 'income_expenditure' || statement === 'fiscal_appropriation';
  let group: { block: Block; row_code: string } | null = null;
  return table.rows.map((row) => {
    const row_name = withoutEnumerator(row.label);
    const identity: Identity = { row_code: row.code, row_name, fund: null };
    if (row.code !== null) return { row, identity };
    const wording = wordingOf(row_name);
    identity.row_code = rowCodeOfLabel(statement, wording);
    if (!bySide) return { row, identity };
    const fund = fundNamed(wording);
    if (identity.row_code?.endsWith('_appropriation')) {
      // Under "年初财政拨款结转和结余" the funds are parts of the carry-over, above it they are parts of the revenue.
      if (group?.block === row.block) {
        identity.row_code = fund ? group.row_code : null;
        identity.fund = fund;
      } else if (statement === 'fiscal_appropriation') {
        identity.row_code = 'revenue';
        identity.fund = fund;
      }
    } else {
      const carries = identity.row_code === 'opening_carryover' || identity.row_code === 'closing_carryover';
      group = carries ? { block: row.block, row_code: identity.row_code! } : null;
      if (identity.row_code === null && sideOf(table, row.block) === 'expenditure') {
        identity.row_code = subjectNamed(wording, context.subjects);
      }
    }
    return { row, identity };
  });
}

/** Code of the 类 of that name; a name cut off at the edge of its cell counts where only one subject begins so. */
function subjectNamed(wording: string, subjects: readonly Subject[]): string | null {
  const classes = subjects.filter((subject) => subject.level === 1);
  const bare = (text: string): string => wordingOf(text).replace(/支出$/, '');
  const exact = classes.filter((subject) => bare(subject.name) === bare(wording));
  if (exact.length === 1) return exact[0]!.code;
  const begun = classes.filter((subject) => bare(wording).length >= 6 && bare(subject.name).startsWith(bare(wording)));
  return exact.length === 0 && begun.length === 1 ? begun[0]!.code : null;
}

function sideOf(table: StatementTable, block: Block): Figure['side'] {
  if (FORMS[table.part.statement].side) return FORMS[table.part.statement].side;
  if (/收入/.test(block.heading) && !/支出/.test(block.heading)) return 'revenue';
  if (/支出/.test(block.heading) && !/收入/.test(block.heading)) return 'expenditure';
  const labels = table.rows.filter((row) => row.block === block).map((row) => wordingOf(row.label));
  if (labels.some((label) => /本年收入|收入总计/.test(label))) return 'revenue';
  return labels.some((label) => /本年支出|支出总计/.test(label)) ? 'expenditure' : null;
}

function budgetKindOf(column_key: string): BudgetKind | null {
  if (column_key.startsWith('initial_budget')) return 'initial';
  return column_key === 'revised_budget' ? 'revised' : null;
}

function cellOf(
  table: StatementTable,
  row: StatementRow,
  column: AmountColumn,
  identity: Identity,
  context: StatementContext,
): Cell | null {
  const { statement } = table.part;
  const path = wordingOf(column.path.join(''));
  const meaning = meaningOfColumn(statement, path, sideOf(table, row.block), context.kind);
  const fiscal_year = yearOf(path, context.fiscal_year);
  if (!meaning || fiscal_year === null) return null;
  let { column_key } = meaning;
  let budget_kind = budgetKindOf(column_key);
  let budget_evidence: string | null = null;
  if (column_key === 'budget') {
    const noted = budgetKindOfNotes(table.grid?.below ?? []);
    budget_kind = noted.kind;
    budget_evidence = noted.evidence;
    column_key = noted.kind === 'revised' ? 'revised_budget' : noted.kind === 'initial' ? 'initial_budget' : 'budget';
  }
  // The row's own fund is the more particular where the column is the sum over the funds.
  const fund = identity.fund && meaning.fund === 'fiscal' ? identity.fund : meaning.fund;
  const column_name = column.path.join(' ');
  return { column_key, column_name, fund, side: meaning.side, fiscal_year, budget_kind, budget_evidence };
}

/** Year that a header names ("2023年决算数", "上年决算数"); null for a year that cannot be told. */
function yearOf(path: string, fiscal_year: number): number | null {
  const named = /(20\d\d)年/.exec(path)?.[1];
  if (named && !/增减|增长|比20|较20/.test(path)) return Number.parseInt(named, 10);
  // What compares two years belongs to the later one.
  if (/增减|增长|比上年|较上年/.test(path)) return fiscal_year;
  return /上年(?!结转)|上一年/.test(path) ? fiscal_year - 1 : fiscal_year;
}

function figureOf(
  table: StatementTable,
  row: StatementRow,
  column: AmountColumn,
  text: string,
  identity: Identity,
  cell: Cell,
  unit: MoneyUnit,
  context: StatementContext,
): Figure {
  const component = table.part.statement === 'three_public' && row.label === '' ? componentOf(column) : null;
  const row_code = component ? rowCodeOfLabel('three_public', wordingOf(component)) : identity.row_code;
  const counted = /_pct$/.test(cell.column_key) ? '%' : countedUnit(row_code);
  const number = text === '' || isDash(text) ? { value: '0', decimals: 0 } : parseNumber(text.replace(/[%％]$/, ''));
  const decimals = context.decimals.get(unit) ?? table.decimals;
  return {
    department_id: context.department_id,
    fiscal_year: cell.fiscal_year,
    statement: table.part.statement,
    side: cell.side,
    row_code,
    row_name: component ?? identity.row_name,
    level: row.code === null ? levelOfNamed(row_code) : subjectLevel(row.code),
    parent_code: row.code === null ? null : parentCode(row.code),
    column_key: cell.column_key,
    column_name: cell.column_name,
    fund: cell.fund,
    amount: number && (counted ? number.value : toWanYuan(number.value, unit)),
    unit: counted ?? '万元',
    is_blank: text === '',
    published_text: text,
    published_unit: counted ?? unit,
    half_width: counted === '%' ? halfWidth(number?.decimals ?? 0) : counted ? '0' : halfWidthInWanYuan(decimals, unit),
    budget_kind: cell.budget_kind,
    budget_evidence: cell.budget_evidence,
    quarantine: null,
    place: {
      section: table.part.title,
      row: row.label === '' ? null : row.label,
      column: column.path.join(' '),
      line: row.line.number,
      page: row.line.page,
    },
  };
}

/** A subject found by name is a 类: only those are rows of the general statements. */
function levelOfNamed(row_code: string | null): 1 | null {
  return row_code !== null && /^\d{3}$/.test(row_code) ? 1 : null;
}

/**
 * Component of a table that has one row of numbers and the components as headings. A heading that only makes sense under
 * the one above it ("购置费" under "公务用车购置及运行费") is completed by it.
 */
function componentOf(column: AmountColumn): string {
  const named = column.path
    .map((text) => closeUp(text).replace(/^20\d\d年(?:度)?|(?:预算|决算)数?(?:\(.*\))?$/g, ''))
    .filter((text) => text !== '');
  const component = named.findLast((text) => !/^[合小]计$/.test(wordingOf(text))) ?? named.at(-1) ?? '';
  const ofVehicles = named.some((text) => /公务用车/.test(text)) && /^(?:购置|运行)/.test(component);
  return ofVehicles ? `公务用车${component}` : component;
}

function unplacedOf(table: StatementTable, row: StatementRow, text: string, reason: string): UnplacedNumber {
  return { text, line: row.line.number, section: table.part.title, reason };
}
