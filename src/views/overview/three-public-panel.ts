import { budgetBullets } from '../../charts/budget-bullets.ts';
import type { TableCell } from '../../components/data-table.ts';
import type { FigureSource } from '../../components/figure-source.ts';
import type { ThreePublicTrend } from '../../metrics/rows.ts';
import { budgetWords } from '../quotes/budget-words.ts';
import { quoteOf } from '../quotes/figure-quote.ts';
import { namedMarks, type MarkedPlace } from './marks.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelModel } from './panel-model.ts';
import { plain, statedRate } from './exact-text.ts';
import { sourceLine, type Sources } from '../sources.ts';
import { threePublicBudgetPanel } from './three-public-budget-panel.ts';
import { allBudgets, budgetOf, COMPONENTS } from './three-public-budgets.ts';

const QUERY = 'queries/metrics/three_public_trend.sql';
/** “三公” by part, actual against budget, or the budget alone; null where neither is published. */
export function threePublicPanel(rows: readonly ThreePublicTrend[], context: PanelContext): PanelModel | null {
  const { voice, year, room } = context;
  const { texts, numbers, unit } = voice;
  const words = texts.threePublic;
  const ofYear = COMPONENTS.flatMap((component) =>
    rows.filter((row) => row.fiscal_year === year && row.component === component && row.actual !== null).slice(0, 1),
  );
  if (ofYear.length === 0) return threePublicBudgetPanel(rows, context);
  const name = (row: ThreePublicTrend): string => texts.measures[row.component] ?? row.component_name;
  const open = (row: ThreePublicTrend): void => context.open((sources) => threePublicSource(row, sources));
  const kinds = new Set(ofYear.flatMap((row) => budgetOf(row, voice)?.name ?? []));
  const budgetName = kinds.size === 1 ? [...kinds][0]! : words.budget;
  const part = (row: ThreePublicTrend): string => {
    const budget = budgetOf(row, voice);
    return words.part(
      name(row),
      ` ${numbers.amount(row.actual!)} `,
      budget === null ? null : ` ${numbers.amount(budget.amount)} `,
      budget === null ? null : budget.name,
      unit,
    );
  };
  const label = (row: ThreePublicTrend): string => {
    const budget = budgetOf(row, voice);
    return [numbers.amount(row.actual!), ...(budget === null ? [] : [numbers.amount(budget.amount)])].join(' / ');
  };
  const cell = (row: ThreePublicTrend, exact: string | null, write: (exact: string) => string): TableCell =>
    exact === null
      ? { kind: 'none', text: '—' }
      : { kind: 'number', text: write(exact), exact, onopen: () => open(row) };
  const now = (row: ThreePublicTrend) => ({
    amount: row.actual,
    locator: row.locator,
    year: row.actual_basis === 'implied' ? year + 1 : year,
  });
  const budgeted = (row: ThreePublicTrend) => ({
    amount: budgetOf(row, voice)?.amount ?? null,
    locator: row.budget_locator,
    year,
  });
  const prior = (row: ThreePublicTrend) => ({
    amount: row.prior_actual,
    locator: row.prior_locator,
    year: row.prior_basis === 'implied' ? year : year - 1,
  });
  const marked = (cell: TableCell, place: MarkedPlace): TableCell =>
    cell.kind === 'number' ? { ...cell, mark: context.marks.of(place) } : cell;
  const withPrior = ofYear.some((row) => row.prior_actual !== null);
  return {
    title: title(ofYear[0]!, context),
    openTitle: ofYear[0]!.component === 'three_public' ? () => open(ofYear[0]!) : null,
    description: words.description(ofYear.map(part)),
    chart: budgetBullets(
      ofYear.map((row) => ({
        name: name(row),
        actual: row.actual!,
        budget: budgetOf(row, voice)?.amount ?? null,
        implied: row.actual_basis === 'implied',
        label: label(row),
        tooltip: part(row),
        pick: row.component,
      })),
      room,
    ),
    key: [
      ...(ofYear.some((row) => row.actual_basis !== 'implied')
        ? [{ swatch: 'first' as const, text: words.actual }]
        : []),
      ...(ofYear.some((row) => row.actual_basis === 'implied')
        ? [{ swatch: 'implied' as const, text: texts.totals.impliedKey }]
        : []),
      ...(kinds.size > 0 ? [{ swatch: 'budget' as const, text: words.budgetKey(budgetName) }] : []),
    ],
    table: {
      caption: words.untitled,
      columns: [
        { title: words.component, kind: 'text' },
        { title: budgetName, kind: 'number', unit: 'wan' },
        { title: words.actual, kind: 'number', unit: 'wan' },
        { title: words.rate, kind: 'number', unit: 'percent' },
        ...(withPrior
          ? [
              { title: words.prior, kind: 'number' as const, unit: 'wan' as const },
              { title: words.change, kind: 'number' as const, unit: 'wan' as const },
            ]
          : []),
      ],
      rows: ofYear.map((row) => {
        const budget = budgetOf(row, voice);
        return {
          key: row.component,
          strong: row.component === 'three_public',
          cells: [
            {
              kind: 'text',
              text: name(row),
              indent: row.component.startsWith('vehicle_') ? 2 : row.component === 'three_public' ? 0 : 1,
            },
            marked(cell(row, budget?.amount ?? null, numbers.amount), budgeted(row)),
            marked(cell(row, row.actual, numbers.amount), now(row)),
            cell(row, row.execution_pct, numbers.rate),
            ...(withPrior
              ? [
                  marked(priorCell(row, cell(row, row.prior_actual, numbers.amount)), prior(row)),
                  cell(row, row.change, numbers.signed),
                ]
              : []),
          ],
        };
      }),
    },
    source: sourceLine(
      context,
      new Set([year]),
      ofYear.map((row) => row.locator),
    ),
    years: withPrior ? [year - 1, year] : [year],
    note: contestedNote(ofYear, context),
    marks: namedMarks(
      ofYear.flatMap((row) => [now(row), budgeted(row), prior(row)].map((place) => ({ ...place, name: name(row) }))),
      context.marks,
    ),
    open: (pick) => {
      const row = ofYear.find(({ component }) => component === pick);
      if (row !== undefined) open(row);
    },
  };
}

