import type { ChangePart } from '../../metrics/analysis-rows.ts';
import { AMOUNT_KINDS, FUNDS, type AmountKind, type Fund } from '../../state/analysis-address.ts';

/** What is broken down: a whole of a year on one fund and kind of amount. */
export interface Breakdown {
  kind: AmountKind;
  fund: Fund;
  /** Kinds and funds that there is a choice of. */
  kinds: readonly AmountKind[];
  funds: readonly Fund[];
  /** 'total', or the subject whose parts are shown. */
  whole: string;
  /** Its parts: those with a subject from most to least, last what cannot be attributed. */
  parts: readonly ChangePart[];
  /** The part among them that was asked for, where it has no parts of its own. */
  leaf: ChangePart | null;
  /** Wholes above it and itself, from the total down. */
  way: readonly { code: string; name: string }[];
  /** Codes of the parts that can be opened. */
  opens: ReadonlySet<string>;
  /** What was asked for is not there: a level above is shown. */
  missing: boolean;
}

/** What was asked for, as far as the year has it: else final accounts before budgets, and the widest fund. */
export function breakdownOf(
  rows: readonly ChangePart[],
  year: number,
  asked: { amount: AmountKind | null; fund: Fund | null; subject: string | null },
): Breakdown | null {
  const ofYear = rows.filter((row) => row.fiscal_year === year);
  const kinds = AMOUNT_KINDS.filter((kind) => ofYear.some((row) => row.amount_kind === kind));
  const kind = chosen(kinds, asked.amount);
  const ofKind = ofYear.filter((row) => row.amount_kind === kind);
  const funds = FUNDS.filter((fund) => ofKind.some((row) => row.fund === fund));
  const fund = chosen(funds, asked.fund);
  if (kind === undefined || fund === undefined) return null;
  const known = ofKind.filter((row) => row.fund === fund);
  const wholes = new Map(known.map((row) => [row.whole_code, row.whole_name]));
  const nearest = (code: string | null): string | undefined =>
    [...above(code), 'total'].find((candidate) => wholes.has(candidate)) ?? [...wholes.keys()][0];
  const whole = nearest(asked.subject);
  if (whole === undefined) return null;
  const parts = known.filter((row) => row.whole_code === whole);
  const leaf =
    asked.subject === null ? null : (parts.find(({ subject_code }) => subject_code === asked.subject) ?? null);
  return {
    kind,
    fund,
    kinds,
    funds,
    whole,
    parts,
    leaf,
    way: [
      ...(wholes.has('total') ? [{ code: 'total', name: wholes.get('total')! }] : []),
      ...[...above(whole)].reverse().flatMap((code) => (wholes.has(code) ? [{ code, name: wholes.get(code)! }] : [])),
      ...(leaf?.subject_code ? [{ code: leaf.subject_code, name: leaf.subject_name ?? '' }] : []),
    ],
    opens: new Set(parts.flatMap(({ subject_code: code }) => (code !== null && wholes.has(code) ? [code] : []))),
    missing: asked.subject !== null && whole !== asked.subject && leaf === null,
  };
}

/** A subject, then what is above it: 2120501, 21205, 212. */
function above(code: string | null): string[] {
  if (code === null || code === 'total') return [];
  return [7, 5, 3].filter((length) => length <= code.length).map((length) => code.slice(0, length));
}

function chosen<T>(there: readonly T[], asked: T | null): T | undefined {
  return there.find((candidate) => candidate === asked) ?? there[0];
}
