import type { Disclosure } from './disclosure.ts';
import type { Line } from './part.ts';

/** Markup that only a reader of pictures leaves in running text: paragraphs, formulas, bold. */
const MARKUP =
  /<\/?(?:p|br|td|tr|table|div|span)\b[^>]*>|\$\s*\\?[a-z]*\s*[^$]*\\[a-z]+|\*\*[^*]+\*\*|\\(?:geq|leq|times|mathrm|text)\b/;
/** A number with a space inside, outside tables, dates and lists: "4 5 万元". */
const SPLIT_NUMBER = /(?<![\d.,])\d \d(?= ?(?:\.\d|\d|万元|元|%|人|辆))/;

/** How a text without its own record was obtained, by what is left in it; 'unknown' without evidence. */
export function textOriginOf(lines: readonly Line[]): Disclosure['text_origin'] {
  const marked = lines.filter((line) => MARKUP.test(line.text)).length;
  const split = lines.filter((line) => SPLIT_NUMBER.test(line.text)).length;
  return marked > 0 || split >= 3 ? 'machine_read' : 'unknown';
}
