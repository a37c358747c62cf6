import type { quoteZh } from './quote-zh.ts';

/** A name within a sentence. */
const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const against = (than: string, figure: string, from: string, reasons: Record<string, string>) => ({
  up: (amount: string, rate: string | null) => `, up ${amount}${rate === null ? '' : ` (${rate})`} on ${than}`,
  down: (amount: string, rate: string | null) => `, down ${amount}${rate === null ? '' : ` (${rate})`} on ${than}`,
  flat: `, unchanged from ${than}`,
  implied: (amount: string) => ` (${figure}, ${amount}, is implied by the change stated in ${from}, not published)`,
  other: (amount: string) => ` (${figure} is ${amount} elsewhere in the document: inconsistent, to be verified)`,
  reasons,
});

/** Sentences and citations in English. Amounts keep the unit of the page, which is named once, at the end. */
export const quoteEn: typeof quoteZh = {
  kinds: {
    actual: 'actual',
    initial_budget: 'initial budget',
    revised_budget: 'revised budget',
    budget: 'budget of a kind the document does not name',
    executed: 'executed',
  },
  unit: () => '',
  money: (amount) => amount,
  named: (name, fund) => (fund === null ? name : `${name} (${fund})`),
  head: (year, body, name, kind, money) => `In ${year}, ${lower(name)} of ${body} came to ${money} (${kind})`,
  unpublished: (year, body, name, kind) => `For ${year}, ${lower(name)} of ${body} (${kind}) is not published`,
  impliedLater: {
    actual: ' (implied by the change stated in the following year’s document, not published)',
    initial_budget: ' (implied by the change stated in the following year’s budget, not published)',
  },
  otherNow: (money) => ` (inconsistent with ${money} elsewhere in the document, to be verified)`,
  contested: ' (inconsistent with another place in the document, to be verified)',
  contradicted: (label) => ` (${label}: inconsistent with another place in the document, to be verified)`,
  against: {
    actual: against('the prior year', 'the prior-year figure', 'this year’s document', {
      no_prior: '; the prior year is not published, so there is no comparison',
      zero_base: '; the prior year was zero, so there is no rate',
      scope_differs: '; the scope differs from the prior year, so there is no comparison',
      not_computed: '; the prior year is inconsistent, so no change is computed',
    }),
    initial_budget: against(
      'the prior year’s initial budget',
      'the prior year’s initial budget',
      'this year’s budget',
      {
        no_prior: '; no initial budget of the prior year is known, so there is no comparison',
        zero_base: '; the prior year’s initial budget was zero, so there is no rate',
        scope_differs: '; the scope differs from the prior year’s budget, so there is no comparison',
        not_computed: '; the prior year’s initial budget is inconsistent, so no change is computed',
      },
    ),
  },
  budget: (name, money) => `; ${name} ${money}`,
  execution: (name, money, rate) => `, ${rate} of the ${name} of ${money}`,
  otherBudget: (name, money) => ` (the ${name} is ${money} elsewhere in the document: inconsistent, to be verified)`,
  share: (whole, rate) => `, ${rate} of ${lower(whole)}`,
  more: (clause) => `, ${clause}`,
  end: (unit) => `; amounts in ${unit}.`,
  wholes: {
    actual: 'total expenditure',
    initial_budget: 'the expenditure budget',
    basic: 'basic expenditure',
  },
  subject: (code, name) => `expenditure on ${name} (subject ${code})`,
  economic: (code, name) => `${name} (subject ${code}) within basic expenditure`,
  unitOf: (department, unit) => `${department} (${unit})`,
  project: (name, annex) => `project “${name}” (${annex})`,
  contribution: (points) => `${points} percentage points of the change in total expenditure`,
  remainder: (year, body, whole, reason, amount, total) =>
    `In ${year}, of the change of ${total} in the ${lower(whole)} of ${body} on the prior year, ${amount} stands apart: ${lower(reason)}`,
  remainderBudget: (year, body, whole, reason, amount, total) =>
    `In ${year}, of the change of ${total} in the ${lower(whole)} of ${body} (initial budget) on the prior year’s initial budget, ${amount} stands apart: ${lower(reason)}`,
  index: (year, money, rate) => `${rate} of the ${year} amount of ${money}`,
  perStaff: (staff, money) => `${money} for each of ${staff} staff in post at the end of the year`,
  unitCost: (year, body, name, yuan, formula) => `${body}, ${year}: ${name}, CNY ${yuan} (${formula})`,
  unitCostUnknown: (year, body, name) => `${body}, ${year}: ${name} cannot be computed`,
  score: (score) => `self-assessed ${score}`,
  ofBody: (body, sentence) => `${body}: ${sentence.replace(/\.$/, '')}`,
  stop: '.',
  evidence: (about, label, value) => `${about}: ${label} ${value}`,

  heading: 'Quote',
  sentence: { zh: '中文', en: 'English' },
  citation: 'Citation',
  copy: 'Copy',
  copyOf: {
    sentence: (language) => `Copy the sentence in ${language}`,
    citation: (language) => `Copy the citation in ${language}`,
  },
  copied: 'Copied',
  selected: 'The browser did not allow copying. The text is selected: press Ctrl+C (⌘C on a Mac).',
  waiting: 'Checking this figure; the quote follows…',
  uncheckedNow: ' (the checks could not be run; inconsistencies are not stated)',
  cite: {
    title: (title) => `《${title}》`,
    unknown: 'Document not recorded',
    cited: (places) => `, ${places}`,
    status: (status) => ` (${status})`,
    place: (label, places) => `${label}: ${places}`,
    places: '; ',
    source: (name, sha256) => `Source file ${name}, SHA-256 ${sha256}`,
    snapshot: (file, sha256) => `Data snapshot ${file}, SHA-256 ${sha256}`,
    official: 'compared with the official site',
    view: (product, address, day) => `${product}, ${address}, accessed ${day}`,
    query: (path) => `Query ${path}`,
    join: (parts) => `${parts.join('. ')}.`,
  },
};
