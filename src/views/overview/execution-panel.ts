import { executionRates, LAST_RATE } from '../../charts/execution-rates.ts';
import { position } from '../../charts/position.ts';
import type { TableCell } from '../../components/data-table.ts';
import type { FigureSource } from '../../components/figure-source.ts';
import { directionOf } from '../../language/numbers.ts';
import type { Execution } from '../../metrics/rows.ts';
import { budgetWords } from '../quotes/budget-words.ts';
import { quoteOf } from '../quotes/figure-quote.ts';
import { budgetOf } from './finding.ts';
import { namedMarks, type MarkedPlace } from './marks.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelModel } from './panel-model.ts';
import { plain, statedRate } from './exact-text.ts';
import { descending } from './row-order.ts';
import { sourceLine, type Sources } from '../sources.ts';

const QUERY = 'queries/metrics/execution.sql';
const TOTAL = 'total';

/** The total first, then subjects by rate, then those without a rate: contested, unbudgeted, not known. */
export function executionRows(rows: readonly Execution[], year: number): Execution[] {
  const ofYear = rows.filter((row) => row.fiscal_year === year && row.actual !== null);
  const rank = (row: Execution): number => {
    if (row.subject_code === TOTAL) return 0;
    if (row.execution_pct !== null) return 1;
    return { contested: 2, unbudgeted: 3 }[row.status as string] ?? 4;
  };
  return [...ofYear].sort(
    (a, b) => rank(a) - rank(b) || descending(a.execution_pct, b.execution_pct) || descending(a.actual, b.actual),
  );
}

/** Actual against budget by 项; null where nothing of it is published. */
export function executionPanel(rows: readonly Execution[], context: PanelContext): PanelModel | null {
  const { voice, year, room } = context;
  const { texts, numbers } = voice;
  const words = texts.execution;
  const shown = executionRows(rows, year);
  if (!shown.some((row) => budgetOf(row) !== null)) return null;
  const name = (row: Execution): string =>
    row.subject_code === TOTAL ? words.total : texts.subject(row.subject_code, row.subject_name);
  const open = (row: Execution): void => context.open((sources) => executionSource(row, sources));
  const cell = (row: Execution, exact: string | null, write: (exact: string) => string): TableCell =>
    exact === null
      ? { kind: 'none', text: '—' }
      : { kind: 'number', text: write(exact), exact, onopen: () => open(row) };
  const spent = (row: Execution): MarkedPlace => ({ amount: row.actual, locator: row.locator, year });
  const budgeted = (row: Execution): MarkedPlace => ({
    amount: budgetOf(row)?.amount ?? null,
    locator: row.budget_locator,
    year,
  });
  const marked = (cell: TableCell, place: MarkedPlace): TableCell =>
    cell.kind === 'number' ? { ...cell, mark: context.marks.of(place) } : cell;
  const bases = new Set(shown.flatMap((row) => budgetOf(row)?.base ?? []));
  const budgetName = bases.size === 1 ? texts.budgets[[...bases][0]!]! : words.budget;
  const names = uniqueNames(shown, name);
  const beyond = shown.some((row) => row.execution_pct !== null && position(row.execution_pct) > LAST_RATE);
  const total = titledTotal(shown);
  return {
    title: title(shown, context),
    openTitle: total === null ? null : () => open(total.row),
    description: words.description(shown.map((row) => words.part(name(row), rateText(row, context)))),
    chart: executionRates(
      shown.map((row) => ({
        name: names.get(row)!,
        rate: row.execution_pct,
        // On a narrow page the amounts would leave the dots no room: they are in the table.
        label: room.narrow && row.execution_pct !== null ? numbers.rate(row.execution_pct) : rateText(row, context),
        total: row.subject_code === TOTAL,
        tooltip: `${name(row)} ${rateText(row, context)}`,
        pick: row.subject_code,
      })),
      room,
    ),
    key: [
      { swatch: 'dot', text: words.key },
      ...(shown.some((row) => row.subject_code === TOTAL) ? [{ swatch: 'total' as const, text: words.total }] : []),
    ],
    table: {
      caption: words.untitled,
      columns: [
        { title: words.subject, kind: 'text' },
        { title: budgetName, kind: 'number', unit: 'wan' },
        { title: words.actual, kind: 'number', unit: 'wan' },
        { title: words.rate, kind: 'number', unit: 'percent' },
        { title: words.deviation, kind: 'number', unit: 'wan' },
        { title: words.status, kind: 'text' },
      ],
      rows: shown.map((row) => ({
        key: row.subject_code,
        strong: row.subject_code === TOTAL,
        cells: [
          { kind: 'text', text: row.subject_code === TOTAL ? name(row) : `${row.subject_code} ${name(row)}` },
          marked(cell(row, budgetOf(row)?.amount ?? null, numbers.amount), budgeted(row)),
          marked(cell(row, row.actual, numbers.amount), spent(row)),
          cell(row, row.execution_pct, numbers.rate),
          cell(row, row.deviation, numbers.signed),
          { kind: 'text', text: words.statuses[row.status] ?? row.status },
        ],
      })),
    },
    source: sourceLine(
      context,
      new Set([year]),
      shown.flatMap((row) => [row.budget_locator, row.locator]),
    ),
    years: [year],
    note: beyond ? words.beyond(`${LAST_RATE}%`) : null,
    marks: namedMarks(
      shown.flatMap((row) => [spent(row), budgeted(row)].map((place) => ({ ...place, name: name(row) }))),
      context.marks,
    ),
    open: (pick) => {
      const row = shown.find(({ subject_code }) => subject_code === pick);
      if (row !== undefined) open(row);
    },
  };
}

