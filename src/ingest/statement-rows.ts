import { parseNumber } from '../money/parse.ts';
import { fits, isTotal, looksNumeric, realigned } from './statement-alignment.ts';
import type { UnplacedNumber } from './disclosure.ts';
import type { Line } from './part.ts';
import type { Grid } from './statement-grid.ts';
import type { AmountColumn, Block } from './statement-header.ts';
import { closeUp, hasEnumerator } from './wording.ts';

/** One labelled row of one block. */
export interface StatementRow {
  block: Block;
  /** Subject code of 3, 5 or 7 digits. */
  code: string | null;
  /** Label as published, spaces and filling dots removed, parts on a following page joined. */
  label: string;
  line: Line;
  cells: ReadonlyArray<{ column: AmountColumn; text: string }>;
}

type Draft = Omit<StatementRow, 'cells'> & {
  cells: Array<{ column: AmountColumn; text: string }>;
  lineNo: string;
};

export interface RowsOfGrid {
  rows: StatementRow[];
  unplaced: UnplacedNumber[];
  /** Lines of rows that lost an amount to a line of its own: their blank cells say nothing. */
  torn: ReadonlySet<number>;
}

/** Rows of a grid, block by block, each block's rows in the order of the table. */
export function rowsOf(grid: Grid, blocks: readonly Block[], section: string, codes: RegExp): RowsOfGrid {
  const drafts: Draft[][] = blocks.map(() => []);
  const unplaced: UnplacedNumber[] = [];
  const leave = (line: Line, texts: readonly string[], reason: string): void => {
    for (const text of texts) unplaced.push({ text, line: line.number, section, reason });
  };

  for (const [position, line] of grid.body.entries()) {
    if (line.cells.length < 2) {
      if (!continuesName(grid, position, blocks, drafts))
        leave(line, numbersOf(line.text), '表中单独成行的数，不属于任何单元格');
      continue;
    }
    const sound = !grid.odd.has(line.number) && fits(line.cells, blocks);
    const cells = sound ? line.cells : realigned(line.cells, blocks, grid.width);
    if (cells === null || grid.headerIsTorn) {
      const reason = grid.headerIsTorn ? '表头的单元格数与各行不一致，列对不上' : '这一行的单元格与表头对不上';
      leave(line, line.cells.filter(looksNumeric), reason);
      continue;
    }
    const headless = cells.filter((text, index) => looksNumeric(text) && !blocks.some((block) => covers(block, index)));
    leave(line, headless, '这一列没有表头');
    readRow({ ...line, cells }, grid.body[position - 1], blocks, drafts, codes, leave);
  }
  leaveCutAmounts(grid, drafts.flat(), leave);
  leaveJoinedAmounts(drafts.flat(), leave);
  const strays = grid.body.filter((line) => line.cells.length < 2 && /\d\.\d/.test(line.text));
  const torn = new Set(strays.flatMap(({ number }) => [number - 1, number + 1]));
  return { rows: drafts.flat().map(({ lineNo: _, ...row }) => row), unplaced, torn };
}

type Leave = (line: Line, texts: readonly string[], reason: string) => void;

function readRow(
  line: Line,
  above: Line | undefined,
  blocks: readonly Block[],
  drafts: Draft[][],
  codes: RegExp,
  leave: Leave,
): void {
  let labelled: Draft | null = null;
  for (const [at, block] of blocks.entries()) {
    const latest = drafts[at]!.at(-1);
    // Only the row right above goes on in this one.
    const before = latest && latest.line.number === above?.number ? latest : undefined;
    const draft = draftOf(line, block, latest);
    const amounts = draft.cells.filter((cell) => cell.text !== '');
    if (draft.label === '' && draft.code === null && block.labels.length > 0) {
      if (amounts.length === 0) continue;
      if (labelled && isTotal(labelled.label) && fills(labelled, draft)) labelled.cells = draft.cells;
      else if (before && before.code !== null && draft.lineNo === '' && fills(before, draft))
        before.cells = draft.cells;
      else
        leave(
          line,
          amounts.map((cell) => cell.text),
          '这一行没有名称，金额不知属于哪一项',
        );
      continue;
    }
    if (draft.code !== null && !codes.test(draft.code)) {
      leave(
        line,
        amounts.map((cell) => cell.text),
        `科目编码“${draft.code}”不完整`,
      );
      continue;
    }
    const numbered = misplacedLineNumber(draft, latest);
    if (numbered) numbered.text = '';
    if (before && continues(draft, before)) {
      before.label += draft.label;
      if (amounts.length > 0) before.cells = draft.cells;
      continue;
    }
    drafts[at]!.push(draft);
    labelled = draft;
  }
}

function draftOf(line: Line, block: Block, before: Draft | undefined): Draft {
  let lineNo = '';
  const names: string[] = [];
  const codes: string[] = [];
  for (const { index, role } of block.labels) {
    const text = closeUp(line.cells[index] ?? '');
    if (role === 'line_no') lineNo = text;
    else if (role === 'code' && /^\d*$/.test(text)) codes.push(text);
    // The header's "类 款 项" stands in one row with the total where the name's heading reaches down beside them.
    else if (text !== '' && !(role === 'code' && /^[类款项]$/.test(text))) names.push(text);
  }
  let code = codeOf(codes, before);
  let label = names.join('').replace(/[.…·]{2,}$|…$/, '');
  const joined = /^(\d{3}|\d{5}|\d{7})(?=\D)/.exec(label);
  if (code === '' && joined) {
    code = joined[1]!;
    label = label.slice(code.length).replace(/^[-、.:：]+/, '');
  }
  const cells = block.amounts.map((column) => ({ column, text: line.cells[column.index] ?? '' }));
  return { block, code: code || null, label, line, cells, lineNo };
}

