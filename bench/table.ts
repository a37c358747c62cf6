import type { Measurement, Timing } from './case.ts';
import { median, percentile } from './statistics.ts';

const HEAD = ['Measured', 'median', '95 %', 'against', 'median', '95 %', 'ratio'];

/** The measurements as a table in Markdown: times in milliseconds, the ratio of the two medians. */
export function tableOf(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ measured, against }) => [
    measured.what,
    ...times(measured),
    against.what,
    ...times(against),
    ratioOf(measured, against),
  ]);
  return [HEAD, HEAD.map((_, at) => (isNumber(at) ? '---:' : '---')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** "×2.4" is 2.4 times as long. */
export function ratioOf(measured: Timing, against: Timing): string {
  const ratio = median(measured.samples) / median(against.samples);
  return `×${ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(2)}`;
}

const times = ({ samples }: Timing) => [median(samples), percentile(samples, 95)].map(inMilliseconds);

const inMilliseconds = (time: number) => (time < 10 ? time.toFixed(1) : time.toFixed(0));

const isNumber = (column: number) => ![0, 3].includes(column);
