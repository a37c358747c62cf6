import type { Layer, Room } from './chart.ts';
import { FONT_SIZE } from './theme.ts';
import { textWidth } from './text-width.ts';

/** Widest a name beside its bar gets before it is cut, in px. */
const NAME_LIMIT = 250;
const GAP = 8;
const LEAST_PLOT = 40;

/** Height of a row in px: with the name above its bar a row needs two lines. */
export function rowStep(room: Room): number {
  return room.narrow ? 46 : 30;
}

/** Room in px that the longest of the labels takes behind its mark. */
export function labelRoom(labels: readonly string[]): number {
  return Math.ceil(Math.max(0, ...labels.map((label) => textWidth(label, FONT_SIZE)))) + GAP + 4;
}

/** Scale range that leaves the room of the labels, the setting of that name, free at the right edge. */
export function rangeBeside(room: string): [number, { expr: string }] {
  return [0, { expr: `max(width - ${room}, ${LEAST_PLOT})` }];
}

/** Scale domain between the two settings of those names. */
export function domainOf(least: string, greatest: string): [{ expr: string }, { expr: string }] {
  return [{ expr: least }, { expr: greatest }];
}

/** Rows in the order of their `order`, names beside them, or no axis where names stand above. */
export function rowAxis(room: Room) {
  return {
    field: 'name',
    type: 'nominal' as const,
    sort: { field: 'order', op: 'min' as const },
    scale: { paddingInner: 0, paddingOuter: 0 },
    axis: room.narrow ? null : { labelLimit: NAME_LIMIT },
    title: null,
  };
}

/** Names above the bars on narrow pages; nothing on wide ones. Drawn from the rows of kind "label". */
export function namesAbove(room: Room): Layer[] {
  if (!room.narrow) return [];
  return [
    {
      transform: [{ filter: "datum.kind === 'label'" }],
      mark: { type: 'text', style: 'name', align: 'left', baseline: 'bottom', dy: -10, limit: { expr: 'width' } },
      encoding: { text: { field: 'name', type: 'nominal' }, x: { value: 0 } },
    },
  ];
}