/** A chart has one row per name: subjects of the same name get their code. */
function uniqueNames(rows: readonly Execution[], name: (row: Execution) => string): Map<Execution, string> {
  const seen = new Map<string, number>();
  for (const row of rows) seen.set(name(row), (seen.get(name(row)) ?? 0) + 1);
  return new Map(rows.map((row) => [row, seen.get(name(row)) === 1 ? name(row) : `${name(row)} ${row.subject_code}`]));
}

/** Rate and amounts, or in words why there is no rate. */
function rateText(row: Execution, { voice: { texts, numbers } }: PanelContext): string {
  const words = texts.execution;
  const actual = numbers.amount(row.actual!);
  if (row.status === 'contested')
    return words.contested(actual, row.alt_actual === null ? null : numbers.amount(row.alt_actual));
  const budget = budgetOf(row);
  if (budget === null) return words.notKnown(actual);
  if (row.execution_pct !== null)
    return `${numbers.rate(row.execution_pct)} · ${words.ofBudget(actual, numbers.amount(budget.amount))}`;
  return directionOf(row.actual!) === 0 ? words.nothing : words.unbudgeted(actual, texts.budgets[budget.base]!);
}

/** The total with its rate, where there is one to be said. */
function titledTotal(rows: readonly Execution[]): { row: Execution; base: 'initial' | 'revised'; rate: string } | null {
  const row = rows.find(({ subject_code }) => subject_code === TOTAL);
  const budget = row === undefined ? null : budgetOf(row);
  if (row === undefined || budget === null || row.execution_pct === null) return null;
  return { row, base: budget.base, rate: row.execution_pct };
}

function title(rows: readonly Execution[], { voice: { texts, numbers } }: PanelContext): string {
  const words = texts.execution;
  const total = titledTotal(rows);
  if (total === null) return words.untitled;
  const count = (status: Execution['status']): number =>
    rows.filter((row) => row.subject_code !== TOTAL && row.status === status).length;
  return (
    words.title(texts.budgets[total.base]!, numbers.rate(total.rate)) +
    words.titleCounts(count('over'), count('under'), count('unbudgeted'))
  );
}

/** Where actual, budget and rate of a subject come from. */
export function executionSource(row: Execution, sources: Sources): FigureSource {
  const { texts, numbers, unit } = sources.voice;
  const words = texts.source;
  const year = row.fiscal_year;
  const budget = budgetOf(row);
  const computed: string[] = [];
  if (budget !== null && row.execution_pct !== null)
    computed.push(
      words.execution(texts.budgets[budget.base]!, plain(row.actual!), plain(budget.amount), `${row.execution_pct}%`),
    );
  if (budget !== null && row.deviation !== null)
    computed.push(
      words.deviation(texts.budgets[budget.base]!, plain(row.actual!), plain(budget.amount), plain(row.deviation)),
    );
  const name =
    row.subject_code === TOTAL
      ? texts.execution.total
      : `${row.subject_code} ${texts.subject(row.subject_code, row.subject_name)}`;
  return {
    title: `${name} · ${texts.year(year)}`,
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
      ...(budget === null
        ? []
        : [
            sources.side({
              label: words.sides.budget(texts.budgets[budget.base]!),
              amount: budget.amount,
              basis: words.publishedBasis,
              locator: row.budget_locator,
              year,
            }),
          ]),
    ],
    computed,
    remarks: [
      ...(row.contested ? [words.contested] : []),
      ...(row.stated_execution_pct === null
        ? []
        : [words.claimed(`${texts.execution.rate} ${statedRate(row.stated_execution_pct)}`)]),
    ],
    query: QUERY,
    about: { department: row.department_id, year },
    quote: quoteOf(
      {
        body: row.department_name,
        year,
        name:
          row.subject_code === TOTAL
            ? texts.execution.total
            : texts.quote.subject(row.subject_code, texts.subject(row.subject_code, row.subject_name)),
        // The total of a unit is of all funds, and the row does not say which it is.
        fund: row.subject_code === TOTAL ? null : (texts.funds.general_public ?? null),
        kind: 'actual',
        amount: row.actual,
        basis: 'published',
        other: row.alt_actual,
        contested: row.contested,
        budget:
          budget === null
            ? null
            : {
                ...budgetWords(budget.base, texts),
                amount: budget.amount,
                other: budget.base === 'initial' ? row.alt_initial_budget : null,
                rate: row.execution_pct,
              },
      },
      sources.voice,
    ),
  };
}
