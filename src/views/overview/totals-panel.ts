import { yearColumns, type YearColumn } from '../../charts/year-columns.ts';
import type { TableCell } from '../../components/data-table.ts';
import { directionOf } from '../../language/numbers.ts';
import type { HeadlineChange } from '../../metrics/rows.ts';
import { headlineOf } from './headline-choice.ts';
import { sourceOfFigure } from './headline-source.ts';
import { namedMarks, type MarkedPlace } from './marks.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelModel } from './panel-model.ts';
import { figureOfKind, type FigureKind } from './shown-figure.ts';
import { sourceLine } from '../sources.ts';

const SERIES = [
  { measure: 'total', series: 'whole', swatch: 'second' },
  { measure: 'expenditure', series: 'part', swatch: 'first' },
] as const;

/** Total and expenditure over the years; null where neither is published for any year. */
export function totalsPanel(rows: readonly HeadlineChange[], context: PanelContext): PanelModel | null {
  const { voice, year, room } = context;
  const { texts, numbers, unit } = voice;
  const words = texts.totals;
  const years = [...new Set(rows.map((row) => row.fiscal_year))].sort((a, b) => a - b);
  const kind = kindOf(rows, year);
  const of = (ofYear: number, measure: string) => headlineOf(rows, ofYear, measure, [kind]);
  const points = SERIES.flatMap(({ measure, series }) =>
    years.flatMap((ofYear) => {
      const row = of(ofYear, measure);
      const now = row === undefined ? null : figureOfKind(row, kind).now;
      return row === undefined || now === null ? [] : [{ row, now, series, pick: `${measure} ${ofYear}` }];
    }),
  );
  if (points.length === 0) return null;
  const open = (row: HeadlineChange): void =>
    context.open((sources) => sourceOfFigure(row, figureOfKind(row, kind), sources));
  const named = (measure: string): string => (kind === 'actual' ? measure : words.budgetMeasure(measure));
  const name = (row: HeadlineChange): string => named(texts.measures[row.measure] ?? row.measure_name);
  const markOf = ({ row, now }: (typeof points)[number]): MarkedPlace => ({
    ...now,
    // An implied figure stands in the document of the year after.
    year: now.basis === 'implied' ? row.fiscal_year + 1 : row.fiscal_year,
  });
  const columns = points.map(({ row, now, series, pick }): YearColumn => {
    const implied = now.basis === 'implied';
    const label = numbers.amount(now.amount);
    return {
      year: row.fiscal_year,
      series,
      amount: now.amount,
      label,
      implied,
      tooltip: words.part(row.fiscal_year, name(row), ` ${label} `, unit, implied),
      pick,
    };
  });
  const shownYears = years.filter((ofYear) => points.some(({ row }) => row.fiscal_year === ofYear));
  const anyImplied = columns.some(({ implied }) => implied);
  const usedSeries = SERIES.filter(({ series }) => columns.some((column) => column.series === series));
  const titled = of(year, 'total') ?? of(year, 'expenditure');
  return {
    title: title(titled, kind, context),
    openTitle: titled === undefined || figureOfKind(titled, kind).now === null ? null : () => open(titled),
    description: words.description(
      points.map(({ row, now }) =>
        words.part(row.fiscal_year, name(row), numbers.amount(now.amount), unit, now.basis === 'implied'),
      ),
    ),
    chart: yearColumns(columns, room),
    key: [
      ...usedSeries.map(({ measure, swatch }) => ({ swatch, text: named(texts.measures[measure]!) })),
      ...(anyImplied ? [{ swatch: 'implied' as const, text: words.impliedKey }] : []),
    ],
    table: {
      caption: texts.totals.heading,
      columns: [
        { title: texts.panel.year, kind: 'text' },
        ...usedSeries.map(({ measure }) => ({
          title: named(texts.measures[measure]!),
          kind: 'number' as const,
          unit: 'wan' as const,
        })),
        { title: texts.panel.note, kind: 'text' },
      ],
      rows: [...shownYears].reverse().map((ofYear) => {
        const ofThatYear = usedSeries.map(({ measure }) =>
          points.find(({ row }) => row.fiscal_year === ofYear && row.measure === measure),
        );
        const implied = ofThatYear.some((point) => point?.now.basis === 'implied');
        return {
          key: String(ofYear),
          cells: [
            { kind: 'text', text: texts.year(ofYear) },
            ...ofThatYear.map((point): TableCell =>
              point === undefined
                ? { kind: 'none', text: texts.tile.none }
                : {
                    kind: 'number',
                    text: numbers.amount(point.now.amount),
                    exact: point.now.amount,
                    implied: point.now.basis === 'implied',
                    onopen: () => open(point.row),
                    mark: context.marks.of(markOf(point)),
                  },
            ),
            { kind: 'text', text: implied ? texts.basis.implied! : '' },
          ],
        };
      }),
    },
    source: sourceLine(
      context,
      new Set(shownYears),
      points.map(({ now }) => now.locator),
    ),
    years: shownYears,
    note: null,
    marks: namedMarks(
      points.map((point) => ({ ...markOf(point), name: `${texts.year(point.row.fiscal_year)} ${name(point.row)}` })),
      context.marks,
    ),
    open: (pick) => {
      const point = points.find((candidate) => candidate.pick === pick);
      if (point !== undefined) open(point.row);
    },
  };
}

/** Budgets where the year has nothing else, or no year has; amounts of two kinds never stand side by side. */
function kindOf(rows: readonly HeadlineChange[], year: number): FigureKind {
  const ofSeries = rows.filter((row) => SERIES.some(({ measure }) => measure === row.measure));
  const ofYear = ofSeries.filter((row) => row.fiscal_year === year);
  const decisive = ofYear.some((row) => row.actual !== null || row.initial_budget !== null) ? ofYear : ofSeries;
  return decisive.every((row) => row.actual === null) ? 'initial_budget' : 'actual';
}

function title(
  row: HeadlineChange | undefined,
  kind: FigureKind,
  { voice: { texts, numbers, unit } }: PanelContext,
): string {
  const words = texts.totals;
  const figure = row === undefined ? null : figureOfKind(row, kind);
  if (row === undefined || figure === null || figure.now === null) return words.noTotal;
  const measure = texts.measures[row.measure] ?? row.measure_name;
  const [single, compared] = kind === 'actual' ? [words.single, words.title] : [words.budgetSingle, words.budgetTitle];
  if (figure.change === null) return single(row.fiscal_year, measure, numbers.amount(figure.now.amount), unit);
  const direction = ({ '-1': 'down', '0': 'flat', '1': 'up' } as const)[`${directionOf(figure.change)}`];
  const rate = figure.change_pct === null ? null : numbers.rateMagnitude(figure.change_pct);
  return compared(row.fiscal_year, measure, direction, numbers.magnitude(figure.change), rate, unit);
}
