import { executionRates } from '../../charts/execution-rates.ts';
import { directionOf } from '../../language/numbers.ts';
import type { Voice } from '../../language/voice.ts';
import type { ProjectExecution } from '../../metrics/rows.ts';
import { budgetOf } from '../overview/finding.ts';
import type { PanelContext } from '../overview/panel-context.ts';
import type { PanelModel } from '../overview/panel-model.ts';
import { sourceLine } from '../sources.ts';
import { projectsTable } from './execution-tables.ts';
import { projectSource } from './project-source.ts';

/** So many rows are drawn; the table has all. */
const MOST = 12;

/**
 * Projects as they are listed on the page, each with its rate of execution; null where none of them has a rate. The title
 * speaks of those that are the department's own, each sum of money once.
 */
export function projectsPanel(
  listed: readonly ProjectExecution[],
  context: Omit<PanelContext, 'drill'>,
): PanelModel | null {
  const { voice, year, room } = context;
  const { texts, numbers } = voice;
  const words = texts.story.projects;
  const rated = listed.filter((row) => row.execution_pct !== null && budgetOf(row) !== null);
  const drawn = rated.slice(0, MOST);
  if (drawn.length === 0) return null;
  const label = (row: ProjectExecution): string =>
    words.label(numbers.rate(row.execution_pct!), numbers.amount(row.executed!), numbers.amount(budgetOf(row)!.amount));
  const pick = (row: ProjectExecution): string => row.locator ?? row.annex;
  const open = (row: ProjectExecution): void => context.open((sources) => projectSource(row, sources));
  const names = uniqueNames(drawn);
  const left = listed.length - drawn.length;
  const titled = titledProject(rated);
  return {
    openTitle: titled === null ? null : () => open(titled),
    title: projectsTitle(rated, voice) ?? texts.executionPage.projectsTitle(listed.length, listed.length),
    description: words.description(drawn.map((row) => words.part(names.get(row)!, label(row)))),
    chart: executionRates(
      drawn.map((row) => ({
        name: names.get(row)!,
        rate: row.execution_pct,
        label: room.narrow ? numbers.rate(row.execution_pct!) : label(row),
        total: false,
        tooltip: words.part(row.project_name, label(row)),
        pick: pick(row),
      })),
      // The names of projects are sentences: they stand above their dots.
      { ...room, narrow: true },
    ),
    table: projectsTable(listed, texts.executionPage.projects, {
      voice,
      marks: context.marks,
      open: (_department, write) => context.open(write),
    }),
    source: sourceLine(
      context,
      new Set([year]),
      drawn.map(({ locator }) => locator),
    ),
    years: [year],
    note: noteOf(listed, left, voice),
    marks: [],
    open: (chosen) => {
      const row = drawn.find((each) => pick(each) === chosen);
      if (row !== undefined) open(row);
    },
    key: [{ swatch: 'dot', text: texts.execution.key }],
  };
}

/** What the title leaves out of its count, and what the chart leaves to the table. */
function noteOf(listed: readonly ProjectExecution[], left: number, { texts }: Voice): string | null {
  const words = texts.executionPage;
  const counted = words.counted(
    listed.filter(({ repeated_of }) => repeated_of !== null).length,
    listed.filter(({ outside_department }) => outside_department).length,
  );
  const notes = [counted === '' ? '' : words.amongProjects(counted), left > 0 ? words.moreProjects(left) : ''];
  return notes.filter(Boolean).join(words.between) || null;
}

/** Which project is furthest off its budget, of the listed ones; null where none is the department's own. */
export function projectsTitle(listed: readonly ProjectExecution[], { texts, numbers, unit }: Voice): string | null {
  const words = texts.story.projects;
  const own = ownOf(listed);
  const first = titledProject(listed);
  if (own.length === 0) return null;
  if (first === null) return words.asBudgeted(own.length);
  const budget = budgetOf(first)!;
  const said = [
    first.project_name,
    numbers.amount(first.executed!),
    unit,
    texts.budgets[budget.base]!,
    numbers.amount(budget.amount),
    first.execution_pct === null ? null : numbers.rate(first.execution_pct),
  ] as const;
  return own.length === 1 ? words.only(...said) : words.furthest(own.length, ...said);
}

/** The project that the title speaks of; null where it only counts them, or there is none. */
function titledProject(listed: readonly ProjectExecution[]): ProjectExecution | null {
  const own = ownOf(listed);
  const first = own[0];
  return first === undefined || (own.length > 1 && directionOf(first.deviation!) === 0) ? null : first;
}

function ownOf(listed: readonly ProjectExecution[]): ProjectExecution[] {
  return listed.filter((row) => row.repeated_of === null && !row.outside_department && row.deviation !== null);
}

/** Two projects of one name are told apart by their annexes: rows of a chart are found by their name. */
export function uniqueNames(rows: readonly ProjectExecution[]): Map<ProjectExecution, string> {
  return new Map(
    rows.map((row) => [
      row,
      rows.filter(({ project_name }) => project_name === row.project_name).length > 1
        ? `${row.project_name}（${row.annex}）`
        : row.project_name,
    ]),
  );
}
