import { fromZero, ROWS, settings, type Chart, type Mark, type Room } from './chart.ts';
import { partNumbers } from './chart-numbers.ts';
import { position } from './position.ts';
import { domainOf, labelRoom, namesAbove, rangeBeside, rowAxis, rowStep } from './row-layout.ts';

/** One bar: what it is called, its length, and the text at its end. Amounts exact, in one unit. */
export interface ShareBar {
  name: string;
  amount: string;
  /** Two parts that make up the amount, where they are published; else the bar is drawn as one. */
  parts: { first: string; second: string } | null;
  /** Last year's amount, drawn as a line; left out or null where it is not known or not to be drawn. */
  prior?: string | null;
  label: string;
  tooltip: string;
  pick: string;
}

/** Amounts from most to least as horizontal bars with their text at the end; parts in two tones. */
export function shareBars(all: readonly ShareBar[], room: Room): Chart {
  const bars = all.slice(0, room.few?.rows);
  const rows = bars.flatMap((bar, order): Mark[] => {
    const common = { name: bar.name, order, tooltip: bar.tooltip, pick: bar.pick };
    const parts = bar.parts ?? { first: bar.amount, second: '0' };
    return [
      { ...common, kind: 'part', part: 'first', part_order: 0, value: position(parts.first) },
      { ...common, kind: 'part', part: 'second', part_order: 1, value: position(parts.second) },
      {
        ...common,
        kind: 'label',
        value: Math.max(0, position(bar.amount), position(bar.prior ?? '0')),
        label: bar.label,
      },
      ...(typeof bar.prior === 'string' ? [{ ...common, kind: 'prior', value: position(bar.prior) }] : []),
    ];
  });
  // The parts of a bar stand on each other, those below 0 on the other side.
  const reaches = bars.flatMap(({ amount, parts, prior }) => {
    const stacked = parts === null ? [position(amount)] : [position(parts.first), position(parts.second)];
    const above = stacked.filter((value) => value > 0).reduce((sum, value) => sum + value, 0);
    const below = stacked.filter((value) => value < 0).reduce((sum, value) => sum + value, 0);
    return [above, below, position(amount), position(prior ?? '0')];
  });
  const [least, greatest] = fromZero(reaches);
  const x = {
    field: 'value',
    type: 'quantitative',
    axis: null,
    scale: { domain: domainOf('least', 'greatest'), range: rangeBeside('labelRoom'), zero: true, nice: false },
  } as const;
  return {
    rows,
    numbers: partNumbers(bars),
    spec: {
      width: 'container',
      autosize: { type: 'fit-x', contains: 'padding' },
      height: rowStep(room) * bars.length,
      params: settings({ labelRoom: labelRoom(bars.map(({ label }) => label)), least, greatest }),
      data: { name: ROWS },
      encoding: { y: rowAxis(room) },
      layer: [
        {
          transform: [{ filter: "datum.kind === 'part'" }],
          mark: { type: 'bar', height: room.narrow ? 14 : 18, cursor: 'pointer' },
          encoding: {
            x: { ...x, stack: 'zero' },
            order: { field: 'part_order' },
            color: {
              field: 'part',
              type: 'nominal',
              scale: { domain: ['first', 'second'], range: 'ordinal' },
              legend: null,
            },
            tooltip: { field: 'tooltip' },
          },
        },
        {
          transform: [{ filter: "datum.kind === 'prior'" }],
          mark: { type: 'tick', style: 'budget', thickness: 3, size: room.narrow ? 18 : 22, opacity: 1 },
          encoding: { x, tooltip: { field: 'tooltip' } },
        },
        {
          transform: [{ filter: "datum.kind === 'label'" }],
          mark: { type: 'text', style: 'label', align: 'left', baseline: 'middle', dx: 8, cursor: 'pointer' },
          encoding: { x, text: { field: 'label', type: 'nominal' } },
        },
        ...namesAbove(room),
      ],
    },
  };
}
