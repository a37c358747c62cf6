import { isMoneyUnit, type MoneyUnit, parseNumber } from '../money/parse.ts';
import type { UnplacedNumber } from './disclosure.ts';
import type { Part, Subject } from './part.ts';
import { type Grid, gridOf } from './statement-grid.ts';
import { looksNumeric } from './statement-alignment.ts';
import { type Block, blocksOf } from './statement-header.ts';
import { numbersOf, rowsOf, type StatementRow } from './statement-rows.ts';
import type { FinalStatement } from './statement-title.ts';
import { wordingOf } from './wording.ts';

/** A statement as a table of labelled rows, before its words are given a meaning. */
export interface StatementTable {
  part: Part & { statement: FinalStatement };
  /** Null where the document has the title and a note, and no table. */
  grid: Grid | null;
  blocks: readonly Block[];
  rows: StatementRow[];
  /** Null where the statement does not say in what unit it is. */
  unit: MoneyUnit | null;
  /** Largest number of decimals among the amounts. */
  decimals: number;
  hasData: boolean;
  /** Lines of rows that were not read whole: a blank cell there is not known to be 0. */
  torn: ReadonlySet<number>;
  unplaced: UnplacedNumber[];
}

export function tableOf(part: Part & { statement: FinalStatement }): StatementTable {
  const grid = gridOf(part.lines);
  const blocks = grid ? blocksOf(grid) : [];
  const { rows, unplaced, torn } = grid
    ? rowsOf(grid, blocks, part.title, codesOf(part.statement))
    : { rows: [], unplaced: [], torn: new Set<number>() };
  const noted = (grid?.below ?? part.lines).flatMap((line) =>
    (line.text.match(/-?[\d,]+(?:\.\d+)?\s*(?=(?:百?万|亿|千)?元)/g) ?? []).flatMap(numbersOf).map((text) => ({
      text,
      line: line.number,
      section: part.title,
      reason: '表下说明文字中的金额，不属于任何单元格',
    })),
  );
  const foreign = (grid?.foreign ?? []).flatMap((line) =>
    line.cells.filter(looksNumeric).map((text) => ({
      text,
      line: line.number,
      section: part.title,
      reason: '这里开始了另一张表，没有认出它的标题',
    })),
  );
  const numbers = rows.flatMap((row) => row.cells.map((cell) => parseNumber(cell.text)));
  return {
    part,
    grid,
    blocks,
    rows,
    unit: unitOf(grid ? [...grid.above, ...grid.header] : part.lines),
    decimals: Math.max(0, ...numbers.map((number) => number?.decimals ?? 0)),
    hasData: numbers.some((number) => number !== null),
    torn: new Set([...torn, ...(grid?.odd ?? [])]),
    unplaced: [...unplaced, ...foreign, ...noted],
  };
}

/** "单位：万元", "金额单位: 元", "决算数（万元）". */
function unitOf(lines: Grid['above']): MoneyUnit | null {
  for (const line of lines) {
    const found = /(?:单位:|\()(?:人民币)?((?:百?万|亿|千)?元)/.exec(wordingOf(line.text))?.[1];
    if (found && isMoneyUnit(found)) return found;
  }
  return null;
}

/** Functional subjects begin with 2, economic ones with 3 (of departments) or 5 (of governments). */
function codesOf(statement: FinalStatement): RegExp {
  return statement === 'basic_expenditure' ? /^[35](?:\d{2}|\d{4})$/ : /^2(?:\d{2}|\d{4}|\d{6})$/;
}

const FUNCTIONAL: readonly FinalStatement[] = [
  'income',
  'expenditure',
  'general_public_expenditure',
  'government_fund',
  'state_capital',
];

/** Functional subjects that the statements list with a code, each once, in order of code. */
export function subjectsOf(tables: readonly StatementTable[]): Subject[] {
  const subjects = new Map<string, Subject>();
  for (const table of tables.filter(({ part }) => FUNCTIONAL.includes(part.statement))) {
    for (const { code, label } of table.rows) {
      const level = code === null ? null : subjectLevel(code);
      if (code === null || level === null) continue;
      const known = subjects.get(code);
      // A name cut off at the edge of a cell is the beginning of the whole name.
      if (!known || (label.length > known.name.length && label.startsWith(known.name))) {
        subjects.set(code, { code, name: label, level, parent_code: parentCode(code) });
      }
    }
  }
  return [...subjects.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** 类 3 digits, 款 5, 项 7; economic subjects have 3 and 5. */
export function subjectLevel(code: string): 1 | 2 | 3 | null {
  return code.length === 3 ? 1 : code.length === 5 ? 2 : code.length === 7 ? 3 : null;
}

export function parentCode(code: string): string | null {
  return code.length > 3 ? code.slice(0, -2) : null;
}
