import { textOf, type TextLine } from './text-lines.ts';

interface Page {
  height: number;
  lines: readonly TextLine[];
}

const NUMBER = /^[-—–－•·\s]*第?\s*(\d{1,4})\s*页?(?:\s*[/／，,]?\s*共?\s*\d{1,4}\s*页?)?[-—–－•·\s]*$/;
/** Head and foot of a page: the outer eighths. */
const MARGIN = 0.125;

/**
 * The lines that belong to the paper and not to the document: numbers in the margin that count with the pages, and
 * running heads that stand on most pages. A number in the margin of one page only may be an amount, and stays.
 */
export function furnitureOf(pages: readonly Page[]): Set<TextLine> {
  const marginal = pages.map(({ height, lines }) =>
    lines.filter(({ baseline }) => baseline < height * MARGIN || baseline > height * (1 - MARGIN)),
  );
  const numbered = marginal.flatMap((lines, page) =>
    lines.flatMap((line) => {
      const found = NUMBER.exec(textOf(line))?.[1];
      return found === undefined ? [] : [{ line, offset: Number(found) - page }];
    }),
  );
  const offsets = counted(numbered.map(({ offset }) => String(offset)));
  // Sections may number their pages anew.
  const furniture = new Set(numbered.filter(({ offset }) => offsets.get(String(offset))! >= 2).map(({ line }) => line));

  const heads = marginal.map((lines) => new Set(lines.map(headOf)));
  const onPages = counted(heads.flatMap((texts) => [...texts]));
  const most = Math.max(4, pages.length * 0.6);
  for (const line of marginal.flat()) if (onPages.get(headOf(line))! >= most) furniture.add(line);
  return furniture;
}

/** What a running head has in common from page to page. */
function headOf(line: TextLine): string {
  return `${textOf(line).replace(/\d+/g, '#')} ${Math.round(line.baseline / 10)}`;
}

function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
