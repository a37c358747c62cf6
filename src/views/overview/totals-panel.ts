import { yearColumns, type YearColumn } from '../../charts/year-columns.ts';
import type { TableCell } from '../../components/data-table.ts';
import { directionOf } from '../../language/numbers.ts';
import type { HeadlineChange } from '../../metrics/rows.ts';
import { headlineOf } from './headline-choice.ts';
import { headlineSource } from './headline-source.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelModel } from './panel-model.ts';
import { sourceLine } from './sources.ts';

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
  const points = SERIES.flatMap(({ measure, series }) =>
    years.flatMap((ofYear) => {
      const row = headlineOf(rows, ofYear, measure);
      return row === undefined || row.actual === null
        ? []
        : [{ row, actual: row.actual, series, pick: `${measure} ${ofYear}` }];
    }),
  );
  if (points.length === 0) return null;
  const open = (row: HeadlineChange): void => context.open((sources) => headlineSource(row, sources));
  const name = (row: HeadlineChange): string => texts.measures[row.measure] ?? row.measure_name;
  const columns = points.map(({ row, actual, series, pick }): YearColumn => {
    const implied = row.actual_basis === 'implied';
    const label = numbers.amount(actual);
    return {
      year: row.fiscal_year,
      series,
      amount: actual,
      label,
      implied,
      tooltip: words.part(row.fiscal_year, name(row), ` ${label} `, unit, implied),
      pick,
    };
  });
  const shownYears = years.filter((ofYear) => points.some(({ row }) => row.fiscal_year === ofYear));
  const anyImplied = columns.some(({ implied }) => implied);
  const usedSeries = SERIES.filter(({ series }) => columns.some((column) => column.series === series));
  return {
    title: title(headlineOf(rows, year, 'total') ?? headlineOf(rows, year, 'expenditure'), context),
    description: words.description(
      points.map(({ row, actual }) =>
        words.part(row.fiscal_year, name(row), numbers.amount(actual), unit, row.actual_basis === 'implied'),
      ),
    ),
    chart: yearColumns(columns, room),
    key: [
      ...usedSeries.map(({ measure, swatch }) => ({ swatch, text: texts.measures[measure]! })),
      ...(anyImplied ? [{ swatch: 'implied' as const, text: words.impliedKey }] : []),
    ],
    table: {
      caption: texts.totals.heading,
      columns: [
        { title: texts.panel.year, kind: 'text' },
        ...usedSeries.map(({ measure }) => ({ title: texts.measures[measure]!, kind: 'number' as const })),
        { title: texts.panel.note, kind: 'text' },
      ],
      rows: [...shownYears].reverse().map((ofYear) => {
        const ofThatYear = usedSeries.map(({ measure }) => headlineOf(rows, ofYear, measure));
        const implied = ofThatYear.some((row) => row?.actual_basis === 'implied');
        return {
          key: String(ofYear),
          cells: [
            { kind: 'text', text: texts.year(ofYear) },
            ...ofThatYear.map((row): TableCell =>
              row === undefined || row.actual === null
                ? { kind: 'none', text: texts.tile.none }
                : {
                    kind: 'number',
                    text: numbers.amount(row.actual),
                    implied: row.actual_basis === 'implied',
                    onopen: () => open(row),
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
      points.map(({ row }) => row.locator),
    ),
    note: null,
    open: (pick) => {
      const point = points.find((candidate) => candidate.pick === pick);
      if (point !== undefined) open(point.row);
    },
  };
}

function title(row: HeadlineChange | undefined, { voice: { texts, numbers, unit } }: PanelContext): string {
  const words = texts.totals;
  if (row === undefined || row.actual === null) return words.noTotal;
  const measure = texts.measures[row.measure] ?? row.measure_name;
  if (row.change === null) return words.single(row.fiscal_year, measure, numbers.amount(row.actual), unit);
  const direction = ({ '-1': 'down', '0': 'flat', '1': 'up' } as const)[`${directionOf(row.change)}`];
  const rate = row.change_pct === null ? null : numbers.rateMagnitude(row.change_pct);
  return words.title(row.fiscal_year, measure, direction, numbers.magnitude(row.change), rate, unit);
}
