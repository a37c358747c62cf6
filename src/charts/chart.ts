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

type Setting = string | number | readonly (string | number)[];

/**
 * What a specification takes from its rows, as its `params`, which its expressions name. Those and the height can be set
 * in a drawing that stands; whatever else differs between two specifications makes a drawing anew.
 */
export function settings(values: Readonly<Record<string, Setting>>): { name: string; value: Setting }[] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}

/** A specification as two parts: `text` is the same for all that can be shown in one drawing, the others are set in it. */
export function settable(spec: LayeredSpec): {
  text: string;
  height: number | null;
  values: ReadonlyMap<string, unknown>;
} {
  const { height, params = [], ...rest } = spec;
  const values = new Map(params.map((param) => [String(param.name), 'value' in param ? param.value : undefined]));
  const names = [...values.keys()];
  const ownHeight = typeof height === 'number' ? 'set' : height;
  return {
    text: JSON.stringify({ ...rest, height: ownHeight, params: names }),
    height: typeof height === 'number' ? height : null,
    values,
  };
}

/** Least and greatest of these and 0, for the domain of a scale that shows amounts from 0. */
export function fromZero(values: readonly number[]): [number, number] {
  return [Math.min(0, ...values), Math.max(0, ...values)];
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
