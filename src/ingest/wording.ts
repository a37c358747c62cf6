import { toHalfWidth } from '../money/parse.ts';

/** Text without the spaces that extraction leaves inside words: "公开 01 表" → "公开01表". */
export function closeUp(text: string): string {
  return text.replace(/[\s ​　]+/g, '');
}

/** Form in which words are compared: closed up, half-width, without quotation marks and trailing dots. */
export function wordingOf(text: string): string {
  return closeUp(toHalfWidth(text))
    .replace(/[“”‘’"'「」『』<>《》]/g, '')
    .replace(/[.…·]{2,}$|…$/g, '');
}

const DIGITS = '〇一二三四五六七八九';

/** 1 … 99 of a Chinese number ("十三" → 13); null for other text. */
export function chineseNumber(text: string): number | null {
  const parts = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (!parts || text === '') return null;
  const tens = parts[2] ? (parts[1] ? DIGITS.indexOf(parts[1]) : 1) : 0;
  return tens * 10 + (parts[3] ? DIGITS.indexOf(parts[3]) : 0);
}

/** Number in front of a heading or a row: "八、", "（二）", "1.", "3、"; "其中：" too, which only says that a part follows. */
const ENUMERATOR =
  /^(?:[-*#•]+)?(?:[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．](?!\d)|其中[:：])/;

export function withoutEnumerator(text: string): string {
  const closed = closeUp(text);
  const bare = closed.replace(ENUMERATOR, '');
  return bare === closed ? closed : withoutEnumerator(bare);
}

export function hasEnumerator(text: string): boolean {
  return ENUMERATOR.test(closeUp(text));
}

/** Years as a document writes them: 2024年, 2024 年度, 二〇二四年. */
export function yearsIn(text: string): number[] {
  const closed = closeUp(toHalfWidth(text)).replace(/([二][〇○零０O]\S\S)(?=年)/g, (year) =>
    year.replace(/[○零０O]/g, '〇').replace(/./g, (digit) => String(DIGITS.indexOf(digit))),
  );
  return [...closed.matchAll(/(?<!\d)(20\d\d)(?=年|—|-|部门|单位|$)/g)].map((match) => Number(match[1]));
}
