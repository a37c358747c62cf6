import type { Fund } from './disclosure.ts';
import { measureOf, plainTopic } from './narrative-topics.ts';

export interface EverydayMeasure {
  measure: string;
  /** Null where the name says nothing of the money. */
  fund: Fund | null;
}

/** What news stories call the measures, beside the names that disclosures use. They fit as a whole. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:总支出|支出总[额量数]|全部支出|支出总规模|支出规模|总开支|总花费)$/, 'expenditure'],
  [/^(?:总收入|收入总[额量数]|全部收入|收入规模)$/, 'revenue'],
  [/^(?:收支总规模|收支总额|收、?支总[计额])$/, 'total'],
  [/^(?:财政拨款(?:总)?支出|财政拨款支出合计)$/, 'expenditure'],
  [/^一般公共预算(?:支出|拨款支出)?$/, 'general_public_expenditure'],
  [/^(?:财政拨款(?:收入)?|财政拨款总额)$/, 'fiscal_appropriation'],
  [/^三公(?:消费|支出|费用|经费(?:总?支出|开支|花费|总额|总量|规模|决算))$/, 'three_public'],
  [/^(?:公款吃喝|公款接待|公务招待费?|接待费用?|公务接待(?:支出|开支|经费|费开支)?|招待费)$/, 'reception'],
  [
    /^(?:公款出国|因公出国(?:境|（境）)?(?:支出|开支|经费|费用?)?|出国（?境）?(?:费用?|经费|支出)|出国费用?)$/,
    'overseas',
  ],
  [/^(?:公车(?:运行|运维)(?:维护)?(?:费用?|支出|经费)?|公车维护费|公务用车运维费)$/, 'vehicle_operation'],
  [/^(?:公车购置(?:费用?|支出|经费)?|购车费用?)$/, 'vehicle_purchase'],
  [/^(?:公车(?:费用?|支出|经费|购置及运行(?:维护)?费)|公务用车(?:费用?|支出|经费))$/, 'vehicles'],
  [/^(?:机关运行(?:费用?|支出))$/, 'agency_operation'],
  [/^(?:政府采购规模|政采(?:总额|支出)|采购总额)$/, 'procurement'],
  [/^(?:人员(?:开支|费用))$/, 'personnel'],
  [/^(?:公用(?:开支|费用)|日常公用支出)$/, 'operating'],
  [/^(?:年[末底](?:结转结余|结余|结转))$/, 'closing_carryover'],
];

/** Words of money in front of a name. */
const FUND_OF: readonly (readonly [RegExp, Fund])[] = [
  [/^一般公共预算(?:财政拨款)?(?=.)/, 'general_public'],
  [/^政府性基金(?:预算)?(?:财政拨款)?(?=.)/, 'government_fund'],
  [/^国有资本经营(?:预算)?(?:财政拨款)?(?=.)/, 'state_capital'],
  [/^财政拨款(?=.)/, 'fiscal'],
];

/** Measures that can be of several kinds of money. */
const OF_MANY_FUNDS = new Set(['basic', 'project', 'expenditure', 'revenue', 'opening_carryover', 'closing_carryover']);

/** The measure that a name means as a whole, in the words of documents or of every day; null for any other name. */
export function everydayMeasureOf(name: string): EverydayMeasure | null {
  const bare = name
    .replace(/[“”"‘’'「」]/g, '')
    .replace(/^(?:部门|单位|全局|全年|年度|当年|本年度?)(?=.{2})(?!支出$|收入$)/, '')
    .replace(/(?:方面|上|情况|一项|这一块)$/, '');
  const measure =
    NAMES.find(([wording]) => wording.test(bare))?.[1] ??
    measureOf(bare, plainTopic('')) ??
    measureOf(name, plainTopic(''));
  if (measure !== null) return { measure, fund: fundIn(bare, measure) };
  for (const [wording, fund] of FUND_OF) {
    const rest = bare.replace(wording, '');
    const own = rest === bare ? null : everydayMeasureOf(rest);
    if (own !== null && OF_MANY_FUNDS.has(own.measure)) return { measure: own.measure, fund };
  }
  return null;
}

function fundIn(name: string, measure: string): Fund | null {
  if (!OF_MANY_FUNDS.has(measure)) return null;
  return FUND_OF.find(([wording]) => wording.test(name))?.[1] ?? null;
}
