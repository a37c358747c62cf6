/**
 * Simplified radicals that are characters of their own, and what text writes for them. Unicode has no compatibility
 * mapping for these (its EquivalentUnifiedIdeograph lists them); programs that print pages to PDF name glyphs so.
 */
const RADICALS: ReadonlyMap<string, string> = new Map(
  Array.from(
    '⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⻑長⻒長⻡食'.matchAll(
      /(.)(.)/gu,
    ),
    ([, radical, character]) => [radical!, character!],
  ),
);

/** Radicals and compatibility forms that some fonts map their glyphs to ("⾦" for "金"), as the characters they are. */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, (sign) => RADICALS.get(sign) ?? sign.normalize('NFKC'));
}
