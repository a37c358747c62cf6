import type { KeyItem } from '../charts/picture-key.ts';
import { PALETTE, SERIES } from '../charts/theme.ts';
import type { Chart } from '../charts/chart.ts';
import type { ChartNumber, ChartNumbers, NumberSeries } from '../charts/chart-numbers.ts';
import { Exact } from '../money/decimal.ts';
import type { Voice } from '../language/voice.ts';
import { bridgeSeries, drawsBridge } from './native-bridge.ts';
import { Reading } from './native-reading.ts';
import { codeOf, suffixed } from './number-format.ts';

/** A number of a native chart, as spreadsheets keep numbers. */
export interface NativeValue {
  number: number;
  /** The same, exact, in the unit of the slide. */
  exact: string;
  /** Format of its text. */
  code: string;
  hollow: boolean;
  /** Its text stands beside it. */
  labelled: boolean;
  /** Other than those of its series. */
  color?: string;
  place?: 'above' | 'below';
}

export interface NativeSeries {
  name: string;
  color: string;
  /** A bar or line; a stroke, which says only where; nothing but the place of others and of texts. */
  drawn: 'mark' | 'stroke' | 'nothing';
  /** Its numbers are published ones and no means of drawing. */
  told: boolean;
  dashed: boolean;
  /** Where its texts stand. */
  labels: 'beyond' | 'from its start' | 'above' | 'below' | null;
  values: readonly (NativeValue | null)[];
}

/** A chart as office programs draw it: categories, and series of numbers behind which a sheet stands. */
export interface NativeChart {
  kind: 'columns' | 'bars' | 'lines';
  stacked: boolean;
  categories: readonly string[];
  series: readonly NativeSeries[];
  /** Null: the program chooses. `from` is where bars begin. */
  axis: { min: number | null; max: number | null; from: number | null; shown: boolean; code: string };
}

/** What of a slide its charts need. */
export interface NativeContext {
  voice: Voice;
  /** Name of the unit of the amounts on the slide. */
  unit: string | null;
  key: readonly KeyItem[];
}

/** Beyond this the text says how much it is. */
const LAST_RATE = 200;
const WHOLE = 100;
/** More texts than this lie on each other. */
const MOST_LABELS = 8;
const COLOR = PALETTE.light;
/** Digits that a spreadsheet keeps. */
const DIGITS_KEPT = 15;

/** The chart as native series; null where office programs have no form for it. */
export function nativeChart(chart: Chart, context: NativeContext): NativeChart | null {
  const { numbers } = chart;
  if (numbers === undefined || numbers.series.length === 0) return null;
  const reading = new Reading(chart, numbers, context);
  switch (numbers.shape) {
    case 'bridge':
      return drawsBridge(numbers) ? bridge(numbers, reading, context) : null;
    case 'from 100':
      return from100(numbers, reading, context);
    case 'parts':
      return parts(numbers, reading, context);
    case 'lines':
      return lines(numbers, reading, context);
    case 'columns':
    case 'bars':
      return beside(numbers, reading, context);
  }
}

/** Numbers that a spreadsheet cannot keep whole, each with what it is of. */
export function longNumbers({ categories, series }: NativeChart): { of: string; exact: string }[] {
  return series.flatMap(({ name, told, values }) =>
    !told
      ? []
      : values.flatMap((value, at) =>
          value !== null && digitsOf(value.exact) > DIGITS_KEPT
            ? [{ of: `${firstLine(categories[at]!)} ${name}`, exact: value.exact }]
            : [],
        ),
  );
}

export function firstLine(category: string): string {
  return category.split('\n')[0]!;
}

function beside(numbers: ChartNumbers, reading: Reading, context: NativeContext): NativeChart {
  const { usual } = reading;
  return {
    kind: numbers.shape === 'columns' ? 'columns' : 'bars',
    stacked: false,
    categories: categoriesOf(numbers, reading, context),
    series: numbers.series.map((series) => ({
      name: nameOf(series, reading, context),
      color: COLOR[series.role === 'second' ? 'second' : series.role === 'budget' ? 'accent' : 'first'],
      drawn: 'mark',
      told: true,
      dashed: false,
      labels: 'beyond',
      values: series.values.map((value) => value && reading.value(value, usual)),
    })),
    axis: { ...fromZero(numbers, reading), from: null, shown: false, code: usual },
  };
}

function from100(numbers: ChartNumbers, reading: Reading, context: NativeContext): NativeChart {
  const chart = beside(numbers, reading, context);
  const values = numbers.series[0]!.values;
  const drawn = values.flatMap((value) =>
    value === null ? [] : Math.min(LAST_RATE, Math.max(0, Number(value.exact))),
  );
  const [least, most] = [Math.min(WHOLE, ...drawn), Math.max(WHOLE, ...drawn)];
  const margin = Math.max(5, (most - least) * 0.25);
  return {
    ...chart,
    series: chart.series.map((series) => ({
      ...series,
      values: series.values.map((value, at) =>
        value !== null && values[at]?.total === true ? { ...value, color: COLOR.accent } : value,
      ),
    })),
    axis: { ...chart.axis, min: Math.floor(least - margin), max: Math.ceil(most + margin), from: WHOLE },
  };
}

