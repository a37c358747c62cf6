import { executionRates } from '../../charts/execution-rates.ts';
import { directionOf } from '../../language/numbers.ts';
import type { ProjectExecution } from '../../metrics/rows.ts';
import type { Deviation } from '../../state/exploring.ts';
import { below, byDeviation } from '../execution/execution-list.ts';
import { projectsTable } from '../execution/execution-tables.ts';
import { projectSource } from '../execution/project-source.ts';
import { projectsTitle, uniqueNames } from '../execution/projects-panel.ts';
import { budgetOf } from '../overview/finding.ts';
import { sourceLine } from '../sources.ts';
import type { FetchSlide, SlideBody, SlideContext } from './slide.ts';

/** Names above their dots: those of projects are long, and five of them fill the screen. */
const MOST = 5;

/** The projects that are furthest off their budget. */
export const projectsSlide: FetchSlide = async (dashboard, { body, year }) => {
  const rows = await dashboard.projectExecution({ department: body.id, year });
  return (context) => slideOf(rows, context);
};

function slideOf(rows: readonly ProjectExecution[], context: SlideContext): SlideBody | null {
  const { address, voice, year, room, open } = context;
  const { texts, numbers, unit } = voice;
  const words = texts.story.projects;
  const order = (address.order as Deviation | null) ?? 'amount';
  const listed = byDeviation(below(rows, address.below), order);
  // The same money listed twice is one project, that of others is none; without a budget there is no distance from it.
  const told = listed.filter(
    (row) => row.repeated_of === null && !row.outside_department && row.deviation !== null && budgetOf(row) !== null,
  );
  const first = told[0];
  if (first === undefined) return null;
  const drawn = told.filter(({ deviation }) => directionOf(deviation!) !== 0).slice(0, MOST);
  const shown = drawn.length === 0 ? told.slice(0, MOST) : drawn;
  const label = (row: ProjectExecution): string =>
    words.label(
      row.execution_pct === null ? null : numbers.rate(row.execution_pct),
      numbers.amount(row.executed!),
      numbers.amount(budgetOf(row)!.amount),
    );
  const names = uniqueNames(shown);
  // Of those that the headline counts.
  const left = told.length - shown.length;
  return {
    finding: projectsTitle(told, voice)!,
    charts: [
      {
        name: '',
        chart: executionRates(
          shown.map((row) => ({
            name: names.get(row)!,
            rate: row.execution_pct,
            label: label(row),
            total: false,
            tooltip: words.part(row.project_name, label(row)),
            pick: row.locator ?? row.annex,
          })),
          { ...room, narrow: true },
        ),
        description: words.description(shown.map((row) => words.part(row.project_name, label(row)))),
      },
    ],
    facts: [],
    unit,
    key: [{ swatch: 'dot', text: texts.execution.key }],
    source: sourceLine(
      context,
      new Set([year]),
      shown.map(({ locator }) => locator),
    ),
    table: projectsTable(listed, texts.executionPage.projects, {
      voice,
      marks: context.marks,
      open: (_department, write) => open(write),
    }),
    remarks: left > 0 ? [texts.story.more(left)] : [],
    openSource: () => open((sources) => projectSource(first, sources)),
  };
}
