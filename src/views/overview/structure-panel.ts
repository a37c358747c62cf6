import { shareBars } from '../../charts/share-bars.ts';
import type { TableCell, TableColumn } from '../../components/data-table.ts';
import type { FigureSource } from '../../components/figure-source.ts';
import { directionOf } from '../../language/numbers.ts';
import type { Comparability, ExpenditureStructure } from '../../metrics/rows.ts';
import { quoteOf } from '../quotes/figure-quote.ts';
import { plain } from './exact-text.ts';
import { byAmount, inTreeOrder } from './row-order.ts';
import { widestFund } from './headline-choice.ts';
import { namedMarks } from './marks.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelModel } from './panel-model.ts';
import { shownSubject, type ShownSubject } from './shown-subject.ts';
import { sourceLine, type Sources } from '../sources.ts';

const QUERY = 'queries/metrics/expenditure_structure.sql';

/** Subjects of the year on the widest fund that is published by class: as spent, or as budgeted where nothing is. */
export function structureRows(rows: readonly ExpenditureStructure[], year: number): ShownSubject[] {
  const ofYear = rows.filter((row) => row.fiscal_year === year);
  for (const kind of ['actual', 'initial_budget'] as const) {
    const known = ofYear.flatMap((row) => shownSubject(row, kind) ?? []);
    const fund = widestFund(known.filter((row) => row.level === 1).map((row) => row.fund));
    if (fund !== null) return known.filter((row) => row.fund === fund);
  }
  return [];
}

/** The class with the largest amount; undefined where no class is published. */
export function biggestClass(rows: readonly ExpenditureStructure[], year: number): ShownSubject | undefined {
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
  const of = words.of[first.kind];
  const name = (row: ShownSubject): string => texts.subject(row.subject_code, row.subject_name);
  const open = (row: ShownSubject): void => context.open((sources) => structureSource(row, sources));
  const part = (row: ShownSubject): string =>
    words.part(
      name(row),
      ` ${numbers.amount(row.amount)} `,
      row.share_pct === null ? null : numbers.rate(row.share_pct),
      unit,
    );
  const split = classes.some((row) => row.basic !== null && row.project !== null);
  const withChange = all.some((row) => row.change !== null);
  const withContribution = all.some((row) => row.contribution_pp !== null);
  const columns: TableColumn[] = [
    { title: words.subject, kind: 'text' },
    { title: of.amount, kind: 'number', unit: 'wan' },
    { title: words.share, kind: 'number', unit: 'percent' },
    ...(split
      ? [
          { title: texts.measures.basic!, kind: 'number' as const, unit: 'wan' as const },
          { title: texts.measures.project!, kind: 'number' as const, unit: 'wan' as const },
        ]
      : []),
    ...(withChange ? [{ title: of.change, kind: 'number' as const, unit: 'wan' as const }] : []),
    ...(withContribution ? [{ title: words.contribution, kind: 'number' as const, unit: 'points' as const }] : []),
  ];
  const cell = (row: ShownSubject, exact: string | null, write: (exact: string) => string): TableCell =>
    exact === null
      ? { kind: 'none', text: '—' }
      : { kind: 'number', text: write(exact), exact, onopen: () => open(row) };
  const markOf = (row: ShownSubject) => ({ amount: row.amount, locator: row.locator, year });
  const amountCell = (row: ShownSubject, amount: string | null): TableCell => cell(row, amount, numbers.amount);
  return {
    title:
      first.share_pct === null
        ? of.untitled
        : of.title(name(first), numbers.amount(first.amount), numbers.rate(first.share_pct), unit),
    openTitle: first.share_pct === null ? null : () => open(first),
    description: of.description(classes.map(part)),
    chart: shareBars(
      classes.map((row) => ({
        name: name(row),
        amount: row.amount,
        parts: row.basic === null || row.project === null ? null : { first: row.basic, second: row.project },
        label: [numbers.amount(row.amount), row.share_pct === null ? '' : numbers.rate(row.share_pct)]
          .filter(Boolean)
          .join(' · '),
        tooltip: part(row) + (row.change === null ? '' : words.changed(of.change, numbers.signed(row.change), unit)),
        pick: row.subject_code,
      })),
      room,
    ),
    key: split
      ? [
          { swatch: 'first', text: texts.measures.basic! },
          { swatch: 'second', text: texts.measures.project! },
        ]
      : [{ swatch: 'first', text: of.whole }],
    table: {
      caption: of.untitled,
      columns,
      rows: inTreeOrder(all).map((row) => ({
        key: row.subject_code,
        strong: row.level === 1,
        cells: [
          { kind: 'text', text: `${row.subject_code} ${name(row)}`, indent: row.level - 1 },
          { ...amountCell(row, row.amount), mark: context.marks.of(markOf(row)) },
          cell(row, row.share_pct, numbers.rate),
          ...(split ? [amountCell(row, row.basic), amountCell(row, row.project)] : []),
          ...(withChange ? [cell(row, row.change, numbers.signed)] : []),
          ...(withContribution ? [cell(row, row.contribution_pp, numbers.signedPoints)] : []),
        ],
      })),
    },
    source: sourceLine(
      context,
      new Set([year]),
      classes.map((row) => row.locator),
    ),
    years: [year],
    note: first.fund === 'all' ? null : (texts.funds[first.fund] ?? first.fund),
    marks: namedMarks(
      classes.map((row) => ({ ...markOf(row), name: name(row) })),
      context.marks,
    ),
    open: (pick) => {
      const row = classes.find(({ subject_code }) => subject_code === pick);
      if (row === undefined) return;
      if (context.drill !== undefined) context.drill({ subject: pick, by: 'functional' });
      else open(row);
    },
  };
}

