/** A number of a chart: exact text, amounts in the unit of the chart's data (万元, 元), rates in percent. */
export interface ChartNumber {
  exact: string;
  /** The mark that stands for it. */
  pick: string;
  /** Follows from another document, or cannot be attributed: drawn hollow. */
  implied: boolean;
  /** It only says how long the mark is: no text tells it. */
  unsaid?: boolean;
  /** The total among its parts. */
  total?: boolean;
}

/** What the numbers of a series are, as the key of the chart shows them. */
export type NumberRole = 'first' | 'second' | 'budget' | 'sum' | 'line';

export interface NumberSeries {
  role: NumberRole;
  /** Of a line; null where the key tells the role. */
  name: string | null;
  /** One for each point; null where there is none. */
  values: readonly (ChartNumber | null)[];
}

/**
 * What a chart draws, in exact numbers and without pixels: another program can draw it again.
 * columns: over the years; bars: a row each; parts: bars of two parts, their sum and what it was before;
 * from 100: bars that begin at 100 percent; bridge: ends first and last, signed changes between them; lines: over the years.
 */
export interface ChartNumbers {
  shape: 'columns' | 'bars' | 'parts' | 'from 100' | 'bridge' | 'lines';
  /** Null where the texts of the marks tell. */
  measure: 'amount' | 'percent' | null;
  points: readonly { name: string; pick: string }[];
  series: readonly NumberSeries[];
}

type Picked = { name: string; pick: string };

/** Numbers with a name each, one series. */
export function rowNumbers(
  shape: 'bars' | 'from 100',
  measure: ChartNumbers['measure'],
  rows: readonly (Picked & { exact: string | null; total?: boolean })[],
): ChartNumbers {
  return {
    shape,
    measure,
    points: pointsOf(rows),
    series: [
      {
        role: 'first',
        name: null,
        values: rows.map(({ exact, pick, total }) => numberOf(exact, pick, { total: total ?? false })),
      },
    ],
  };
}

/** Amounts in columns of two series over the years. */
export function columnNumbers(
  columns: readonly { year: number; series: 'whole' | 'part'; amount: string; implied: boolean; pick: string }[],
): ChartNumbers {
  const years = [...new Set(columns.map(({ year }) => year))].sort((a, b) => a - b);
  return {
    shape: 'columns',
    measure: 'amount',
    points: years.map((year) => ({
      name: String(year),
      pick: columns.find((column) => column.year === year)!.pick,
    })),
    series: (['whole', 'part'] as const)
      .filter((series) => columns.some((column) => column.series === series))
      .map((series) => ({
        role: series === 'whole' ? 'second' : 'first',
        name: null,
        values: years.map((year) => {
          const column = columns.find((candidate) => candidate.year === year && candidate.series === series);
          return column === undefined ? null : numberOf(column.amount, column.pick, { implied: column.implied });
        }),
      })),
  };
}

/** Amounts beside their budgets. */
export function budgetNumbers(
  rows: readonly (Picked & { actual: string; budget: string | null; implied: boolean })[],
): ChartNumbers {
  return {
    shape: 'bars',
    measure: 'amount',
    points: pointsOf(rows),
    series: [
      {
        role: 'first',
        name: null,
        values: rows.map((row) => numberOf(row.actual, row.pick, { implied: row.implied })),
      },
      { role: 'budget', name: null, values: rows.map((row) => numberOf(row.budget, row.pick)) },
    ],
  };
}

/** Amounts with the two parts they are made of, where these are known, and with those of the year before. */
export function partNumbers(
  rows: readonly (Picked & {
    amount: string;
    parts: { first: string; second: string } | null;
    prior?: string | null;
  })[],
): ChartNumbers {
  const halves = rows.some(({ parts }) => parts !== null);
  const series = (role: NumberRole, exact: (row: (typeof rows)[number]) => string | null): NumberSeries => ({
    role,
    name: null,
    values: rows.map((row) => numberOf(exact(row), row.pick)),
  });
  return {
    shape: 'parts',
    measure: 'amount',
    points: pointsOf(rows),
    series: [
      series('first', ({ parts, amount }) => parts?.first ?? amount),
      ...(halves
        ? [series('second', ({ parts }) => parts?.second ?? null), series('sum', ({ amount }) => amount)]
        : []),
      ...(rows.some(({ prior }) => typeof prior === 'string') ? [series('budget', ({ prior }) => prior ?? null)] : []),
    ],
  };
}

/** From one amount to another by signed changes. `unsaid` is the pick of the change that no text tells. */
export function bridgeNumbers(
  start: Picked & { amount: string },
  parts: readonly (Picked & { change: string; attributed: boolean })[],
  end: Picked & { amount: string },
  unsaid: string,
): ChartNumbers {
  const none = parts.map(() => null);
  return {
    shape: 'bridge',
    measure: 'amount',
    points: pointsOf([start, ...parts, end]),
    series: [
      {
        role: 'budget',
        name: null,
        values: [numberOf(start.amount, start.pick), ...none, numberOf(end.amount, end.pick)],
      },
      {
        role: 'first',
        name: null,
        values: [
          null,
          ...parts.map(({ change, pick, attributed }) =>
            numberOf(change, pick, { implied: !attributed, unsaid: pick === unsaid }),
          ),
          null,
        ],
      },
    ],
  };
}

/** Lines over the years; a gap where a year has no value. */
export function lineNumbers(
  lines: readonly {
    name: string;
    dashed: boolean;
    points: readonly { year: number; value: string | null; amount?: string; implied: boolean; pick: string }[];
  }[],
  years: readonly number[],
  measure: 'amount' | 'percent',
): ChartNumbers {
  return {
    shape: 'lines',
    measure,
    points: years.map((year) => ({ name: String(year), pick: '' })),
    series: lines.map(({ name, dashed, points }) => ({
      role: dashed ? 'budget' : 'line',
      name,
      values: years.map((year) => {
        const point = points.find((candidate) => candidate.year === year);
        return point === undefined
          ? null
          : numberOf(point.amount ?? point.value, point.pick, { implied: point.implied });
      }),
    })),
  };
}

function pointsOf(rows: readonly Picked[]): Picked[] {
  return rows.map(({ name, pick }) => ({ name, pick }));
}

function numberOf(exact: string | null, pick: string, more: Partial<ChartNumber> = {}): ChartNumber | null {
  return exact === null ? null : { exact, pick, implied: false, ...more };
}
