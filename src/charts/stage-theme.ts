import type { Config } from 'vega-lite';
import { chartConfig, FONT_SIZE, type Mode } from './theme.ts';

/**
 * Colours for a projector and the last row: text on the paper at 7 : 1 or more, marks at 3 : 1 or more. The stylesheet of
 * the stage uses the same ones (a test compares them).
 */
export const STAGE_PALETTE: Record<
  Mode,
  Record<'ink' | 'muted' | 'rule' | 'paper' | 'first' | 'second' | 'accent', string>
> = {
  light: {
    ink: '#14161a',
    muted: '#3f444d',
    rule: '#c4c8cf',
    paper: '#ffffff',
    first: '#173f66',
    second: '#5583ad',
    accent: '#7c4205',
  },
  dark: {
    ink: '#f4f2ec',
    muted: '#c6cad2',
    rule: '#4a4f59',
    paper: '#0f1114',
    first: '#9cc7ef',
    second: '#537ea8',
    accent: '#f0b866',
  },
};

/** Least size of type on a screen of 1080 lines, in px. */
export const STAGE_TYPE = 28;
/** How much a chart is at least blown up, so that its type has that size. */
export const LEAST_SCALE = STAGE_TYPE / FONT_SIZE;

/** The theme of charts on the full screen: all its type has one size. */
export function stageConfig(mode: Mode): Config {
  const base = chartConfig(mode);
  const color = STAGE_PALETTE[mode];
  return {
    ...base,
    axis: {
      ...base.axis,
      labelColor: color.muted,
      labelFontSize: FONT_SIZE,
      domainColor: color.rule,
      tickColor: color.rule,
      gridColor: color.rule,
      labelOverlap: 'greedy',
      labelSeparation: 8,
    },
    axisX: { labelColor: color.ink },
    axisY: { ...base.axisY, labelColor: color.ink },
    range: { ...base.range, ordinal: [color.first, color.second] },
    tick: { opacity: 1 },
    line: { stroke: color.first, strokeWidth: 3 },
    legend: { ...base.legend, labelColor: color.ink, labelFontSize: FONT_SIZE },
    text: { ...base.text, color: color.ink },
    style: {
      ...base.style,
      first: { color: color.first },
      whole: { color: color.second },
      part: { color: color.first },
      implied: { color: color.paper, stroke: color.first, strokeWidth: 1.5, strokeDash: [4, 3] },
      budget: { color: color.accent },
      hollow: { color: color.paper },
      contested: { color: color.accent, fontSize: 15 },
      reference: { color: color.muted, strokeWidth: 1 },
      stem: { color: color.muted, strokeWidth: 1.5 },
      dot: { color: color.first },
      totalDot: { color: color.accent },
      label: { color: color.ink },
      inside: { color: color.paper },
      name: { color: color.ink },
      remark: { color: color.muted },
    },
  };
}
