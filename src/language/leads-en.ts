import type { Texts } from './texts.ts';

const budgets: Record<string, string> = { initial_budget: 'initial budget', revised_budget: 'revised budget' };
const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** Strings of the leads in English. */
export const leadsEn: Texts['leads'] = {
  kicker: 'Where to start',
  waiting: 'Checking, and looking for leads…',
  title: (number, parts) => (number === 0 ? 'No lead fits' : `${count(number, 'lead', 'leads')}: ${parts.join(', ')}`),
  lead: 'By the share of the difference in the year’s total, the largest first. A lead says where the numbers deserve a look; it is no conclusion. Reasons are for the documents and the departments to give.',
  kinds: {
    change: 'Large change',
    budget_change: 'Large change of budget',
    driver: 'Subject behind a change',
    unbudgeted: 'Spending without a budget',
    execution: 'Execution off its budget',
    contradiction: 'Inconsistent (to be verified)',
  },
  counted: {
    change: (number) => count(number, 'large change', 'large changes'),
    budget_change: (number) => count(number, 'large change of budget', 'large changes of budget'),
    driver: (number) => count(number, 'subject behind a change', 'subjects behind a change'),
    unbudgeted: (number) => count(number, 'subject spent on without a budget', 'subjects spent on without a budget'),
    execution: (number) => count(number, 'subject far off its budget', 'subjects far off their budget'),
    contradiction: (number) => count(number, 'inconsistency (to be verified)', 'inconsistencies (to be verified)'),
  },
  kindHint: {
    change: 'up or down by 10 % or more on the prior year',
    budget_change: 'initial budget up or down by 10 % or more on the prior year’s',
    driver: 'a change of a fifth or more of the change of the total',
    unbudgeted: 'a budget of 0, and spending',
    execution: 'a rate 30 points or more off 100 %',
    contradiction: 'two numbers of the documents are inconsistent (to be verified)',
  },
  filters: 'Filter',
  kind: 'Kind',
  body: 'Department or unit',
  year: 'Of year',
  all: 'All',
  clear: 'Clear the filter',
  empty: 'No lead fits.',
  more: (number) => `Show ${number} more`,
  weight: (rate) => `difference: ${rate} of the year’s total`,
  noWeight: 'not an amount',
  severity: (severity) => `gravity ${severity} of 5`,
  source: 'Source',
  open: 'Open:',
  to: {
    overview: 'Overview',
    change: 'What changed',
    compare: 'Comparison',
    execution: 'Execution',
    reconciliation: 'Finding',
  },
  sentences: {
    driver: (year, subject, amount) => `${subject} ${year}: ${amount}`,
    driverBudget: (year, subject, amount) => `${subject} ${year}, initial budget: ${amount}`,
    drives: ', a fifth or more of the change of the total',
    unbudgeted: (year, subject, budget, amount) =>
      `${subject} ${year}: ${amount} spent against a budget (${budgets[budget]}) of 0`,
    execution: (year, subject, budget, { amount, base, difference, rate }, over) =>
      `${subject} ${year}: ${amount} spent, ${difference} ${over ? 'more' : 'less'} than the ${budgets[budget]} of ${base}${
        rate === null ? '' : ` (${rate} ${over ? 'over' : 'under'})`
      }`,
    quoted: (subject) => subject,
    contradiction: (_message, subject, first, second, unit) =>
      `${subject}: two numbers, ${first} and ${second} ${unit}, are inconsistent (to be verified)`,
    stop: '.',
  },
  sides: {
    amount: (year) => `Final accounts ${year}`,
    budget: (year) => `Initial budget ${year}`,
    prior_actual: (year) => `Final accounts ${year - 1}`,
    prior_initial_budget: (year) => `Initial budget ${year - 1}`,
    initial_budget: (year) => `Initial budget ${year}`,
    revised_budget: (year) => `Revised budget ${year}`,
    one: 'One number',
    other_number: () => 'The other number',
  },
  difference: (amount, base, result) => `Difference = ${amount} − ${base} = ${result}`,
};
