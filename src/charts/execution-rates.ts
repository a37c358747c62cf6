import { ROWS, settings, type Chart, type Mark, type Room } from './chart.ts';
import { rowNumbers } from './chart-numbers.ts';
import { position } from './position.ts';
import { domainOf, labelRoom, namesAbove, rangeBeside, rowAxis, rowStep } from './row-layout.ts';

/** One subject. `rate` is exact, in percent; null where there is none, and then `label` says why. */
export interface ExecutionRate {
  name: string;
  rate: string | null;
  /** Text at the right: rate and amounts, or the reason why there is no rate. */
  label: string;
  total: boolean;
  tooltip: string;
  pick: string;
}

const WHOLE = 100;
/** On narrow pages the line at 100 % leaves out the names above the dots. */
const NARROW_LINE = 16;
/** Rates beyond this are drawn at the edge; their text says the true one. */
export const LAST_RATE = 200;

/** Rates of execution as dots on a scale with a line at 100 %; subjects without a rate keep their row and say why. */
export function executionRates(all: readonly ExecutionRate[], room: Room): Chart {
  const rates = furthestOff(all, room);
  const drawn = rates.flatMap(({ rate }) => (rate === null ? [] : [clamp(position(rate))]));
  const least = Math.min(80, ...drawn.map((rate) => rate - 5));
  const greatest = Math.max(120, ...drawn.map((rate) => rate + 5));
  const rows: Mark[] = rates.map(({ name, rate, label, total, tooltip, pick }, order) => ({
    kind: 'label',
    name,
    order,
    label,
    total,
    tooltip,
    pick,
    known: rate !== null,
    beyond: rate !== null && clamp(position(rate)) !== position(rate),
    value: rate === null ? null : clamp(position(rate)),
  }));
  const x = {
    field: 'value',
    type: 'quantitative' as const,
    scale: { domain: domainOf('least', 'greatest'), range: rangeBeside('labelRoom'), zero: false, nice: false },
    axis: {
      orient: 'top' as const,
      formatType: 'percent',
      tickCount: room.narrow ? 2 : 4,
      domain: false,
      ticks: false,
      grid: false,
      offset: room.narrow ? 8 : 0,
    },
  };
  const text = { field: 'label', type: 'nominal' as const };
  const dot = { type: 'point', filled: true, opacity: 1, cursor: 'pointer' } as const;
  const known = 'datum.known';
  return {
    rows,
    numbers: rowNumbers(
      'from 100',
      'percent',
      rates.map(({ rate, ...row }) => ({ ...row, exact: rate })),
    ),
    spec: {
      width: 'container',
      autosize: { type: 'fit-x', contains: 'padding' },
      height: rowStep(room) * rates.length,
      params: settings({
        labelRoom: labelRoom(rates.filter(({ rate }) => rate !== null).map(({ label }) => label)),
        least,
        greatest,
      }),
      data: { name: ROWS },
      encoding: { y: rowAxis(room) },
      layer: [
        // The line at 100 % row by row, so that it does not run through the words of rows without a rate.
        {
          transform: [{ filter: known }],
          mark: { type: 'tick', style: 'reference', thickness: 1, height: room.narrow ? NARROW_LINE : rowStep(room) },
          encoding: { x: { ...x, field: undefined, datum: WHOLE } },
        },
        {
          transform: [{ filter: known }],
          mark: { type: 'rule', style: 'stem' },
          encoding: { x, x2: { datum: WHOLE } },
        },
        {
          transform: [{ filter: `${known} && !datum.total` }],
          mark: { ...dot, style: 'dot', size: 110, shape: 'circle' },
          encoding: { x, tooltip: { field: 'tooltip' } },
        },
        {
          transform: [{ filter: `${known} && datum.total` }],
          mark: { ...dot, style: 'totalDot', size: 150, shape: 'diamond' },
          encoding: { x, tooltip: { field: 'tooltip' } },
        },
        {
          transform: [{ filter: known }],
          mark: { type: 'text', style: 'label', align: 'left', baseline: 'middle', dx: 12, cursor: 'pointer' },
          encoding: { x: { value: { expr: 'max(width - labelRoom, 40)' } }, text },
        },
        {
          transform: [{ filter: `!${known}` }],
          mark: { type: 'text', style: 'remark', align: 'left', baseline: 'middle', dx: 4, cursor: 'pointer' },
          encoding: { x: { value: 0 }, text },
        },
        ...namesAbove(room),
      ],
    },
  };
}

/** The total and those furthest off 100 % where there is room for few, in the order given. */
function furthestOff(rates: readonly ExecutionRate[], { few }: Room): readonly ExecutionRate[] {
  if (few === undefined || rates.length <= few.rows) return rates;
  const distance = ({ rate, total }: ExecutionRate): number =>
    total ? Infinity : rate === null ? -1 : Math.abs(position(rate) - WHOLE);
  const kept = new Set([...rates].sort((a, b) => distance(b) - distance(a)).slice(0, few.rows));
  return rates.filter((rate) => kept.has(rate));
}

function clamp(rate: number): number {
  return Math.min(LAST_RATE, Math.max(0, rate));
}
