import { closeUp } from './wording.ts';

/** Which amount of account a phrase in front of a number speaks of. */
export type AmountKey = 'initial_budget' | 'revised_budget' | 'adjustment' | 'actual' | 'other';

/**
 * Reads the words in front of an amount: "年初预算" → initial_budget, "预算收入" and "经费调整为" → revised_budget, "调整追加" →
 * adjustment, "实际支出" and "支付" → actual. Contract values, leftovers and another year's payments are 'other'.
 */
export function amountKey(phrase: string, fiscal_year: number): AmountKey {
  const words = closeUp(phrase);
  const paidIn = /(20\d\d)年*(?:度年?)?(?:\d{1,2}月)?已(?:支付|支出)/.exec(words)?.[1];
  if (paidIn !== undefined && Number(paidIn) !== fiscal_year) return 'other';
  if (isContractValue(words) || /结余|结转|处罚|罚款|免罚|申请资金/.test(words)) return 'other';
  if (/年初预算/.test(words)) return 'initial_budget';
  if (/追加|调增|调减|调整(?!为|后)/.test(words)) return 'adjustment';
  if (/预算收入|全年预算|调整(?:为|后)/.test(words)) return 'revised_budget';
  return /支出|支付|开支|列支|拨付/.test(words) ? 'actual' : 'other';
}

/** "项目合同金额", "审定后总金额": what a project may cost over all its years. */
export function isContractValue(phrase: string): boolean {
  return /合同(?:总?金额|总?额|总?价|$)|项目金额|审定|核定/.test(closeUp(phrase));
}

/** What is left of a phrase when the words that say which amount it is are taken away: "其中：机关支出" → "机关". */
export function ownSubject(phrase: string): string {
  return closeUp(phrase)
    .replace(/^(?:其中|其他的?|包括|共|主要)[:,]?/, '')
    .replace(/20\d\d(?:-20\d\d)?年*(?:度年?)?(?:\d{1,2}月)?/g, '')
    .replace(/年初预算(?:收入?|数)?|预算收入|追加预算|调整追加|全年预算|年中执行|调增(?:〔减〕)?|调减|调整为?/g, '')
    .replace(/结余结转|(?:实际|全年|已|经审核后|根据进度|按进度|根据合同要求)+/g, '')
    .replace(/支出|(?<!转移)支付|开支|列支|经费$|项目$|共计|总?金额共?$|[总共为计约达收]$/g, '')
    .replace(/^[总项目]+$/, '')
    .replace(/^(?:该|本|其)?(?:项目|经费|总|单位|年度)*$/, '');
}

const MEASURES: ReadonlyArray<readonly [RegExp, string]> = [
  [/三公经费(?:支出)?$/, 'three_public'],
  [/用车购置(?:及|和|与).*运行(?:维护)?费?$/, 'vehicles'],
  [/用车购置费?$/, 'vehicle_purchase'],
  [/用车运行(?:维护)?费?$/, 'vehicle_operation'],
  [/接待费?(?:支出)?$/, 'reception'],
  [/出国.{0,3}费?用?(?:支出)?$/, 'overseas'],
  [/人员(?:支出|经费)(?:支出)?$/, 'personnel'],
  [/公用经费(?:支出)?$/, 'operating'],
  [/基本支出$/, 'basic'],
  [/项目(?:总)?(?:支出|预算收入)$/, 'project'],
  [/政府采购(?:支出|金额)?$/, 'procurement'],
  [/^(?:20\d\d年度?)?(?:全年)?(?:总)?预算收入$/, 'revenue'],
  [/^(?:20\d\d年度?)?(?:全年)?(?:总)?(?:实际)?支出$/, 'expenditure'],
];

/** Measure of the catalogue that a phrase about the unit as a whole names, or null. */
export function measureOf(phrase: string): string | null {
  const words = closeUp(phrase)
    .replace(/[“”"]/g, '')
    .replace(/^其中:?/, '')
    .replace(/〔境〕/g, '');
  return MEASURES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