/** Where the amount and the share of a subject come from. */
export function structureSource(subject: ShownSubject, sources: Sources): FigureSource {
  const { texts, numbers, unit } = sources.voice;
  const words = texts.source;
  const { row, kind, amount, prior } = subject;
  const total = subject.share_pct === null ? null : subject.total;
  const of = words.of[kind];
  const year = row.fiscal_year;
  const computed: string[] = [];
  if (total !== null) computed.push(of.share(plain(amount), plain(total.amount), `${subject.share_pct}%`));
  if (subject.change !== null && prior !== null)
    computed.push(of.change(plain(amount), plain(prior.amount), plain(subject.change)));
  const alternative = kind === 'actual' ? row.alt_actual : null;
  return {
    title: `${row.subject_code} ${texts.subject(row.subject_code, row.subject_name)} · ${texts.year(year)}`,
    value: texts.withUnit(numbers.amount(amount), unit),
    sides: [
      sources.side({ label: of.side(year), amount, basis: words.publishedBasis, locator: subject.locator, year }),
      ...(alternative === null
        ? []
        : [
            sources.side({
              label: of.altSide(year),
              amount: alternative,
              basis: null,
              locator: row.alt_locator,
              year,
            }),
          ]),
      ...(prior === null
        ? []
        : [
            sources.side({
              label: of.side(year - 1),
              amount: prior.amount,
              basis: prior.basis === 'implied' ? of.implied : words.publishedBasis,
              locator: prior.locator,
              year: prior.basis === 'implied' ? year : year - 1,
            }),
          ]),
      ...(total === null
        ? []
        : [sources.side({ label: of.totalSide(year), basis: words.publishedBasis, ...total, year })]),
    ],
    computed,
    remarks: kind === 'actual' && row.contested ? [words.contested] : [],
    query: QUERY,
    about: { department: row.department_id, year },
    quote: quoteOf(
      {
        body: row.department_name,
        year,
        name: texts.quote.subject(row.subject_code, texts.subject(row.subject_code, row.subject_name)),
        fund: subject.fund === 'all' ? null : (texts.funds[subject.fund] ?? subject.fund),
        kind,
        amount,
        basis: 'published',
        other: alternative,
        contested: kind === 'actual' && row.contested,
        share: subject.share_pct === null ? null : { whole: texts.quote.wholes[kind]!, rate: subject.share_pct },
        change: {
          prior: prior?.amount ?? null,
          basis: prior?.basis ?? null,
          other: kind === 'actual' ? row.alt_prior_actual : null,
          change: subject.change,
          change_pct: kind === 'actual' ? row.change_pct : row.budget_change_pct,
          comparability: kind === 'actual' ? row.comparability : budgetComparability(row),
        },
      },
      sources.voice,
    ),
  };
}

/** The rows of subjects do not say why budgets are not compared. */
function budgetComparability({ prior_initial_budget: prior }: ExpenditureStructure): Comparability {
  if (prior === null) return 'no_prior';
  return directionOf(prior) === 0 ? 'zero_base' : 'comparable';
}
