import { trendLines, type TrendFrame, type TrendLine } from '../../charts/trend-lines.ts';
import type { TableCell } from '../../components/data-table.ts';
import { ungrouped } from '../../language/numbers.ts';
import type { TrendRow } from '../../metrics/analysis-rows.ts';
import { Exact } from '../../money/decimal.ts';
import { formatPercent } from '../../money/format.ts';
import type { TrendLayout, TrendMode } from '../../state/analysis-address.ts';
import type { PanelContext } from '../overview/panel-context.ts';
import { sourceLine } from '../sources.ts';
import type { LinesModel } from '../lines-model.ts';
import { yearsOf, type TrendSeries } from './trend-choice.ts';
import { trendSource } from './trend-source.ts';

/** Opens a source of another body too. */
export type OpenOf = (body: string) => PanelContext['open'];

/** The series as lines over the years in one chart or one each; exact texts, positions only for drawing. */
export function trendsPanel(
  series: readonly TrendSeries[],
  nameOf: (series: TrendSeries) => string,
  mode: TrendMode,
  layout: TrendLayout,
  context: PanelContext,
  openOf: OpenOf,
): LinesModel | null {
  const { voice, room } = context;
  const { texts, numbers, unit } = voice;
  const words = texts.trends;
  const years = yearsOf(series);
  if (years.length === 0) return null;
  const exact = (row: TrendRow): string | null =>
    mode === 'absolute' ? row.amount : mode === 'index' ? row.index_pct : row.share_pct;
  const text = (row: TrendRow): string | null => {
    const value = exact(row);
    if (value === null) return null;
    return mode === 'absolute' ? numbers.amount(value) : formatPercent(value, mode === 'index' ? 1 : 2);
  };
  // Axes are in the unit of the page.
  const drawn = (row: TrendRow): string | null =>
    mode === 'absolute' ? ungrouped(numbers.amount(row.amount)) : exact(row);
  const suffix = mode === 'absolute' ? ` ${unit}` : '';
  const lineName = (of: TrendSeries, row: TrendRow): string => words.series(nameOf(of), row.amount_kind);
  const told = (of: TrendSeries, row: TrendRow): string =>
    words.point(lineName(of, row), row.fiscal_year, text(row)!, suffix) +
    (row.basis === 'implied' ? words.implied : '') +
    (row.alt_amount === null ? '' : words.other(numbers.amount(row.alt_amount), unit));
  const pickOf = (of: TrendSeries, row: TrendRow): string =>
    [series.indexOf(of), row.amount_kind, row.fiscal_year].join(' ');
  const linesOf = (of: TrendSeries): TrendLine[] =>
    [of.actual, of.budget].flatMap((rows, at) =>
      rows.some((row) => exact(row) !== null)
        ? [
            {
              name: nameOf(of),
              dashed: at === 1,
              points: rows.map((row) => ({
                year: row.fiscal_year,
                value: drawn(row),
                ...(mode === 'absolute' ? { amount: row.amount } : {}),
                implied: row.basis === 'implied',
                contested: row.contested,
                label: text(row) ?? '',
                tooltip: text(row) === null ? '' : told(of, row),
                pick: pickOf(of, row),
              })),
            },
          ]
        : [],
    );
  const all = series.flatMap((of) => [...of.actual, ...of.budget].map((row) => ({ of, row })));
  const values = all.filter(({ row }) => exact(row) !== null);
  const without = series.filter((of) => [...of.actual, ...of.budget].every((row) => exact(row) === null));
  const frame: Omit<TrendFrame, 'height' | 'legend'> = {
    years,
    names: series.map(nameOf),
    domain: domainOf(
      values.map(({ row }) => drawn(row)!),
      mode,
    ),
    axis: mode === 'absolute' ? 'wan' : 'percent',
  };
  const apart = layout === 'apart' && series.length > 1;
  const chartOf = (some: readonly TrendSeries[]) => ({
    name: apart ? nameOf(some[0]!) : '',
    description: words.description(values.filter(({ of }) => some.includes(of)).map(({ of, row }) => told(of, row))),
    chart: trendLines(some.flatMap(linesOf), {
      ...frame,
      height: apart ? 160 : room.narrow ? 260 : 340,
      legend: !apart && series.length > 1,
    }),
  });
  const open = (of: TrendSeries, row: TrendRow): void =>
    openOf(of.body)((sources) => trendSource(row, lineName(of, row), sources));
  const has = (is: (row: TrendRow) => boolean): boolean => values.some(({ row }) => is(row));
  const titled = titledRows(series, text);
  return {
    known: values.length > 0,
    title: titleOf(titled, series.length, nameOf, mode, text, context),
    // The last year's source has the first year's amount in it.
    openTitle: titled === null ? null : () => open(titled.lead, titled.last),
    charts:
      values.length === 0
        ? []
        : (apart ? series.filter((of) => linesOf(of).length > 0).map((of) => [of]) : [series]).map(chartOf),
    key: [
      ...(has((row) => row.amount_kind === 'initial_budget')
        ? [{ swatch: 'dashed' as const, text: words.key.budget }]
        : []),
      ...(has((row) => row.basis === 'implied') ? [{ swatch: 'implied' as const, text: words.key.implied }] : []),
    ],
    table: {
      caption: `${words.name} · ${words.modes[mode]}`,
      columns: [
        { title: words.item, kind: 'text' },
        ...years.map((year) => ({
          title: texts.year(year),
          kind: 'number' as const,
          unit: mode === 'absolute' ? ('wan' as const) : ('percent' as const),
        })),
      ],
      rows: series.flatMap((of) =>
        [of.actual, of.budget]
          .filter((rows) => rows.length > 0)
          .map((rows) => ({
            key: pickOf(of, rows[0]!),
            cells: [
              { kind: 'text' as const, text: lineName(of, rows[0]!) },
              ...years.map((year): TableCell => {
                const row = rows.find(({ fiscal_year }) => fiscal_year === year);
                const value = row === undefined ? null : text(row);
                if (row === undefined || value === null) return { kind: 'none', text: '—' };
                return {
                  kind: 'number',
                  text: row.contested ? `※ ${value}` : value,
                  exact: exact(row)!,
                  implied: row.basis === 'implied',
                  onopen: () => open(of, row),
                };
              }),
            ],
          })),
      ),
    },
    source: sourceLine(
      context,
      new Set(years),
      values.map(({ row }) => row.locator),
    ),
    years,
    note:
      texts.remarks([
        ...(values.length === 0
          ? [words.noValue[mode]]
          : without.length > 0
            ? [words.partlyMissing(without.map(nameOf), mode)]
            : []),
        ...(has((row) => row.contested) ? [words.key.contested] : []),
        ...[...new Set(series.map(({ fund }) => fund))]
          .filter((fund) => fund !== 'all')
          .map((fund) => words.fund(texts.change.funds[fund] ?? fund)),
      ]) || null,
    open: (pick) => {
      const found = all.find(({ of, row }) => pickOf(of, row) === pick);
      if (found !== undefined) open(found.of, found.row);
    },
  };
}

