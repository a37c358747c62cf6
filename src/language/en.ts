import { addingEn } from './adding-en.ts';
import { changeEn } from './change-en.ts';
import { claimCheckEn } from './claim-check-en.ts';
import { compareEn } from './compare-en.ts';
import { executionEn } from './execution-en.ts';
import { leadsEn } from './leads-en.ts';
import { ENGLISH_SUBJECTS } from './subjects-en.ts';
import type { Texts } from './texts.ts';
import { provenanceEn } from './provenance-en.ts';
import { quoteEn } from './quote-en.ts';
import { reconciliationEn } from './reconciliation-en.ts';
import { handoutEn } from './handout-en.ts';
import { storyEn } from './story-en.ts';
import { structureViewEn } from './structure-view-en.ts';
import { takeEn } from './take-en.ts';
import { threePublicViewEn } from './three-public-view-en.ts';
import { paletteEn } from './palette-en.ts';
import { tableEn } from './table-en.ts';
import { offlineEn } from './offline-en.ts';
import { trendsEn } from './trends-en.ts';

const otherFunds: Record<string, string> = {
  fiscal: 'fiscal appropriations only',
  general_public: 'general public budget only',
  government_fund: 'government funds only',
  state_capital: 'state capital budget only',
};

const budgets: Record<string, string> = { initial: 'initial budget', revised: 'revised budget' };

const word = (budget: string | null): string => budget ?? 'budget';

/** What a finding says of the change against last year's amount, or last year's budget. */
const findingAgainst = (before: string, noPrior: string): Texts['finding']['against']['actual'] => ({
  up: (amount) => `, up ${amount} on the ${before}`,
  down: (amount) => `, down ${amount} on the ${before}`,
  flat: `, unchanged from the ${before}`,
  no_prior: `; ${noPrior}, so there is no comparison`,
  zero_base: ` (${before} 0: no rate)`,
  zero_base_alone: `; the ${before} was 0, so there is no rate`,
  scope_differs: `; the scope differs from the ${before}, so there is no comparison`,
  not_computed: `; the ${before} is inconsistent, so no change is computed`,
  contestedPrior: (first, second) =>
    `; the ${before} is given as ${first} and as ${second}: inconsistent (to be verified)`,
});

