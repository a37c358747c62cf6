import type { trendsZh } from './trends-zh.ts';

const kinds = { actual: '', initial_budget: ' (initial budget)' } as const;

/** Strings of the view over the years, in English. */
export const trendsEn: typeof trendsZh = {
  name: 'Trends',
  intro:
    'Any measure or subject over the years, as an amount, an index (first year = 100) or a share; several bodies and several items beside each other.',
  empty: 'Nothing can be compared over the years.',
  mode: 'Show',
  modes: { absolute: 'Amounts', index: 'Index (first year = 100)', share: 'Share' },
  layout: 'Layout',
  layouts: { together: 'One chart', apart: 'One each, same scale' },
  addBody: 'Add a body',
  addItem: 'Add a measure or subject',
  choose: 'Choose…',
  shown: 'Shown',
  remove: (name) => `Remove ${name}`,
  unknown: (names) => `“${names.join('”, “')}” of the address is not in the data.`,
  series: (name, kind) => `${name}${kinds[kind]}`,
  bodyItem: (body, item) => `${body}: ${item}`,
  from: (name, year, before, later, now, unit) => `${name}: ${before} in ${year}, ${now} in ${later} (${unit})`,
  only: (name, year, now, unit) => `${name}: ${now} in ${year} (${unit})`,
  indexed: (name, later, now, year) => `${name}: ${later} is ${now} of ${year}`,
  shareOf: (name, base) => `${name} as a share of ${base}`,
  andOthers: (count) => `, and ${count} more`,
  noValue: {
    absolute: 'No amounts are published of what is chosen.',
    index: 'What is chosen has no first year that could be 100.',
    share: 'What is chosen is no part of another measure, or that one is not published: there is no share.',
  },
  partlyMissing: (names, mode) =>
    `No ${mode === 'share' ? 'share' : mode === 'index' ? 'index' : 'amount'}: ${names.join(', ')}.`,
  point: (name, year, value, unit) => `${name}, ${year}: ${value}${unit}`,
  implied: ' (implied)',
  other: (amount, unit) => `; also ${amount} (${unit}), inconsistent (to be verified)`,
  key: {
    budget: 'Dashes: initial budget',
    implied: "Hollow: implied by another year's document",
    contested: '※ Inconsistent (to be verified)',
  },
  description: (parts) => `Lines over the years. ${parts.join('; ')}.`,
  item: 'Item',
  fund: (fund) => `Funds: ${fund}`,
  indexFormula: (amount, first, year, result) => `index = amount ÷ ${year} = ${amount} ÷ ${first} = ${result}`,
  shareFormula: (amount, base, name, result) => `share = amount ÷ ${name} = ${amount} ÷ ${base} = ${result}`,
  impliedBasis: "implied by the change that another year's document states, not published",
  measures: 'Measures',
};
