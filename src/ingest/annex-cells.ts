import { isDash, isMoneyUnit, parseNumber, toHalfWidth, type MoneyUnit } from '../money/parse.ts';
import type { UnplacedNumber } from './disclosure.ts';
import type { Line, Part } from './part.ts';
import { closeUp } from './wording.ts';

/** One row of an annex table. */
export interface Row {
  line: Line;
  /** As published, markup of the extraction removed. */
  cells: readonly string[];
  /** The form in which words are compared: half-width, closed up. */
  words: readonly string[];
  /** Something other than a row stands between this row and the one above: the end of a page, mostly. */
  afterBreak: boolean;
}

const MATH_WORDS: Readonly<Record<string, string>> = {
  geq: '≥',
  ge: '≥',
  leq: '≤',
  le: '≤',
  times: '×',
  mu: 'μ',
  sim: '~',
  pm: '±',
};

/** A cell without the markup that machine reading leaves in it: "$\geq 90\%$" → "≥ 90%", "<p>" → "". */
export function plainText(cell: string): string {
  return cell
    .replace(/<\/?(?:p|br|div|span|td|tr|b|i)\b[^<>]*>/gi, '')
    .replace(/\$([^$]*)\$/g, (_, formula: string) =>
      formula.replace(/\\([a-z]+)/gi, (word, name: string) => MATH_WORDS[name] ?? word).replace(/\\([%_&#])/g, '$1'),
    )
    .trim();
}

export function wordsOf(cell: string): string {
  return closeUp(toHalfWidth(plainText(cell)));
}

/** The rows of a table, in order; notes and blank lines between them only show as breaks. */
export function rowsOf(part: Part): Row[] {
  const rows: Row[] = [];
  let afterBreak = true;
  for (const line of part.lines) {
    if (line.cells.length < 2) {
      afterBreak = true;
      continue;
    }
    const cells = line.cells.map(plainText);
    rows.push({ line, cells, words: cells.map(wordsOf), afterBreak });
    afterBreak = false;
  }
  return rows;
}

export interface CellNumber {
  value: string;
  decimals: number;
  isPercent: boolean;
}

/** The one number that a cell holds ("4 5", "98.64 %"), or null for words, dashes and blanks. */
export function numberIn(cell: string): CellNumber | null {
  const words = wordsOf(cell);
  const isPercent = words.endsWith('%');
  const number = parseNumber(isPercent ? words.slice(0, -1) : words);
  return number && { ...number, isPercent };
}

/** "——", "/", "\", 无: the form has a place for a value and the body gave none. */
export function saysNone(cell: string): boolean {
  return isDash(cell) || /^(?:[-—–－/\\]+|无)$/.test(closeUp(cell));
}

/** Unit of money named in a caption ("项目资金（万元）"), or null. */
export function moneyUnitIn(words: string): MoneyUnit | null {
  const unit = /(?:\(|单位[:：]?)(元|千元|万元|百万元|亿元)(?:\)|$)/.exec(words)?.[1];
  return unit !== undefined && isMoneyUnit(unit) ? unit : null;
}

/** Keeps account of every cell of a part that is a number, so that none is left out unsaid. */
export class NumberLedger {
  readonly #open = new Map<string, UnplacedNumber>();
  #seen = 0;

  constructor(part: Part, section: string) {
    for (const line of part.lines) {
      line.cells.forEach((cell, index) => {
        if (numberIn(cell) === null) return;
        this.#seen += 1;
        const reason = line.cells.length < 2 ? '单独成行的数字，不在表格中（可能是页码）' : '所在列没有可辨认的栏目';
        this.#open.set(key(line, index), { text: cell, line: line.number, section, reason });
      });
    }
  }

  /** The number of this cell is accounted for; cells of words may be named too. */
  take(row: Row, index: number): void {
    this.#open.delete(key(row.line, index));
  }

  /** A number inside the words of a cell that was read as a figure of its own. */
  takeFromWords(): void {
    this.#seen += 1;
  }

  get seen(): number {
    return this.#seen;
  }

  get unplaced(): UnplacedNumber[] {
    return [...this.#open.values()];
  }
}

function key(line: Line, index: number): string {
  return `${line.number}:${index}`;
}
