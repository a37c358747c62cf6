import { fromZero, ROWS, settings, type Chart, type Mark, type Room } from './chart.ts';
import { position } from './position.ts';
import { labelRoom } from './row-layout.ts';

/** One body from last year to this year, amounts exact, in one unit. */
export interface ComparedSlope {
  name: string;
  prior: string;
  now: string;
  /** Last year's amount is not published, but follows from others. */
  implied: boolean;
  priorLabel: string;
  /** Amount and name. */
  nowLabel: string;
  tooltip: string;
  pick: string;
}

const LINE = 20;
const LEAST_HEIGHT = 200;
/** Widest a text beside the lines gets before it is cut, in px. */
const WIDEST = { wide: 330, narrow: 190 };

/** Amounts of last year and this year joined by a line for each body; texts give way to each other. */
export function comparedSlopes(
  slopes: readonly ComparedSlope[],
  heads: readonly [string, string],
  kind: 'actual' | 'initial_budget',
  room: Room,
): Chart {
  const height = Math.max(LEAST_HEIGHT, LINE * (slopes.length + 1));
  const values = slopes.flatMap(({ prior, now }) => [position(prior), position(now)]);
  const [least, most] = fromZero(values);
  const pixel = (value: number): number => height - ((value - least) / (most - least || 1)) * height;
  const zero = pixel(0);
  const priorText = apart(
    slopes.map(({ prior }) => pixel(position(prior))),
    height,
  );
  const nowText = apart(
    slopes.map(({ now }) => pixel(position(now))),
    height,
  );
  // Left out where the amount of a body stands there.
  const zeroText = priorText.every((place) => Math.abs(place - zero) >= LINE) ? '0' : '';
  const widest = room.narrow ? WIDEST.narrow : WIDEST.wide;
  const left = Math.min(widest, labelRoom(slopes.map(({ priorLabel }) => priorLabel)));
  const right = Math.min(widest, labelRoom(slopes.map(({ nowLabel }) => nowLabel)));
  const rows = slopes.flatMap((slope, index): Mark[] => {
    const { name, prior, now, implied, priorLabel, nowLabel, tooltip, pick } = slope;
    const common = { name, tooltip, pick };
    return [
      { ...common, side: 'prior', y: pixel(position(prior)), text: priorLabel, text_y: priorText[index]!, implied },
      { ...common, side: 'now', y: pixel(position(now)), text: nowLabel, text_y: nowText[index]!, implied: false },
    ];
  });
  const x = {
    field: 'side',
    type: 'ordinal' as const,
    sort: ['prior', 'now'],
    scale: { type: 'point' as const, padding: 0, range: [{ expr: 'left' }, { expr: 'max(width - right, left + 30)' }] },
    axis: null,
  };
  const y = { field: 'y', type: 'quantitative' as const, scale: null, axis: null };
  const words = { type: 'text', baseline: 'middle', cursor: 'pointer', limit: widest } as const;
  const text = { field: 'text', type: 'nominal' as const };
  return {
    rows,
    spec: {
      width: 'container',
      autosize: { type: 'fit-x', contains: 'padding' },
      height,
      padding: { left: 0, right: 4, top: 30, bottom: 8 },
      params: settings({ left, right, priorHead: heads[0], nowHead: heads[1] }),
      data: { name: ROWS },
      encoding: { x },
      layer: [
        // Where nothing would be: without it the room under the lines says nothing.
        {
          transform: [{ aggregate: [], groupby: ['side'] }],
          mark: { type: 'line', style: 'reference', strokeWidth: 1 },
          encoding: { y: { value: zero } },
        },
        {
          transform: [{ filter: "datum.side === 'prior'" }, { aggregate: [], groupby: ['side'] }],
          mark: { type: 'text', style: 'remark', align: 'right', baseline: 'middle', dx: -9 },
          encoding: { y: { value: zero }, text: { value: zeroText } },
        },
        {
          mark: { type: 'line', style: 'slope', cursor: 'pointer', strokeWidth: 2 },
          encoding: { y, detail: { field: 'name' } },
        },
        {
          transform: [{ filter: '!datum.implied' }],
          mark: {
            type: 'point',
            filled: true,
            opacity: 1,
            size: 70,
            style: kind === 'actual' ? 'dot' : 'totalDot',
            cursor: 'pointer',
          },
          encoding: { y, tooltip: { field: 'tooltip' } },
        },
        {
          transform: [{ filter: 'datum.implied' }],
          mark: { type: 'point', filled: true, opacity: 1, size: 70, style: 'implied', cursor: 'pointer' },
          encoding: { y, tooltip: { field: 'tooltip' } },
        },
        {
          transform: [{ filter: "datum.side === 'prior'" }],
          mark: { ...words, style: 'remark', align: 'right', dx: -9 },
          encoding: { y: { ...y, field: 'text_y' }, text },
        },
        {
          transform: [{ filter: "datum.side === 'now'" }],
          mark: { ...words, style: 'label', align: 'left', dx: 9 },
          encoding: { y: { ...y, field: 'text_y' }, text },
        },
        ...['priorHead', 'nowHead'].map((head, index) => ({
          transform: [{ filter: `datum.side === '${['prior', 'now'][index]}'` }, { aggregate: [], groupby: ['side'] }],
          mark: {
            type: 'text' as const,
            style: 'remark',
            align: (['right', 'left'] as const)[index]!,
            dx: [-9, 9][index]!,
          },
          encoding: { y: { value: -20 }, text: { value: { expr: head } } },
        })),
      ],
    },
  };
}

/** Places near those given, a line apart from each other, in the same order and inside the height. */
export function apart(wanted: readonly number[], height: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = [...wanted];
  let floor = -Infinity;
  for (const index of order) floor = placed[index] = Math.max(placed[index]!, floor + LINE);
  let ceiling = Infinity;
  for (const index of [...order].reverse())
    ceiling = placed[index] = Math.min(placed[index]!, Math.min(height, ceiling - LINE));
  return placed;
}
