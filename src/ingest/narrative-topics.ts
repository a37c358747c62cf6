import type { Fund } from './disclosure.ts';

/** What a section of the narrative is about: the measure of its headline and the fund its amounts are of. */
export interface Topic {
  name: string;
  measure: string | null;
  fund: Fund | null;
  /** The section explains a budget: plain amounts, and 预算 without a label, are the budget at the start of the year. */
  isBudget: boolean;
}

type Wording = readonly [RegExp, string];

/** Headings by their words, not by their numbers, which differ from place to place. First fit wins. */
const HEADINGS: readonly (readonly [RegExp, Pick<Topic, 'measure' | 'fund'>, string])[] = [
  [/三公/, { measure: 'three_public', fund: 'fiscal' }, '“三公”经费'],
  [/机关运行/, { measure: 'agency_operation', fund: 'general_public' }, '机关运行经费'],
  [/政府采购/, { measure: 'procurement', fund: null }, '政府采购支出'],
  [/政府性基金/, { measure: null, fund: 'government_fund' }, '政府性基金预算财政拨款'],
  [/国有资本经营/, { measure: null, fund: 'state_capital' }, '国有资本经营预算财政拨款'],
  [/一般公共预算.*基本支出/, { measure: 'basic', fund: 'general_public' }, '一般公共预算财政拨款基本支出'],
  [/财政拨款.*基本支出/, { measure: 'basic', fund: 'fiscal' }, '财政拨款基本支出'],
  [
    /一般公共预算.*(?:支出|决算)/,
    { measure: 'general_public_expenditure', fund: 'general_public' },
    '一般公共预算财政拨款支出',
  ],
  [
    /财政拨款收入?、?支出?(?:决算)?(?:总体|总|情况|说明)/,
    { measure: 'fiscal_total', fund: 'fiscal' },
    '财政拨款收、支总计',
  ],
  [/财政拨款支出/, { measure: 'general_public_expenditure', fund: 'general_public' }, '一般公共预算财政拨款支出'],
  [/收入?、?支出?(?:决算)?总(?:体|表|计)|收入[、和与]?支出|收、?支/, { measure: 'total', fund: 'all' }, '收、支总计'],
  [/基本支出/, { measure: 'basic', fund: 'all' }, '基本支出'],
  [/项目支出(?!.*绩效)/, { measure: 'project', fund: 'all' }, '项目支出'],
  [/会议费/, { measure: 'conference', fund: null }, '会议费'],
  [/培训费/, { measure: 'training', fund: null }, '培训费'],
  [/收入(?:决算|预算|情况)/, { measure: 'revenue', fund: 'all' }, '本年收入合计'],
  [/支出(?:决算|预算)(?!.*绩效)/, { measure: 'expenditure', fund: 'all' }, '本年支出合计'],
  [/绩效|国有资产|资产占[用有]|一般性支出/, { measure: null, fund: null }, ''],
];

/** The topic that a heading announces, or null for a heading that only divides the topic above it. */
export function topicOf(heading: string): Topic | null {
  const found = HEADINGS.find(([wording]) => wording.test(heading));
  return found ? { ...found[1], name: found[2] || heading, isBudget: isBudgetHeading(heading) } : null;
}

/** The topic under a heading inside a section: 机关运行经费 under 其他重要事项; 支出结构 under a section of its own stays there. */
export function topicUnder(section: Topic, heading: string): Topic {
  const topic = topicOf(heading);
  const isGeneral = /^(?:total|revenue|expenditure)$/.test(topic?.measure ?? '');
  if (!topic || (isGeneral && section.measure !== null && section.measure !== 'total')) return section;
  return { ...topic, isBudget: topic.isBudget || section.isBudget };
}

/** What a section is about whose heading announces no measure. */
export function plainTopic(heading: string): Topic {
  return { name: heading, measure: null, fund: null, isBudget: isBudgetHeading(heading) };
}

function isBudgetHeading(heading: string): boolean {
  const bare = heading.replace(/(?:一般公共|政府性基金|国有资本经营|社会保险基金)预算/g, '');
  return /预算(?!绩效|管理|执行)/.test(bare) && !/决算/.test(heading);
}

