type Matrix = readonly number[];

/** The matrix that does `inner` first and then `outer`. */
export function product(outer: Matrix, inner: Matrix): number[] {
  const [a, b, c, d, e, f] = outer as [number, number, number, number, number, number];
  const [p, q, r, s, t, u] = inner as [number, number, number, number, number, number];
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}
