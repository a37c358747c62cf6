import type { StatementId } from './disclosure.ts';
import { withoutEnumerator, wordingOf } from './wording.ts';

/** The nine statements in the order of the national form; documents order and number them differently. */
export const STATEMENTS = [
  'income_expenditure',
  'income',
  'expenditure',
  'fiscal_appropriation',
  'general_public_expenditure',
  'basic_expenditure',
  'government_fund',
  'state_capital',
  'three_public',
] as const satisfies readonly StatementId[];

export type FinalStatement = (typeof STATEMENTS)[number];

export const STATEMENT_TITLES: Record<FinalStatement, string> = {
  income_expenditure: '收入支出决算总表',
  income: '收入决算表',
  expenditure: '支出决算表',
  fiscal_appropriation: '财政拨款收入支出决算总表',
  general_public_expenditure: '一般公共预算财政拨款支出决算表',
  basic_expenditure: '一般公共预算财政拨款基本支出决算明细表',
  government_fund: '政府性基金预算财政拨款收入支出决算表',
  state_capital: '国有资本经营预算财政拨款支出决算表',
  three_public: '财政拨款“三公”经费支出决算表',
};

/** Telling words of the titles of final accounts, the most particular first. */
const FINAL_TITLES: ReadonlyArray<readonly [RegExp, FinalStatement]> = [
  [/三公.*(?:支出|经费|信息|统计).*表$/, 'three_public'],
  [/国有资本经营.*(?:支出|收支).*表$/, 'state_capital'],
  [/政府性基金.*(?:支出|收支).*表$/, 'government_fund'],
  [/基本支出.*表$/, 'basic_expenditure'],
  [/财政拨款(?:收入支出|收支).*总表$/, 'fiscal_appropriation'],
  [/一般公共预算.*支出.*表$/, 'general_public_expenditure'],
  [/(?:收入支出|收支).*总表$/, 'income_expenditure'],
  [/支出决算(?:总)?表$/, 'expenditure'],
  [/收入决算(?:总)?表$/, 'income'],
];

/**
 * The same of budgets: "部门收支总表", "2025年部门支出预算总表", "一般公共预算支出功能分类预算表". Expenditure of all kinds by
 * economic subjects is none of the nine.
 */
const BUDGET_TITLES: ReadonlyArray<readonly [RegExp, FinalStatement]> = [
  [/国有资本经营.*(?:支出|收支).*表$/, 'state_capital'],
  [/政府性基金.*(?:支出|收支).*表$/, 'government_fund'],
  [/(?:一般公共预算|财政拨款)?.*基本支出.*表$/, 'basic_expenditure'],
  [/财政拨款(?:收入支出|收支).*总(?:体情况)?表$/, 'fiscal_appropriation'],
  [/一般公共预算(?!.*经济分类).*支出.*表$/, 'general_public_expenditure'],
  [/(?:收入支出|收支)(?:预算)?总(?:体情况)?表$/, 'income_expenditure'],
  [/(?<!项目|基本|拨款)支出(?:预算)?(?:总(?:体情况)?表|预算表)$/, 'expenditure'],
  [/(?<!拨款)收入(?:预算)?(?:总(?:体情况)?表|预算表)$/, 'income'],
];

/**
 * Which of the nine statements a title names, or null. By words, never by number: "公开05表", "表五", "五、" and the year
 * or the body in front of the title are passed over. A title alone is also what a table of contents has.
 */
export function statementOfTitle(text: string): FinalStatement | null {
  let wording = withoutEnumerator(wordingOf(text));
  wording = wording.replace(/\(?公开\d{1,2}表\)?|^附?表(?:\d+(?:-\d+)?[:、.]?|[一二三四五六七八九十]+[:、.])/g, '');
  wording = wording.replace(/\((?:续|续表|空表|\d+)\)$|续表?$/, '');
  if (wording.length > 60 || /[。;,]/.test(wording)) return null;
  const titles = /决算|三公/.test(wording) ? FINAL_TITLES : BUDGET_TITLES;
  return titles.find(([pattern]) => pattern.test(wording.replace(/\(按?(?:功能|支出功能)[^()]*\)/, '')))?.[1] ?? null;
}
