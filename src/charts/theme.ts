import type { Config } from 'vega-lite';
import { NUMBER_LOCALE } from './locale.ts';

export type Mode = 'light' | 'dark';

/** Colours of marks and text; the stylesheet uses the same ones (a test compares them). Not a judgement: no red, no green. */
export const PALETTE: Record<
  Mode,
  Record<'ink' | 'muted' | 'rule' | 'paper' | 'first' | 'second' | 'accent', string>
> = {
  light: {
    ink: '#1b1d22',
    muted: '#5a5f69',
    rule: '#d9d6cd',
    paper: '#fbfaf6',
    first: '#1f4e79',
    second: '#8fb1cf',
    accent: '#a3590a',
  },
  dark: {
    ink: '#eceae4',
    muted: '#a9adb6',
    rule: '#3a3e46',
    paper: '#15171b',
    first: '#8fbce6',
    second: '#40658a',
    accent: '#e5a85a',
  },
};

/** Colours of series that a reader names, most distant first; none means good or bad. */
export const SERIES: Record<Mode, readonly string[]> = {
  light: ['#1f4e79', '#a3590a', '#7d5aa8', '#2f7f86', '#6b8fb5', '#8c6d1f', '#b0568a', '#5a5f69'],
  dark: ['#8fbce6', '#e5a85a', '#b79be0', '#63b7bd', '#5b86b3', '#d3bd62', '#e08fc0', '#a9adb6'],
};

/** System fonts that hold Chinese, as in the stylesheet. */
export const FONT =
  "'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', system-ui, sans-serif";
/** For titles, likewise. */
export const TITLE_FONT = "'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', 'STSong', 'SimSun', serif";
export const FONT_SIZE = 13;

/** One theme for all charts. Hollow marks show the paper: the colour that the chart stands on. */
export function chartConfig(mode: Mode, paper = PALETTE[mode].paper): Config {
  const color = PALETTE[mode];
  return {
    background: 'transparent',
    // Descriptions are ours, in the language of the page; Vega's are English.
    aria: false,
    font: FONT,
    padding: { left: 0, right: 4, top: 4, bottom: 4 },
    customFormatTypes: true,
    locale: { number: { ...NUMBER_LOCALE, grouping: [3], currency: ['', ' 元'] } },
    view: { stroke: null },
    axis: {
      labelColor: color.muted,
      labelFont: FONT,
      labelFontSize: 12,
      domainColor: color.rule,
      tickColor: color.rule,
      gridColor: color.rule,
      title: null,
    },
    axisY: { labelColor: color.ink, labelFontSize: FONT_SIZE, domain: false, ticks: false, labelPadding: 8 },
    // Ordinal: the two parts of one bar, as the page's key shows them.
    range: { category: [...SERIES[mode]], ordinal: [color.first, color.second] },
    line: { stroke: color.first },
    point: { filled: true, size: 50 },
    legend: { labelColor: color.ink, labelFont: FONT, labelFontSize: 12, labelLimit: 220, symbolType: 'square' },
    text: { font: FONT, fontSize: FONT_SIZE, color: color.ink },
    style: {
      first: { color: color.first },
      whole: { color: color.second },
      part: { color: color.first },
      implied: { color: paper, stroke: color.first, strokeWidth: 1.5, strokeDash: [4, 3] },
      budget: { color: color.accent },
      hollow: { color: paper },
      contested: { color: color.accent, fontSize: 15 },
      reference: { color: color.muted, strokeWidth: 1 },
      stem: { color: color.muted, strokeWidth: 1.5 },
      dot: { color: color.first },
      totalDot: { color: color.accent },
      label: { color: color.ink },
      inside: { color: paper },
      name: { color: color.ink },
      remark: { color: color.muted },
    },
  };
}