/** Parts on each other, and where they end the sum in words, as a bar that is not drawn. */
function parts(numbers: ChartNumbers, reading: Reading, context: NativeContext): NativeChart {
  const { usual } = reading;
  const prior = numbers.series.find(({ role }) => role === 'budget');
  const drawn = numbers.series.filter((series) => series !== prior);
  const stacked = drawn.some(({ role }) => role === 'sum');
  const sums = drawn.at(-1)!.values.flatMap((value) => (value === null ? [] : Number(reading.exact(value))));
  const most = Math.max(0, ...sums);
  const least = Math.min(0, ...sums);
  const categories = categoriesOf(numbers, reading, context).map((category, at) => {
    const before = prior?.values[at];
    if (prior === undefined || !before) return category;
    // The stroke that tells it on the screen has no place on a stacked bar.
    const text = `${nameOf(prior, reading, context)} ${context.voice.numbers.amount(before.exact)}`;
    return category.includes('\n') ? `${category} · ${text}` : `${category}\n${text}`;
  });
  return {
    kind: 'bars',
    stacked,
    categories,
    series: drawn.map((series) => ({
      name: series.role === 'sum' ? context.voice.texts.handout.sum : nameOf(series, reading, context),
      color: COLOR[series.role === 'second' ? 'second' : 'first'],
      drawn: series.role === 'sum' ? 'nothing' : 'mark',
      told: true,
      dashed: false,
      labels: series.role === 'sum' ? 'from its start' : stacked ? null : 'beyond',
      values: series.values.map((value) => value && reading.value(value, usual)),
    })),
    axis: {
      min: least,
      max: stacked ? most + (most - least) * 0.25 : null,
      from: null,
      shown: false,
      code: usual,
    },
  };
}

function lines(numbers: ChartNumbers, reading: Reading, context: NativeContext): NativeChart {
  const { usual } = reading;
  const names = [...new Set(numbers.series.map(({ name }) => name))];
  const count = numbers.series.reduce((sum, { values }) => sum + values.filter((value) => value !== null).length, 0);
  return {
    kind: 'lines',
    stacked: false,
    categories: categoriesOf(numbers, reading, context),
    series: numbers.series.map((series) => ({
      name: nameOf(series, reading, context),
      color: SERIES.light[names.indexOf(series.name) % SERIES.light.length]!,
      drawn: 'mark',
      told: true,
      dashed: series.role === 'budget',
      labels: count > MOST_LABELS ? null : series.role === 'budget' ? 'below' : 'above',
      values: series.values.map((value, at) => {
        const partner = numbers.series.find((one) => one !== series && one.name === series.name)?.values[at];
        if (value === null) return null;
        const point = placed(reading.value(value, usual), partner, reading, series.role === 'line');
        // Some programs fill every point alike: the text says it too.
        return point.hollow ? { ...point, code: suffixed(point.code, context.voice.texts.handout.implied) } : point;
      }),
    })),
    axis: { min: null, max: null, from: null, shown: true, code: ticks(numbers, reading) },
  };
}

function bridge(numbers: ChartNumbers, reading: Reading, context: NativeContext): NativeChart {
  const { series, min, max } = bridgeSeries(numbers, reading, context, nameOf(numbers.series[0]!, reading, context));
  return {
    kind: 'bars',
    stacked: true,
    categories: categoriesOf(numbers, reading, context),
    series,
    axis: { min, max, from: null, shown: false, code: reading.usual },
  };
}

/** Ticks need no decimals that say nothing. */
function ticks({ series }: ChartNumbers, reading: Reading): string {
  const sizes = series.flatMap(({ values }) =>
    values.flatMap((value) => (value === null ? [] : Math.abs(Number(reading.exact(value))))),
  );
  return codeOf(Math.max(0, ...sizes) >= 10 ? 0 : 2, { percent: reading.percent });
}

/** A bar is read as an amount from zero. */
function fromZero({ series }: ChartNumbers, reading: Reading): { min: number | null; max: number | null } {
  const all = series.flatMap(({ values }) =>
    values.flatMap((value) => (value === null ? [] : Number(reading.exact(value)))),
  );
  return {
    min: all.every((value) => value >= 0) ? 0 : null,
    max: all.every((value) => value <= 0) && all.some((value) => value < 0) ? 0 : null,
  };
}

/** Beside each other on a line what was spent and its budget: the higher text stands above, the lower one below. */
function placed(
  value: NativeValue,
  other: ChartNumber | null | undefined,
  reading: Reading,
  above: boolean,
): NativeValue {
  if (!other) return { ...value, place: 'above' };
  const gap = new Exact(value.exact).comparedTo(reading.exact(other));
  return { ...value, place: gap > 0 || (gap === 0 && above) ? 'above' : 'below' };
}

function categoriesOf({ points, shape }: ChartNumbers, reading: Reading, { voice }: NativeContext): string[] {
  const years = shape === 'columns' || shape === 'lines';
  return points.map(({ name }, at) => {
    const title = years && /^\d{4}$/.test(name) ? voice.texts.year(Number(name)) : name;
    const remark = reading.remark(at);
    return remark === '' ? title : `${title}\n${remark}`;
  });
}

/** As the key of the slide has it, without the words for the shape of the mark ("line: budget"). */
function nameOf({ role, name }: NumberSeries, reading: Reading, { key, voice: { texts } }: NativeContext): string {
  if (name !== null) return role === 'budget' ? texts.handout.budgetOf(name) : name;
  const told = key.find(({ swatch }) => swatch === role)?.text;
  if (told !== undefined) return role === 'budget' ? told.replace(/^[^：:]*[：:]\s*/, '') : told;
  return reading.percent ? texts.handout.rate : texts.handout.amount;
}

function digitsOf(exact: string): number {
  return exact.replace(/\D/g, '').replace(/^0+/, '').length;
}
