import { type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter } from 'parse5';
import { IngestError } from '../ingest-error.ts';
import { LIMITS } from './limits.ts';
import { isShown, wrappedText } from './markup-text.ts';
import type { TableRow } from './table-lines.ts';

/** Elements of that name inside, those inside a nested table left to it. */
function inside(element: Tree.Element, tags: readonly string[], nested = false): Tree.Element[] {
  return element.childNodes.flatMap((node): Tree.Element[] => {
    if (!defaultTreeAdapter.isElementNode(node) || !isShown(node)) return [];
    const found = tags.includes(node.tagName) ? [node] : [];
    if (node.tagName === 'table' && !nested) return found;
    return found.length > 0 && !nested ? found : [...found, ...inside(node, tags, nested)];
  });
}

const rowElements = (table: Tree.Element): Tree.Element[] => inside(table, ['tr']);
const cellElements = (row: Tree.Element): Tree.Element[] => inside(row, ['td', 'th']);

/** A paragraph of an article has at least that many characters. */
const LONG = 60;

/**
 * False for a table that only lays out the page: one column, most of its text in tables inside it, or a few rows that hold
 * an article. Cells of a performance annex are long too, but there are many rows of them.
 */
export function isDataTable(table: Tree.Element): boolean {
  const rows = rowElements(table).map(cellElements);
  if (rows.every((cells) => cells.length <= 1)) return false;
  const nested = rows.flat().flatMap((cell) => inside(cell, ['table'], false));
  const length = (elements: readonly Tree.Element[]): number =>
    elements.reduce((sum, element) => sum + wrappedText(element).length, 0);
  if (nested.length > 0 && length(nested) * 2 >= length(rows.flat())) return false;
  const holdsArticle = (cell: Tree.Element): boolean =>
    inside(cell, ['p', 'div']).filter((block) => wrappedText(block).length >= LONG).length >= 3;
  return rows.length > 3 || !rows.flat().some(holdsArticle);
}

/** What `<caption>` says above the table, or ''. */
export function captionOfTable(table: Tree.Element): string {
  return inside(table, ['caption']).map(wrappedText).join('');
}

/** Rows of a table with its spans resolved. Throws IngestError for a table wider than LIMITS. */
export function rowsOfTable(table: Tree.Element, fileName: string): TableRow[] {
  /** For each column, how many of the next rows a cell from above still covers. */
  const covered: number[] = [];
  const rows = rowElements(table).map((row) => {
    const cells: string[] = [];
    const spans: number[] = [];
    const cover = (): void => {
      if ((covered[cells.length] ?? 0) > 0) covered[cells.length]! -= 1;
      cells.push('');
    };
    for (const cell of cellElements(row)) {
      while ((covered[cells.length] ?? 0) > 0) cover();
      const columns = span(cell, 'colspan');
      if (cells.length + columns > LIMITS.columns) {
        throw new IngestError(
          `${fileName} 里有一张超过 ${LIMITS.columns} 列的表，没有读入；请检查网页是否完整，或复制表格到 XLSX 再读入。`,
        );
      }
      const below = span(cell, 'rowspan') - 1;
      spans.push(columns);
      for (let at = 0; at < columns; at += 1) {
        covered[cells.length] = below;
        cells.push(at === 0 ? wrappedText(cell) : '');
      }
    }
    // A row with too few cells still stands beside what reaches down into it.
    const last = covered.findLastIndex((rows) => rows > 0);
    while (cells.length <= last) cover();
    return { cells, isMerged: spans.length === 1 && spans[0]! > 1 };
  });
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return rows.map(({ cells, isMerged }) => ({ cells, isWhole: isMerged && cells.length === width }));
}

function span(cell: Tree.Element, name: string): number {
  const value = Number.parseInt(cell.attrs.find((attribute) => attribute.name === name)?.value ?? '1', 10);
  // Browsers hold both to these; a row span of 0 ("to the end") is not written by any office program.
  return Math.min(Math.max(Number.isNaN(value) ? 1 : value, 1), name === 'colspan' ? 1_000 : 65_534);
}
