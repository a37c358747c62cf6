import { shareBars } from '../../charts/share-bars.ts';
import type { FigureSource } from '../../components/figure-source.ts';
import type { ThreePublicTrend } from '../../metrics/rows.ts';
import { quoteOf } from '../quotes/figure-quote.ts';
import { namedMarks } from './marks.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelModel } from './panel-model.ts';
import { sourceLine, type Sources } from '../sources.ts';
import { allBudgets, budgetOf, COMPONENTS, type NamedBudget } from './three-public-budgets.ts';

const QUERY = 'queries/metrics/three_public_trend.sql';

interface BudgetedPart {
  row: ThreePublicTrend;
  budget: NamedBudget;
}

/** “三公” by part as budgeted, for a year without actual amounts; null where no budget is published either. */
export function threePublicBudgetPanel(rows: readonly ThreePublicTrend[], context: PanelContext): PanelModel | null {
  const { voice, year, room } = context;
  const { texts, numbers, unit } = voice;
  const words = texts.threePublic;
  const parts = COMPONENTS.flatMap((component): BudgetedPart[] => {
    const row = rows.find((candidate) => candidate.fiscal_year === year && candidate.component === component);
    const budget = row === undefined ? null : budgetOf(row, voice);
    return row === undefined || budget === null ? [] : [{ row, budget }];
  });
  const first = parts[0];
  if (first === undefined) return null;
  const kinds = new Set(parts.map(({ budget }) => budget.name));
  const budgetName = kinds.size === 1 ? first.budget.name : words.budget;
  const name = ({ row }: BudgetedPart): string => texts.measures[row.component] ?? row.component_name;
  const said = (part: BudgetedPart): string =>
    words.budgetPart(name(part), part.budget.name, numbers.amount(part.budget.amount), unit);
  const open = (part: BudgetedPart): void => context.open((sources) => budgetSource(part.row, sources));
  const markOf = ({ row, budget }: BudgetedPart) => ({ amount: budget.amount, locator: row.budget_locator, year });
  return {
    title:
      first.row.component === 'three_public'
        ? words.budgetTitle(first.budget.name, numbers.amount(first.budget.amount), unit)
        : words.untitled,
    openTitle: first.row.component === 'three_public' ? () => open(first) : null,
    description: words.budgetDescription(parts.map(said)),
    chart: shareBars(
      parts.map((part) => ({
        name: name(part),
        amount: part.budget.amount,
        parts: null,
        label: numbers.amount(part.budget.amount),
        tooltip: said(part),
        pick: part.row.component,
      })),
      room,
    ),
    key: [{ swatch: 'first', text: budgetName }],
    table: {
      caption: words.untitled,
      columns: [
        { title: words.component, kind: 'text' },
        { title: budgetName, kind: 'number', unit: 'wan' },
      ],
      rows: parts.map((part) => ({
        key: part.row.component,
        strong: part.row.component === 'three_public',
        cells: [
          {
            kind: 'text',
            text: name(part),
            indent: part.row.component.startsWith('vehicle_') ? 2 : part.row.component === 'three_public' ? 0 : 1,
          },
          {
            kind: 'number',
            text: numbers.amount(part.budget.amount),
            exact: part.budget.amount,
            onopen: () => open(part),
            mark: context.marks.of(markOf(part)),
          },
        ],
      })),
    },
    source: sourceLine(
      context,
      new Set([year]),
      parts.map(({ row }) => row.budget_locator),
    ),
    years: [year],
    note: null,
    marks: namedMarks(
      parts.map((part) => ({ ...markOf(part), name: name(part) })),
      context.marks,
    ),
    open: (pick) => {
      const part = parts.find(({ row }) => row.component === pick);
      if (part !== undefined) open(part);
    },
  };
}

/** Where the budgets of a part come from. */
export function budgetSource(row: ThreePublicTrend, sources: Sources): FigureSource {
  const { voice } = sources;
  const { texts, numbers, unit } = voice;
  const words = texts.source;
  const year = row.fiscal_year;
  const main = budgetOf(row, voice);
  return {
    title: `${texts.measures[row.component] ?? row.component_name} · ${texts.year(year)}`,
    value: main === null ? texts.tile.none : texts.withUnit(numbers.amount(main.amount), unit),
    sides: [
      ...allBudgets(row, voice).map(({ name, amount }) =>
        sources.side({
          label: words.sides.budget(name),
          amount,
          basis: words.publishedBasis,
          // The place is known of the budget that is shown.
          locator: name === main?.name ? row.budget_locator : null,
          year,
        }),
      ),
      ...(row.alt_initial_budget === null
        ? []
        : [
            sources.side({
              label: words.of.initial_budget.altSide(year),
              amount: row.alt_initial_budget,
              basis: null,
              locator: row.alt_budget_locator,
              year,
            }),
          ]),
    ],
    computed: [],
    remarks: row.alt_initial_budget === null ? [] : [words.contested],
    query: QUERY,
    about: { department: row.department_id, year },
    quote: quoteOf(
      {
        body: row.department_name,
        year,
        name: texts.measures[row.component] ?? row.component_name,
        fund: null,
        kind: main === null || main.kind === 'unlabelled' ? 'budget' : `${main.kind}_budget`,
        amount: main?.amount ?? null,
        basis: 'published',
        other: main?.kind === 'initial' ? row.alt_initial_budget : null,
        contested: row.alt_initial_budget !== null,
      },
      voice,
    ),
  };
}
