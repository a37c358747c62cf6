import type { ExactUnit, TableCell, TableModel } from '../../components/data-table.ts';
import type { FigureSource } from '../../components/figure-source.ts';
import type { Voice } from '../../language/voice.ts';
import type { Execution, ProjectExecution } from '../../metrics/rows.ts';
import { decimalsOf, formatAmount } from '../../money/format.ts';
import { statedRate } from '../overview/exact-text.ts';
import { executionSource } from '../overview/execution-panel.ts';
import type { MarkedPlace, Marks } from '../overview/marks.ts';
import type { Sources } from '../sources.ts';
import { projectSource } from './project-source.ts';

/** What the tables are written with; `open` is told how to write the source. */
export interface TablesContext {
  voice: Voice;
  marks: Marks;
  open: (department: string, write: (sources: Sources) => FigureSource) => void;
}

interface Column<Row> {
  title: string;
  kind: 'text' | 'number';
  /** Of the value, where it is a number. */
  unit?: ExactUnit;
  value: (row: Row) => string | null;
  /** Shown, where it is not the value itself. */
  text?: (value: string) => string;
  place?: (row: Row) => MarkedPlace;
}

/** Every subject with its budgets, spending and rate, and which budget the rate is of. */
export function subjectsTable(rows: readonly Execution[], caption: string, context: TablesContext): TableModel {
  const { texts, numbers } = context.voice;
  const words = texts.executionPage.columns;
  const columns: Column<Execution>[] = [
    {
      title: words.subject,
      kind: 'text',
      value: (row) => `${row.subject_code} ${texts.subject(row.subject_code, row.subject_name)}`,
    },
    {
      title: words.initial,
      kind: 'number',
      unit: 'wan',
      value: (row) => row.initial_budget,
      text: numbers.amount,
      place: (row) => ({ amount: row.initial_budget, locator: row.budget_locator, year: row.fiscal_year }),
    },
    { title: words.revised, kind: 'number', unit: 'wan', value: (row) => row.revised_budget, text: numbers.amount },
    {
      title: words.actual,
      kind: 'number',
      unit: 'wan',
      value: (row) => row.actual,
      text: numbers.amount,
      place: (row) => ({ amount: row.actual, locator: row.locator, year: row.fiscal_year }),
    },
    { title: words.rate, kind: 'number', unit: 'percent', value: (row) => row.execution_pct, text: numbers.rate },
    { title: words.base, kind: 'text', value: (row) => baseOf(row, context.voice) },
    { title: words.deviation, kind: 'number', unit: 'wan', value: (row) => row.deviation, text: numbers.signed },
    {
      title: words.stated,
      kind: 'number',
      unit: 'percent',
      value: (row) => row.stated_execution_pct,
      text: statedRate,
    },
    { title: words.remark, kind: 'text', value: (row) => texts.execution.statuses[row.status] ?? row.status },
  ];
  return tableOf(rows, columns, caption, context, {
    key: (row) => `${row.department_id} ${row.subject_code}`,
    open: (row) => context.open(row.department_id, (sources) => executionSource(row, sources)),
  });
}

/** Every project with its budgets, execution, rate and scores. */
export function projectsTable(rows: readonly ProjectExecution[], caption: string, context: TablesContext): TableModel {
  const { texts, numbers } = context.voice;
  const words = texts.executionPage.columns;
  const columns: Column<ProjectExecution>[] = [
    { title: words.project, kind: 'text', value: (row) => row.project_name },
    { title: words.unit, kind: 'text', value: (row) => row.unit_name },
    { title: words.initial, kind: 'number', unit: 'wan', value: (row) => row.initial_budget, text: numbers.amount },
    {
      title: words.revised,
      kind: 'number',
      unit: 'wan',
      value: (row) => row.revised_budget,
      text: numbers.amount,
      place: (row) => ({ amount: row.revised_budget, locator: row.locator, year: row.fiscal_year }),
    },
    {
      title: words.executed,
      kind: 'number',
      unit: 'wan',
      value: (row) => row.executed,
      text: numbers.amount,
      place: (row) => ({ amount: row.executed, locator: row.locator, year: row.fiscal_year }),
    },
    { title: words.rate, kind: 'number', unit: 'percent', value: (row) => row.execution_pct, text: numbers.rate },
    { title: words.base, kind: 'text', value: (row) => baseOf(row, context.voice) },
    { title: words.deviation, kind: 'number', unit: 'wan', value: (row) => row.deviation, text: numbers.signed },
    { title: words.executionScore, kind: 'number', unit: 'score', value: (row) => row.execution_score, text: points },
    { title: words.score, kind: 'number', unit: 'score', value: (row) => row.score, text: points },
    { title: words.remark, kind: 'text', value: (row) => projectRemark(row, context.voice) },
  ];
  return tableOf(rows, columns, caption, context, {
    key: (row) => `${row.department_id} ${row.annex} ${row.project_name} ${row.locator ?? ''}`,
    open: (row) => context.open(row.department_id, (sources) => projectSource(row, sources)),
  });
}

function tableOf<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  caption: string,
  { marks }: TablesContext,
  { key, open }: { key: (row: Row) => string; open: (row: Row) => void },
): TableModel {
  const cellOf = (row: Row, { kind, value, text, place }: Column<Row>): TableCell => {
    const given = value(row);
    if (kind === 'text') return { kind: 'text', text: given ?? '' };
    if (given === null) return { kind: 'none', text: '—' };
    return {
      kind: 'number',
      text: text?.(given) ?? given,
      exact: given,
      mark: place === undefined ? null : marks.of(place(row)),
      onopen: () => open(row),
    };
  };
  const seen = new Map<string, number>();
  return {
    caption,
    columns: columns.map(({ title, kind, unit }) => ({ title, kind, unit })),
    rows: rows.map((row) => {
      const name = key(row);
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      return {
        key: times === 1 ? name : `${name} (${times})`,
        cells: columns.map((column) => cellOf(row, column)),
        values: columns.map(({ value }) => value(row)),
      };
    }),
  };
}

function baseOf(
  { execution_base, execution_pct }: Pick<Execution, 'execution_base' | 'execution_pct'>,
  { texts }: Voice,
) {
  return execution_base === null || execution_pct === null ? null : (texts.budgets[execution_base] ?? execution_base);
}

function projectRemark({ repeated_of, outside_department, outside_evidence }: ProjectExecution, { texts }: Voice) {
  const words = texts.executionPage.remarks;
  const remarks = [
    ...(repeated_of === null ? [] : [words.repeated(repeated_of)]),
    ...(outside_department ? [words.outside(outside_evidence)] : []),
  ];
  return remarks.length === 0 ? null : texts.list(remarks);
}

/** Points of a score, with the decimals that they were given with. */
function points(score: string): string {
  return formatAmount(score, { decimals: decimalsOf(score) });
}
