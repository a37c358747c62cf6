import { type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter, parse } from 'parse5';
import { IngestError } from '../ingest-error.ts';
import type { Line } from '../part.ts';
import { LIMITS } from './limits.ts';
import { captionOfTable, isDataTable, rowsOfTable } from './markup-table.ts';
import { isShown, plain } from './markup-text.ts';
import { numberedLines, tableLines } from './table-lines.ts';

/** Elements whose end is the end of a line; `<br>` is one too. */
const BLOCKS = new Set(
  (
    'address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 ' +
    'h3 h4 h5 h6 header hr legend li main ol p section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/**
 * Lines of a page in reading order: paragraphs, headings and list items as prose, tables as rows of cells, a table that only
 * lays out the page as the prose that it holds. Throws IngestError for markup nested beyond LIMITS.
 */
export function linesOfMarkup(html: string, fileName: string): Line[] {
  const rows: string[][] = [];
  let text = '';
  const flush = (): void => {
    const line = plain(text);
    if (line !== '') rows.push([line]);
    text = '';
  };
  const walk = (node: Tree.Node): void => {
    if (defaultTreeAdapter.isTextNode(node)) {
      text += node.value;
      return;
    }
    if (defaultTreeAdapter.isElementNode(node) && !isShown(node)) return;
    if (!('childNodes' in node)) return;
    const tag = node.nodeName;
    if (tag === 'pre') {
      flush();
      rows.push(...preformatted(node).map((line) => [line]));
      return;
    }
    const breaks = BLOCKS.has(tag);
    if (breaks) flush();
    if (tag === 'table' && isDataTable(node as Tree.Element)) {
      const table = node as Tree.Element;
      const caption = captionOfTable(table);
      // Two tables one after the other are not one: a blank line parts them, as in text.
      rows.push(...(caption === '' ? [] : [[caption]]), ...tableLines(rowsOfTable(table, fileName)), ['']);
      return;
    }
    for (const child of node.childNodes) walk(child);
    if (breaks) flush();
  };
  walk(parsed(html, fileName));
  flush();
  return numberedLines(rows, null);
}

function preformatted(node: Tree.ParentNode): string[] {
  const textOf = (child: Tree.Node): string =>
    defaultTreeAdapter.isTextNode(child)
      ? child.value
      : child.nodeName === 'br'
        ? '\n'
        : 'childNodes' in child
          ? child.childNodes.map(textOf).join('')
          : '';
  return textOf(node).split(/\r?\n/).map(plain);
}

/** The walks above and in the tables call themselves: how deep they go is held here. */
function parsed(html: string, fileName: string): Tree.Document {
  let depth = 0;
  return parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        depth += 1;
        if (depth > LIMITS.markupDepth) {
          throw new IngestError(
            `${fileName} 的网页结构嵌套过深（超过 ${LIMITS.markupDepth} 层），没有读入；请在浏览器里重新另存，或复制正文到 DOCX 再读入。`,
          );
        }
      },
      onItemPop: () => {
        depth -= 1;
      },
    },
  });
}
