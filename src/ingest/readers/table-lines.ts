import type { Line } from '../part.ts';

/** A row of a table whose merged cells are resolved: the text once, at the left and top, '' in the rest. */
export interface TableRow {
  cells: readonly string[];
  /** One cell reaches over all columns of the table. */
  isWhole: boolean;
}

/**
 * A table as the cells of its lines; a line of one cell is prose. Titles, "单位：万元" and notes are prose to a reader of
 * accounts also where they were typed into the first and last rows of the table.
 */
export function tableLines(rows: readonly TableRow[]): string[][] {
  let begun = false;
  return rows.flatMap(({ cells, isWhole }, at): string[][] => {
    const filled = cells.filter((cell) => cell !== '');
    if (filled.length === 0) return [['']];
    const [first] = filled as [string, ...string[]];
    if (filled.length === 1) {
      const isTitle = /表$/.test(first) && (rows[at - 1]?.cells.every((cell) => cell === '') ?? true);
      // A new title after a blank row opens another table of the same sheet.
      if (isTitle) begun = false;
      const isShort = first.length <= 3;
      if (isWhole || isTitle || isNote(first) || (!begun && !isShort)) return [[first]];
    } else if (!begun && filled.some(isLabelled)) return captions(filled).map((text) => [text]);
    begun = true;
    return [[...cells]];
  });
}

/** Lines numbered as they are delivered, all on one page or on none. */
export function numberedLines(rows: ReadonlyArray<readonly string[]>, page: number | null, from = 1): Line[] {
  return rows.map((cells, at) => ({ number: from + at, page, text: cells.join('\t').trim(), cells }));
}

/**
 * Paragraphs of one cell as one text: a wrapped name goes on where it broke off. Two numbers one above the other stay
 * apart, so that they are not read as one.
 */
export function joinWrapped(pieces: readonly string[]): string {
  return pieces.reduce((joined, piece) => {
    if (joined === '' || piece === '') return joined + piece;
    if (/[\d.,，%)）]$/.test(joined) && /^[\d.,，(（−-]/.test(piece)) return `${joined} / ${piece}`;
    return /[\w.,;]$/.test(joined) && /^\w/.test(piece) && !/\d$/.test(joined) ? `${joined} ${piece}` : joined + piece;
  }, '');
}

/** Text of a cell that has line breaks in it. */
export function plainCell(text: string): string {
  return joinWrapped(text.split(/[\r\n]+/).map((piece) => piece.replace(/[\s\u00a0\u3000]+/g, ' ').trim()));
}

/** "单位：万元", "编制部门：": a label with its value, here or in the next cell. "其中：" stands in headers. */
function isLabelled(text: string): boolean {
  return /^(?!其中)[^：:\d。，]{2,10}[：:]/.test(text.replace(/\s+/g, ''));
}

function isNote(text: string): boolean {
  return /^(?:备?注|说明)\s*\d*\s*[：:、.．]/.test(text) || (text.length > 30 && /。$/.test(text));
}

function captions(filled: readonly string[]): string[] {
  const lines: string[] = [];
  for (const text of filled) {
    if (/[：:]\s*$/.test(lines.at(-1) ?? '')) lines.push(lines.pop()! + text);
    else lines.push(text);
  }
  return lines;
}
