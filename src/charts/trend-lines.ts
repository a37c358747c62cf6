import { ROWS, settings, type Chart, type Layer, type Mark } from './chart.ts';
import { lineNumbers } from './chart-numbers.ts';
import { position } from './position.ts';
import { domainOf } from './row-layout.ts';

/** A value of a year: exact text in the unit of the axis, null where it is not known. */
export interface TrendPoint {
  year: number;
  value: string | null;
  /** The amount before it was rounded for the axis, in 万元; left out where the value is exact itself. */
  amount?: string;
  /** Not published but implied by another document: drawn hollow. */
  implied: boolean;
  /** A second, different figure exists: marked. */
  contested: boolean;
  label: string;
  tooltip: string;
  pick: string;
}

/** What is drawn as one line. Lines of the same name have one colour: the budget of it is dashed. */
export interface TrendLine {
  name: string;
  dashed: boolean;
  points: readonly TrendPoint[];
}

export interface TrendFrame {
  /** Years of the axis, also those without a value: a gap is not drawn over. */
  years: readonly number[];
  /** Names in the order of their colours, of all charts that stand side by side. */
  names: readonly string[];
  /** Least and greatest value of all charts that stand side by side; exact text. */
  domain: readonly [string, string];
  axis: 'wan' | 'percent';
  height: number;
  /** Names are told by colour and shape above the chart. */
  legend: boolean;
}

/** More texts than this lie on each other: then the axis tells. */
const MOST_LABELS = 8;

/** Values over the years as lines with a point a year; one year alone is a point, ten are a line. */
export function trendLines(lines: readonly TrendLine[], frame: TrendFrame): Chart {
  const known = (name: string, year: number, dashed: boolean): boolean =>
    lines.some(
      (line) =>
        line.name === name &&
        line.dashed === dashed &&
        line.points.some((point) => point.year === year && point.value !== null),
    );
  // Where both are known, the axis tells the budget: two texts would lie on each other.
  const told = (line: TrendLine, { year, value }: TrendPoint): boolean =>
    value !== null && !(line.dashed && known(line.name, year, false));
  const labels = lines.reduce((sum, line) => sum + line.points.filter((point) => told(line, point)).length, 0);
  const rows = lines.flatMap((line, order) =>
    frame.years.map((year): Mark => {
      const point = line.points.find((candidate) => candidate.year === year);
      const value = point?.value ?? null;
      return {
        year: String(year),
        name: line.name,
        line: order,
        dashed: line.dashed,
        value: value === null ? null : position(value),
        known: value !== null,
        labelled: labels <= MOST_LABELS && point !== undefined && told(line, point),
        implied: point?.implied ?? false,
        contested: point?.contested ?? false,
        // A text above would lie on the level of the budget.
        beside: !line.dashed && known(line.name, year, true),
        label: point?.label ?? '',
        tooltip: point?.tooltip ?? '',
        pick: point?.pick ?? '',
      };
    }),
  );
  const y = {
    field: 'value',
    type: 'quantitative',
    axis: { formatType: frame.axis, tickCount: 5, domain: false },
    scale: { domain: domainOf('least', 'greatest'), nice: true, zero: false },
  } as const;
  const colour = {
    field: 'name',
    type: 'nominal',
    scale: { domain: { expr: 'names' }, range: 'category' },
    legend: frame.legend ? { orient: 'top', title: null, columns: 2, labelLimit: 420 } : null,
  } as const;
  const shape = {
    field: 'name',
    type: 'nominal',
    scale: { domain: { expr: 'names' } },
    legend: colour.legend,
  } as const;
  const layer: Layer[] = [
    ...[false, true].map((dashed): Layer => ({
      transform: [{ filter: `datum.dashed === ${dashed}` }],
      mark: {
        type: 'line',
        strokeWidth: 2,
        invalid: 'break-paths-show-domains',
        ...(dashed ? { strokeDash: [5, 4] } : {}),
      },
      encoding: { y, color: colour, detail: { field: 'line' } },
    })),
    {
      // Covers the line inside of a hollow point.
      transform: [{ filter: '!datum.dashed && datum.implied && datum.known' }],
      mark: { type: 'point', filled: true, style: 'hollow', size: 70, opacity: 1 },
      encoding: { y, shape },
    },
    ...[false, true].map((implied): Layer => ({
      transform: [{ filter: `!datum.dashed && datum.implied === ${implied} && datum.known` }],
      mark: { type: 'point', filled: !implied, size: 70, opacity: 1, cursor: 'pointer' },
      encoding: { y, color: colour, shape, tooltip: { field: 'tooltip' } },
    })),
    {
      // A budget is a level, beside the point of what was spent.
      transform: [{ filter: 'datum.dashed && datum.known' }],
      mark: { type: 'tick', orient: 'horizontal', size: 24, thickness: 3, opacity: 1, cursor: 'pointer' },
      encoding: { y, color: colour, tooltip: { field: 'tooltip' } },
    },
    ...[false, true].map((beside): Layer => ({
      transform: [{ filter: `datum.labelled && datum.beside === ${beside}` }],
      mark: {
        type: 'text',
        style: 'label',
        cursor: 'pointer',
        ...(beside ? { align: 'left', baseline: 'middle', dx: 16 } : { baseline: 'bottom', dy: -9 }),
      },
      encoding: { y, text: { field: 'label', type: 'nominal' } },
    })),
    {
      transform: [{ filter: 'datum.contested && datum.known' }],
      mark: { type: 'text', style: 'contested', text: '※', align: 'left', dx: 8, dy: 6 },
      encoding: { y },
    },
  ];
  return {
    rows,
    numbers: lineNumbers(lines, frame.years, frame.axis === 'percent' ? 'percent' : 'amount'),
    spec: {
      width: 'container',
      autosize: { type: 'fit-x', contains: 'padding' },
      height: frame.height,
      params: settings({
        least: position(frame.domain[0]),
        greatest: position(frame.domain[1]),
        names: frame.names,
        years: frame.years.map(String),
      }),
      data: { name: ROWS },
      encoding: {
        x: {
          field: 'year',
          type: 'ordinal',
          axis: { labelAngle: 0, ticks: false, labelPadding: 6, labelOverlap: true },
          scale: { type: 'point', padding: 0.5, domain: { expr: 'years' } },
        },
      },
      layer,
    },
  };
}
