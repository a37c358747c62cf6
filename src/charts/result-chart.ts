import { ROWS, type Chart, type Layer, type LayeredSpec, type Mark, type Room } from './chart.ts';
import { position } from './position.ts';

/** What of a result is drawn: positions of its columns. */
export interface ChartChoice {
  shape: 'bar' | 'line';
  category: number;
  value: number;
  /** Column that the colours tell apart; null: one colour. */
  colour: number | null;
}

export interface ResultColumnOfChart {
  name: string;
  kind: 'number' | 'float' | 'text';
}

export interface ResultChart {
  chart: Chart;
  /** Rows that were not drawn: without a number, or more than can be told apart. */
  left: number;
}

/** More bars or colours cannot be told apart; a line takes more. */
const MOST = { bar: 60, line: 1_000, colours: 8 };
const NAME_LIMIT = 220;
const HEIGHT = 320;

/** What is worth drawing first: the first column that can name (a year rather than others) against the first amount. */
export function suggestChart(
  columns: readonly ResultColumnOfChart[],
  rows: readonly (readonly (string | null)[])[],
): ChartChoice | null {
  const isYear = columns.map(
    ({ kind }, index) =>
      kind === 'number' && rows.length > 0 && rows.every((row) => /^(?:19|20)\d\d$/.test(row[index] ?? '')),
  );
  const value = columns.findIndex(({ kind }, index) => kind !== 'text' && !isYear[index]);
  const differ = (index: number) => new Set(rows.map((row) => row[index])).size;
  const years = isYear.findIndex((year, index) => year && index !== value && differ(index) > 1);
  const texts = columns.flatMap(({ kind }, index) => (kind === 'text' && differ(index) > 1 ? [index] : []));
  const category = years >= 0 ? years : (texts[0] ?? columns.findIndex((_, index) => index !== value));
  if (value < 0 || category < 0 || rows.length === 0) return null;
  const colour = texts.find((index) => index !== category && differ(index) <= MOST.colours) ?? null;
  return { shape: years >= 0 && differ(years) > 2 ? 'line' : 'bar', category, value, colour };
}

/**
 * Rows of any result as bars or lines. Names are the cells as they stand; a name that comes again with the same colour
 * gets a number, so that no bar covers another. Words are horizontal bars, years and numbers columns.
 */
export function resultChart(
  columns: readonly ResultColumnOfChart[],
  rows: readonly (readonly (string | null)[])[],
  choice: ChartChoice,
  room: Room,
): ResultChart {
  const { shape, category, value, colour } = choice;
  const drawn: Mark[] = [];
  const names = new Set<string>();
  const colours = new Set<string>();
  const times = new Map<string, number>();
  for (const row of rows) {
    const exact = row[value] ?? null;
    if (exact === null || !Number.isFinite(position(exact))) continue;
    const series = colour === null ? '' : (row[colour] ?? 'NULL');
    const plain = row[category] ?? 'NULL';
    const time = (times.get(`${series}\n${plain}`) ?? 0) + 1;
    times.set(`${series}\n${plain}`, time);
    const name = time === 1 ? plain : `${plain} (${time})`;
    if (!names.has(name) && names.size >= MOST[shape]) continue;
    if (!colours.has(series) && colours.size >= MOST.colours) continue;
    names.add(name);
    colours.add(series);
    const tooltip = [name, ...(colour === null ? [] : [series]), `${columns[value]!.name} ${exact}`].join(' · ');
    // Years and other numbers stand in their own order, words in that of the statement.
    const order = columns[category]!.kind === 'text' ? drawn.length : position(plain);
    drawn.push({ name, series, value: position(exact), tooltip, order, seriesOrder: [...colours].indexOf(series) });
  }
  const lying = shape === 'bar' && columns[category]!.kind === 'text';
  return {
    chart: { rows: drawn, spec: specOf(shape, lying, colour !== null, names.size * Math.max(1, colours.size), room) },
    left: rows.length - drawn.length,
  };
}

function specOf(shape: ChartChoice['shape'], lying: boolean, coloured: boolean, bars: number, room: Room): LayeredSpec {
  const sort = { field: 'order', op: 'min' as const };
  const seriesSort = { field: 'seriesOrder', op: 'min' as const };
  const name = {
    field: 'name',
    type: 'nominal' as const,
    sort,
    axis: lying
      ? { labelLimit: room.narrow ? 120 : NAME_LIMIT }
      : { labelOverlap: true, labelAngle: 0, labelLimit: 120, ticks: false, labelPadding: 6 },
  };
  const amount = {
    field: 'value',
    type: 'quantitative' as const,
    stack: null,
    scale: { zero: shape === 'bar' },
    axis: { formatType: 'wan', tickCount: 5 },
  };
  // Side by side: stacked they would claim to be parts of something.
  const offset =
    coloured && shape === 'bar' ? { [lying ? 'yOffset' : 'xOffset']: { field: 'series', sort: seriesSort } } : {};
  const colour = coloured
    ? {
        color: {
          field: 'series',
          type: 'nominal' as const,
          sort: seriesSort,
          legend: { orient: 'top' as const, title: null, columns: room.narrow ? 2 : 4 },
        },
      }
    : {};
  const encoding = {
    ...(lying ? { y: name, x: amount } : { x: name, y: amount }),
    ...offset,
    ...colour,
    tooltip: { field: 'tooltip' },
  };
  const mark: Layer =
    shape === 'bar'
      ? { mark: { type: 'bar', ...(coloured ? {} : { style: 'part' }) }, encoding }
      : { mark: { type: 'line', point: true, ...(coloured ? {} : { style: 'line' }) }, encoding };
  return {
    width: 'container',
    autosize: { type: 'fit-x', contains: 'padding' },
    height: lying ? Math.max(80, bars * (coloured ? 16 : 26)) : HEIGHT,
    data: { name: ROWS },
    layer: [mark],
  } as LayeredSpec;
}
