/** A piece of text on a line, from its left to its right edge in any unit. */
export interface PositionedItem {
  text: string;
  x0: number;
  x1: number;
}

export interface PositionedLine {
  number: number;
  items: readonly PositionedItem[];
}

/** A column of a table without ruling lines: the stretch that its cells take up. */
export interface Column {
  x0: number;
  x1: number;
  holdsAmounts: boolean;
}

/** An amount by itself: not the code of a subject, which has neither point nor separators and 3, 5 or 7 digits. */
export function isAmount(text: string): boolean {
  return /^[-−(（]?(?:\d+\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{4}|\d{6}|\d{8,})[)）]?$/.test(text);
}

/** Digits with what belongs to a number, or a dash. */
export function isNumeric(text: string): boolean {
  return /^[-−(（]?[\d,.]+[)）]?%?$|^[-—－]{1,2}$/.test(text);
}

interface Stretch {
  x0: number;
  x1: number;
}

const middle = ({ x0, x1 }: Stretch): number => (x0 + x1) / 2;

/**
 * Columns of rows: stretches that cells of any row take up, parted where no cell is. A stretch in which a row has two cells
 * is cut between them.
 */
export function columnsOf(rows: readonly PositionedLine[]): Column[] {
  const items = rows.flatMap((row) => row.items).sort((a, b) => a.x0 - b.x0);
  const stretches: Array<Stretch> = [];
  for (const { x0, x1 } of items) {
    const last = stretches.at(-1);
    if (last && x0 < last.x1) last.x1 = Math.max(last.x1, x1);
    else stretches.push({ x0, x1 });
  }
  return withWholeCodes(
    stretches.flatMap((stretch) => cut(stretch, rows)),
    rows,
  ).map((stretch) => {
    const own = items.filter((item) => middle(item) >= stretch.x0 && middle(item) <= stretch.x1);
    return { ...stretch, holdsAmounts: own.filter(({ text }) => isAmount(text)).length * 2 > own.length };
  });
}

/** Codes that are set in further for each level are one column: no row has two of them side by side. */
function withWholeCodes(stretches: Stretch[], rows: readonly PositionedLine[]): Stretch[] {
  const inside = (stretch: Stretch): PositionedItem[][] =>
    rows.map(({ items }) => items.filter((item) => middle(item) >= stretch.x0 && middle(item) <= stretch.x1));
  const whole: Stretch[] = [];
  for (const stretch of stretches) {
    const last = whole.at(-1);
    const own = inside(stretch);
    const before = last ? inside(last) : [];
    const isCode = ({ text }: PositionedItem): boolean => /^(?:\d{3}|\d{5}|\d{7})$/.test(text);
    const alternate = before.every((items, at) => items.length === 0 || own[at]!.length === 0);
    if (last && alternate && [...before, ...own].flat().every(isCode)) last.x1 = stretch.x1;
    else whole.push({ ...stretch });
  }
  return whole;
}

function cut(stretch: Stretch, rows: readonly PositionedLine[]): Array<Stretch> {
  const gaps = rows.flatMap(({ items }) => {
    const own = items.filter((item) => middle(item) >= stretch.x0 && middle(item) <= stretch.x1);
    return own.slice(1).map((item, at) => ({ from: own[at]!.x1, to: item.x0 }));
  });
  const first = gaps.toSorted((a, b) => a.to - b.to)[0];
  if (!first) return [stretch];
  // The cut has to go through as many of the gaps as it can.
  const through = gaps.filter(({ from, to }) => from < first.to && to > first.from);
  const from = Math.max(...through.map((gap) => gap.from));
  const to = Math.min(...through.map((gap) => gap.to));
  const at = from < to ? (from + to) / 2 : middle({ x0: first.from, x1: first.to });
  if (at <= stretch.x0 || at >= stretch.x1) return [stretch];
  const left = { x0: stretch.x0, x1: at };
  const right = { x0: at, x1: stretch.x1 };
  return [...cut(left, rows), ...cut(right, rows)].map((part) => tightened(part, rows));
}

function tightened(part: Stretch, rows: readonly PositionedLine[]): Stretch {
  const own = rows.flatMap(({ items }) => items.filter((item) => middle(item) > part.x0 && middle(item) < part.x1));
  if (own.length === 0) return part;
  return {
    x0: Math.max(part.x0, Math.min(...own.map(({ x0 }) => x0))),
    x1: Math.min(part.x1, Math.max(...own.map(({ x1 }) => x1))),
  };
}

/** Where the reach of each column ends: half-way to the next. */
export function borders(columns: readonly Column[]): number[] {
  return columns.slice(1).map((column, at) => (columns[at]!.x1 + column.x0) / 2);
}

/** The column in whose reach the middle of an item lies. */
export function columnOf(item: Stretch, columns: readonly Column[]): number {
  return borders(columns).filter((border) => border <= middle(item)).length;
}

/** How far an item stands off the line that most of its column keep to, and how many keep to it. */
export interface Setting {
  off: number;
  /** Items of the column within two digits of that line. */
  kept: number;
}

/** For every item how it stands in its column: amounts of one column have one edge, or one middle, in common; so do names. */
export function settingsOf(
  rows: readonly PositionedLine[],
  columns: readonly Column[],
  narrow: number,
): Map<PositionedItem, Setting> {
  const result = new Map<PositionedItem, Setting>();
  const edges = [
    ({ x1 }: PositionedItem) => x1,
    ({ x0 }: PositionedItem) => x0,
    (item: PositionedItem) => middle(item),
  ];
  columns.forEach((_, at) => {
    const inColumn = rows.flatMap(({ items }) => items.filter((item) => columnOf(item, columns) === at));
    for (const numeric of [true, false]) {
      const own = inColumn.filter(({ text }) => isNumeric(text) === numeric);
      const lines = edges.map((edge) => {
        const sorted = own.map(edge).sort((a, b) => a - b);
        const line = sorted[Math.floor(sorted.length / 2)] ?? 0;
        const spread = sorted.reduce((sum, each) => sum + Math.min(Math.abs(each - line), 4 * narrow), 0);
        return { edge, line, spread, kept: sorted.filter((each) => Math.abs(each - line) <= 2 * narrow).length };
      });
      const [best] = lines.toSorted((a, b) => a.spread - b.spread);
      for (const item of own) result.set(item, { off: Math.abs(best!.edge(item) - best!.line), kept: best!.kept });
    }
  });
  return result;
}
