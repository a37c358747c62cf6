import type { Standing } from './compare-zh.ts';
import type { Texts } from './texts.ts';

type Kind = 'actual' | 'initial_budget';

const kinds: Record<Kind, string> = { actual: 'Final accounts', initial_budget: 'Initial budget' };
const before: Record<Kind, string> = { actual: 'the prior year', initial_budget: 'the prior year’s budget' };
const who = ({ names }: Standing): string => names.join(', ');
const bracket = (text: string | null): string => (text === null ? '' : ` (${text})`);

/** Strings of the comparison in English. */
export const compareEn: Texts['compare'] = {
  kicker: (level, year) => `${level} side by side · ${year}`,
  controls: 'What is compared',
  measure: 'Measure',
  by: 'Ordered by',
  basis: 'Basis',
  level: 'Level',
  at: 'Year compared',
  bodies: 'Bodies',
  allBodies: 'All',
  chosen: (count, all) => (count === all ? `all ${all}` : `${count} of ${all}`),
  orders: {
    change_pct: 'Change in %',
    change: 'Change in amount',
    amount: 'Amount',
    per_staff: 'Amount per person in post',
  },
  bases: { actual: 'Final accounts (else initial budget, apart)', initial_budget: 'Initial budget' },
  kinds,
  levels: { department: 'Departments', unit: 'Units' },
  latest: (back) => (back === 0 ? 'Latest year of each' : `${back} before the latest year of each`),
  waiting: 'Comparing…',
  measureOf: (measure, kind) => `${measure}, ${kind === 'actual' ? 'final accounts' : 'initial budget'}`,

  title: {
    of: (year, measure) => `${measure}${year === null ? '' : `, ${year}`}: `,
    most: {
      down_pct: (body) => `the largest decrease is at ${who(body)}, down ${body.rate}${bracket(body.change)}`,
      up_pct: (body) => `the largest increase is at ${who(body)}, up ${body.rate}${bracket(body.change)}`,
      down: (body) => `the largest decrease is at ${who(body)}, down ${body.change}${bracket(body.rate)}`,
      up: (body) => `the largest increase is at ${who(body)}, up ${body.change}${bracket(body.rate)}`,
      amount: (body) => `the most is at ${who(body)}, ${body.amount}`,
      amountLeast: (body) => `the least at ${who(body)}, ${body.amount}`,
      per_staff: (body) => `the most per person in post is at ${who(body)}, ${body.amount}`,
      per_staffLeast: (body) => `the least at ${who(body)}, ${body.amount}`,
    },
    noneDown: 'none decreased',
    noneUp: 'none increased',
    flat: (kind) => `unchanged from ${before[kind]}`,
    only: (names, clause) => `only ${names} can be placed, ${clause}`,
    clause: {
      down: (amount, _unit, rate) => `down ${amount}${bracket(rate)}`,
      up: (amount, _unit, rate) => `up ${amount}${bracket(rate)}`,
      amount: (amount) => amount,
    },
    nothing: 'nothing that can be placed',
    and: '; ',
    stop: '.',
  },
  lead: {
    ranked: (ranked, all) => `${ranked} of ${all} can be placed`,
    apart: (count) => `; ${count} stand apart, with the reason`,
    ranks: '. Ranks are among all bodies of the level and year in the data; 1 is the most, or the largest increase.',
    noRanks: '. The years differ: placed in order, without ranks.',
  },
  otherYear: (year) =>
    `Fewer than two bodies can be compared in ${year}, so a year that has more is shown; choose another above.`,
  tooFew: 'A comparison needs two bodies or more: choose another.',

  sections: {
    actual: 'Final accounts',
    initial_budget: 'Initial budgets',
    budgetOnly: 'Initial budget only, no final accounts',
    apart: 'Not placed',
  },
  apartNote:
    'These figures are inconsistent, have no comparable base or are not published; they do not stand beside those above.',
  dots: (order) => `Ordered by: ${order}`,
  dotsTitle: (count, order) => `${count === 1 ? '1 body' : `${count} bodies`}, ordered by: ${order}`,
  slope: (kind) => `From ${before[kind]} to this year`,
  slopeTitle: (kind, down, up, flat) =>
    `Against ${before[kind]}: ${[
      down > 0 ? `${down} down` : '',
      up > 0 ? `${up} up` : '',
      flat > 0 ? `${flat} unchanged` : '',
    ]
      .filter(Boolean)
      .join(', ')}`,
  empty: 'Nothing that can be placed.',
  dotsDescription: (order, parts) => `Dots ordered by: ${order}. ${parts.join('; ')}.`,
  slopeDescription: (kind, parts) => `Lines from ${before[kind]} to this year. ${parts.join('; ')}.`,
  part: (name, text) => `${name} ${text}`,
  fromTo: (prior, now) => `${prior} → ${now}`,
  inYear: (name, year) => `${name} (${year})`,
  rank: (rank, of) => `${rank} of ${of}`,
  columns: {
    body: 'Department or unit',
    rank: 'Rank',
    year: 'Year',
    now: (kind) => kinds[kind],
    prior: (kind) => (kind === 'actual' ? 'Prior year' : 'Prior year’s budget'),
    change: 'Change',
    rate: 'Change in %',
    staff: 'Persons in post',
    perStaff: 'Per person in post',
    scope: 'Scope',
    reason: 'Reason',
  },
  administrative: {
    central: 'central',
    province: 'province',
    city: 'city',
    county: 'county or district',
    township: 'township or subdistrict',
  },
  scope: (parts) => parts.join(' · '),
  impliedPrior: 'prior year implied',
  impliedNow: 'this year implied',
  persons: (count) => `${count}`,
  scopeNote:
    'Bodies differ in administrative level, tasks and number of units: amounts alone are no judgement. The scope of money of a measure is the same for all.',
  staffNote: 'Persons in post at the end of the year; only where all units publish it.',
  reasons: {
    contested: (first, second, year) => `inconsistent (to be verified): ${first} and ${second} for ${year}`,
    contestedUnsaid: 'inconsistent with other figures of the document (to be verified)',
    no_prior: (kind) => `${before[kind]} is not published: no comparison`,
    zero_base: (kind) => `${before[kind]} is 0: no rate`,
    scope_differs: (kind) => `the scope differs from ${before[kind]}: no comparison`,
    no_staff: 'persons in post not published by all units',
    budget_per_staff: 'initial budgets are not set against staff',
    unpublished: (year) => `not published for ${year}`,
  },
  source: {
    staff: (year) => `Staff in post at the end of ${year}`,
    rank: (rank) => `rank = place ${rank} among all bodies of the level and year, in the chosen order`,
    perStaff: (amount, staff, result) =>
      `Per person = final accounts ÷ persons in post = ${amount} ÷ ${staff} = ${result}`,
  },
};
