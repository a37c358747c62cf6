import { strToU8, zipSync } from 'fflate';
import { writeXlsx, type Cell, type MergeRange } from 'hucre';
import { type Layout, type Truth, write } from '../written-disclosure.ts';

/** A written disclosure cut into its tables and the lines between them. */
type Piece = { rows: string[][] } | { line: string };

export function piecesOf(truth: Truth, layout: Layout): Piece[] {
  const pieces: Piece[] = [];
  for (const line of write(truth, { ...layout, trimmed: false }).split(/\r?\n/)) {
    const last = pieces.at(-1);
    if (!line.includes('\t')) pieces.push({ line });
    else if (last && 'rows' in last) last.rows.push(line.split('\t'));
    else pieces.push({ rows: [line.split('\t')] });
  }
  return pieces;
}

interface MergedCell {
  text: string;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

const isAmount = (text: string): boolean => /^-?[\d,]+\.\d\d$/.test(text);

/** Cells of a table with its heading merged as offices do: to the right over blanks, and down over a blank below. */
export function merged(rows: readonly string[][]): MergedCell[] {
  const cells: MergedCell[] = [];
  const taken = new Set<string>();
  rows.forEach((row, at) => {
    for (let column = 0; column < row.length; column += 1) {
      if (taken.has(`${at},${column}`)) continue;
      let columns = 1;
      let height = 1;
      const heads = at === 0 && row[column] !== '' && rows.length > 1;
      while (heads && column + columns < row.length && row[column + columns] === '') columns += 1;
      const below = rows[at + 1];
      if (heads && columns === 1 && below && below[column] === '' && below.some((text) => /小计|科目名称/.test(text))) {
        height = 2;
        taken.add(`${at + 1},${column}`);
      }
      cells.push({ text: row[column]!, row: at, column, rows: height, columns });
      column += columns - 1;
    }
  });
  return cells;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A page as an office's site has it: all in a layout table, scripts and navigation around, cells in paragraphs. */
export function writeHtml(truth: Truth, layout: Layout, charset: 'utf-8' | 'none' = 'utf-8'): string {
  const table = (rows: string[][]): string => {
    const cells = merged(rows);
    const cell = ({ text, rows: height, columns }: MergedCell): string => {
      const spans = (columns > 1 ? ` colspan="${columns}"` : '') + (height > 1 ? ` rowspan=${height}` : '');
      const wrapped = /^[一-鿿]{8,}$/.test(text) ? `<p>${text.slice(0, 5)}</p><p>${text.slice(5)}</p>` : escaped(text);
      return `<td${spans}>${text === '' ? '&nbsp;' : wrapped}</td>`;
    };
    const lines = rows.map(
      (_, at) =>
        `<tr>${cells
          .filter(({ row }) => row === at)
          .map(cell)
          .join('\n')}</tr>`,
    );
    return `<table border=1><tbody>${lines.join('\n')}</tbody></table>`;
  };
  const body = piecesOf(truth, layout).map((piece) =>
    'rows' in piece ? table(piece.rows) : `<p>&nbsp;${escaped(piece.line)}</p>`,
  );
  return [
    '<!DOCTYPE html><html><head>',
    charset === 'none' ? '' : `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`,
    '<title>信息公开</title><style>td { color: red }</style></head><body>',
    '<nav><a href="/">首页</a> 2020年度 9.99</nav><script>var a = "<td>1.00</td>";</script>',
    '<div style="display: none">2019年度另一部门决算</div>',
    `<table width="100%"><tr><td><table><tr><td><div>${body.join('\n')}</div></td></tr></table></td></tr></table>`,
    '</body></html>',
  ].join('\n');
}

/** One sheet a statement and one for each stretch of text; amounts are number cells, shown by their format. */
export async function writeXlsxDocument(truth: Truth, layout: Layout): Promise<Uint8Array> {
  const sheets: Array<{ rows: string[][]; merges: MergeRange[] }> = [{ rows: [], merges: [] }];
  for (const piece of piecesOf(truth, layout)) {
    if ('line' in piece && /^公开 0\d 表$/.test(piece.line)) {
      // The title stands two lines above: it opens the sheet.
      const previous = sheets.at(-1)!;
      sheets.push({ rows: [...previous.rows.splice(-2), [piece.line]], merges: [] });
      continue;
    }
    const sheet = sheets.at(-1)!;
    if ('line' in piece) {
      sheet.rows.push(['', piece.line]);
      continue;
    }
    const from = sheet.rows.length;
    sheet.rows.push(...piece.rows.map((row) => ['', ...row]));
    for (const { row, column, rows, columns } of merged(piece.rows)) {
      const at = {
        startRow: from + row,
        endRow: from + row + rows - 1,
        startCol: column + 1,
        endCol: column + columns,
      };
      if (rows > 1 || columns > 1) sheet.merges.push(at);
    }
  }
  return writeXlsx({
    sheets: sheets.map(({ rows, merges }, at) => {
      const cells = new Map<string, Cell>();
      rows.forEach((row, y) =>
        row.forEach((text, x) => {
          if (!isAmount(text)) return;
          const numFmt = layout.thousands ? '#,##0.00' : '0.00';
          cells.set(`${y},${x}`, { value: Number(text.replaceAll(',', '')), type: 'number', style: { numFmt } });
        }),
      );
      return {
        name: `Sheet${at + 1}`,
        rows: rows.map((row) => row.map((text) => (isAmount(text) ? Number(text.replaceAll(',', '')) : text || null))),
        merges,
        cells,
      };
    }),
  });
}

/** The parts of a Word document with that body. */
export function docxOf(body: string, more: Record<string, string> = {}): Uint8Array {
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${xml}<w:document xmlns:w="${main}" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>${body}</w:body></w:document>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

export const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

export function writeDocx(truth: Truth, layout: Layout): Uint8Array {
  const table = (rows: string[][]): string => {
    const cells = merged(rows);
    const restarted = cells.filter(({ rows: height }) => height > 1);
    const lines = rows.map((_, at) => {
      const own = cells.filter(({ row }) => row === at);
      const below = restarted.filter(({ row }) => row === at - 1).map((cell) => ({ ...cell, text: '', rows: 0 }));
      const inOrder = [...own, ...below].sort((a, b) => a.column - b.column);
      return `<w:tr>${inOrder
        .map(({ text, columns, rows: height }) => {
          const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
          const down = height > 1 ? '<w:vMerge w:val="restart"/>' : height === 0 ? '<w:vMerge/>' : '';
          return `<w:tc><w:tcPr>${span}${down}</w:tcPr>${paragraph(text)}</w:tc>`;
        })
        .join('')}</w:tr>`;
    });
    return `<w:tbl><w:tblPr/><w:tblGrid/>${lines.join('')}</w:tbl>`;
  };
  const body = piecesOf(truth, layout).map((piece) => ('rows' in piece ? table(piece.rows) : paragraph(piece.line)));
  return docxOf(body.join(''));
}

/** Display width as a terminal has it: two for a Chinese character. */
const widthOf = (text: string, wide: number): number =>
  [...text].reduce((sum, sign) => sum + (/[⺀-鿿＀-｠　-〿“”]/u.test(sign) ? wide : 1), 0);

/**
 * Tables laid out with spaces, as converters write them: labels to the left, amounts to the right, a heading over several
 * columns in their middle. `wide` is what the converter counts for a Chinese character.
 */
export function writeSpaced(truth: Truth, layout: Layout, wide: 1 | 2 = 2): string {
  const table = (rows: string[][]): string[] => {
    const cells = merged(rows);
    const width = Math.max(...rows.map((row) => row.length));
    const columns = Array.from({ length: width }, (_, at) =>
      Math.max(
        4,
        ...cells.filter((cell) => cell.column === at && cell.columns === 1).map(({ text }) => widthOf(text, wide)),
      ),
    );
    const from = (column: number): number => columns.slice(0, column).reduce((sum, each) => sum + each + 3, 0);
    return rows.map((_, at) => {
      let line = '';
      for (const { text, column, columns: span } of cells.filter(({ row }) => row === at)) {
        if (text === '') continue;
        const room = from(column + span) - 3 - from(column) - widthOf(text, wide);
        const head = at < 2 && !isAmount(text) && !/^[一二三四五六七八九十]、|^\d|计$/.test(text);
        const before = isAmount(text) ? room : head || span > 1 ? Math.floor(room / 2) : 0;
        line = line.padEnd(line.length + from(column) + before - widthOf(line, wide)) + text;
      }
      return line;
    });
  };
  return piecesOf(truth, layout)
    .flatMap((piece) =>
      'rows' in piece ? table(piece.rows) : [piece.line.startsWith('单位') ? `        ${piece.line}` : piece.line],
    )
    .join('\n');
}

/** How a text looks that was copied from a page, every cell alone on its line. */
export interface Copied {
  blanks: 'kept' | 'lost';
  /** An empty line between any two lines. */
  doubled?: boolean;
  /** Headings over several columns or rows leave no blank cells. */
  merged?: boolean;
}

export function writeCellByCell(truth: Truth, layout: Layout, copied: Copied): string {
  const cellsOf = (rows: string[][]): string[] => {
    const cells = copied.merged
      ? merged(rows)
          .toSorted((a, b) => a.row - b.row || a.column - b.column)
          .map(({ text }) => text)
      : rows.flat();
    return copied.blanks === 'kept' ? cells : cells.filter((cell) => cell !== '');
  };
  return piecesOf(truth, layout)
    .flatMap((piece) => ('rows' in piece ? cellsOf(piece.rows) : [piece.line]))
    .join(copied.doubled ? '\n\n' : '\n');
}
