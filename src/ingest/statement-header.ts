import { parseNumber } from '../money/parse.ts';
import { type Grid, isColumnNumbers } from './statement-grid.ts';
import { closeUp, wordingOf } from './wording.ts';

export type LabelRole = 'code' | 'name' | 'line_no';

export interface AmountColumn {
  index: number;
  /** Header texts from the top level down, closed up, each once. */
  path: readonly string[];
}

/** Labels and the amounts that belong to them. Several blocks stand side by side in one row. */
export interface Block {
  labels: ReadonlyArray<{ index: number; role: LabelRole }>;
  amounts: readonly AmountColumn[];
  /** Heading above the whole block ("收入", "支出"), '' where there is none. */
  heading: string;
}

const CODE = /(?:编码|代码|编号)$|^[类款项]$/;
const NAME = /名称$|^项目(?:\(按.*\))?$|^项目名称|^功能分类$|^科目$|^(?:支出|收入)项目$|^单位$/;

/** Columns of a grid as blocks of labels and amounts, in the order of the table. */
export function blocksOf(grid: Grid): Block[] {
  const paths = columnPaths(grid);
  const blocks: Array<{ labels: Array<{ index: number; role: LabelRole }>; amounts: AmountColumn[]; heading: string }> =
    [];
  let open: (typeof blocks)[number] | null = null;
  for (let index = 0; index < grid.width; index += 1) {
    const path = paths[index]!;
    const role = roleOf(grid, index, path);
    if (role === null) continue;
    if (!open || (role !== 'amount' && open.amounts.length > 0)) {
      open = {
        labels: [],
        amounts: [],
        heading: path.length > 1 || /^(?:收入|支出)/.test(path[0] ?? '') ? (path[0] ?? '') : '',
      };
      blocks.push(open);
    }
    if (role === 'amount') open.amounts.push({ index, path });
    else open.labels.push({ index, role });
  }
  return blocks;
}

/** Null for a column without heading and content. */
function roleOf(grid: Grid, index: number, path: readonly string[]): LabelRole | 'amount' | null {
  const leaf = path.at(-1) ?? '';
  const cells = grid.body
    .filter((line) => line.cells.length > 1)
    .map((line) => line.cells[index] ?? '')
    .filter((cell) => cell !== '');
  if (/^(?:行次|序号|栏次)$/.test(leaf)) return 'line_no';
  if (CODE.test(leaf)) return 'code';
  if (NAME.test(leaf)) return holdsCodes(cells) ? 'code' : 'name';
  if (leaf === '') {
    if (cells.length === 0) return null;
    if (holdsCodes(cells)) return 'code';
    return cells.some((cell) => parseNumber(cell) !== null) ? 'amount' : 'name';
  }
  // A heading over label and amount alike ("支出" above three columns) leaves it to the content.
  if (/^(?:收入|支出)$/.test(leaf) && cells.length > 0 && !cells.some((cell) => parseNumber(cell) !== null))
    return 'name';
  return 'amount';
}

function holdsCodes(cells: readonly string[]): boolean {
  const codes = cells.filter((cell) => /^(?:\d{3}|\d{5}|\d{7})$/.test(closeUp(cell)));
  return codes.length > 0 && codes.length * 2 >= cells.length;
}

/**
 * Header texts of every column from the top down. A merged heading is delivered once, in its first column: the empty
 * cells to its right take it over as long as the level above is the same heading.
 */
function columnPaths(grid: Grid): string[][] {
  const levels = grid.header
    .filter((line) => !isColumnNumbers(line))
    .map((line) => line.cells.map((cell) => closeUp(cell)));
  const spread: string[][] = [];
  for (const level of levels) {
    const row: string[] = [];
    for (let index = 0; index < grid.width; index += 1) {
      const sameParent = index > 0 && index < grid.headed && spread.every((above) => above[index] === above[index - 1]);
      row.push(level[index] || (sameParent ? (row[index - 1] ?? '') : ''));
    }
    spread.push(row);
  }
  return Array.from({ length: grid.width }, (_, index) => {
    const path: string[] = [];
    for (const row of spread) {
      const text = row[index] ?? '';
      if (text !== '' && wordingOf(text) !== wordingOf(path.at(-1) ?? '')) path.push(text);
    }
    return path;
  });
}
