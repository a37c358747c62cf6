import { Exact } from '../money/decimal.ts';
import { ROWS, settings, type Chart, type Layer, type Mark, type Room } from './chart.ts';
import { bridgeNumbers } from './chart-numbers.ts';
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
export function bridge(start: BridgeEnd, all: readonly BridgePart[], end: BridgeEnd, room: Room): Chart {
  const parts = largestParts(all, room);
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
    numbers: bridgeNumbers(start, parts, end, REST),
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

/** Rows that the two ends and the rest take. */
const NOT_PARTS = 3;
const REST = 'rest of the parts';

/** The parts that weigh most where there is room for few, in the order given, and all others as one behind them. */
function largestParts(parts: readonly BridgePart[], { few }: Room): readonly BridgePart[] {
  if (few === undefined || parts.length <= few.rows - NOT_PARTS + 1) return parts;
  const size = ({ change }: BridgePart): Exact => new Exact(change).abs();
  const kept = new Set([...parts].sort((a, b) => size(b).comparedTo(size(a))).slice(0, few.rows - NOT_PARTS));
  const others = parts.filter((part) => !kept.has(part));
  const name = few.rest(others.length);
  // How long the bar is follows from where the others begin and end; what it amounts to is not said.
  const change = others.reduce((sum, part) => sum.plus(part.change), new Exact(0)).toFixed();
  return [
    ...parts.filter((part) => kept.has(part)),
    { name, change, attributed: true, label: '', tooltip: name, pick: REST },
  ];
}
