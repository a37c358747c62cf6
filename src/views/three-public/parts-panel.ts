import { trendLines, type TrendPoint } from '../../charts/trend-lines.ts';
import type { TableCell } from '../../components/data-table.ts';
import { directionOf, ungrouped } from '../../language/numbers.ts';
import type { ThreePublicComponent, ThreePublicTrend } from '../../metrics/rows.ts';
import { Exact } from '../../money/decimal.ts';
import { formatPercent } from '../../money/format.ts';
import type { LinesModel } from '../lines-model.ts';
import type { PanelContext } from '../overview/panel-context.ts';
import { sourceLine } from '../sources.ts';
import { allBudgets, budgetOf, COMPONENTS } from '../overview/three-public-budgets.ts';
import { budgetSource } from '../overview/three-public-budget-panel.ts';
import { threePublicSource } from '../overview/three-public-panel.ts';

/** Each part over the years, spent and budgeted, one chart a part on one scale; null where nothing is published. */
export function partsPanel(rows: readonly ThreePublicTrend[], context: PanelContext): LinesModel | null {
  const { voice, year } = context;
  const { texts, numbers, unit } = voice;
  const words = texts.threePublicView;
  const name = (component: ThreePublicComponent): string => texts.measures[component] ?? component;
  const known = rows
    .filter((row) => row.actual !== null || allBudgets(row, voice).length > 0)
    .sort((a, b) => a.fiscal_year - b.fiscal_year);
  if (known.length === 0) return null;
  const of = (component: ThreePublicComponent) => known.filter((row) => row.component === component);
  const years = yearsBetween(known);
  const open = (row: ThreePublicTrend): void => {
    const source = row.actual === null ? budgetSource : threePublicSource;
    context.open((sources) => source(row, sources));
  };
  const pick = (row: ThreePublicTrend): string => `${row.component} ${row.fiscal_year}`;
  const drawn = (amount: string): string => ungrouped(numbers.amount(amount));
  const spent = (row: ThreePublicTrend): TrendPoint[] =>
    row.actual === null
      ? []
      : [
          {
            year: row.fiscal_year,
            value: drawn(row.actual),
            amount: row.actual,
            implied: row.actual_basis === 'implied',
            contested: row.alt_actual !== null,
            label: numbers.amount(row.actual),
            tooltip:
              words.actualOf(name(row.component), row.fiscal_year, numbers.amount(row.actual), unit) +
              (row.actual_basis === 'implied' ? texts.trends.implied : '') +
              (row.alt_actual === null ? '' : texts.trends.other(numbers.amount(row.alt_actual), unit)),
            pick: pick(row),
          },
        ];
  const budgeted = (row: ThreePublicTrend): TrendPoint[] => {
    const budget = budgetOf(row, voice);
    if (budget === null) return [];
    return [
      {
        year: row.fiscal_year,
        value: drawn(budget.amount),
        amount: budget.amount,
        implied: false,
        contested: row.alt_initial_budget !== null,
        label: numbers.amount(budget.amount),
        tooltip: words.budgetOf(name(row.component), row.fiscal_year, budget.name, numbers.amount(budget.amount), unit),
        pick: pick(row),
      },
    ];
  };
  const points = (component: ThreePublicComponent): TrendPoint[] =>
    of(component).flatMap((row) => [...spent(row), ...budgeted(row)]);
  const isZero = (component: ThreePublicComponent): boolean =>
    points(component).every(({ value }) => directionOf(value!) === 0);
  const there = COMPONENTS.filter((component) => of(component).length > 0);
  const shown = there.filter((component) => !isZero(component));
  const zero = there.filter(isZero);
  const most = Exact.max('1', ...shown.flatMap((component) => points(component).map(({ value }) => value!)));
  const kinds = (['initial', 'revised', 'unlabelled'] as const).filter((kind) =>
    known.some((row) => allBudgets(row, voice).some((budget) => budget.kind === kind)),
  );
  const contested = known.filter((row) => row.contested && row.alt_actual !== null);
  const cell = (
    row: ThreePublicTrend,
    exact: string | null,
    write: (exact: string) => string,
    implied = false,
  ): TableCell =>
    exact === null
      ? { kind: 'none', text: '—' }
      : { kind: 'number', text: write(exact), exact, onopen: () => open(row), implied };
  const titled = known.find(({ component, fiscal_year }) => component === 'three_public' && fiscal_year === year);
  return {
    known: true,
    title: titleOf(titled, context),
    openTitle:
      titled === undefined || (titled.actual === null && budgetOf(titled, voice) === null) ? null : () => open(titled),
    charts: (shown.length === 0 ? there.slice(0, 1) : shown).map((component) => ({
      name: name(component),
      description: texts.trends.description(points(component).map(({ tooltip }) => tooltip)),
      chart: trendLines(
        [
          { name: name(component), dashed: false, points: of(component).flatMap(spent) },
          { name: name(component), dashed: true, points: of(component).flatMap(budgeted) },
        ].filter((line) => line.points.length > 0),
        { years, names: [name(component)], domain: ['0', most.toFixed()], axis: 'wan', height: 150, legend: false },
      ),
    })),
    key: [
      ...(kinds.length > 0 ? [{ swatch: 'dashed' as const, text: words.budgetKey }] : []),
      ...(known.some(({ actual_basis: basis }) => basis === 'implied')
        ? [{ swatch: 'implied' as const, text: texts.trends.key.implied }]
        : []),
    ],
    table: {
      caption: words.partsHeading,
      columns: [
        { title: words.component, kind: 'text' },
        { title: words.year, kind: 'text' },
        ...kinds.map((kind) => ({
          title: kind === 'unlabelled' ? texts.threePublic.unlabelled : texts.budgets[kind]!,
          kind: 'number' as const,
          unit: 'wan' as const,
        })),
        { title: words.actual, kind: 'number', unit: 'wan' },
        { title: words.rate, kind: 'number', unit: 'percent' },
        { title: words.change, kind: 'number', unit: 'wan' },
      ],
      rows: there.flatMap((component) =>
        of(component)
          .toReversed()
          .map((row) => ({
            key: pick(row),
            strong: component === 'three_public',
            cells: [
              { kind: 'text' as const, text: name(component) },
              { kind: 'text' as const, text: texts.year(row.fiscal_year) },
              ...kinds.map((kind) => {
                const budget = allBudgets(row, voice).find((candidate) => candidate.kind === kind);
                return cell(row, budget?.amount ?? null, numbers.amount);
              }),
              cell(
                row,
                row.actual,
                (actual) => `${row.alt_actual === null ? '' : '※ '}${numbers.amount(actual)}`,
                row.actual_basis === 'implied',
              ),
              cell(row, row.execution_pct, (rate) => formatPercent(rate, 1)),
              cell(row, row.change, numbers.signed),
            ],
          })),
      ),
    },
    source: sourceLine(
      context,
      new Set(years),
      known.map(({ locator }) => locator),
    ),
    years,
    note:
      texts.remarks([
        ...(zero.length > 0 ? [words.allZero(zero.map(name))] : []),
        ...(contested.length > 0 ? [texts.trends.key.contested] : []),
        ...(known.some((row) => row.initial_budget_kind === 'unlabelled') ? [words.inferredInitial] : []),
      ]) || null,
    open: (picked) => {
      const row = known.find((candidate) => pick(candidate) === picked);
      if (row !== undefined) open(row);
    },
  };
}

function titleOf(row: ThreePublicTrend | undefined, { voice, year }: PanelContext): string {
  const { texts, numbers, unit } = voice;
  const words = texts.threePublicView;
  if (row === undefined) return words.partsHeading;
  const budget = budgetOf(row, voice);
  if (row.actual === null)
    return budget === null
      ? words.partsHeading
      : words.budgetTitle(year, budget.name, numbers.amount(budget.amount), unit);
  const direction =
    row.change === null ? null : ({ '1': 'up', '0': 'flat', '-1': 'down' } as const)[directionOf(row.change)];
  return (
    words.title(
      year,
      numbers.amount(row.actual),
      unit,
      direction,
      row.change === null ? '' : numbers.magnitude(row.change),
    ) + (row.contested ? texts.finding.contested : '')
  );
}

function yearsBetween(rows: readonly { fiscal_year: number }[]): number[] {
  const years = rows.map(({ fiscal_year }) => fiscal_year);
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => first + at);
}
