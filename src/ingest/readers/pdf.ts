import type { Reader } from '../document-text.ts';
import { IngestError } from '../ingest-error.ts';
import type { Line } from '../part.ts';
import { continuedTables } from './pdf/continued-tables.ts';
import { openPdf, type OpenPdf } from './pdf/document.ts';
import { contentOf, type PageContent } from './pdf/page-content.ts';
import { laidOut } from './pdf/laid-out.ts';
import { furnitureOf } from './pdf/page-furniture.ts';
import { ruledTables, type RuledTable } from './pdf/ruled-tables.ts';
import { isInside, rowsOf, type TableRow, withoutEmptyColumns } from './pdf/table-rows.ts';
import { type TextLine, textLines, textOf } from './pdf/text-lines.ts';
import { withSpacedTables } from './spaced-text.ts';

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
 * them, or by their places on a page without any. Pages that are a picture without text cannot be read: they are named in `unread`, and a document of nothing else is refused.
 */
export const readPdf: Reader = async (bytes, { fileName, onPage, characterMaps = null }) => {
  const { document, operators, close } = await openPdf(bytes, fileName, characterMaps);
  try {
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      pages.push(pageOf(number, await contentOfPage(document, number, operators, fileName)));
      onPage?.(number, document.numPages);
    }
    refuseWithoutText(pages, fileName);
    const pictures = pages.filter(({ content }) => content.hasPicture && content.items.length === 0);
    return {
      lines: linesOf(pages),
      text_origin: isReadOffPictures(pages) ? 'machine_read' : 'text_layer',
      unread: pictures.map(({ number }) => ({ page: number, reason: '这一页是图片，没有文字层，上面的数没有读到' })),
    };
  } finally {
    await close();
  }
};

/** What pdf.js cannot make sense of is the file's fault: its parser takes in nothing of ours. */
async function contentOfPage(
  document: OpenPdf['document'],
  number: number,
  operators: OpenPdf['operators'],
  fileName: string,
): Promise<PageContent> {
  let page;
  try {
    page = await document.getPage(number);
    return await contentOf(page, operators);
  } catch (error) {
    throw new IngestError(
      `${fileName} 第 ${number} 页已损坏（${error instanceof Error ? error.message : String(error)}）；请重新下载或重新导出。`,
      { cause: error },
    );
  } finally {
    page?.cleanup();
  }
}

function pageOf(number: number, content: PageContent): Page {
  const tables = ruledTables(content.rules);
  const outside = content.items.filter((item) => !tables.some((table) => isInside(item, table)));
  return { number, content, tables, height: content.height, lines: textLines(outside) };
}

function isReadOffPictures(pages: readonly Page[]): boolean {
  const texted = pages.filter(({ content }) => content.items.length > 0);
  const hidden = texted.filter(({ content }) => content.hasPicture && content.hasHiddenText);
  return hidden.length * 2 > texted.length;
}

/** Letters that no reader knows: fonts whose glyphs are not said to be characters leave them. */
const UNKNOWN = /[\p{Co}\p{Cc}\ufffd]/gu;

function refuseWithoutText(pages: readonly Page[], fileName: string): void {
  const text = pages.flatMap(({ content }) => content.items.map((item) => item.text)).join('');
  if ((text.match(UNKNOWN)?.length ?? 0) * 3 > text.length) {
    throw new IngestError(
      `${fileName} 的文字层是乱码（字体没有写明字符），读不出数字；请在阅读器中另行打印成 PDF，或向部门索取原始电子版。`,
    );
  }
  if (text !== '') return;
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
    const own = [...texts, ...tabled]
      .sort((a, b) => a.top - b.top)
      .map(({ cells }, index): Line => {
        const text = cells.filter((cell) => cell !== '').join(' ');
        return { number: lines.length + index + 1, page: page.number, text, cells };
      });
    // A page whose tables are drawn has no other ones.
    lines.push(...(page.tables.length > 0 ? own : withPlacedTables(own, remaining[at]!)));
  }
  return lines;
}

/**
 * The lines of a page without drawn tables, with those tables that are held together by places only. Where a row has
 * amounts and no name, names stand on several lines and which is whose is not certain: then the page stays text.
 */
function withPlacedTables(lines: readonly Line[], from: readonly TextLine[]): Line[] {
  const raw = from.map((line) => (isEntry(line) ? textOf(line) : laidOut(line)));
  const placed = withSpacedTables(lines, raw);
  const isNamed = ({ cells }: Line): boolean =>
    cells.length < 2 || !cells.some((cell) => /\d/.test(cell)) || cells.some((cell) => /[\u4e00-\u9fff]{2}/.test(cell));
  return placed.every(isNamed) ? placed : [...lines];
}

/** An entry of a table of contents: dots lead to its page. */
function isEntry(line: TextLine): boolean {
  return /[.．…·]{4}/.test(textOf(line).replaceAll(' ', ''));
}
