import { Exact } from '../../money/decimal.ts';

/**
 * A number cell as the sheet displays it: `#,##0.00` of 1234.5 is "1,234.50", an accounting format shows 0 as "-". A
 * negative number that its format shows in red only is given its minus, which colour would take away.
 */
export function displayed(value: number, format: string): string {
  const exact = exactOf(value);
  if (format.trim() === '' || /E[+-]/i.test(format) || format.trim() === '@') return exact.toFixed();
  const { text: pattern, ownsSign } = sectionFor(exact, sectionsOf(format));
  const text = literal(shown(exact, pattern)).trim();
  if (!exact.isNegative() || exact.isZero() || !/[1-9]/.test(text)) return text;
  return ownsSign && /[-−(（]/.test(text) ? text : `-${text.replace(/^-/, '')}`;
}

/** The number without its sign in the pattern of one section; fractions and what else is rare as a plain decimal. */
function shown(exact: Exact, pattern: string): string {
  if (GENERAL.test(pattern)) return pattern.replace(GENERAL, exact.abs().toFixed());
  const parts = /^([^#0?]*)((?:[#0?,\ue000-\ue07f]*[#0?])?(?:\.[#0?]*)?)(,*)([^#0?]*)$/.exec(pattern);
  if (!parts) return exact.abs().toFixed();
  const [, before, places, , after] = parts;
  const inner = places!.replace(/[\ue000-\ue07f]/g, '');
  return `${before}${withLiterals(digits(scaled(exact.abs(), parts), inner), places!)}${after}`;
}

/** "0!.0," shows thousands with a point drawn before the last digit: literals stand as far from the right as in the pattern. */
function withLiterals(text: string, places: string): string {
  const drawn = [...places];
  let result = text;
  for (let at = drawn.length - 1, right = 0; at >= 0; at -= 1) {
    const sign = drawn[at]!;
    if (sign === ',') continue;
    if (/[\ue000-\ue07f]/.test(sign)) {
      const cut = Math.max(0, result.length - right);
      result = `${result.slice(0, cut)}${sign}${result.slice(cut)}`;
    }
    right += 1;
  }
  return result;
}

const GENERAL = /General|G\/通用格式/i;

/**
 * The decimal number that a double stands for. A spreadsheet keeps and shows 15 significant digits: more are noise of the
 * binary fraction (6504.450000000001 was typed, or added up, as 6504.45), and what was typed beyond them is lost already.
 */
function exactOf(value: number): Exact {
  return new Exact(value.toPrecision(15));
}

/** `%` shows hundredfold, a comma behind the last digit a thousandth. */
function scaled(number: Exact, [, before, , commas, after]: RegExpExecArray): Exact {
  const percents = `${before}${after}`.split('%').length - 1;
  return number.times(new Exact(100).pow(percents)).div(new Exact(1_000).pow(commas!.length));
}

function digits(number: Exact, pattern: string): string {
  if (pattern === '') return '';
  const [whole = '', fraction = ''] = pattern.split('.');
  const [integer = '', decimals = ''] = number.toFixed(fraction.length).split('.');
  const padded = integer.replace(/^0+/, '').padStart(whole.replace(/[^0]/g, '').length, '0');
  const grouped = whole.includes(',') ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded;
  // "#" and "?" leave zeros at the end out.
  let kept = decimals.length;
  while (kept > 0 && decimals[kept - 1] === '0' && fraction[kept - 1] !== '0') kept -= 1;
  return kept > 0 ? `${grouped}.${decimals.slice(0, kept)}` : grouped;
}

interface FormatSection {
  /** Literals without their quotes, fillers and colours gone. */
  text: string;
  /** It is for negative numbers only and shows their sign itself, by a minus or brackets. */
  ownsSign: boolean;
  condition: readonly [operator: string, limit: Exact] | null;
}

/** Characters that mean something in a pattern; as literals they go through it in the private use area. */
const asLiteral = (text: string): string =>
  text.replace(/[#0?.,%]/g, (sign) => String.fromCharCode(0xe000 + sign.charCodeAt(0)));
const literal = (text: string): string =>
  text.replace(/[\ue000-\ue07f]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xe000));

/** Sections are parted by ";" outside of quotes. */
function sectionsOf(format: string): FormatSection[] {
  const sections: FormatSection[] = [{ text: '', ownsSign: false, condition: null }];
  const token = /"([^"]*)"?|\\([^])|!([^])|_[^]|\*[^]|\[([^\]]*)\]|(;)|([^])/g;
  for (const [, quoted, escaped, exclaimed, bracket, semicolon, other] of format.matchAll(token)) {
    const section = sections.at(-1)!;
    const fixed = quoted ?? escaped ?? exclaimed;
    if (semicolon !== undefined) sections.push({ text: '', ownsSign: true, condition: null });
    else if (fixed !== undefined) section.text += asLiteral(fixed);
    else if (other !== undefined) section.text += other;
    else if (bracket !== undefined) {
      const currency = /^\$([^-]*)/.exec(bracket)?.[1];
      const condition = /^(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$/.exec(bracket);
      if (currency !== undefined) section.text += asLiteral(currency);
      if (condition) section.condition = [condition[1]!, new Exact(condition[2]!)];
    }
  }
  return sections;
}

function sectionFor(number: Exact, sections: readonly FormatSection[]): FormatSection {
  const conditional = sections.find(({ condition }) => condition && holds(number, ...condition));
  if (conditional) return conditional;
  if (sections.some(({ condition }) => condition)) {
    return sections.find(({ condition }) => condition === null) ?? sections.at(-1)!;
  }
  const [positive, negative, zero] = sections as [FormatSection, FormatSection?, FormatSection?];
  if (number.isZero()) return zero ?? positive;
  return (number.isNegative() ? negative : null) ?? positive;
}

function holds(number: Exact, operator: string, limit: Exact): boolean {
  const order = number.comparedTo(limit);
  if (operator === '=') return order === 0;
  if (operator === '<>') return order !== 0;
  return (operator.startsWith('<') ? order < 0 : order > 0) || (operator.endsWith('=') && order === 0);
}
