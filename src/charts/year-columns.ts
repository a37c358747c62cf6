import { ROWS, type Chart, type Room } from './chart.ts';
import { position } from './position.ts';
import { FONT_SIZE } from './theme.ts';
import { textWidth } from './text-width.ts';

/** One column. Amount exact, in one unit. */
export interface YearColumn {
  year: number;
  /** Which of the two tones: the first or the second series. */
  series: 'first' | 'second';
  amount: string;
  label: string;
  /** Known only through a later document: drawn hollow and dashed. */
  implied: boolean;
  tooltip: string;
  pick: string;
}

/** Narrowest place a chart may be drawn in, in px. */
const LEAST_WIDTH = 300;

/** Amounts by year as columns from zero; labels stand on the columns while there is room for all, else an axis tells. */
export function yearColumns(columns: readonly YearColumn[], room: Room): Chart {
  const years = new Set(columns.map((column) => column.year)).size;
  const series = new Set(columns.map((column) => column.series)).size;
  const widest = Math.max(0, ...columns.map((column) => textWidth(column.label, FONT_SIZE)));
  const labelled = (widest + 6) * years * series <= (room.narrow ? LEAST_WIDTH : 2 * LEAST_WIDTH) * 0.8;
  const encoding = {
    x: { field: 'year', type: 'ordinal' as const, axis: { labelAngle: 0, ticks: false }, scale: { paddingInner: 0.25 } },
    xOffset: { field: 'series', scale: { domain: series > 1 ? ['first', 'second'] : [...columnSeries(columns)] } },
    y: {
      field: 'value',
      type: 'quantitative' as const,
      axis: labelled ? null : { formatType: 'wan', tickCount: 4, domain: false },
      scale: { zero: true },
    },
  };
  const color = { field: 'series', type: 'nominal' as const, scale: { domain: ['first', 'second'] }, legend: null };
  return {
    rows: columns.map((column) => ({
      year: String(column.year),
      series: column.series,
      value: position(column.amount),
      label: column.label,
      implied: column.implied,
      tooltip: column.tooltip,
      pick: column.pick,
    })),
    spec: {
      width: 'container',
      height: 220,
      data: { name: ROWS },
      encoding,
      layer: [
        {
          transform: [{ filter: '!datum.implied' }],
          mark: { type: 'bar', cursor: 'pointer' },
          encoding: { color, tooltip: { field: 'tooltip' } },
        },
        {
          transform: [{ filter: 'datum.implied' }],
          mark: { type: 'bar', style: 'implied', cursor: 'pointer' },
          encoding: { stroke: color, tooltip: { field: 'tooltip' } },
        },
        ...(labelled
          ? [
              {
                mark: { type: 'text' as const, style: 'label', baseline: 'bottom' as const, dy: -4, cursor: 'pointer' as const },
                encoding: { text: { field: 'label', type: 'nominal' as const } },
              },
            ]
          : []),
      ],
    },
  };
}

function columnSeries(columns: readonly YearColumn[]): Set<string> {
  return new Set(columns.map((column) => column.series));
}
