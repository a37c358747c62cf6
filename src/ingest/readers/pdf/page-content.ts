import type { PDFPageProxy } from 'pdfjs-dist';
import { product } from './matrix.ts';
import { withoutRadicals } from './radicals.ts';
import { rulesOf, type Operators, type Rule } from './rules.ts';

/** A run of text on a page, in points from the page's upper left corner. */
export interface TextItem {
  text: string;
  x0: number;
  x1: number;
  /** Where the letters stand; y grows downwards. */
  baseline: number;
  /** Height of the type. */
  size: number;
}

export interface PageContent {
  width: number;
  height: number;
  items: TextItem[];
  rules: Rule[];
  hasPicture: boolean;
  /** Text that is there to be searched and not to be seen: it was read off the picture by machine. */
  hasHiddenText: boolean;
}

/** Text rendering mode 3 of PDF: neither filled nor stroked. */
const INVISIBLE = 3;

/** What stands on a page: its text and the lines drawn on it, as they appear upright to a reader. */
export async function contentOf(page: PDFPageProxy, operators: Operators): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 });
  const { items: found } = await page.getTextContent({ includeMarkedContent: false });
  const items: TextItem[] = [];
  for (const item of found) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a, b, c, d, x, y] = product(viewport.transform, item.transform);
    // Text that runs upwards (stamps, margins) is no line of the document.
    if (Math.abs(b!) > Math.abs(a!)) continue;
    const size = Math.hypot(c!, d!) || item.height;
    items.push({ text: withoutRadicals(item.str), x0: x!, x1: x! + item.width, baseline: y!, size });
  }
  const { fnArray, argsArray } = await page.getOperatorList();
  return {
    width: viewport.width,
    height: viewport.height,
    items: withoutShadows(items),
    rules: rulesOf(fnArray, argsArray, viewport.transform, operators),
    hasPicture: fnArray.some((operator) => operators.pictures.includes(operator)),
    hasHiddenText: fnArray.some(
      (operator, at) => operator === operators.textMode && (argsArray[at] as readonly number[])[0] === INVISIBLE,
    ),
  };
}

/** Bold is sometimes made by printing the same text twice, a hair apart. */
function withoutShadows(items: readonly TextItem[]): TextItem[] {
  const seen = new Map<string, TextItem[]>();
  return items.filter((item) => {
    const twins = seen.get(item.text) ?? [];
    const isShadow = twins.some(
      (twin) => Math.abs(twin.x0 - item.x0) < 1 && Math.abs(twin.baseline - item.baseline) < 1,
    );
    if (!isShadow) seen.set(item.text, [...twins, item]);
    return !isShadow;
  });
}
