import type { Disclosure, Fund } from './disclosure.ts';
import type { FinalStatement } from './statement-title.ts';

/** What a column of a statement holds. The amount columns of one row form the row's figures. */
export interface ColumnMeaning {
  column_key: string;
  side: 'revenue' | 'expenditure' | null;
  fund: Fund;
}

type Pattern = readonly [wording: RegExp, column_key: string];

/**
 * Wordings of column headers, tried in order on the header's whole path ("本年支出基本支出") in the form of wordingOf.
 * Carry-over split by kind of expenditure has words of its own, so that it is never taken for the whole.
 */
const CARRYOVER: readonly Pattern[] = [
  [/(?:年初|上年).*结转.*基本支出/, 'opening_carryover_basic'],
  [/(?:年初|上年).*结转.*项目支出/, 'opening_carryover_project'],
  [/(?:年末|结转下年).*基本支出/, 'closing_carryover_basic'],
  [/(?:年末|结转下年).*项目支出/, 'closing_carryover_project'],
  [/年初.*(?:结转|结余)|上年结转/, 'opening_carryover'],
  [/年末.*(?:结转|结余)|结转下年/, 'closing_carryover'],
];

/** A budget beside the actual; the kind of budget is part of the word, "预算数" alone is settled by the notes. */
const BUDGET: readonly Pattern[] = [
  [/年初预算/, 'initial_budget'],
  [/全年预算|调整预算|预算调整|调整后预算/, 'revised_budget'],
  [/预算数/, 'budget'],
];

/** Columns that compare others, in every statement. */
const COMPARISONS: readonly Pattern[] = [
  [/(?:增减|增长|比上年|较上年).*(?:%|率|比例|幅度)|(?:%|率).*增减/, 'change_pct'],
  [/增减|比上年|较上年|差额/, 'change'],
  [/(?:完成|执行).*(?:%|率|比例)|占.*预算.*(?:%|比)/, 'execution_pct'],
  [/占比|比重|占.*%/, 'share_pct'],
];

const ACTUAL: readonly Pattern[] = [...BUDGET, [/决算|金额|执行数|支出数|实际/, 'actual']];

const SPENDING: readonly Pattern[] = [
  ...CARRYOVER,
  [/本年收入/, 'revenue'],
  [/基本支出.*(?:人员)/, 'personnel'],
  [/基本支出.*(?:公用)/, 'operating'],
  [/基本支出/, 'basic'],
  [/项目支出/, 'project'],
  [/上缴上级/, 'remitted_to_superior'],
  [/附属单位补助|补助附属/, 'affiliate_subsidy'],
  [/经营支出/, 'business'],
  ...BUDGET,
  [/合计|小计|本年支出|决算|金额/, 'expenditure'],
];

const RECEIVING: readonly Pattern[] = [
  [/财政拨款/, 'fiscal_appropriation'],
  [/上级补助/, 'superior_subsidy'],
  [/教育收费/, 'education_fees'],
  [/事业收入/, 'operations'],
  [/附属单位/, 'affiliate_remittance'],
  [/经营收入/, 'business'],
  [/其他收入/, 'other_revenue'],
  ...BUDGET,
  [/合计|小计|决算|金额/, 'revenue'],
];

const FUNDS: ReadonlyArray<readonly [RegExp, Fund]> = [
  [/政府性基金/, 'government_fund'],
  [/国有资本/, 'state_capital'],
  [/一般公共预算/, 'general_public'],
];

/** The fund that a label or a header names, or null. */
export function fundNamed(wording: string): Fund | null {
  return FUNDS.find(([pattern]) => pattern.test(wording))?.[1] ?? null;
}

interface Form {
  columns: readonly Pattern[];
  side: 'revenue' | 'expenditure' | null;
  fund: Fund;
}

/** How each statement's columns are read, and what holds for the whole statement. */
export const FORMS: Record<FinalStatement, Form> = {
  income_expenditure: { columns: ACTUAL, side: null, fund: 'all' },
  income: { columns: RECEIVING, side: 'revenue', fund: 'all' },
  expenditure: { columns: SPENDING, side: 'expenditure', fund: 'all' },
  fiscal_appropriation: { columns: [...ACTUAL, [/合计|小计|财政拨款/, 'actual']], side: null, fund: 'fiscal' },
  general_public_expenditure: { columns: SPENDING, side: 'expenditure', fund: 'general_public' },
  basic_expenditure: {
    columns: [...BUDGET, [/人员/, 'personnel'], [/公用/, 'operating'], [/合计|小计|决算|金额|支出/, 'actual']],
    side: 'expenditure',
    fund: 'general_public',
  },
  government_fund: { columns: SPENDING, side: 'expenditure', fund: 'government_fund' },
  state_capital: { columns: SPENDING, side: 'expenditure', fund: 'state_capital' },
  three_public: { columns: ACTUAL, side: 'expenditure', fund: 'fiscal' },
};

const SIDE_OF_KEY: Record<string, 'revenue' | 'expenditure'> = {
  revenue: 'revenue',
  opening_carryover: 'revenue',
  opening_carryover_basic: 'revenue',
  opening_carryover_project: 'revenue',
  closing_carryover: 'expenditure',
  closing_carryover_basic: 'expenditure',
  closing_carryover_project: 'expenditure',
};

/**
 * Meaning of an amount column by its header path, or null where no wording fits.
 * `blockSide` is the side of the block that the column stands in, for statements with both sides next to each other.
 */
export function meaningOfColumn(
  statement: FinalStatement,
  path: string,
  blockSide: 'revenue' | 'expenditure' | null,
  kind: Disclosure['kind'] = 'final_accounts',
): ColumnMeaning | null {
  const form = FORMS[statement];
  const known = [...COMPARISONS, ...(kind === 'budget' ? ESTIMATES : []), ...form.columns];
  const found = known.find(([wording]) => wording.test(path))?.[1];
  if (found === undefined) return null;
  const key = kind === 'budget' ? budgetKey(found, path) : found;
  const fund = statement === 'fiscal_appropriation' ? (fundNamed(path) ?? form.fund) : form.fund;
  return { column_key: key, side: form.side ? (SIDE_OF_KEY[key] ?? form.side) : blockSide, fund };
}

/** What last year will have come to, as a budget estimates it. */
const ESTIMATES: readonly Pattern[] = [[/执行数|执行情况|预计执行/, 'execution_estimate']];

const UNCHANGED = new Set([...COMPARISONS, ...ESTIMATES].map(([, key]) => key).concat('revised_budget'));

/** What the words of final accounts mean in a budget: the whole of a row is the budget, the rest are its parts. */
function budgetKey(key: string, path: string): string {
  if (UNCHANGED.has(key) || /决算/.test(path)) return key;
  const isWhole = ['actual', 'revenue', 'expenditure', 'budget', 'initial_budget'].includes(key);
  return isWhole ? 'initial_budget' : `initial_budget_${key}`;
}
