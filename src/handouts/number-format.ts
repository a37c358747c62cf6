import { Exact } from '../money/decimal.ts';

/** How a text writes a number, as a format of spreadsheets, and what else the text says. */
export interface WrittenNumber {
  code: string;
  percent: boolean;
  /** The text without the number. */
  rest: string;
}

const TOKENS = /[+-]?\d[\d,]*(?:\.\d+)?%?/g;

/**
 * Finds a value in the text of its mark. The number found is the value rounded to the decimals it is written with: a
 * spreadsheet that formats the value so writes the same. Null where the text does not hold it.
 */
export function writtenNumber(text: string, exact: string, percent: boolean | null): WrittenNumber | null {
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    const inPercent = token.endsWith('%');
    if (percent !== null && percent !== inPercent) continue;
    const decimals = /\.(\d+)/.exec(token)?.[1]?.length ?? 0;
    if (!new Exact(token.replace(/[,+%]/g, '')).equals(rounded(exact, decimals))) continue;
    return {
      code: codeOf(decimals, { signed: token.startsWith('+') || token.startsWith('-'), percent: inPercent }),
      percent: inPercent,
      rest: tidy(`${text.slice(0, index)}·${text.slice(index + token.length)}`),
    };
  }
  return null;
}

/** "#,##0.00", with a plus where the text shows signs; "%" stands behind numbers that are percent already. */
export function codeOf(decimals: number, { signed = false, percent = false } = {}): string {
  const digits = `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}${percent ? '"%"' : ''}`;
  return signed ? `+${digits};-${digits};${digits}` : digits;
}

/** The format with words behind each number. */
export function suffixed(code: string, words: string): string {
  return code
    .split(';')
    .map((part) => `${part}"${words}"`)
    .join(';');
}

/** Of an amount written without its sign. */
export function minusCode(code: string): string {
  return code.split(';')[0]!.replace(/^\+/, '').replace(/^/, '"-"');
}

/** The parts of a text that say something. */
function tidy(text: string): string {
  return text
    .split(/[·　]/)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}\p{No}]/u.test(part))
    .join(' · ');
}

function rounded(exact: string, decimals: number): Exact {
  return new Exact(exact).toDecimalPlaces(decimals, Exact.ROUND_HALF_UP);
}
