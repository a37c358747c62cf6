import type { Line } from '../part.ts';
import type { Column, PositionedItem, PositionedLine } from './position-columns.ts';
import { gridOfPositions, isNumbered, type PositionGrid } from './position-grid.ts';
import { isNumeric } from './position-columns.ts';

/** How many digits wide a Chinese character is: two on a terminal, one as some converters count. */
const WIDTHS = [2, 1] as const;

/** A table needs that many rows with several cells; fewer may be a list in the text. */
const ROWS = 3;

/**
 * Lines of a text in which tables are laid out with spaces: those tables as rows of cells, everything else as it was.
 * `raw` holds the lines with their spaces.
 */
export function withSpacedTables(lines: readonly Line[], raw: readonly string[]): Line[] {
  const result: Line[] = [];
  let previous: readonly Column[] | null = null;
  let at = 0;
  while (at < lines.length) {
    const end = endOfTable(lines, raw, at);
    if (end === null) {
      const text = lines[at]!.text;
      const parts = captionsOf(raw[at]!);
      // A title, a sentence or a table of another layout: what follows does not go on from before.
      if (text !== '' && !isPageNumber(text)) previous = null;
      result.push(...parts.map((part) => ({ ...lines[at]!, text: part, cells: [part] })));
      if (parts.length === 0) result.push(lines[at]!);
      at += 1;
      continue;
    }
    const grid = bestGrid(raw.slice(at, end), previous);
    if (grid) previous = grid.columns;
    lines.slice(at, end).forEach((line, row) => {
      // A header that no row follows is parted where it is wide.
      const cells = grid?.cells[row] ?? itemsOf(raw[at + row]!, 2).map(({ text }) => text);
      result.push({ ...line, text: grid ? cells.join('\t').trim() : line.text, cells: [...cells] });
    });
    at = end;
  }
  return result;
}

/** Cells of a line laid out with spaces: two or more spaces part them. */
export function itemsOf(raw: string, wide: number): PositionedItem[] {
  const items: PositionedItem[] = [];
  let x = 0;
  let spaces = 2;
  for (const sign of raw) {
    const width = /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦“”‘’]/u.test(sign) ? wide : 1;
    if (/\s/.test(sign)) spaces += width;
    else {
      const last = items.at(-1);
      if (!last || spaces >= 2) items.push({ text: sign, x0: x, x1: x + width });
      else {
        last.text += (spaces > 0 ? ' ' : '') + sign;
        last.x1 = x + width;
      }
      spaces = 0;
    }
    x += width;
  }
  return items;
}

/** Where the table that begins at `from` ends, or null where none begins there. A page, a sentence and a title end it. */
function endOfTable(lines: readonly Line[], raw: readonly string[], from: number): number | null {
  const tabular = (at: number): boolean => lines[at]!.cells.length === 1 && itemsOf(raw[at]!, 2).length >= 2;
  const inside = (at: number): boolean =>
    lines[at]!.cells.length === 1 &&
    lines[at]!.page === lines[from]!.page &&
    !/[。；：:]|表$|^第.{1,3}部分/.test(lines[at]!.text.replace(/\s+/g, '')) &&
    lines[at]!.text.replace(/\s+/g, '').length <= 120;
  if (lines[from]!.text === '' || !inside(from) || isPageNumber(lines[from]!.text)) return null;
  let end = from;
  let rows = 0;
  let numbers = 0;
  for (let at = from; at < lines.length && inside(at); at += 1) {
    if (!tabular(at)) continue;
    rows += 1;
    end = at + 1;
    if (itemsOf(raw[at]!, 2).some(({ text }) => isNumeric(text))) numbers += 1;
  }
  // Names that go on below the last row, and numbered rows without amounts, still belong to the table.
  for (let at = end; at < lines.length && inside(at); at += 1) {
    const { text } = lines[at]!;
    if (text === '' || isPageNumber(text)) continue;
    const isRow = isNumbered(text) && !/(?:说明|情况)$/.test(text);
    if (!isRow && at > end) break;
    end = at + 1;
  }
  const follows = lines.slice(Math.max(0, from - 3), from).some(({ text }) => /^[^：:]{2,10}[：:]/.test(text));
  return (rows >= ROWS && numbers > 0) || (rows >= 2 && follows) ? end : null;
}

function isPageNumber(text: string): boolean {
  return /^[-—\s]*\d{1,3}[-—\s]*$/.test(text);
}

/** "部门：某局      单位：万元": each of them a line. */
function captionsOf(raw: string): string[] {
  const texts = itemsOf(raw, 2).map(({ text }) => text);
  const labelled = texts.filter((text) => /^[^：:]{2,10}[：:]/.test(text.replace(/\s+/g, '')));
  return !raw.includes('\t') && texts.length > 1 && texts.length <= 4 && labelled.length > 0 ? texts : [];
}

/** Converters count Chinese characters as one or two columns: the right width is that which sets the cells in line. */
function bestGrid(raw: readonly string[], previous: readonly Column[] | null): PositionGrid | null {
  const grids = WIDTHS.flatMap((wide) => {
    const lines = raw.map((text, at): PositionedLine => ({ number: at, items: itemsOf(text, wide) }));
    const grid = gridOfPositions(lines, 1, previous);
    return grid ? [grid] : [];
  });
  return grids.toSorted((a, b) => a.looseness - b.looseness || a.columns.length - b.columns.length)[0] ?? null;
}