/** Strings of the page in English. */
export const en: Texts = {
  htmlLanguage: 'en',
  product: '决算年比',
  tagline: 'Departments’ final accounts, year over year',
  skipToContent: 'Skip to content',
  close: 'Close',
  retry: 'Try again',
  list: (items) => items.join(', '),
  remarks: (remarks) => remarks.map((remark) => (remark.endsWith('.') ? remark : `${remark}.`)).join(' '),
  year: (year) => `${year}`,
  withUnit: (amount, unit) => `${amount} ${unit}`,

  controls: {
    label: 'Choose department and year',
    body: 'Department',
    year: 'Year',
    unit: 'Unit of amounts',
    language: 'Language',
    otherLanguage: '中文',
    otherLanguageCode: 'zh',
    theme: 'Appearance',
    themeAuto: 'System',
    themeLight: 'Light',
    themeDark: 'Dark',
    unitOption: (body) => `　└ ${body}`,
  },

  units: { 万元: 'CNY 10,000', 亿元: 'CNY 100 million' },
  unitNote: (unit) => `Amounts in ${unit}`,

  starting: {
    title: 'Preparing the data',
    stages: { engine: 'Loading the query engine', data: 'Loading the final accounts', queries: 'Arranging the data' },
    bytes: (loaded, total) => (total === null ? `${loaded} MB` : `${loaded} of ${total} MB`),
    steps: (loaded, total) => (total === null ? `${loaded}` : `${loaded} of ${total}`),
    failed: 'The data did not load',
    failedAdvice: 'Check that the network and the server are up, then try again. Other open pages are not affected.',
    technical: 'Message: ',
    noData: 'There is nothing to open',
    noDataAdvice:
      'There are no usable accounts or budgets. Add files at the head of this page, or read them in with npm run ingest and reload.',
  },

  notices: {
    label: 'Notices',
    refused: (count) =>
      `${count} data ${count === 1 ? 'file' : 'files'} failed the integrity check and ${count === 1 ? 'was' : 'were'} not loaded; everything else is shown.`,
    dropped: {
      department: (value) => `The department “${value}” of the address is not in the data`,
      year: (value) => `There is no data for the year “${value}” of the address`,
      lang: (value) => `The language “${value}” of the address is not known`,
      unit: (value) => `The unit “${value}” of the address is not known`,
      theme: (value) => `The appearance “${value}” of the address is not known`,
      claim: (value) => `The sentence of the address is too long; its last ${value.length} characters were not read`,
      view: (value) => `The page “${value}” of the address is not known`,
      finding: (value) => `The finding “${value}” of the address is not in the data`,
      rule: (value) => `The rule “${value}” of the address is not known`,
      statement: (value) => `The statement “${value}” of the address is not known`,
      verdict: (value) => `The result “${value}” of the address is not known`,
      fund: (value) => `The funds “${value}” of the address are not known`,
      amount: (value) => `“amount=${value}” of the address is not known`,
      by: (value) => `The classification “${value}” of the address is not known`,
      mode: (value) => `“mode=${value}” of the address is not known`,
      layout: (value) => `“layout=${value}” of the address is not known`,
      embed: takeEn.noPanel,
      choice: (value) => `The choice “${value}” of the address is not known`,
    },
    and: '; ',
    stop: '. ',
    openedInstead: (body, year) => `Now showing ${body}, ${year}.`,
    noOwnDocument:
      'There is no document of this year; the figures come from those of other years: implied, or published as prior-year figures.',
    budgetOnly:
      'For this year there is a budget only, no final accounts yet: all figures are initial budgets, and changes are against the prior year’s initial budget.',
    unitOf: (department) =>
      `A unit. Shown is only what the department’s document publishes for the unit alone; it is part of the consolidated figures of ${department} and is never ranked beside them.`,
  },

  measures: {
    total: 'Total income and expenditure',
    fiscal_total: 'Total fiscal appropriations',
    revenue: 'Revenue of the year',
    expenditure: 'Expenditure of the year',
    general_public_expenditure: 'General public budget expenditure',
    basic: 'Basic expenditure',
    project: 'Project expenditure',
    personnel: 'Personnel',
    operating: 'Operating',
    opening_carryover: 'Opening carry-over',
    closing_carryover: 'Closing carry-over',
    three_public: '“Three public” expenses',
    overseas: 'Official travel abroad',
    vehicles: 'Official vehicles',
    vehicle_purchase: 'Vehicle purchase',
    vehicle_operation: 'Vehicle operation',
    reception: 'Official receptions',
    agency_operation: 'Agency operation',
    procurement: 'Government procurement',
  },

  funds: otherFunds,
  budgets,
  subject: (code, publishedName) => ENGLISH_SUBJECTS[code] ?? publishedName,

  basis: { implied: 'implied', published: 'published' },
  contested: 'inconsistent (to be verified)',

  tile: {
    against: (year) => `vs ${year}: `,
    impliedAfter: ' (implied)',
    againstBudget: 'vs prior-year budget: ',
    budgetKind: 'initial budget',
    noActual: 'Actual not published for this year',
    reasons: {
      actual: {
        no_prior: 'Prior year not published: no comparison',
        zero_base: 'Prior year was 0: no rate',
        scope_differs: 'Scope differs from the prior year: no comparison',
        not_computed: 'Prior year is inconsistent: no change computed',
      },
      initial_budget: {
        no_prior: 'No prior-year budget known: no comparison',
        zero_base: 'Prior-year budget was 0: no rate',
        scope_differs: 'Scope differs from the prior-year budget: no comparison',
        not_computed: 'Prior-year budget is inconsistent: no change computed',
      },
    },
    flat: 'no change',
    directionWord: { '1': 'up', '-1': 'down', '0': 'no change' },
    also: (year) => `also for ${year}: `,
    claimed: 'document says ',
    otherFigures: 'the document also has different figures',
    openSource: 'show source',
    none: 'not published',
  },

  finding: {
    amount: (year, measure, amount, unit) => `${measure} in ${year}: ${amount} (${unit})`,
    budgetAmount: (year, _level, measure, amount, unit) => `${measure} in the budget for ${year}: ${amount} (${unit})`,
    unpublished: (year, measure) => `${measure} in ${year}: actual not published`,
    upRate: (rate) => `, +${rate}`,
    downRate: (rate) => `, -${rate}`,
    against: {
      actual: findingAgainst('prior year', 'the prior year is not published'),
      initial_budget: findingAgainst('prior year’s budget', 'no prior-year budget is known'),
    },
    contestedNow: (first, second) => `; this year is given as ${first} and as ${second}: inconsistent (to be verified)`,
    contested: '; inconsistent with other figures of the document (to be verified)',
    nothing: (body, year) => `${body} published no comparable figures for ${year}`,
    stop: '.',
  },

  lead: {
    founded: (year, evidence) => `The body is as it is since ${year} (“${evidence}”), so no prior year compares. `,
    of: {
      actual: {
        impliedPrior: (amount) =>
          `The prior year’s ${amount} is implied by the change stated in this year’s document. `,
        publishedPrior: (amount) => `The prior year’s ${amount} is a published figure. `,
        implied: 'This year’s figure is implied by the change stated in the following year’s document. ',
        biggest: (subject, share) => `${subject} took the largest share, ${share}. `,
      },
      initial_budget: {
        impliedPrior: (amount) =>
          `The prior year’s budget of ${amount} is implied by the change stated in this year’s budget. `,
        publishedPrior: (amount) => `The prior year’s budget of ${amount} is a published figure. `,
        implied: 'This year’s budget is implied by the change stated in the following year’s budget. ',
        biggest: (subject, share) => `${subject} has the largest share of the budget, ${share}. `,
      },
    },
    execution: (budget, rate, budgetAmount) => `Expenditure was ${rate} of the ${budget} of ${budgetAmount}. `,
    threePublic: (amount) => `“Three public” expenses came to ${amount}. `,
  },

  panel: {
    waiting: 'Computing…',
    failed: 'This part could not be computed',
    failedAdvice: 'The other parts are not affected; you can try again.',
    chart: 'Chart',
    table: 'Table',
    showTable: 'Show table',
    showChart: 'Show chart',
    source: 'Source: ',
    measure: 'Item',
    year: 'Year',
    note: 'Note',
  },

  tiles: { title: 'Headline figures' },

  totals: {
    heading: 'Over the years',
    title: (year, measure, direction, amount, rate) =>
      direction === 'flat'
        ? `${measure} in ${year}: unchanged from the prior year`
        : `${measure} in ${year}: ${direction === 'up' ? 'up' : 'down'} ${amount} on the prior year${rate === null ? '' : ` (${rate})`}`,
    single: (year, measure, amount) => `${measure} in ${year}: ${amount}`,
    budgetMeasure: (measure) => `${measure} (initial budget)`,
    budgetTitle: (year, measure, direction, amount, rate) =>
      direction === 'flat'
        ? `${measure}, budget for ${year}: unchanged from the prior year’s`
        : `${measure}, budget for ${year}: ${direction === 'up' ? 'up' : 'down'} ${amount} on the prior year’s${rate === null ? '' : ` (${rate})`}`,
    budgetSingle: (year, measure, amount) => `${measure}, budget for ${year}: ${amount}`,
    noTotal: 'Totals over the years',
    empty: 'Neither the total nor the expenditure of the year is published.',
    description: (parts) => `Columns of total and expenditure by year. ${parts.join('; ')}.`,
    part: (year, series, amount, _unit, implied) => `${year} ${series} ${amount}${implied ? ' (implied)' : ''}`,
    impliedKey: 'Dashed outline: implied by the following year’s document',
  },

  structure: {
    heading: 'Where the money went',
    of: {
      actual: {
        title: (subject, amount, share) => `${subject}: ${amount}, ${share} of expenditure`,
        untitled: 'Expenditure by functional class',
        description: (parts) => `Bars of expenditure by functional class, largest first. ${parts.join('; ')}.`,
        amount: 'Actual',
        whole: 'Expenditure (basic and project not told apart)',
        change: 'Change',
      },
      initial_budget: {
        title: (subject, amount, share) => `${subject}: ${amount} budgeted, ${share} of the expenditure budget`,
        untitled: 'Expenditure budget by functional class',
        description: (parts) => `Bars of the initial budget by functional class, largest first. ${parts.join('; ')}.`,
        amount: 'Initial budget',
        whole: 'Expenditure budget (basic and project not told apart)',
        change: 'vs prior-year budget',
      },
    },
    empty: 'Expenditure by functional class is not published.',
    part: (subject, amount, share) => `${subject} ${amount}${share === null ? '' : `, ${share}`}`,
    subject: 'Functional class',
    share: 'Share',
    contribution: 'Contribution (points of the total)',
    changed: (than, change) => `, ${than}: ${change}`,
  },

  threePublic: {
    heading: '“Three public” expenses',
    title: (amount, _unit, budget, rate) =>
      `“Three public” expenses: ${amount}${budget !== null && rate !== null ? `, ${rate} of the ${budget}` : ''}`,
    untitled: '“Three public” expenses',
    empty: '“Three public” expenses are not published.',
    allZero: '“Three public” expenses were 0',
    description: (parts) => `Bars of actual “three public” expenses; the tick is the budget. ${parts.join('; ')}.`,
    part: (component, actual, budget, budgetName) =>
      `${component} actual ${actual}${budget === null ? '' : `, ${word(budgetName)} ${budget}`}`,
    component: 'Part',
    actual: 'Actual',
    budgetLabel: (budget, amount) => `${budget} ${amount}`,
    rate: 'Executed',
    prior: 'Prior year',
    change: 'Change',
    budget: 'Budget',
    contestedSides: (year, first, second) => `${year} given as ${first} and as ${second}`,
    contestedNote: (parts) => `Inconsistent (to be verified): ${parts.join('; ')}.`,
    budgetTitle: (budget, amount) => `“Three public” expenses: ${budget} of ${amount}`,
    budgetDescription: (parts) => `Bars of budgeted “three public” expenses. ${parts.join('; ')}.`,
    budgetPart: (component, budget, amount) => `${component}: ${budget} ${amount}`,
    inferredInitial: 'initial budget (kind inferred)',
    unlabelled: 'budget (kind not stated)',
    budgetKey: (budget) => `Tick: ${budget}`,
  },

  execution: {
    heading: 'Budget execution',
    title: (budget, rate) => `Expenditure was ${rate} of the ${budget}`,
    titleCounts: (over, under, unbudgeted) => {
      const parts = [
        over > 0 ? `${over} above 110%` : '',
        under > 0 ? `${under} below 90%` : '',
        unbudgeted > 0 ? `${unbudgeted} without a budget` : '',
      ].filter(Boolean);
      return parts.length === 0 ? '' : `; subjects: ${parts.join(', ')}`;
    },
    untitled: 'Actual expenditure and budget',
    empty: 'Budget and actual by subject are not published.',
    description: (parts) =>
      `Dots of actual as a percentage of budget by subject; the line is 100%. ${parts.join('; ')}.`,
    part: (subject, text) => `${subject}: ${text}`,
    subject: 'Subject (item)',
    budget: 'Budget',
    actual: 'Actual',
    rate: 'Executed',
    deviation: 'Actual − budget',
    status: 'Status',
    stated: 'As stated',
    total: 'Total expenditure',
    statuses: {
      under: 'below 90%',
      within: '90–110%',
      over: 'above 110%',
      unbudgeted: 'no budget',
      contested: 'inconsistent (to be verified)',
      not_known: 'budget not published',
    },
    ofBudget: (actual, budget) => `${actual} / ${budget}`,
    unbudgeted: (actual, budget) => `${budget} 0, actual ${actual}`,
    contested: (first, second) =>
      second === null
        ? `inconsistent (to be verified): ${first}`
        : `inconsistent (to be verified): ${first} or ${second}`,
    notKnown: (actual) => `budget not published, actual ${actual}`,
    nothing: 'budget and actual both 0',
    key: 'Dot: actual as a percentage of budget; line: 100%',
    beyond: (limit) => `beyond ${limit} drawn at the right edge`,
  },

  economic: {
    heading: 'What basic expenditure paid for',
    of: {
      actual: {
        title: (subject, amount, share) =>
          `${subject}: ${amount}${share === null ? '' : `, ${share} of basic expenditure`}`,
        untitled: 'Basic expenditure by economic class',
        description: (parts) => `Bars of basic expenditure by economic class, largest first. ${parts.join('; ')}.`,
        amount: 'Actual',
      },
      initial_budget: {
        title: (subject, amount) => `${subject}: ${amount} budgeted`,
        untitled: 'Basic expenditure budget by economic class',
        description: (parts) =>
          `Bars of the initial budget of basic expenditure by economic class, largest first. ${parts.join('; ')}.`,
        amount: 'Initial budget',
      },
    },
    empty: 'Basic expenditure by economic class is not published.',
    subject: 'Economic class',
    share: 'Share',
  },

  source: {
    heading: 'Source and computation',
    of: {
      actual: {
        side: (year) => `Actual ${year}`,
        totalSide: (year) => `Total expenditure ${year} (final accounts)`,
        share: (amount, total, result) => `share = this subject ÷ total expenditure = ${amount} ÷ ${total} = ${result}`,
        altSide: (year) => `Actual ${year} (elsewhere)`,
        implied: 'Implied: worked back from the change stated in this year’s document, not published',
        impliedLater: 'Implied: worked back from the change stated in the following year’s document',
        change: (now, before, result) => `change = this year − prior year = ${now} − ${before} = ${result}`,
        changePct: (change, before, result) => `rate = change ÷ |prior year| = ${change} ÷ |${before}| = ${result}`,
      },
      initial_budget: {
        side: (year) => `Initial budget ${year}`,
        totalSide: (year) => `Expenditure budget ${year} (initial)`,
        share: (amount, total, result) =>
          `share = this subject’s budget ÷ expenditure budget = ${amount} ÷ ${total} = ${result}`,
        altSide: (year) => `Initial budget ${year} (elsewhere)`,
        implied: 'Implied: worked back from the change stated in this year’s budget, not published',
        impliedLater: 'Implied: worked back from the change stated in the following year’s budget',
        change: (now, before, result) =>
          `change = this year’s budget − prior year’s budget = ${now} − ${before} = ${result}`,
        changePct: (change, before, result) =>
          `rate = change ÷ |prior year’s budget| = ${change} ÷ |${before}| = ${result}`,
      },
    },
    sides: {
      budget: (name) => name,
    },
    exact: 'Exact value',
    published: 'As published',
    place: 'Place',
    noPlace: 'No place recorded',
    document: 'Document',
    file: 'Source file',
    checksum: 'SHA-256',
    secondaryCopy: 'secondary copy, not compared with the official site',
    origin: 'Text',
    origins: {
      text_layer: 'text layer of the document',
      machine_read: 'read off the page by machine; single glyphs may be misread',
      unknown: 'not recorded',
    },
    basis: 'Kind',
    publishedBasis: 'published',
    summedBasis: 'sum of published figures',
    computed: 'Computation',
    implies: (now, change, before) => `prior year = this year − stated change = ${now} − (${change}) = ${before}`,
    claimed: (text) => `The document says: ${text}`,
    claimedBoth: (change, rate) =>
      [change === null ? '' : `change ${change}`, rate === null ? '' : `rate ${rate}`].filter(Boolean).join(', '),
    execution: (budget, actual, amount, result) => `executed = actual ÷ ${budget} = ${actual} ÷ ${amount} = ${result}`,
    deviation: (budget, actual, amount, result) =>
      `difference = actual − ${budget} = ${actual} − ${amount} = ${result}`,
    shareOfBasic: (actual, total, result) =>
      `share = this subject ÷ basic expenditure = ${actual} ÷ ${total} = ${result}`,
    basicSide: (year) => `Basic expenditure ${year} (personnel + operating)`,
    asPublished: 'Taken from the document as it stands; nothing computed but the unit.',
    query: 'Query file',
    contested: 'The two figures are inconsistent (to be verified); both are kept.',
    loading: 'Looking up the published text…',
    negative: 'negative in brackets',
  },

  adding: addingEn,
  check: claimCheckEn,
  provenance: provenanceEn,
  quote: quoteEn,
  reconciliation: reconciliationEn,
  change: changeEn,
  structureView: structureViewEn,
  palette: paletteEn,
  table: tableEn,
  trends: trendsEn,
  threePublicView: threePublicViewEn,
  compare: compareEn,
  leads: leadsEn,
  executionPage: executionEn,
  pages: { compare: 'Comparison', leads: 'Leads', execution: 'Execution' },
  handout: handoutEn,
  story: storyEn,
  console: { name: 'SQL console' },
  take: takeEn,

  offline: offlineEn,
  footer: {
    method:
      'Amounts are kept to the last published digit; changes and rates are computed on this machine by the queries that come with the page; rounding happens at display only.',
    sources: 'Sources',
    secondary:
      'Figures come from the final accounts and budgets that the departments disclosed. Select any number to see its source.',
  },
};
