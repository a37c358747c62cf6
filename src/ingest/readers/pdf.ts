import type { Reader } from '../document-text.ts';
import { IngestError } from '../ingest-error.ts';
import type { Line } from '../part.ts';
import { continuedTables } from './pdf/continued-tables.ts';
import { openPdf } from './pdf/document.ts';
import { contentOf, type PageContent } from './pdf/page-content.ts';
import { furnitureOf } from './pdf/page-furniture.ts';
import { ruledTables, type RuledTable } from './pdf/ruled-tables.ts';
import { isInside, rowsOf, type TableRow, withoutEmptyColumns } from './pdf/table-rows.ts';
import { type TextLine, textLines, textOf } from './pdf/text-lines.ts';

interface Page {
  number: number;
  content: PageContent;
  tables: RuledTable[];
  height: number;
  /** Lines of running text, those in tables left out. */
  lines: TextLine[];
}

/**
 * Reads a PDF with a text layer: running text line by line, tables as rows of cells by the lines that are drawn around
 * them. Pages that are a picture without text cannot be read: a document of such pages is refused.
 */
export const readPdf: Reader = async (bytes, { fileName, onPage, characterMaps = null }) => {
  const { document, operators, close } = await openPdf(bytes, fileName, characterMaps);
  try {
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      pages.push(pageOf(number, await contentOf(page, operators)));
      page.cleanup();
      onPage?.(number, document.numPages);
    }
    refuseScan(pages, fileName);
    return { lines: linesOf(pages), text_origin: 'text_layer' };
  } finally {
    await close();
  }
};

function pageOf(number: number, content: PageContent): Page {
  const tables = ruledTables(content.rules);
  const outside = content.items.filter((item) => !tables.some((table) => isInside(item, table)));
  return { number, content, tables, height: content.height, lines: textLines(outside) };
}

function refuseScan(pages: readonly Page[], fileName: string): void {
  if (pages.some(({ content }) => content.items.length > 0)) return;
  const pictures = pages.filter(({ content }) => content.hasPicture).length;
  throw new IngestError(
    pictures > 0
      ? `${fileName} 是扫描件（${pages.length} 页都是图片，没有文字层），读不出数字；请向部门索取原始电子版，或用文字识别软件转成带文字的 PDF 并逐数核对后再读入。`
      : `${fileName} 没有任何文字（共 ${pages.length} 页）；请检查下载是否完整。`,
  );
}

function linesOf(pages: readonly Page[]): Line[] {
  const furniture = furnitureOf(pages);
  const remaining = pages.map((page) => page.lines.filter((line) => !furniture.has(line)));
  const whole = continuedTables(
    pages.map(({ tables }, at) => ({
      tables,
      hasTextAbove: remaining[at]!.some(({ baseline }) => tables[0] && baseline < tables[0].ys[0]!),
      hasTextBelow: remaining[at]!.some(({ baseline }) => baseline > (tables.at(-1)?.ys.at(-1) ?? 0)),
    })),
  );
  const rows = new Map<RuledTable, TableRow[]>();
  const pageOfTable = new Map(pages.flatMap((page) => page.tables.map((table) => [table, page] as const)));
  for (const parts of whole) {
    const read = parts.map((table) => {
      const items = pageOfTable.get(table)!.content.items.filter((item) => isInside(item, table));
      return rowsOf(table, items);
    });
    for (const [at, own] of withoutEmptyColumns(read).entries()) rows.set(parts[at]!, own);
  }

  const lines: Line[] = [];
  for (const [at, page] of pages.entries()) {
    const texts = remaining[at]!.map((line) => ({ top: line.baseline, cells: [textOf(line)] }));
    const tabled = page.tables.flatMap((table) => rows.get(table)!);
    for (const { cells } of [...texts, ...tabled].sort((a, b) => a.top - b.top)) {
      const text = cells.filter((cell) => cell !== '').join(' ');
      lines.push({ number: lines.length + 1, page: page.number, text, cells });
    }
  }
  return lines;
}
