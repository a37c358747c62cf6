/** A PDF of lines: those of several cells are rows of a table with drawn borders, the others are running text. */

const PAGE = { width: 595, height: 842, margin: 40 };
const LINE = 14;

/**
 * Its one font is not in the file and is named by a predefined encoding, as printers' drivers do: it cannot be read without
 * pdf.js's character maps.
 */
export function pdfOf(text: string): Uint8Array<ArrayBuffer> {
  const pages: string[][] = [[]];
  let top = PAGE.height - PAGE.margin;
  for (const line of text.split('\n')) {
    if (top < PAGE.margin + LINE) {
      pages.push([]);
      top = PAGE.height - PAGE.margin;
    }
    pages.at(-1)!.push(...drawn(line.split('\t'), top));
    top -= LINE;
  }
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${6 + 2 * at} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>',
    ...pages.flatMap((drawing, at) => {
      const stream = drawing.join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /F 3 0 R >> >> /Contents ${7 + 2 * at} 0 R >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

function drawn(cells: readonly string[], top: number): string[] {
  if (cells.length === 1) return [shown(cells[0]!, PAGE.margin, top - 10, 9)];
  const width = (PAGE.width - 2 * PAGE.margin) / cells.length;
  return cells.flatMap((cell, at) => {
    const left = PAGE.margin + at * width;
    const size = Math.min(9, (width - 4) / Math.max(1, cell.length));
    return [`${left} ${top - LINE} ${width} ${LINE} re S`, shown(cell, left + 2, top - 10, size)];
  });
}

function shown(text: string, x: number, y: number, size: number): string {
  const hex = Array.from(text, (letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  return `BT /F ${size} Tf ${x} ${y} Td <${hex}> Tj ET`;
}