function priorCell(row: ThreePublicTrend, cell: TableCell): TableCell {
  return cell.kind === 'number' && row.prior_basis === 'implied' ? { ...cell, implied: true } : cell;
}

function title(row: ThreePublicTrend, { voice }: PanelContext): string {
  const { texts, numbers, unit } = voice;
  const words = texts.threePublic;
  if (row.component !== 'three_public') return words.untitled;
  const budget = budgetOf(row, voice);
  return words.title(
    numbers.amount(row.actual!),
    unit,
    budget === null ? null : budget.name,
    row.execution_pct === null ? null : numbers.rate(row.execution_pct),
  );
}

function contestedNote(rows: readonly ThreePublicTrend[], { voice: { texts, numbers } }: PanelContext): string | null {
  const words = texts.threePublic;
  const parts = rows
    .filter((row) => row.contested)
    .map((row) => {
      const sides: string[] = [texts.measures[row.component] ?? row.component_name];
      const { actual, alt_actual: alt, prior_actual: prior, alt_prior_actual: altPrior, fiscal_year: year } = row;
      if (actual !== null && alt !== null)
        sides.push(words.contestedSides(year, numbers.amount(actual), numbers.amount(alt)));
      if (prior !== null && altPrior !== null)
        sides.push(words.contestedSides(year - 1, numbers.amount(prior), numbers.amount(altPrior)));
      return sides.join(' ');
    });
  return parts.length === 0 ? null : words.contestedNote(parts);
}

/** Where the amounts of a part come from, and how rate and change are computed. */
export function threePublicSource(row: ThreePublicTrend, sources: Sources): FigureSource {
  const { voice } = sources;
  const { texts, numbers, unit } = voice;
  const words = texts.source;
  const year = row.fiscal_year;
  const budget = budgetOf(row, voice);
  const computed: string[] = [];
  if (budget !== null && row.execution_pct !== null)
    computed.push(words.execution(budget.name, plain(row.actual!), plain(budget.amount), `${row.execution_pct}%`));
  if (row.change !== null && row.prior_actual !== null) {
    computed.push(words.of.actual.change(plain(row.actual!), plain(row.prior_actual), plain(row.change)));
    if (row.change_pct !== null)
      computed.push(words.of.actual.changePct(plain(row.change), plain(row.prior_actual), `${row.change_pct}%`));
  }
  const side = (label: string, amount: string, basis: string | null, locator: string | null, ofYear: number) =>
    sources.side({ label, amount, basis, locator, year: ofYear });
  return {
    title: `${texts.measures[row.component] ?? row.component_name} · ${texts.year(year)}`,
    value: texts.withUnit(numbers.amount(row.actual!), unit),
    sides: [
      side(
        words.of.actual.side(year),
        row.actual!,
        row.actual_basis === 'implied' ? words.of.actual.impliedLater : words.publishedBasis,
        row.locator,
        year,
      ),
      ...(row.alt_actual === null ? [] : [side(words.of.actual.altSide(year), row.alt_actual, null, null, year)]),
      ...allBudgets(row, voice).map(({ name, amount }) =>
        side(
          words.sides.budget(name),
          amount,
          words.publishedBasis,
          // The place is known of the budget that the rate stands on.
          name === budget?.name ? row.budget_locator : null,
          year,
        ),
      ),
      ...(row.prior_actual === null
        ? []
        : [
            side(
              words.of.actual.side(year - 1),
              row.prior_actual,
              row.prior_basis === 'implied' ? words.of.actual.implied : words.publishedBasis,
              row.prior_locator,
              row.prior_basis === 'implied' ? year : year - 1,
            ),
          ]),
      ...(row.alt_prior_actual === null
        ? []
        : [side(words.of.actual.altSide(year - 1), row.alt_prior_actual, null, row.alt_prior_locator, year)]),
    ],
    computed,
    remarks: [
      ...(row.contested ? [words.contested] : []),
      ...(row.stated_execution_pct === null
        ? []
        : [words.claimed(`${texts.threePublic.rate} ${statedRate(row.stated_execution_pct)}`)]),
    ],
    query: QUERY,
    about: { department: row.department_id, year },
    quote: quoteOf(
      {
        body: row.department_name,
        year,
        name: texts.measures[row.component] ?? row.component_name,
        fund: null,
        kind: 'actual',
        amount: row.actual,
        basis: row.actual_basis,
        other: row.alt_actual,
        contested: row.contested,
        budget:
          budget === null
            ? null
            : {
                ...(budget.kind === 'unlabelled' ||
                (budget.kind === 'initial' && row.initial_budget_kind === 'unlabelled')
                  ? { name: budget.name, label: words.sides.budget(budget.name) }
                  : { ...budgetWords(budget.kind, texts), label: words.sides.budget(budget.name) }),
                amount: budget.amount,
                other: budget.kind === 'initial' ? row.alt_initial_budget : null,
                rate: row.execution_pct,
              },
        change: {
          prior: row.prior_actual,
          basis: row.prior_basis,
          other: row.alt_prior_actual,
          change: row.change,
          change_pct: row.change_pct,
          comparability: row.comparability,
        },
      },
      voice,
    ),
  };
}
