import { Exact } from '../money/decimal.ts';
import { ROWS, settings, type Chart, type Layer, type Mark, type Room } from './chart.ts';
import { position } from './position.ts';
import { domainOf, labelRoom, namesAbove, rangeBeside, rowAxis, rowStep } from './row-layout.ts';

interface BridgeText {
  name: string;
  label: string;
  tooltip: string;
  pick: string;
}

/** A part of the change. Exact, in one unit, with its sign. */
export interface BridgePart extends BridgeText {
  change: string;
  /** False for what cannot be attributed: drawn hollow and dashed. */
  attributed: boolean;
}

/** An amount that the bridge starts from or arrives at. Exact, in the same unit. */
export interface BridgeEnd extends BridgeText {
  amount: string;
}

const HEIGHT = { narrow: 14, wide: 18 };
const STYLES = { up: 'first', down: 'whole', unattributed: 'implied' } as const;

/**
 * From one amount to another by the parts of the change, each beginning where the one before it ended. The ends are
 * lines and not bars: the scale begins where the lowest of them stands, and a bar would be read as an amount from zero.
 */
export function bridge(start: BridgeEnd, parts: readonly BridgePart[], end: BridgeEnd, room: Room): Chart {
  const rows: Mark[] = [];
  const add = (text: BridgeText, order: number, right: number, marks: Mark): void => {
    const common = { name: text.name, order, tooltip: text.tooltip, pick: text.pick };
    rows.push({ ...common, ...marks }, { ...common, kind: 'label', to: right, label: text.label });
  };
  add(start, 0, position(start.amount), { kind: 'end', to: position(start.amount) });
  let reached = new Exact(start.amount);
  parts.forEach((part, index) => {
    const from = position(reached.toFixed());
    reached = reached.plus(part.change);
    const to = position(reached.toFixed());
    const style = !part.attributed ? 'unattributed' : part.change.startsWith('-') ? 'down' : 'up';
    add(part, index + 1, Math.max(from, to), { kind: 'part', style, from, to });
  });
  add(end, parts.length + 1, position(end.amount), { kind: 'end', to: position(end.amount) });

  const reaches = rows.flatMap(({ from, to }) => [from, to].filter((value) => typeof value === 'number'));
  const step = rowStep(room);
  const size = room.narrow ? HEIGHT.narrow : HEIGHT.wide;
  const x = {
    field: 'to',
    type: 'quantitative',
    axis: null,
    scale: { domain: domainOf('least', 'greatest'), range: rangeBeside('labelRoom'), zero: false, nice: false },
  } as const;
  const joints = (['from', 'to'] as const).map((field): Layer => ({
    transform: [{ filter: "datum.kind === 'part'" }],
    mark: { type: 'tick', style: 'reference', thickness: 1, size: room.narrow ? size + 6 : step },
    encoding: { x: { ...x, field } },
  }));
  return {
    rows,
    spec: {
      width: 'container',
      autosize: { type: 'fit-x', contains: 'padding' },
      height: step * (parts.length + 2),
      params: settings({
        labelRoom: labelRoom([start, ...parts, end].map(({ label }) => label)),
        least: Math.min(...reaches),
        greatest: Math.max(...reaches),
      }),
      data: { name: ROWS },
      encoding: { y: rowAxis(room) },
      layer: [
        ...joints,
        ...(['up', 'down', 'unattributed'] as const).map((style): Layer => ({
          transform: [{ filter: `datum.style === '${style}'` }],
          mark: { type: 'bar', style: STYLES[style], height: size, cursor: 'pointer' },
          encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' }, tooltip: { field: 'tooltip' } },
        })),
        {
          transform: [{ filter: "datum.kind === 'end'" }],
          mark: { type: 'tick', style: 'budget', thickness: 3, size: size + 4, opacity: 1, cursor: 'pointer' },
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
