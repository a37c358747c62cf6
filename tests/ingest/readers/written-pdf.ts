/** A page of a PDF as a test writes it: texts and tables at places, in points from the upper left corner. */
export interface WrittenPage {
  width?: number;
  height?: number;
  texts?: ReadonlyArray<{ text: string; x: number; y: number }>;
  /** Lines from (x0, y0) to (x1, y1). */
  lines?: ReadonlyArray<readonly [x0: number, y0: number, x1: number, y1: number]>;
  picture?: boolean;
  /** The text is invisible, as over a scanned page. */
  hidden?: boolean;
}

const SIZE = 10;

/**
 * A small PDF whose font is not in the file and whose text is in a predefined encoding, as old programs write them: it
 * can be read with the character maps only.
 */
export function writePdf(pages: readonly WrittenPage[]): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const font = add('');
  const descendant = add('');
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  );
  objects[descendant - 1] =
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor ${descriptor} 0 R /DW 1000 /W [1 95 500 814 939 500] >>`;
  objects[font - 1] =
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [${descendant} 0 R] >>`;
  const picture = add(
    stream('\u0000', '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray '),
  );
  const tree = add('');
  const kids = pages.map((page) => {
    const { width = 595, height = 842 } = page;
    const contents = add(stream(contentsOf(page, height)));
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${contents} 0 R /Resources << /Font << /F1 ${font} 0 R >> /XObject << /Im1 ${picture} 0 R >> >> >>`,
    );
  });
  objects[tree - 1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  const catalog = add(`<< /Type /Catalog /Pages ${tree} 0 R >>`);

  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  text += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function stream(content: string, entries = ''): string {
  return `<< ${entries}/Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function contentsOf({ texts = [], lines = [], picture = false, hidden = false }: WrittenPage, height: number): string {
  const hex = (text: string): string =>
    Array.from(text, (letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  return [
    ...texts.map(
      ({ text, x, y }) => `BT /F1 ${SIZE} Tf ${hidden ? '3 Tr ' : ''}${x} ${height - y} Td <${hex(text)}> Tj ET`,
    ),
    ...lines.map(([x0, y0, x1, y1]) => `${x0} ${height - y0} m ${x1} ${height - y1} l S`),
    ...(picture ? [`q 100 0 0 100 50 50 cm /Im1 Do Q`] : []),
  ].join('\n');
}

/** One cell of a drawn table; `below` and `beside` are how many more rows and columns it takes. */
export interface DrawnCell {
  text: string;
  beside?: number;
  below?: number;
}

/**
 * A table with lines around its cells. `rows` has a cell, or null where a merged cell reaches, for each column; a text
 * with "\n" takes several lines of its cell.
 */
export function drawTable(
  rows: ReadonlyArray<ReadonlyArray<DrawnCell | string | null>>,
  { x, y, widths, height = 30 }: { x: number; y: number; widths: readonly number[]; height?: number },
): Required<Pick<WrittenPage, 'texts' | 'lines'>> {
  const xs = widths.reduce<number[]>((edges, width) => [...edges, edges.at(-1)! + width], [x]);
  const texts: Array<{ text: string; x: number; y: number }> = [];
  const lines: Array<[number, number, number, number]> = [];
  for (const [row, cells] of rows.entries()) {
    for (const [column, given] of cells.entries()) {
      if (given === null) continue;
      const { text, beside = 0, below = 0 } = typeof given === 'string' ? { text: given } : given;
      const left = xs[column]!;
      const right = xs[column + beside + 1]!;
      const top = y + row * height;
      const bottom = top + (below + 1) * height;
      lines.push([left, top, right, top], [left, bottom, right, bottom]);
      lines.push([left, top, left, bottom], [right, top, right, bottom]);
      const parts = text.split('\n');
      const first = (top + bottom) / 2 + SIZE * 0.35 - ((parts.length - 1) * SIZE * 1.2) / 2;
      for (const [at, part] of parts.entries()) texts.push({ text: part, x: left + 3, y: first + at * SIZE * 1.2 });
    }
  }
  return { texts, lines };
}
