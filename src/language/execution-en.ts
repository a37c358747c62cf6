import type { Texts } from './texts.ts';

const counted = (count: number, one: string, many: string): string =>
  count === 0 ? `no ${one}` : `${count} ${count === 1 ? one : many}`;

/** Strings of the page of execution in English. */
export const executionEn: Texts['executionPage'] = {
  kicker: (body, year) => `Execution · ${body} · ${year}`,
  title: {
    none: (body, year) => `${body} published no budgets beside its final accounts for ${year}`,
    projectsOnly: (count) => `${counted(count, 'project', 'projects')} with budget and execution`,
    below: (limit, projects, subjects) =>
      `Under ${limit}% of the budget: ${[
        projects === null ? null : counted(projects, 'project', 'projects'),
        subjects === null ? null : counted(subjects, 'subject', 'subjects'),
      ]
        .filter((part) => part !== null)
        .join(', ')}`,
  },
  counted: (repeated, outside) =>
    [
      repeated > 0 ? `${repeated} repeating the money of another` : '',
      outside > 0 ? `${outside} not in the department’s own spending` : '',
    ]
      .filter(Boolean)
      .join(', '),
  amongProjects: (text) => `Among the projects: ${text}.`,
  total: (name, actual, budget, amount, rate) =>
    `${name} ${actual} ÷ ${budget} ${amount}${rate === null ? '' : ` = ${rate}`}`,
  lead: 'A rate is the final account, or the amount executed in the year, divided by a budget, which each row names. Rates of totals are ratios of totals, not means of rates.',
  filters: 'Filter and order',
  below: 'Rate under (%)',
  belowShort: (limit) => `Under ${limit}%`,
  belowWrong: 'A number with up to four decimals, for example 70.',
  everything: 'All',
  order: 'First by',
  orders: { amount: 'Difference in amount', pct: 'Distance from 100%' },
  projects: 'Projects',
  projectsChart: (limit) => (limit === null ? 'Rates of the projects' : `Projects below ${limit}%`),
  moreProjects: (count) => `${count} more ${count === 1 ? 'project stands' : 'projects stand'} in the table below.`,
  /** Between two sentences. */
  between: ' ',
  subjects: 'Subjects',
  unbudgeted: 'Spending without a budget',
  unbudgetedTitle: (count) => `${counted(count, 'subject', 'subjects')} with spending and a budget of 0`,
  notRated: 'Without a rate',
  projectsTitle: (shown, all) => (shown === all ? `Projects: ${all}` : `Projects: ${shown} of ${all}`),
  subjectsTitle: (shown, all) => (shown === all ? `Subjects: ${all}` : `Subjects: ${shown} of ${all}`),
  emptyFiltered: (limit) => `None has a rate under ${limit}%.`,
  emptyProjects: 'No self-evaluations of projects are published.',
  emptySubjects: 'No budgets beside final accounts by subject are published.',
  columns: {
    project: 'Project',
    unit: 'Carried out by',
    subject: 'Subject',
    initial: 'Initial budget',
    revised: 'Revised budget',
    actual: 'Final account',
    executed: 'Executed',
    rate: 'Rate',
    base: 'Of which budget',
    deviation: 'Executed less budget',
    stated: 'Rate as stated',
    executionScore: 'Score for execution',
    score: 'Total score',
    remark: 'Remark',
  },
  remarks: {
    repeated: (annex) => `the same money as ${annex}`,
    outside: (evidence) => `not in the department’s own spending${evidence === null ? '' : ` (${evidence})`}`,
  },
  source: {
    executed: 'Executed in the year',
    rate: (budget, executed, amount, result) => `Rate = executed ÷ ${budget} = ${executed} ÷ ${amount} = ${result}`,
    deviation: (budget, executed, amount, result) =>
      `Difference = executed − ${budget} = ${executed} − ${amount} = ${result}`,
    score: (execution, total) =>
      [execution === null ? '' : `score for execution ${execution}`, total === null ? '' : `total score ${total}`]
        .filter(Boolean)
        .join(', '),
  },
};
