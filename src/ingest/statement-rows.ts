import { isDash, parseNumber } from '../money/parse.ts';
import type { UnplacedNumber } from './disclosure.ts';
import type { Line } from './part.ts';
import type { Grid } from './statement-grid.ts';
import type { AmountColumn, Block } from './statement-header.ts';
import { closeUp, hasEnumerator, wordingOf } from './wording.ts';

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
}

/** Rows of a grid, block by block, each block's rows in the order of the table. */
export function rowsOf(grid: Grid, blocks: readonly Block[], section: string): RowsOfGrid {
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
    const cells = fits(line.cells, blocks) ? line.cells : realigned(line.cells, blocks);
    if (cells === null) {
      leave(line, line.cells.filter(isNumber), '这一行的单元格与表头对不上');
      continue;
    }
    const headless = cells.filter((text, index) => isNumber(text) && !blocks.some((block) => covers(block, index)));
    leave(line, headless, '这一列没有表头');
    readRow({ ...line, cells }, blocks, drafts, leave);
  }
  return { rows: drafts.flat().map(({ lineNo: _, ...row }) => row), unplaced };
}

type Leave = (line: Line, texts: readonly string[], reason: string) => void;

function readRow(line: Line, blocks: readonly Block[], drafts: Draft[][], leave: Leave): void {
  let labelled: Draft | null = null;
  for (const [at, block] of blocks.entries()) {
    const before = drafts[at]!.at(-1);
    const draft = draftOf(line, block);
    const amounts = draft.cells.filter((cell) => cell.text !== '');
    if (draft.label === '' && draft.code === null && block.labels.length > 0) {
      if (amounts.length === 0) continue;
      if (fills(labelled, draft)) labelled!.cells = merged(labelled!, draft);
      else if (fills(before, draft) && draft.lineNo === '') before!.cells = merged(before!, draft);
      else
        leave(
          line,
          amounts.map((cell) => cell.text),
          '这一行没有名称，金额不知属于哪一项',
        );
      continue;
    }
    const numbered = misplacedLineNumber(draft, before);
    if (numbered) numbered.text = '';
    if (before && continues(draft, before)) {
      before.label += draft.label;
      if (amounts.length > 0) before.cells = merged(before, draft);
      continue;
    }
    drafts[at]!.push(draft);
    labelled = draft;
  }
}

function draftOf(line: Line, block: Block): Draft {
  let code = '';
  let lineNo = '';
  const names: string[] = [];
  for (const { index, role } of block.labels) {
    const text = closeUp(line.cells[index] ?? '');
    if (role === 'line_no') lineNo = text;
    else if (role === 'code' && /^\d+$/.test(text)) code += text;
    else if (text !== '') names.push(text);
  }
  let label = names.join('').replace(/[.…·]{2,}$|…$/, '');
  const joined = /^(\d{3}|\d{5}|\d{7})(?=\D)/.exec(label);
  if (code === '' && joined) {
    code = joined[1]!;
    label = label.slice(code.length).replace(/^[-、.:：]+/, '');
  }
  const cells = block.amounts.map((column) => ({ column, text: line.cells[column.index] ?? '' }));
  return { block, code: code || null, label, line, cells, lineNo };
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

function isTotal(label: string): boolean {
  return /[合总小]计$/.test(wordingOf(label));
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
function fills(target: Draft | null | undefined, draft: Draft): boolean {
  return !!target && target.cells.every((cell) => cell.text === '') && target.cells.length === draft.cells.length;
}

function merged(target: Draft, draft: Draft): Draft['cells'] {
  const blank = target.cells.every((cell) => cell.text === '');
  return blank ? target.cells.map((cell, at) => ({ column: cell.column, text: draft.cells[at]!.text })) : target.cells;
}

/** The number of the line where the cell of its column was lost: the number after the line before. */
function misplacedLineNumber(draft: Draft, before: Draft | undefined): { text: string } | null {
  const expects = draft.block.labels.some(({ role }) => role === 'line_no');
  if (!expects || draft.lineNo !== '' || !before || !/^\d+$/.test(before.lineNo)) return null;
  const next = String(Number.parseInt(before.lineNo, 10) + 1);
  return draft.cells.find((cell) => cell.text === next) ?? null;
}

export function isNumber(text: string): boolean {
  return parseNumber(text) !== null;
}

function covers(block: Block, index: number): boolean {
  return block.labels.some((label) => label.index === index) || block.amounts.some((column) => column.index === index);
}

/** True where every cell is of the sort that its column holds. */
function fits(cells: readonly string[], blocks: readonly Block[]): boolean {
  return blocks.every(
    (block) =>
      block.amounts.every(({ index }) => !isWords(cells[index] ?? '')) &&
      block.labels.every(({ index, role }) => {
        const text = closeUp(cells[index] ?? '');
        if (role === 'line_no') return text === '' || /^\d{1,3}$/.test(text) || isDash(text);
        return !/^-?[\d,]+\.\d+$|^\d{1,3}(?:,\d{3})+$/.test(text);
      }),
  );
}

/** Text without a digit is no damaged amount but a label in the wrong column. */
function isWords(text: string): boolean {
  return text !== '' && !isDash(text) && /[一-鿿]/.test(text) && !/\d/.test(text.replace(/^\d+/, ''));
}

/** Cells put back under their headings where a row lost or gained separators; null where that is not certain. */
function realigned(cells: readonly string[], blocks: readonly Block[]): string[] | null {
  const isCode = (text: string): boolean => /^(?:\d{3}|\d{5}|\d{7})$/.test(closeUp(text));
  const segments: string[][] = [];
  cells.forEach((text, at) => {
    const startsLabel =
      (isWords(text) && !isCode(cells[at - 1] ?? '')) || (isCode(text) && isWords(cells[at + 1] ?? ''));
    if (startsLabel || segments.length === 0) segments.push([]);
    segments.at(-1)!.push(text);
  });
  const groups = segments.filter((segment) => segment.some((text) => text !== ''));
  if (groups.length !== blocks.length) return null;
  const result = cells.map(() => '');
  for (const [at, block] of blocks.entries()) {
    const rest = [...groups[at]!];
    // A column without heading exists only because of such rows.
    const headed = block.amounts.filter(({ path }) => path.length > 0);
    for (const { index, role } of block.labels) {
      const text = rest[0] ?? '';
      const matches =
        role === 'code' ? isCode(text) || text === '' : role === 'line_no' ? /^\d{0,3}$/.test(text) : isWords(text);
      if (matches) result[index] = rest.shift() ?? '';
    }
    while (rest.length > headed.length && rest.at(-1) === '') rest.pop();
    if (rest.length !== headed.length && rest.some((text) => text !== '')) return null;
    headed.forEach(({ index }, position) => (result[index] = rest[position] ?? ''));
  }
  return result;
}

/** Numbers inside running text. */
export function numbersOf(text: string): string[] {
  return text.match(/-?\d[\d,]*(?:\.\d+)?/g) ?? [];
}
