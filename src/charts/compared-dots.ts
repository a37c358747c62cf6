import { fromZero, ROWS, settings, type Chart, type Mark, type Room } from './chart.ts';
import { rowNumbers } from './chart-numbers.ts';
import { position } from './position.ts';
import { domainOf, labelRoom, namesAbove, rangeBeside, rowAxis, rowStep } from './row-layout.ts';

/** One body: its value exact, in one unit, and the text at the right that says it. */
export interface ComparedDot {
  name: string;
  value: string;
  label: string;
  tooltip: string;
  pick: string;
}

/** On narrow pages the line at 0 leaves out the names above the dots. */
const NARROW_LINE = 16;

/** Values of several bodies as dots on one scale, each with its way from 0, in the order given. */
export function comparedDots(all: readonly ComparedDot[], kind: 'actual' | 'initial_budget', room: Room): Chart {
  const dots = all.slice(0, room.few?.rows);
  const values = dots.map(({ value }) => position(value));
  const [least, most] = fromZero(values);
  const margin = (most - least || 1) * 0.04;
  const x = {
    field: 'value',
    type: 'quantitative' as const,
    axis: null,
    scale: { domain: domainOf('least', 'greatest'), range: rangeBeside('(labelRoom + 12)'), zero: false, nice: false },
  };
  const rows: Mark[] = dots.map(({ name, value, label, tooltip, pick }, order) => ({
    kind: 'label',
    name,
    order,
    value: position(value),
    label,
    tooltip,
    pick,
  }));
  return {
    rows,
    numbers: rowNumbers(
      'bars',
      null,
      dots.map(({ value, ...row }) => ({ ...row, exact: value })),
    ),
    spec: {
      width: 'container',
      autosize: { type: 'fit-x', contains: 'padding' },
      height: rowStep(room) * dots.length,
      params: settings({
        labelRoom: labelRoom(dots.map(({ label }) => label)),
        least: least - margin,
        greatest: most + margin,
      }),
      data: { name: ROWS },
      encoding: { y: rowAxis(room) },
      layer: [
        {
          mark: { type: 'tick', style: 'reference', thickness: 1, height: room.narrow ? NARROW_LINE : rowStep(room) },
          encoding: { x: { ...x, field: undefined, datum: 0 } },
        },
        { mark: { type: 'rule', style: 'stem' }, encoding: { x, x2: { datum: 0 } } },
        {
          mark: {
            type: 'point',
            filled: true,
            opacity: 1,
            cursor: 'pointer',
            size: 120,
            style: kind === 'actual' ? 'dot' : 'totalDot',
            shape: kind === 'actual' ? 'circle' : 'square',
          },
          encoding: { x, tooltip: { field: 'tooltip' } },
        },
        {
          mark: { type: 'text', style: 'label', align: 'left', baseline: 'middle', cursor: 'pointer' },
          encoding: {
            x: { value: { expr: 'max(width - labelRoom, 52)' } },
            text: { field: 'label', type: 'nominal' },
          },
        },
        ...namesAbove(room),
      ],
    },
  };
}
