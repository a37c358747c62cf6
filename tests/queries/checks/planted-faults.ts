import { Decimal } from 'decimal.js';
import type { Draw } from './seeded-disclosure.ts';

/** A published number as the reader sees it, and which one of its document it is. */
export interface Published {
  document_id: string;
  ordinal: string;
  number_id: string;
  statement: string;
  column_key: string | null;
  unit: string;
  amount: string;
}

export interface Restated {
  number: Published;
  amount: string;
}

export type FaultKind = 'digit' | 'swap' | 'sign' | 'tenth';
export const FAULT_KINDS: readonly FaultKind[] = ['digit', 'swap', 'sign', 'tenth'];

/** One fault of that kind in the numbers of one document: what it makes them say, or null where there is no place for it. */
export function plant(kind: FaultKind, numbers: readonly Published[], draw: Draw): Restated[] | null {
  const some = numbers.filter(({ amount }) => !new Decimal(amount).isZero());
  const fitting = kind === 'tenth' ? some.filter(({ unit }) => unit === '%') : some;
  if (fitting.length === 0) return null;
  const at = draw(0, fitting.length - 1);
  const number = fitting[at]!;
  if (kind === 'digit') return [{ number, amount: withOtherDigit(number.amount, draw) }];
  if (kind === 'sign') return [{ number, amount: new Decimal(number.amount).negated().toFixed() }];
  if (kind === 'tenth') {
    return [{ number, amount: new Decimal(number.amount).plus(draw(0, 1) === 0 ? '0.1' : '-0.1').toFixed() }];
  }
  // The next row of the same column.
  const other = fitting
    .slice(at + 1)
    .find(
      (next) =>
        next.statement === number.statement &&
        next.column_key === number.column_key &&
        next.unit === number.unit &&
        next.statement !== 'narrative' &&
        next.amount !== number.amount,
    );
  if (other === undefined) return null;
  return [
    { number, amount: other.amount },
    { number: other, amount: number.amount },
  ];
}

function withOtherDigit(amount: string, draw: Draw): string {
  const text = new Decimal(amount).toFixed();
  const places = [...text].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []));
  const at = places[draw(0, places.length - 1)]!;
  const digit = (Number(text[at]) + draw(1, 9)) % 10;
  return new Decimal(`${text.slice(0, at)}${digit}${text.slice(at + 1)}`).toFixed();
}

/** A comparison of the faultless documents, and a number that takes part in it. */
export interface Participation {
  number_id: string;
  comparison: string;
  rule: string;
  side: string;
  unit: string;
  left_value: string;
  tolerance: string | null;
  is_bound: boolean;
}

/** Rules that ask which of two is greater, or whether two are the same: a changed number need not break them. */
const NO_EQUATION = new Set(['stated_direction', 'repeated_item']);

/**
 * Whether the fault must show: one of the equations that the number takes part in is thrown further off than rounding
 * explains, judged from the faultless documents alone. The equation may be off by its tolerance already, hence twice.
 */
export function isCovered(
  fault: readonly Restated[],
  takesPart: ReadonlyMap<string, readonly Participation[]>,
): boolean {
  return fault.some(({ number, amount }) => {
    const moved = new Decimal(amount).minus(number.amount).abs();
    return (takesPart.get(number.number_id) ?? []).some((equation) => {
      if (equation.is_bound || equation.tolerance === null || NO_EQUATION.has(equation.rule)) return false;
      // Two addends of one sum that change places leave the sum as it is.
      if (fault.length > 1 && others(fault, number, takesPart).has(equation.comparison)) return false;
      if (equation.unit === number.unit) return moved.gt(new Decimal(equation.tolerance).times(2));
      // A rate is of the size of its whole, whatever its sign.
      if (equation.unit !== '%' || new Decimal(amount).abs().eq(new Decimal(number.amount).abs())) return false;
      const points = moved.div(new Decimal(number.amount).abs()).times(new Decimal(equation.left_value).abs());
      return points.gt(new Decimal(equation.tolerance).times(3));
    });
  });
}

function others(
  fault: readonly Restated[],
  number: Published,
  takesPart: ReadonlyMap<string, readonly Participation[]>,
): Set<string> {
  return new Set(
    fault
      .filter((restated) => restated.number !== number)
      .flatMap((restated) => (takesPart.get(restated.number.number_id) ?? []).map(({ comparison }) => comparison)),
  );
}