/** Names that mean the same measure in every section. They must fit as a whole: 货物采购授予…金额 is not 货物采购. */
const NAMES: readonly Wording[] = [
  [/^(?:收入?(?:总计)?[、和及与]?支出?|收入|支出)(?:决算|预算)?总计$/, 'total'],
  [/^财政拨款(?:收入?(?:总计)?[、和及与]?支出?|收入|支出)(?:决算|预算)?总计$/, 'fiscal_total'],
  [/^(?:本年)?收入(?:决算|预算)?合计$/, 'revenue'],
  [/^(?:本年|部门)?支出(?:决算|预算)?(?:合计|总额)$|^整体支出$/, 'expenditure'],
  [/^一般公共预算(?:当年)?(?:财政)?(?:拨款)?支出(?:合计|总额|总计)?$/, 'general_public_expenditure'],
  [/^(?:一般公共预算)?(?:财政拨款)?基本支出(?:合计|总额)?$/, 'basic'],
  [/^(?:部门)?(?:决算)?(?:一般公共预算)?(?:财政拨款)?项目支出(?:合计|总额)?$/, 'project'],
  [/^人员(?:经费|支出)(?:支出)?(?:合计)?$/, 'personnel'],
  [/^(?:日常)?公用(?:经费|支出)(?:支出)?(?:合计)?$/, 'operating'],
  [
    /^(?:一般公共预算|政府性基金预算|国有资本经营预算)?(?:财政拨款)?(?:年初|上年)(?:财政拨款)?结转(?:和|及|与)?(?:结余)?(?:资金)?$/,
    'opening_carryover',
  ],
  [
    /^(?:一般公共预算|政府性基金预算|国有资本经营预算)?(?:财政拨款)?(?:年末|结转下年)(?:财政拨款)?(?:结转)?(?:和|及|与)?(?:结余)?(?:资金)?$/,
    'closing_carryover',
  ],
  [/^使用(?:非财政拨款|专用)结余(?:（[^（）]*）)?$|^用事业基金弥补收支差额$/, 'surplus_used'],
  [/^结余分配$/, 'surplus_allocated'],
  [/^上缴上级支出$/, 'remitted_to_superior'],
  [/^对附属单位补助支出$/, 'affiliate_subsidy'],
  [/^经营支出$/, 'business_expenditure'],
  [/^财政拨款收入$/, 'fiscal_appropriation'],
  [/^上级补助收入$/, 'superior_subsidy'],
  [/^事业收入$/, 'operations'],
  [/^(?:事业单位)?经营收入$/, 'business'],
  [/^附属单位上缴收入$/, 'affiliate_remittance'],
  [/^其他收入$/, 'other_revenue'],
  [/^(?:财政拨款)?因公出国（境）费?用?(?:支出)?$/, 'overseas'],
  [/^公务用车购置费?用?[及和与、]运行(?:维护)?费?用?(?:支出)?$/, 'vehicles'],
  [/^公务用车购置费?用?(?:支出)?$/, 'vehicle_purchase'],
  [/^公务用车运行(?:维护)?费?用?(?:支出)?$/, 'vehicle_operation'],
  [/^公务接待费?用?(?:支出)?$/, 'reception'],
  [/^(?:财政拨款)?三公经费(?:一般公共预算)?(?:财政拨款)?(?:支出)?(?:合计|总额)?$/, 'three_public'],
  [/^(?:.*的)?机关运行经费(?:财政拨款)?(?:支出)?$/, 'agency_operation'],
  [/^政府采购(?:支出)?(?:总额|总金额|金额|总计|合计)?(?:（[^（）]*）)?$/, 'procurement'],
  [/^(?:政府采购)?货物(?:类)?(?:采购)?(?:支出)?(?:总?金?额)?$/, 'procurement_goods'],
  [/^(?:政府采购)?工程(?:类)?(?:采购)?(?:支出)?(?:总?金?额)?$/, 'procurement_works'],
  [/^(?:政府采购)?服务(?:类)?(?:采购)?(?:支出)?(?:总?金?额)?$/, 'procurement_services'],
  [/^会议费(?:支出)?$/, 'conference'],
  [/^培训费(?:支出)?$/, 'training'],
];

/** What is counted, in the words that the statements use for the same counts. */
const COUNTED: readonly Wording[] = [
  [/出国.*(?:人次|人数)/, 'overseas_people'],
  [/出国/, 'overseas_groups'],
  [/(?:购置|更新|新增).*(?:用车|车辆)|(?:用车|车辆).*(?:购置|更新)/, 'vehicles_bought'],
  [/(?:公务用车|车辆).*(?:保有|实有)|^车辆$/, 'vehicles_kept'],
];

/** The catalogue's word for a published name, or null. */
export function measureOf(name: string, topic: Topic): string | null {
  const bare = name.replace(/[“”"‘’'「」]/g, '').replace(/（(?:类|款|项)）/g, '');
  if (/^(?:财政拨款)?本年收入$/.test(bare) && topic.fund !== 'fiscal') return 'revenue';
  if (/^(?:财政拨款)?本年支出$/.test(bare) && topic.fund !== 'fiscal') return 'expenditure';
  // "财政拨款支出" is the short name of what its section is about.
  if (topic.measure === 'general_public_expenditure' && /^财政拨款(?:支出)?(?:合计|总额)?$/.test(bare))
    return topic.measure;
  if (topic.measure === 'three_public' && /^三公经费/.test(bare) && /支出总额|^三公经费$/.test(bare))
    return topic.measure;
  return NAMES.find(([wording]) => wording.test(bare))?.[1] ?? null;
}

/** The word for what a count counts, or null. `unit` tells parties from people where the name is of a whole party. */
export function countedOf(name: string, unit: string, topic: Topic): string | null {
  const bare = name.replace(/（(?!境)[^（）]*）/g, '');
  const known = COUNTED.find(([wording]) => wording.test(bare))?.[1] ?? null;
  if (known) return known === 'overseas_groups' && /人/.test(unit) ? 'overseas_people' : known;
  // Guests from abroad are a part of the guests; their counts are kept under their own name.
  if (topic.measure !== 'three_public' || /外宾|外事|国\(?境\)?外/.test(name)) return null;
  if (/接待|来宾|来访/.test(name)) return /人/.test(unit) ? 'reception_people' : 'reception_batches';
  return null;
}

/** Fund of an amount: the measure's own where it can have one only, else the section's. */
export function fundOf(measure: string | null, topic: Topic): Fund | null {
  switch (measure) {
    case 'fiscal_total':
      return 'fiscal';
    case 'general_public_expenditure':
    case 'agency_operation':
      return 'general_public';
    case 'three_public':
    case 'overseas':
    case 'vehicles':
    case 'vehicle_purchase':
    case 'vehicle_operation':
    case 'reception':
      return topic.fund ?? 'fiscal';
    case 'total':
      return 'all';
    case 'expenditure':
    case 'revenue':
    case 'project':
    case 'basic':
      return topic.fund ?? 'all';
    default:
      return topic.fund;
  }
}
