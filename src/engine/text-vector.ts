import { Utf8, Vector, makeData } from 'apache-arrow';

/**
 * A column of text for Arrow. Its own builder makes a function out of a string, which the page's policy forbids, workers
 * included.
 */
export function textVector(cells: readonly (string | null)[]): Vector<Utf8> {
  const encoded = cells.map((cell) => (cell === null ? null : new TextEncoder().encode(cell)));
  const valueOffsets = new Int32Array(cells.length + 1);
  const nullBitmap = new Uint8Array(Math.ceil(cells.length / 8));
  let nullCount = 0;
  for (const [at, bytes] of encoded.entries()) {
    valueOffsets[at + 1] = valueOffsets[at]! + (bytes?.length ?? 0);
    if (bytes === null) nullCount += 1;
    else nullBitmap[at >> 3]! |= 1 << (at & 7);
  }
  const data = new Uint8Array(valueOffsets[cells.length]!);
  for (const [at, bytes] of encoded.entries()) if (bytes !== null) data.set(bytes, valueOffsets[at]);
  return new Vector([makeData({ type: new Utf8(), length: cells.length, nullCount, nullBitmap, valueOffsets, data })]);
}
