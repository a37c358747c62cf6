import type { TopLevelSpec } from 'vega-lite';
import type { ChartNumbers } from './chart-numbers.ts';

/** Name under which a spec finds its rows, so that new rows can be put in without drawing everything anew. */
export const ROWS = 'rows';

/** One row of a chart. `pick` tells the page which figure a mark stands for. */
export type Mark = Readonly<Record<string, string | number | boolean | null>>;

export type LayeredSpec = Extract<TopLevelSpec, { layer: unknown }>;
export type Layer = LayeredSpec['layer'][number];

/** A chart: the specification without rows, colours or language, and the rows it draws. */
export interface Chart {
  readonly spec: LayeredSpec;
  readonly rows: readonly Mark[];
  /** The same without pixels, for programs that draw it again; left out where it is only ever drawn here. */
  readonly numbers?: ChartNumbers;
}

/** Room that a chart has. */
export interface Room {
  /** True on narrow pages: names go above the bars instead of beside them. */
  narrow: boolean;
  /** For a screen seen from far away: that many rows at most, the ones that matter. Left out: all. */
  few?: Few;
}

export interface Few {
  rows: number;
  /** What the parts that are drawn as one are called: how many they are. */
  rest: (count: number) => string;
}
