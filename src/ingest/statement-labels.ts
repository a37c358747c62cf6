import type { FinalStatement } from './statement-title.ts';

type Label = readonly [wording: RegExp, row_code: string];

/** Rows of the two general statements, in the form of wordingOf without enumerator. */
const GENERAL: readonly Label[] = [
  [/^本年收入(?:合计|总计|小计)?$|^收入合计$/, 'revenue'],
  [/^本年支出(?:合计|总计|小计)?$|^支出合计$/, 'expenditure'],
  [/^(?:收入|支出|收支)?总计$|^合计$/, 'total'],
  [/^(?:年初|上年).*(?:结转|结余)/, 'opening_carryover'],
  [/^(?:年末|结转下年|期末).*(?:结转|结余|$)/, 'closing_carryover'],
  [/^(?:使用|用).*(?:非财政拨款结余|专用结余|事业基金)/, 'surplus_used'],
  [/^结余分配/, 'surplus_allocated'],
];

/** Sources of revenue: the same words as the columns of the income statement. */
const SOURCES: readonly Label[] = [
  [/^一般公共预算(?:.*财政拨款|(?:拨款|资金)?(?:收入)?$)/, 'general_public_appropriation'],
  [/^政府性基金(?:.*财政拨款|(?:预算)?(?:拨款|资金)?(?:收入)?$)/, 'government_fund_appropriation'],
  [/^国有资本经营(?:.*财政拨款|(?:预算)?(?:拨款|资金)?(?:收入)?$)/, 'state_capital_appropriation'],
  [/^财政拨款/, 'fiscal_appropriation'],
  [/^上级补助/, 'superior_subsidy'],
  [/^事业收入/, 'operations'],
  [/^(?:事业单位)?经营收入/, 'business'],
  [/^附属单位上缴/, 'affiliate_remittance'],
  [/^其他收入/, 'other_revenue'],
];

const TOTALS: readonly Label[] = [[/^(?:总?合计|总计|小计)$/, 'total']];

const ECONOMIC: readonly Label[] = [
  [/^人员经费(?:支出)?(?:合计|小计)?$/, 'personnel'],
  [/^公用经费(?:支出)?(?:合计|小计)?$|^日常公用经费/, 'operating'],
  ...TOTALS,
];

/** Components of the three public expenses; counts are named apart so that no count is taken for money. */
const THREE_PUBLIC: readonly Label[] = [
  [/出国.*(?:团组|批次)/, 'overseas_groups'],
  [/出国.*(?:人次|人数)/, 'overseas_people'],
  [/(?:车辆?|用车).*购置(?:数量?|辆)/, 'vehicles_bought'],
  [/(?:车辆?|用车).*(?:保有|实有)/, 'vehicles_kept'],
  [/接待.*(?:批次|团组)/, 'reception_batches'],
  [/接待.*(?:人次|人数)/, 'reception_people'],
  [/机关运行/, 'agency_operation'],
  [/出国/, 'overseas'],
  [/购置(?:费|支出|经费)?(?:及|和|与).*运行/, 'vehicles'],
  [/(?:车辆?|用车).*购置/, 'vehicle_purchase'],
  [/(?:车辆?|用车).*运行/, 'vehicle_operation'],
  [/接待/, 'reception'],
  [/^(?:财政拨款)?三公经费(?:支出)?(?:合计|总计|总额|支出)?$|合计$|总计$|小计$/, 'three_public'],
];

const LABELS: Record<FinalStatement, readonly Label[]> = {
  income_expenditure: [...GENERAL, ...SOURCES],
  fiscal_appropriation: [...GENERAL, ...SOURCES],
  income: TOTALS,
  expenditure: TOTALS,
  general_public_expenditure: TOTALS,
  government_fund: TOTALS,
  state_capital: TOTALS,
  basic_expenditure: ECONOMIC,
  three_public: THREE_PUBLIC,
};

/** The glossary's word for a row without a subject code, or null. `wording` comes from wordingOf, without enumerator. */
export function rowCodeOfLabel(statement: FinalStatement, wording: string): string | null {
  return LABELS[statement].find(([pattern]) => pattern.test(wording))?.[1] ?? null;
}

const COUNTED: ReadonlyArray<readonly [RegExp, string]> = [
  [/_groups$|_batches$/, '个'],
  [/_people$/, '人次'],
  [/^vehicles_(?:bought|kept)$/, '辆'],
];

/** What a row counts where it does not state money, or null. */
export function countedUnit(row_code: string | null): string | null {
  return row_code === null ? null : (COUNTED.find(([pattern]) => pattern.test(row_code))?.[1] ?? null);
}
