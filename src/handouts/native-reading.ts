import type { Chart } from '../charts/chart.ts';
import type { ChartNumber, ChartNumbers } from '../charts/chart-numbers.ts';
import { Exact } from '../money/decimal.ts';
import type { NativeContext, NativeValue } from './native-chart.ts';
import { codeOf, suffixed, writtenNumber, type WrittenNumber } from './number-format.ts';

/** Powers of ten from 万元 to 亿元. */
const LARGER = -4;

/** Reads the texts of the marks: how each number is written, and what else is said of its point. */
export class Reading {
  readonly percent: boolean;
  readonly #shift: number;
  readonly #rows: Chart['rows'];
  readonly #numbers: ChartNumbers;

  constructor({ rows }: Chart, numbers: ChartNumbers, { voice, unit }: NativeContext) {
    this.#rows = rows;
    this.#numbers = numbers;
    const all = numbers.series.flatMap(({ values }) => values.filter((value) => value !== null));
    this.percent =
      numbers.measure === 'percent' ||
      (numbers.measure === null &&
        all.some(({ exact, pick }) => this.#labels(pick).some((text) => writtenNumber(text, exact, true) !== null)));
    // Amounts come in 万元; the unit of the slide may be the larger one, unless the texts are in 万元 (per head) all the same.
    const larger = !this.percent && voice.numbers.unit === '亿元' && unit === voice.unit;
    const told = (shift: number): number =>
      all.filter(({ exact, pick }) =>
        this.#labels(pick).some((text) => writtenNumber(text, shifted(exact, shift), this.percent) !== null),
      ).length;
    this.#shift = larger && told(LARGER) >= told(0) ? LARGER : 0;
  }

  /** In the unit of the slide. */
  exact({ exact }: ChartNumber): string {
    return shifted(exact, this.#shift);
  }

  value(number: ChartNumber, usual: string): NativeValue {
    const exact = this.exact(number);
    return {
      number: Number(exact),
      exact,
      code: this.#marked(number, this.written(number)?.code ?? usual),
      hollow: number.implied,
      labelled: number.unsaid !== true,
    };
  }

  /** With the sign that stands beside numbers which another place contradicts. */
  #marked(number: ChartNumber, code: string): string {
    const contested = this.#rows.some(
      ({ pick, contested, label }) =>
        contested === true &&
        pick === number.pick &&
        writtenNumber(String(label), this.exact(number), this.percent) !== null,
    );
    return contested ? suffixed(code, ' ※') : code;
  }

  /** As the text of its mark has it; null where it has none. */
  written(number: ChartNumber): WrittenNumber | null {
    for (const text of this.#labels(number.pick)) {
      const written = writtenNumber(text, this.exact(number), this.percent);
      if (written !== null) return written;
    }
    return null;
  }

  /** Format of most of the numbers. */
  get usual(): string {
    const codes = this.#numbers.series.flatMap(({ values }) =>
      values.flatMap((value) => (value === null ? [] : (this.written(value)?.code ?? []))),
    );
    const times = (code: string): number => codes.filter((other) => other === code).length;
    return (
      [...new Set(codes)].sort((a, b) => times(b) - times(a))[0] ??
      codeOf(this.percent ? 1 : 2, { percent: this.percent })
    );
  }

  /** What the text of a point says beside its numbers: a rate, the reason why there is none, the sign of a note. */
  remark(at: number): string {
    const values = this.#numbers.series.flatMap(({ values }) => values[at] ?? []);
    const picks = new Set([this.#numbers.points[at]!.pick, ...values.map(({ pick }) => pick)]);
    const rests = [...picks].flatMap((pick) => this.#labels(pick)).map((label) => this.#without(label, values));
    return [...new Set(rests)].filter((rest) => rest !== '').join(' · ');
  }

  #without(label: string, values: readonly ChartNumber[]): string {
    return values.reduce((text, value) => writtenNumber(text, this.exact(value), this.percent)?.rest ?? text, label);
  }

  #labels(pick: string): string[] {
    return this.#rows.flatMap(({ pick: own, label }) =>
      own === pick && pick !== '' && typeof label === 'string' && label !== '' ? [label] : [],
    );
  }
}

/** Only the point moves. */
function shifted(exact: string, places: number): string {
  return places === 0 ? exact : new Exact(exact).times(new Exact(10).pow(places)).toFixed();
}
