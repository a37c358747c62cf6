import type { changeZh } from './change-zh.ts';

type Direction = 'up' | 'down' | 'flat';
const verb: Record<Direction, string> = { up: 'rose by', down: 'fell by', flat: 'did not change' };
const noun: Record<Direction, string> = { up: 'up', down: 'down', flat: 'unchanged' };
const amounts = { actual: 'Spending', initial_budget: 'Budgeted spending' } as const;
const kinds = { actual: 'final accounts', initial_budget: 'initial budget' } as const;

/** Strings of the view of what caused a change, in English. */
export const changeEn: typeof changeZh = {
  name: 'What changed',
  intro:
    'What the change from last year to this is made of, by subject: the parts sum to the change exactly. Choose a subject to see what is below it.',
  kind: 'Figures',
  kinds: { actual: 'Final accounts', initial_budget: 'Initial budget' },
  fund: 'Funds',
  funds: {
    all: 'All funds',
    fiscal: 'Fiscal appropriations',
    general_public: 'General public budget',
    government_fund: 'Government funds',
    state_capital: 'State capital operations',
  },
  total: 'Total',
  steps: 'Levels of the subject',
  other: 'Seen otherwise:',
  opens: 'One level down:',
  empty: 'No change can be broken down: this or last year is not published, or of another scope.',
  unknownSubject: (code) =>
    `Subject “${code}” of the address has no change to break down in this year; the level above is shown.`,
  impliedPrior: "Last year's amount is implied by the change that this year's document states.",
  scale:
    'The scale does not begin at 0: the lines are last and this year’s totals, the bars what the parts changed by.',
  unchanged: (count) => `${count} more ${count === 1 ? 'subject' : 'subjects'} did not change: see the table.`,
  untitled: (year) => `Change from ${year - 1} to ${year}`,
  title: (kind, year, subject, direction, amount, unit) =>
    `${subject === null ? amounts[kind] : `${amounts[kind]} on ${subject}`} in ${year} ${verb[direction]}${
      direction === 'flat' ? '' : ` ${amount} (${unit})`
    }`,
  mainly: (part, direction, amount) => `, mainly because of ${part}: ${noun[direction]} ${amount}`,
  most: (part, direction, amount) => `, most of all ${part}: ${noun[direction]} ${amount}`,
  against: (part, direction, amount) => `; ${part} went ${noun[direction]} ${amount}`,
  leaf: (part, direction, amount) =>
    `; of which ${part}: ${noun[direction]}${direction === 'flat' ? '' : ` ${amount}`}`,
  notAttributed: {
    no_parts: ', which cannot be broken down: this year publishes no subjects',
    no_prior_detail: ', which cannot be broken down: there are no subjects for last year',
    some_prior_missing: ', most of which cannot be attributed: last year’s subjects are incomplete',
    sums_differ: ', most of which cannot be attributed: the subjects do not add up to the total',
  },
  bar: {
    no_parts: 'Not attributable (no subjects this year)',
    no_prior_detail: 'Not attributable (no subjects last year)',
    some_prior_missing: 'Not attributed (last year’s subjects incomplete)',
    sums_differ: 'Not attributed (subjects do not add up)',
  },
  end: (kind, year) => `${year} ${kinds[kind]}`,
  label: (change, points) => (points === null ? change : `${change} · ${points} pp`),
  part: (name, change, unit, points) =>
    `${name} ${change} (${unit})${points === null ? '' : `, ${points} percentage points`}`,
  description: (start, parts, end) =>
    `Bridge from ${start} to ${end}: lines are the totals at both ends, bars what the parts changed by. ${parts.join('; ')}.`,
  key: { up: 'Increase', down: 'Decrease', unattributed: 'Not attributable', end: 'Last and this year’s total' },
  subject: 'Subject',
  priorAmount: (year) => String(year),
  change: 'Change',
  changePct: 'Change %',
  contribution: 'Contribution (pp)',
  sumRow: 'Total',
  contributionOf: (change, whole, result) =>
    `contribution = change of the part ÷ |last year's total| = ${change} ÷ |${whole}| = ${result} percentage points`,
  remainderOf: (whole, result) => `not attributed = change ${whole} − sum of the subjects' changes = ${result}`,
  zeroListed: 'The statement of that year does not list this subject: it counts as 0.',
};
