import type { Column, PositionedLine } from './position-columns.ts';

/**
 * Rows with the names that wrap put together; a line that only carries on a name is left without cells. Where amounts stand
 * in the middle of a tall row, the name goes on above and below them: that shows in rows with a code and no name. Else it
 * begins on the row's own line, and goes on below where the line above filled its column.
 */
export function withWholeNames(
  rows: ReadonlyArray<readonly string[]>,
  columns: readonly Column[],
  lines: readonly PositionedLine[],
): string[][] {
  const whole = rows.map((row) => [...row]);
  const fragment = whole.map((row) => fragmentOf(row, columns));
  const isAnchor = whole.map((row) => /^(?:\d{3}|\d{5}|\d{7})$/.test(row.find((text) => text !== '') ?? ''));
  const apart = betweenBlanks(fragment, isAnchor, lines);
  for (const at of apart.keys()) fragment[at] = null;
  const names = fragment.filter((at) => at !== null);
  const centred = whole.some((row, at) => isAnchor[at] && names.some((column) => row[column!] === ''));
  const carried = centred ? around(whole, fragment, isAnchor, columns, lines) : below(whole, fragment, columns, lines);
  for (const [from, { to, first }] of [...apart, ...carried]) {
    const column = rows[from]!.findIndex((text) => text !== '');
    const text = whole[from]![column]!;
    whole[to]![column] = first ? text + whole[to]![column]! : whole[to]![column]! + text;
  }
  return whole.map((row, at) => (carried.has(at) || apart.has(at) ? [''] : row));
}

/** The column of the only text of a row, where it may be a piece of a name; null for other rows. */
function fragmentOf(row: readonly string[], columns: readonly Column[]): number | null {
  const filled = row.flatMap((text, at) => (text === '' ? [] : [at]));
  const [at] = filled;
  if (filled.length !== 1 || at === undefined || columns[at]!.holdsAmounts) return null;
  return /^[一-鿿（）()、“”]+$/.test(row[at]!) && !/[合总小]计$|^[一二三四五六七八九十]+、/.test(row[at]!) ? at : null;
}

type Carried = Map<number, { to: number; first: boolean }>;

/** Where blank lines stand around one code and pieces of a name, these are one row. */
function betweenBlanks(
  fragment: ReadonlyArray<number | null>,
  isAnchor: readonly boolean[],
  lines: readonly PositionedLine[],
): Carried {
  const carried: Carried = new Map();
  let run: number[] = [];
  const close = (): void => {
    const anchors = run.filter((at) => isAnchor[at]);
    const pieces = run.filter((at) => fragment[at] !== null);
    const [anchor] = anchors;
    if (anchor !== undefined && anchors.length === 1 && pieces.length === run.length - 1) {
      for (const at of pieces.filter((piece) => piece < anchor).reverse()) carried.set(at, { to: anchor, first: true });
      for (const at of pieces.filter((piece) => piece > anchor)) carried.set(at, { to: anchor, first: false });
    }
    run = [];
  };
  lines.forEach(({ items }, at) => {
    if (items.length === 0) close();
    else run.push(at);
  });
  close();
  return carried;
}

/**
 * As many lines above the amounts as below them, from the first row on; a name goes on below only where its piece above
 * filled the column.
 */
function around(
  rows: readonly string[][],
  fragment: ReadonlyArray<number | null>,
  isAnchor: readonly boolean[],
  columns: readonly Column[],
  lines: readonly PositionedLine[],
): Carried {
  const above: Carried = new Map();
  const under: Carried = new Map();
  let waiting: number[] = [];
  let anchor = -1;
  let wanted = 0;
  fragment.forEach((column, at) => {
    if (isAnchor[at]) {
      waiting.forEach((from) => above.set(from, { to: at, first: true }));
      const name = waiting.length > 0 ? fragment[waiting.at(-1)!]! : null;
      const onRow = name !== null && rows[at]![name] !== '';
      const last = onRow ? at : waiting.at(-1);
      const goesOn = name !== null && fills(lines[last!]!, columns[name]!);
      // Without a name on its row or above it, all of the name is below.
      const isBare =
        name === null && rows[at]!.every((text, column) => columns[column]!.holdsAmounts || !/\D/.test(text));
      [anchor, wanted, waiting] = [at, isBare ? Infinity : goesOn ? waiting.length : 0, []];
    } else if (column !== null && anchor >= 0 && wanted > 0) {
      under.set(at, { to: anchor, first: false });
      wanted -= 1;
    } else if (column !== null) waiting.push(at);
  });
  // Pieces are put in front one after the other: the last of them first.
  return new Map([...[...above].reverse(), ...under]);
}

/** A name breaks off only where it reached the edge of its column. */
function fills(line: PositionedLine, { x0, x1 }: Column): boolean {
  const end = line.items.findLast((item) => item.x0 < x1)?.x1 ?? 0;
  return end >= x1 - (x1 - x0) * 0.2;
}

function below(
  rows: readonly string[][],
  fragment: ReadonlyArray<number | null>,
  columns: readonly Column[],
  lines: readonly PositionedLine[],
): Carried {
  const carried: Carried = new Map();
  fragment.forEach((column, at) => {
    if (column === null || at === 0) return;
    let to = at - 1;
    while (to > 0 && (carried.has(to) || lines[to]!.items.length === 0)) to -= 1;
    const isFull = fills(lines[lastPiece(carried, to)]!, columns[column]!);
    if (rows[to]![column] !== '' && isFull) carried.set(at, { to, first: false });
  });
  return carried;
}

/** The line on which a name that goes on so far ends. */
function lastPiece(carried: Carried, to: number): number {
  return [...carried].filter(([, target]) => target.to === to).at(-1)?.[0] ?? to;
}
