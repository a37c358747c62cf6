import { cellsOf, type RuledCell, type RuledTable } from './ruled-tables.ts';
import type { TextItem } from './page-content.ts';
import { cut, type TextLine, textLines, textOf } from './text-lines.ts';

/** A row of a table: where it stands on the page, and the text of each of its columns. */
export interface TableRow {
  top: number;
  cells: string[];
}

/** True for an item that stands inside the outline of a table. */
export function isInside(item: TextItem, { xs, ys }: RuledTable): boolean {
  const middle = item.baseline - item.size * 0.35;
  const centre = (item.x0 + item.x1) / 2;
  return middle > ys[0]! && middle < ys.at(-1)! && centre > xs[0]! - 2 && centre < xs.at(-1)! + 2;
}

/**
 * The rows of a table with the texts of `items` in their cells. A cell over several rows or columns has its text in the
 * first of them, as the recogniser expects of merged cells. Where no line separates rows, they are told by their numbers.
 */
export function rowsOf(table: RuledTable, items: readonly TextItem[]): TableRow[] {
  const cells = cellsOf(table);
  const texts = new Map<RuledCell, TextItem[]>(cells.map((cell) => [cell, []]));
  for (const item of items) for (const [part, cell] of placed(item, table, cells)) texts.get(cell)!.push(part);

  const rows: TableRow[] = [];
  const columns = table.xs.length - 1;
  for (let row = 0; row < table.ys.length - 1; row += 1) {
    const own = cells.filter((cell) => cell.row === row);
    const lines = new Map(own.map((cell) => [cell, textLines(texts.get(cell)!)]));
    for (const group of groupsOf(lines, table, row)) {
      const texted = Array.from({ length: columns }, () => '');
      for (const [cell, ofGroup] of group.lines) texted[cell.column] = ofGroup.map(textOf).join('');
      if (texted.some((text) => text !== '')) rows.push({ top: group.top, cells: texted });
    }
  }
  return rows;
}

/** The cells that the parts of an item belong to: it is cut where a boundary of its row runs through it. */
function placed(item: TextItem, table: RuledTable, cells: readonly RuledCell[]): Array<[TextItem, RuledCell]> {
  const middle = item.baseline - item.size * 0.35;
  const row = indexBetween(table.ys, middle);
  const ofRow = cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan);
  const inner = ofRow.map((cell) => table.xs[cell.column]!);
  return cut(item, inner).flatMap((part): Array<[TextItem, RuledCell]> => {
    const column = indexBetween(table.xs, (part.x0 + part.x1) / 2);
    const cell = ofRow.find((each) => each.column <= column && column < each.column + each.columnSpan);
    return cell ? [[part, cell]] : [];
  });
}

function indexBetween(boundaries: readonly number[], position: number): number {
  const last = boundaries.length - 2;
  const found = boundaries.findIndex((_, at) => at <= last && position < boundaries[at + 1]!);
  return found < 0 ? last : found;
}

interface RowGroup {
  top: number;
  lines: Map<RuledCell, TextLine[]>;
}

const NUMBER = /^[-−(（]?[\d,，]+(?:[.．]\d+)?[)）%％]?$/;

/**
 * The rows that a band between two lines of the table holds. Usually one; several where some column has a number on
 * more than one line: then each line with a number is a row, and words between stand with the nearest of them.
 */
function groupsOf(lines: ReadonlyMap<RuledCell, TextLine[]>, table: RuledTable, row: number): RowGroup[] {
  const whole: RowGroup = { top: table.ys[row]!, lines: new Map(lines) };
  const numbers = (of: readonly TextLine[]): TextLine[] =>
    of.filter((line) => NUMBER.test(textOf(line).replaceAll(' ', '')));
  const single = [...lines].filter(([cell]) => cell.rowSpan === 1);
  const most = Math.max(0, ...single.map(([, of]) => numbers(of).length));
  if (most < 2) return [whole];

  const starts = anchorsOf(single.flatMap(([, of]) => numbers(of)));
  for (const { baseline, size } of single.flatMap(([, of]) => of)) {
    // Lines of one name stand closer together than rows: words further off are a row without numbers.
    if (starts.every((start) => Math.abs(start - baseline) > size * 1.3)) starts.push(baseline);
  }
  starts.sort((a, b) => a - b);
  const startOf = (line: TextLine): number =>
    starts.reduce((near, start) => (Math.abs(start - line.baseline) < Math.abs(near - line.baseline) ? start : near));
  return starts.map((start) => {
    const own = [...lines].map(([cell, of]): [RuledCell, TextLine[]] => [
      cell,
      of.filter((line) => startOf(line) === start),
    ]);
    return { top: start, lines: new Map(own) };
  });
}

function anchorsOf(numbers: readonly TextLine[]): number[] {
  const anchors: number[] = [];
  for (const { baseline, size } of [...numbers].sort((a, b) => a.baseline - b.baseline)) {
    if (anchors.length === 0 || baseline - anchors.at(-1)! > size * 0.45) anchors.push(baseline);
  }
  return anchors;
}

/** The same rows without the columns that no part of the table has a text in: double lines make such columns. */
export function withoutEmptyColumns(parts: ReadonlyArray<readonly TableRow[]>): TableRow[][] {
  const isUsed = (column: number): boolean => parts.some((rows) => rows.some(({ cells }) => cells[column] !== ''));
  return parts.map((rows) =>
    rows.map(({ top, cells }) => ({ top, cells: cells.filter((_, column) => isUsed(column)) })),
  );
}