/**
 * The code that the columns 类, 款 and 项 spell: parts in columns of their own ("201", "05", "07"), as numbers that lost
 * their zero ("201", "5"), each column with the whole code ("201", "20105"), or only what changed from the row before.
 */
function codeOf(parts: readonly string[], before: Draft | undefined): string {
  const last = parts.findLastIndex((part) => part !== '');
  if (parts.length < 2 || last < 0) return parts.join('');
  let code = '';
  for (const [at, part] of parts.slice(0, last + 1).entries()) {
    const length = 3 + 2 * at;
    if (part === '') code = before?.code?.slice(0, length) ?? '';
    else if (part.length === length) code = part;
    else code += at > 0 && part.length === 1 ? `0${part}` : part;
  }
  return code;
}

/** "支出" at the top of a page, after "… 机关事业单位职业年金缴费" at the foot of the one before. */
function continues(draft: Draft, before: Draft): boolean {
  if (draft.code !== null || draft.label === '' || draft.lineNo !== '' || hasEnumerator(draft.label)) return false;
  if (isTotal(draft.label) || isTotal(before.label)) return false;
  const hasCodes = draft.block.labels.some(({ role }) => role === 'code');
  const hasLineNumbers = draft.block.labels.some(({ role }) => role === 'line_no');
  if (!(hasCodes ? before.code !== null : hasLineNumbers && before.lineNo !== '')) return false;
  return draft.cells.every((cell) => cell.text === '') || before.cells.every((cell) => cell.text === '');
}

/**
 * "2.6" at the end of a row and "1" alone on the next line, or "4" alone above a row that begins with "7.82": an amount that
 * was broken in two. A number alone that fits neither end is the page's.
 */
function leaveCutAmounts(grid: Grid, drafts: readonly Draft[], leave: Leave): void {
  const decimals = (text: string): number => parseNumber(text)?.decimals ?? 0;
  const usual = Math.max(0, ...drafts.flatMap(({ cells }) => cells.map(({ text }) => decimals(text))));
  const cellsAt = (line: Line): Draft['cells'] =>
    drafts.flatMap((draft) => (draft.line.number === line.number ? draft.cells : [])).filter(({ text }) => text !== '');
  for (const [position, line] of grid.body.entries()) {
    if (line.cells.length > 1 || !/^[.,\d]+$/.test(line.text)) continue;
    const above = grid.body[position - 1];
    const below = grid.body[position + 1];
    const end = above?.number === line.number - 1 ? cellsAt(above).at(-1) : undefined;
    const start = below?.number === line.number + 1 ? cellsAt(below)[0] : undefined;
    const isCutBefore = end && decimals(end.text) < usual;
    const isCutAfter = start && below!.cells.find((cell) => cell !== '') === start.text;
    const [cut, at] = isCutBefore ? [end, above!] : isCutAfter ? [start, below!] : [null, line];
    if (!cut) continue;
    leave(at, [cut.text], '这个数可能被换行截断');
    cut.text = '';
  }
}

/** "192.5631002": an amount and the code in the next cell. No other amount of the table has nearly as many decimals. */
function leaveJoinedAmounts(drafts: readonly Draft[], leave: Leave): void {
  const amounts = drafts.flatMap(({ line, cells }) =>
    cells.map((cell) => ({ line, cell, decimals: parseNumber(cell.text)?.decimals ?? 0 })),
  );
  const [most, second] = amounts.toSorted((a, b) => b.decimals - a.decimals);
  if (!most || !second || most.decimals < second.decimals + 3) return;
  leave(most.line, [most.cell.text], '小数位数与全表不符，可能与相邻的单元格连在了一起');
  most.cell.text = '';
}

/** A wrapped name that lost its cells: a short line of words between two rows of a table with one block. */
function continuesName(grid: Grid, position: number, blocks: readonly Block[], drafts: Draft[][]): boolean {
  const text = closeUp(grid.body[position]!.text);
  const before = drafts[0]?.at(-1);
  const between = position > 0 && position < grid.body.length - 1;
  if (blocks.length !== 1 || !before || !between || before.code === null) return false;
  if (text.length > 15 || /[\d。，；：:、]/.test(text) || isTotal(text) || /表$|部门|单位$/.test(text)) return false;
  before.label += text;
  return true;
}

/** Totals at the foot of a table with several blocks: the label is in one block, its amount in a later one. */
function fills(target: Draft, draft: Draft): boolean {
  return target.cells.every((cell) => cell.text === '') && target.cells.length === draft.cells.length;
}

/** The number of the line where the cell of its column was lost: the number after the line before. */
function misplacedLineNumber(draft: Draft, before: Draft | undefined): { text: string } | null {
  const expects = draft.block.labels.some(({ role }) => role === 'line_no');
  if (!expects || draft.lineNo !== '' || !before || !/^\d+$/.test(before.lineNo)) return null;
  const next = String(Number.parseInt(before.lineNo, 10) + 1);
  return draft.cells.find((cell) => cell.text === next) ?? null;
}

function covers(block: Block, index: number): boolean {
  return block.labels.some((label) => label.index === index) || block.amounts.some((column) => column.index === index);
}

/** Numbers inside running text. */
export function numbersOf(text: string): string[] {
  return text.match(/-?\d[\d,]*(?:\.\d+)?/g) ?? [];
}
