import type { threePublicViewZh } from './three-public-view-zh.ts';

/** Strings of the view of the “three public” expenses over the years, in English. */
export const threePublicViewEn: typeof threePublicViewZh = {
  name: 'Three public expenses',
  intro:
    'Each part of the three public expenses over the years, spent and budgeted; and what a vehicle, a reception party and a guest cost, where their numbers are published.',
  partsHeading: 'Parts over the years',
  costsHeading: 'Unit costs',
  empty: 'The three public expenses are not published.',
  noCosts: 'Neither vehicles kept nor reception parties or guests are published: there is no unit cost.',
  title: (year, amount, unit, direction, change) =>
    `Three public expenses in ${year}: ${amount} (${unit})${
      direction === null ? '' : direction === 'flat' ? ', as last year' : `, ${direction} ${change} from last year`
    }`,
  budgetTitle: (year, budget, amount, unit) => `Three public expenses in ${year}, ${budget}: ${amount} (${unit})`,
  allZero: (names) => `0 in every year: ${names.join(', ')}.`,
  component: 'Part',
  year: 'Year',
  actual: 'Actual',
  rate: 'Execution',
  change: 'Change',
  actualOf: (name, year, amount, unit) => `${name}, ${year}, spent: ${amount} (${unit})`,
  budgetOf: (name, year, budget, amount, unit) => `${name}, ${year}, ${budget}: ${amount} (${unit})`,
  per: {
    vehicle: 'Operation per vehicle kept',
    batch: 'Reception per party',
    guest: 'Reception per guest',
  },
  counted: { vehicle: 'Vehicles kept', batch: 'Reception parties', guest: 'Guests received' },
  yuan: 'CNY',
  costTitle: (parts) => parts.join('; '),
  cost: (per, yuan) => `${per}: CNY ${yuan}`,
  costOf: (per, year, yuan) => `${per}, ${year}: CNY ${yuan}`,
  amountColumn: 'Amount',
  countColumn: 'Number',
  eachYuan: 'Each (CNY)',
  each: 'Each (CNY 10,000)',
  formula: (amount, count, result) => `amount ÷ number = ${amount} ÷ ${count} = ${result} (CNY 10,000)`,
  contested: 'Two different amounts are published, inconsistent (to be verified): not divided.',
  countSide: (name, count) => `${name}: ${count}`,
  budgetKey: 'Dashes: budget; its kind stands in the table',
  inferredInitial: 'The document does not say which budget the initial one is; inferred from the context.',
};
