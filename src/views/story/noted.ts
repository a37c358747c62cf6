import type { Chart } from '../../charts/chart.ts';
import type { StepNote } from '../../stories/story.ts';

const NUMBERS = ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩', '⑪', '⑫'];

/** The sign of a note, the same beside its point and before its text. */
export function noteSign(at: number): string {
  return NUMBERS[at] ?? `(${at + 1})`;
}

/** The chart with the sign of each note behind the texts of the points it is on. */
export function noted(chart: Chart, notes: readonly StepNote[]): Chart {
  if (notes.every(({ on }) => on.length === 0)) return chart;
  const signs = (pick: unknown): string =>
    notes
      .flatMap(({ on }, at) => (typeof pick === 'string' && covered(chart, on).includes(pick) ? [noteSign(at)] : []))
      .join('');
  return {
    ...chart,
    rows: chart.rows.map((row) => {
      const sign = typeof row.label === 'string' && row.label !== '' ? signs(row.pick) : '';
      return sign === '' ? row : { ...row, label: `${row.label} ${sign}` };
    }),
  };
}

/** Points of a note: one, or those from the first to the last of a range in the order of the chart. */
function covered(chart: Chart, on: readonly string[]): readonly string[] {
  const [first, last] = on;
  if (first === undefined || last === undefined) return on;
  const picks = pointsOf(chart).map(({ pick }) => pick);
  const ends = [picks.indexOf(first), picks.indexOf(last)].sort((a, b) => a - b);
  return ends[0]! < 0 ? on : picks.slice(ends[0], ends[1]! + 1);
}

/** The points of a chart that a note can be on, each with its text, once. */
export function pointsOf({ rows }: Chart): { pick: string; text: string }[] {
  const points = new Map<string, string>();
  for (const { pick, tooltip, label } of rows) {
    if (typeof pick !== 'string' || pick === '' || points.has(pick)) continue;
    points.set(pick, typeof tooltip === 'string' && tooltip !== '' ? tooltip : String(label ?? pick));
  }
  return [...points].map(([pick, text]) => ({ pick, text }));
}
