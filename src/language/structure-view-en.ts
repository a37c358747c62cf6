import type { structureViewZh } from './structure-view-zh.ts';

const ofWhole = { functional: 'spending', economic: 'basic expenditure' } as const;

/** Strings of the view of what the money went to, in English. */
export const structureViewEn: typeof structureViewZh = {
  name: 'Structure',
  intro:
    'What the money went to: by function (what for) or by economic subject (spent on what), most first. Choose a subject to see what is below it.',
  by: 'Classification',
  classifications: { functional: 'Functional', economic: 'Economic (basic expenditure)' },
  emptyOf: {
    functional: 'Expenditure by function is not published.',
    economic: 'Basic expenditure by economic subject is not published.',
  },
  unknownSubject: (code) => `Subject “${code}” is not listed in this year; the level above is shown.`,
  title: (subject, budget, amount, unit, share, by) =>
    `${subject}${budget ? ' (budget)' : ''}: ${amount} (${unit})${
      share === null ? '' : `, ${share} of ${budget ? 'budgeted ' : ''}${ofWhole[by]}`
    }`,
  most: (subject, amount, _unit, share) => `; most of all ${subject}, ${amount}${share === null ? '' : ` (${share})`}`,
  part: (subject, amount, unit, share, by) =>
    `${subject}: ${amount} (${unit})${share === null ? '' : `, ${share} of ${ofWhole[by]}`}`,
  prior: (year, amount, unit) => `, ${year}: ${amount} (${unit})`,
  description: (parts) => `Bars from most to least. ${parts.join('; ')}.`,
  priorKey: (year) => `Line: ${year}`,
  share: { functional: '% of spending', economic: '% of basic expenditure' },
  amount: { actual: 'Actual', initial_budget: 'Initial budget' },
  priorAmount: (year) => String(year),
};
