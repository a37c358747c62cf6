import type { LayeredSpec, Room } from '../../charts/chart.ts';
import type { Texts } from '../../language/texts.ts';
import { LEAST_SCALE } from '../../charts/stage-theme.ts';

/** Lines of the stage, whatever the screen has, and its width at 4 : 3; a wider screen gives more width. */
const LINES = 1080;
const LEAST_WIDTH = 1440;
/** A few rows are not blown up to posters, nor drawn far from each other. */
const MOST_SCALE = 2.9;
const MOST_SPREAD = 1.7;
/** What stands above and below the plot, in px of the chart: an axis; of columns the text on the highest too. */
const BESIDE = { rows: 42, columns: 50 };

/** Stage in its own units, and how many px of the screen one of them is. */
export interface StageSize {
  width: number;
  height: number;
  px: number;
}

/** The stage for a screen of that many px: all of it, from 4 : 3 to any width. */
export function stageSize(width: number, height: number): StageSize {
  const px = Math.max(0.01, Math.min(height / LINES, width / LEAST_WIDTH));
  return { width: width / px, height: height / px, px };
}

export interface ChartSize {
  /** Px of the chart in which it is drawn. */
  width: number;
  /** Of the plot. */
  plot: number;
  /** Units of the stage for one px of the chart. */
  scale: number;
}

/** How a chart is drawn to fill the room it has on the stage, with type that is large enough. */
export function chartSize(spec: LayeredSpec, room: { width: number; height: number }): ChartSize {
  const drawn = typeof spec.height === 'number' ? spec.height : room.height / LEAST_SCALE;
  const rows = inRows(spec);
  const beside = rows ? BESIDE.rows : BESIDE.columns;
  const scale = Math.min(MOST_SCALE, Math.max(LEAST_SCALE, room.height / (drawn + beside)));
  const most = Math.max(40, Math.floor(room.height / scale) - beside);
  return {
    width: Math.floor(room.width / scale),
    plot: rows ? Math.min(most, Math.ceil(drawn * MOST_SPREAD)) : most,
    scale,
  };
}

/** True where the rows of a chart stand under each other with their names. */
export function inRows({ encoding }: LayeredSpec): boolean {
  const y = (encoding as { y?: { type?: string } } | undefined)?.y;
  return y?.type === 'nominal';
}

/** Rows that fit under each other in large type. */
const ROWS = 7;

/** Room of the charts of a slide. */
export function roomOf({ story }: Texts): Room {
  return { narrow: false, few: { rows: ROWS, rest: story.rest } };
}
