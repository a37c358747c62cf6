import type { FigureSource } from '../../components/figure-source.ts';
import type { ProjectExecution } from '../../metrics/rows.ts';
import { plain, statedRate } from '../overview/exact-text.ts';
import { budgetOf } from '../overview/finding.ts';
import { budgetWords } from '../quotes/budget-words.ts';
import { quoteOf } from '../quotes/figure-quote.ts';
import type { Sources } from '../sources.ts';

const QUERY = 'queries/metrics/project_execution.sql';

/** Where the money of a project stands, and how its rate is computed. */
export function projectSource(row: ProjectExecution, sources: Sources): FigureSource {
  const { texts, numbers, unit } = sources.voice;
  const words = texts.executionPage;
  const { fiscal_year: year, executed, initial_budget, revised_budget, locator } = row;
  const budget = budgetOf(row);
  const side = (label: string, amount: string | null) =>
    sources.side({ label, amount, basis: amount === null ? null : texts.source.publishedBasis, locator, year });
  const computed: string[] = [];
  if (budget !== null && executed !== null) {
    const name = texts.budgets[budget.base]!;
    if (row.execution_pct !== null)
      computed.push(words.source.rate(name, plain(executed), plain(budget.amount), `${row.execution_pct}%`));
    if (row.deviation !== null)
      computed.push(words.source.deviation(name, plain(executed), plain(budget.amount), plain(row.deviation)));
  }
  const score = words.source.score(row.execution_score, row.score);
  return {
    title: `${row.project_name} · ${row.annex} · ${texts.year(year)}`,
    value: executed === null ? texts.tile.none : texts.withUnit(numbers.amount(executed), unit),
    sides: [
      side(words.source.executed, executed),
      ...(revised_budget === null ? [] : [side(texts.source.sides.budget(texts.budgets.revised!), revised_budget)]),
      ...(initial_budget === null ? [] : [side(texts.source.sides.budget(texts.budgets.initial!), initial_budget)]),
    ],
    computed,
    remarks: [
      ...(row.repeated_of === null ? [] : [words.remarks.repeated(row.repeated_of)]),
      ...(row.outside_department ? [words.remarks.outside(row.outside_evidence)] : []),
      ...(row.stated_execution_pct === null
        ? []
        : [texts.source.claimed(`${texts.execution.rate} ${statedRate(row.stated_execution_pct)}`)]),
      ...(score === '' ? [] : [score]),
    ],
    query: QUERY,
    about: { department: row.department_id, year },
    quote: quoteOf(
      {
        body:
          row.unit_name === row.department_name
            ? row.unit_name
            : texts.quote.unitOf(row.department_name, row.unit_name),
        year,
        name: texts.quote.project(row.project_name, row.annex),
        fund: null,
        kind: 'executed',
        amount: executed,
        basis: 'published',
        other: null,
        contested: false,
        budget:
          budget === null
            ? null
            : { ...budgetWords(budget.base, texts), amount: budget.amount, other: null, rate: row.execution_pct },
        more: score === '' ? [] : [texts.quote.score(score)],
      },
      sources.voice,
    ),
  };
}
