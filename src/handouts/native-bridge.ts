import type { ChartNumber, ChartNumbers } from '../charts/chart-numbers.ts';
import { PALETTE } from '../charts/theme.ts';
import { Exact } from '../money/decimal.ts';
import type { NativeContext, NativeSeries, NativeValue } from './native-chart.ts';
import type { Reading } from './native-reading.ts';
import { minusCode } from './number-format.ts';

const COLOR = PALETTE.light;
/** Shares of what the changes span that stay free before the first bar and behind the last one, for its text. */
const FREE = { before: 0.35, behind: 0.8 };
/** A stroke is as wide as this part of what the changes span. */
const STROKE = 90;

/** Bars that begin where others end stand on bars that are not drawn: that works above zero only. */
export function drawsBridge(numbers: ChartNumbers): boolean {
  return reachedBy(numbers).every((amount) => !amount.isNegative());
}

/**
 * The bridge on bars that are not drawn: strokes at the amounts it leads from and to, and between them bars from where
 * the one before ended. A last bar that is not drawn carries the texts.
 */
export function bridgeSeries(
  numbers: ChartNumbers,
  reading: Reading,
  { voice }: NativeContext,
  endsName: string,
): { series: NativeSeries[]; min: number; max: number } {
  const words = voice.texts.handout;
  const { usual } = reading;
  const [ends, changes] = [numbers.series[0]!.values, numbers.series[1]!.values];
  const reached = reachedBy(numbers).map((amount) => reading.exact(plain(amount)));
  const is = {
    up: (change: ChartNumber) => !change.implied && !change.exact.startsWith('-'),
    down: (change: ChartNumber) => !change.implied && change.exact.startsWith('-'),
    unattributed: (change: ChartNumber) => change.implied,
  };
  /** A length is never negative; its text has the sign. */
  const length = (change: ChartNumber): NativeValue => {
    const value = reading.value(change, usual);
    const exact = value.exact.replace(/^-/, '');
    const code = value.code.split(';')[0]!;
    return { ...value, exact, number: Number(exact), code: change.exact.startsWith('-') ? minusCode(code) : code };
  };
  const quiet = (value: NativeValue | null): NativeValue | null => value && { ...value, labelled: false };
  const mark = (name: string, color: string, chosen: (change: ChartNumber) => boolean): NativeSeries => ({
    name,
    color,
    drawn: 'mark',
    told: true,
    dashed: false,
    labels: null,
    values: changes.map((change) => (change !== null && chosen(change) ? quiet(length(change)) : null)),
  });
  const all = reached.map(Number);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const span = most - least || most || 1;
  const series: NativeSeries[] = [
    {
      name: words.base,
      color: COLOR.paper,
      drawn: 'nothing',
      told: false,
      dashed: false,
      labels: null,
      values: changes.map((change, at) => {
        if (change === null) return null;
        return helper(lower(reached[at - 1]!, reached[at]!), usual);
      }),
    },
    {
      name: endsName,
      color: COLOR.accent,
      drawn: 'nothing',
      told: true,
      dashed: false,
      labels: null,
      values: ends.map((end) => end && quiet(reading.value(end, usual))),
    },
    {
      name: words.stroke,
      color: COLOR.accent,
      drawn: 'stroke',
      told: false,
      dashed: false,
      labels: null,
      values: ends.map((end) => end && helper(String(Number((span / STROKE).toPrecision(1))), usual)),
    },
    mark(words.up, COLOR.first, is.up),
    mark(words.down, COLOR.second, is.down),
    mark(words.unattributed, COLOR.first, is.unattributed),
    {
      name: words.label,
      color: COLOR.paper,
      drawn: 'nothing',
      told: false,
      dashed: false,
      labels: 'from its start',
      values: changes.map((change, at) =>
        change === null ? ends[at]! && reading.value(ends[at]!, usual) : { ...length(change), hollow: false },
      ),
    },
  ];
  return {
    series: series.filter(({ values }) => values.some((value) => value !== null)),
    min: Math.max(0, least - span * FREE.before),
    max: most + span * FREE.behind,
  };
}

/** The amounts before the first change and after each one, last the one arrived at; in the unit of the data. */
function reachedBy({ series }: ChartNumbers): Exact[] {
  const [ends, changes] = [series[0]!.values, series[1]!.values];
  let amount = new Exact(ends[0]!.exact);
  return changes.map((change, at) => {
    if (change !== null) amount = amount.plus(change.exact);
    return at === changes.length - 1 ? new Exact(ends[at]!.exact) : amount;
  });
}

function plain(amount: Exact): ChartNumber {
  return { exact: amount.toFixed(), pick: '', implied: false };
}

function helper(exact: string, code: string): NativeValue {
  return { number: Number(exact), exact, code, hollow: false, labelled: false };
}

function lower(one: string, other: string): string {
  return new Exact(one).lessThan(other) ? one : other;
}
