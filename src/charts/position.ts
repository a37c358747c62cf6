/**
 * Where an exact amount or rate stands on a scale. The only place where one becomes a floating-point number: a position
 * is some pixels, while every text comes from the exact decimal.
 */
export function position(exact: string): number {
  return Number(exact);
}
