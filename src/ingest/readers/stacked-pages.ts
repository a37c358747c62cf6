import type { Line } from '../part.ts';

/** Places of the lines that are the numbers of pages: "- 12 -", "第 12 页", or a number alone at the foot of its page. */
export function pageNumberLines(lines: readonly Line[]): Set<number> {
  const marked = lines.flatMap(({ text }, at) =>
    /^[-—–]\s*\d{1,3}\s*[-—–]$|^第\s*\d{1,3}\s*页(?:\s*[/，,]?\s*共\s*\d{1,3}\s*页)?$|^\d{1,3}\s*\/\s*\d{1,3}$/.test(
      text,
    )
      ? [at]
      : [],
  );
  const feet = lines.flatMap(({ text, page }, at) => {
    const next = lines.slice(at + 1).find((line) => line.text !== '');
    return page !== null && /^\d{1,3}$/.test(text) && next && next.page !== page
      ? [{ at, off: Number(text) - page }]
      : [];
  });
  // Numbers that count with the pages are theirs; one alone may be an amount.
  const counting = feet.filter(({ off }) => feet.filter((other) => other.off === off).length > 1);
  return new Set([...marked, ...counting.map(({ at }) => at)]);
}
