import { fromZero, ROWS, settings, type Chart, type Layer, type Room } from './chart.ts';
import { columnNumbers } from './chart-numbers.ts';
import { position } from './position.ts';
import { domainOf } from './row-layout.ts';
import { FONT_SIZE } from './theme.ts';
import { textWidth } from './text-width.ts';

/** One column. Amount exact, in one unit. */
export interface YearColumn {
  year: number;
  /** The whole stands wide behind, its part narrow before it. */
  series: 'whole' | 'part';
  amount: string;
  label: string;
  /** Known only through a later document: drawn hollow and dashed. */
  implied: boolean;
  tooltip: string;
  pick: string;
}

const HEIGHT = 220;
/** Share of a year's place that a column takes. */
const BAND = { whole: 0.86, part: 0.56 };
/** Widths in px that a chart is surely given, on narrow pages and on others. */
const SURE_WIDTH = { narrow: 320, wide: 420, few: 560 };

type Drawn = Omit<YearColumn, 'year' | 'amount'> & {
  year: string;
  value: number;
  /** Where the text stands. */
  place: 'above' | 'inside' | 'in hollow';
};

/**
 * A whole and its part by year as columns from zero. Their texts stand on the columns while there is room for all of
 * them, else an axis tells.
 */
export function yearColumns(columns: readonly YearColumn[], room: Room): Chart {
  const years = new Set(columns.map((column) => column.year)).size;
  const widest = Math.max(0, ...columns.map((column) => textWidth(column.label, FONT_SIZE)));
  const width = SURE_WIDTH[room.few !== undefined ? 'few' : room.narrow ? 'narrow' : 'wide'];
  const labelled = widest + 4 <= (width / Math.max(1, years)) * 0.8 * BAND.part;
  const [least, highest] = fromZero(columns.map((column) => position(column.amount)));
  const rows = columns.map(({ year, series, amount, label, implied, tooltip, pick }): Drawn => {
    const value = position(amount);
    // A part that is high enough carries its text inside, below the text of its whole.
    const inside = series === 'part' && value > highest * 0.15;
    const place = !inside ? 'above' : implied ? 'in hollow' : 'inside';
    return { year: String(year), series, value, label, implied, place, tooltip, pick };
  });
  const bars = (['whole', 'part'] as const).flatMap((series) =>
    [false, true].map((implied): Layer => ({
      transform: [{ filter: `datum.series === '${series}' && datum.implied === ${implied}` }],
      mark: { type: 'bar', style: implied ? 'implied' : series, width: { band: BAND[series] }, cursor: 'pointer' },
      encoding: { tooltip: { field: 'tooltip' } },
    })),
  );
  const texts = (['above', 'inside', 'in hollow'] as const).map((place): Layer => ({
    transform: [{ filter: `datum.place === '${place}'` }],
    mark: {
      type: 'text',
      style: place === 'inside' ? 'inside' : 'label',
      ...(place === 'above' ? { baseline: 'bottom', dy: -4 } : { baseline: 'top', dy: 6 }),
      cursor: 'pointer',
    },
    encoding: { text: { field: 'label', type: 'nominal' } },
  }));
  return {
    rows,
    numbers: columnNumbers(columns),
    spec: {
      width: 'container',
      autosize: { type: 'fit-x', contains: 'padding' },
      height: HEIGHT,
      params: settings({ least, greatest: highest }),
      data: { name: ROWS },
      encoding: {
        x: {
          field: 'year',
          type: 'ordinal',
          axis: { labelAngle: 0, ticks: false, labelPadding: 6 },
          scale: { padding: 0.2 },
        },
        y: {
          field: 'value',
          type: 'quantitative',
          axis: labelled ? null : { formatType: 'wan', tickCount: 4, domain: false },
          scale: { domain: domainOf('least', 'greatest'), zero: true, nice: true },
          stack: null,
        },
      },
      layer: [...bars, ...(labelled ? texts : [])],
    },
  };
}