/** From the least to the greatest of what is drawn; amounts and shares from zero, indices around 100. */
function domainOf(values: readonly string[], mode: TrendMode): [string, string] {
  const anchored = [...values, mode === 'index' ? '100' : '0'];
  const least = Exact.min(...anchored);
  const most = Exact.max(...anchored);
  // A scale needs a length: one value alone would have none.
  if (least.equals(most)) return [least.minus(1).toFixed(), most.plus(1).toFixed()];
  const air = mode === 'index' ? most.minus(least).div(10) : new Exact(0);
  return [least.minus(air).toFixed(), most.plus(air).toFixed()];
}

/** The first series with a value, and its first and last year of one: actual amounts, else budgets. */
interface TitledRows {
  lead: TrendSeries;
  first: TrendRow;
  last: TrendRow;
}

function titledRows(series: readonly TrendSeries[], text: (row: TrendRow) => string | null): TitledRows | null {
  for (const lead of series)
    for (const rows of [lead.actual, lead.budget]) {
      const known = rows.filter((row) => text(row) !== null);
      const [first, last] = [known[0], known.at(-1)];
      if (first !== undefined && last !== undefined) return { lead, first, last };
    }
  return null;
}

/** The first series in words, from its first year to its last. */
function titleOf(
  titled: TitledRows | null,
  count: number,
  nameOf: (series: TrendSeries) => string,
  mode: TrendMode,
  text: (row: TrendRow) => string | null,
  { voice: { texts, unit } }: PanelContext,
): string {
  const words = texts.trends;
  if (titled === null) return words.modes[mode];
  const { lead, first, last } = titled;
  const name = words.series(nameOf(lead), first.amount_kind);
  const others = count > 1 ? words.andOthers(count - 1) : '';
  if (mode === 'index' && first !== last)
    return words.indexed(name, last.fiscal_year, text(last)!, last.first_year) + others;
  const shown =
    mode === 'share' ? words.shareOf(name, texts.measures[first.share_base ?? ''] ?? first.share_base ?? '') : name;
  const shownUnit = mode === 'absolute' ? unit : '';
  const sentence =
    first === last
      ? words.only(shown, last.fiscal_year, text(last)!, shownUnit)
      : words.from(shown, first.fiscal_year, text(first)!, last.fiscal_year, text(last)!, shownUnit);
  return sentence.replace(' ()', '').trimEnd() + others;
}
