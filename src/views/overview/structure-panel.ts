import { shareBars } from '../../charts/share-bars.ts';
import type { TableCell, TableColumn } from '../../components/data-table.ts';
import type { FigureSource } from '../../components/figure-source.ts';
import type { ExpenditureStructure } from '../../metrics/rows.ts';
import { plain } from './exact-text.ts';
import { byAmount, inTreeOrder } from './row-order.ts';
import { widestFund } from './headline-choice.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelModel } from './panel-model.ts';
import { sourceLine, type Sources } from './sources.ts';

const QUERY = 'queries/metrics/expenditure_structure.sql';

/** Rows of the year on the widest fund that is published by class. */
export function structureRows(rows: readonly ExpenditureStructure[], year: number): ExpenditureStructure[] {
  const ofYear = rows.filter((row) => row.fiscal_year === year && row.actual !== null);
  const fund = widestFund(ofYear.filter((row) => row.level === 1).map((row) => row.fund));
  return ofYear.filter((row) => row.fund === fund);
}

/** The class with the largest amount; undefined where no class is published. */
export function biggestClass(rows: readonly ExpenditureStructure[], year: number): ExpenditureStructure | undefined {
  return structureRows(rows, year)
    .filter((row) => row.level === 1)
    .sort(byAmount)[0];
}

/** What the money went to, by class; null where it is not published. */
export function structurePanel(rows: readonly ExpenditureStructure[], context: PanelContext): PanelModel | null {
  const { voice, year, room } = context;
  const { texts, numbers, unit } = voice;
  const words = texts.structure;
  const all = structureRows(rows, year);
  const classes = all.filter((row) => row.level === 1).sort(byAmount);
  const first = classes[0];
  if (first === undefined) return null;
  const name = (row: ExpenditureStructure): string => texts.subject(row.subject_code, row.subject_name);
  const open = (row: ExpenditureStructure): void => context.open((sources) => structureSource(row, sources));
  const part = (row: ExpenditureStructure): string =>
    words.part(
      name(row),
      ` ${numbers.amount(row.actual!)} `,
      row.share_pct === null ? null : numbers.rate(row.share_pct),
      unit,
    );
  const split = classes.some((row) => row.basic !== null && row.project !== null);
  const withChange = all.some((row) => row.change !== null);
  const columns: TableColumn[] = [
    { title: words.subject, kind: 'text' },
    { title: words.actual, kind: 'number' },
    { title: words.share, kind: 'number' },
    ...(split
      ? [
          { title: texts.measures.basic!, kind: 'number' as const },
          { title: texts.measures.project!, kind: 'number' as const },
        ]
      : []),
    ...(withChange ? [{ title: words.change, kind: 'number' as const }] : []),
  ];
  const cell = (row: ExpenditureStructure, text: string | null): TableCell =>
    text === null ? { kind: 'none', text: '—' } : { kind: 'number', text, onopen: () => open(row) };
  const amountCell = (row: ExpenditureStructure, amount: string | null): TableCell =>
    cell(row, amount === null ? null : numbers.amount(amount));
  return {
    title:
      first.share_pct === null
        ? words.untitled
        : words.title(name(first), numbers.amount(first.actual!), numbers.rate(first.share_pct), unit),
    description: words.description(classes.map(part)),
    chart: shareBars(
      classes.map((row) => ({
        name: name(row),
        amount: row.actual!,
        parts: row.basic === null || row.project === null ? null : { first: row.basic, second: row.project },
        label: [numbers.amount(row.actual!), row.share_pct === null ? '' : numbers.rate(row.share_pct)]
          .filter(Boolean)
          .join(' · '),
        tooltip: part(row),
        pick: row.subject_code,
      })),
      room,
    ),
    key: split
      ? [
          { swatch: 'first', text: texts.measures.basic! },
          { swatch: 'second', text: texts.measures.project! },
        ]
      : [{ swatch: 'first', text: words.whole }],
    table: {
      caption: words.untitled,
      columns,
      rows: inTreeOrder(all).map((row) => ({
        key: row.subject_code,
        strong: row.level === 1,
        cells: [
          { kind: 'text', text: `${row.subject_code} ${name(row)}`, indent: row.level - 1 },
          amountCell(row, row.actual),
          cell(row, row.share_pct === null ? null : numbers.rate(row.share_pct)),
          ...(split ? [amountCell(row, row.basic), amountCell(row, row.project)] : []),
          ...(withChange ? [cell(row, row.change === null ? null : numbers.signed(row.change))] : []),
        ],
      })),
    },
    source: sourceLine(
      context,
      new Set([year]),
      classes.map((row) => row.locator),
    ),
    note: first.fund === 'all' ? null : (texts.funds[first.fund] ?? first.fund),
    open: (pick) => {
      const row = classes.find(({ subject_code }) => subject_code === pick);
      if (row !== undefined) open(row);
    },
  };
}

/** Where the amount and the share of a subject come from. */
export function structureSource(row: ExpenditureStructure, sources: Sources): FigureSource {
  const { texts, numbers, unit } = sources.voice;
  const words = texts.source;
  const year = row.fiscal_year;
  const computed: string[] = [];
  if (row.share_pct !== null) computed.push(words.share(plain(row.actual!), `${row.share_pct}%`));
  if (row.change !== null && row.prior_actual !== null)
    computed.push(words.of.actual.change(plain(row.actual!), plain(row.prior_actual), plain(row.change)));
  return {
    title: `${row.subject_code} ${texts.subject(row.subject_code, row.subject_name)} · ${texts.year(year)}`,
    value: texts.withUnit(numbers.amount(row.actual!), unit),
    sides: [
      sources.side({
        label: words.of.actual.side(year),
        amount: row.actual,
        basis: words.publishedBasis,
        locator: row.locator,
        year,
      }),
      ...(row.alt_actual === null
        ? []
        : [
            sources.side({
              label: words.of.actual.altSide(year),
              amount: row.alt_actual,
              basis: null,
              locator: row.alt_locator,
              year,
            }),
          ]),
      ...(row.prior_actual === null
        ? []
        : [
            sources.side({
              label: words.of.actual.side(year - 1),
              amount: row.prior_actual,
              basis: row.prior_basis === 'implied' ? words.of.actual.implied : words.publishedBasis,
              locator: row.prior_locator,
              year: row.prior_basis === 'implied' ? year : year - 1,
            }),
          ]),
    ],
    computed,
    remarks: row.contested ? [words.contested] : [],
    query: QUERY,
  };
}
