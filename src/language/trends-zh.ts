const kinds = { actual: '', initial_budget: '（年初预算）' } as const;
type Mode = 'absolute' | 'index' | 'share';

/** Strings of the view over the years, in Chinese. */
export const trendsZh = {
  name: '趋势',
  intro: '任何指标或科目在各年的金额、指数（首年为 100）或占比，可几个部门、几项并列。',
  empty: '没有可以逐年比较的数。',
  mode: '看什么',
  modes: { absolute: '金额', index: '指数（首年 = 100）', share: '占比' } as Record<Mode, string>,
  layout: '画法',
  layouts: { together: '同一张图', apart: '分图，同一比例' } as Record<'together' | 'apart', string>,
  addBody: '加部门',
  addItem: '加指标或科目',
  choose: '选择…',
  shown: '已选',
  remove: (name: string) => `移除${name}`,
  unknown: (names: readonly string[]) => `地址中的“${names.join('”“')}”不在数据中。`,
  series: (name: string, kind: keyof typeof kinds) => `${name}${kinds[kind]}`,
  bodyItem: (body: string, item: string) => `${body} ${item}`,
  from: (name: string, year: number, before: string, later: number, now: string, unit: string) =>
    `${name}：${year}年 ${before} → ${later}年 ${now} ${unit}`,
  only: (name: string, year: number, now: string, unit: string) => `${name}：${year}年 ${now} ${unit}`,
  indexed: (name: string, later: number, now: string, year: number) => `${name}：${later}年为${year}年的 ${now}`,
  shareOf: (name: string, base: string) => `${name}占${base}`,
  andOthers: (count: number) => `，另有 ${count} 项`,
  noValue: {
    absolute: '所选各项没有公布金额。',
    index: '所选各项没有可作为 100 的首年数。',
    share: '所选各项不是另一指标的一部分，或总数没有公布，没有占比。',
  } as Record<Mode, string>,
  partlyMissing: (names: readonly string[], mode: Mode) =>
    `没有${mode === 'share' ? '占比' : mode === 'index' ? '指数' : '金额'}：${names.join('、')}。`,
  point: (name: string, year: number, value: string, unit: string) => `${name} ${year}年 ${value}${unit}`,
  implied: '（推得）',
  other: (amount: string, unit: string) => `；另见 ${amount} ${unit}，不一致（待核实）`,
  key: {
    budget: '虚线、横线：年初预算',
    implied: '空心：由另一年文件推得',
    contested: '※ 不一致（待核实）',
  },
  description: (parts: readonly string[]) => `各年的折线图。${parts.join('；')}。`,
  item: '项目',
  fund: (fund: string) => `资金口径：${fund}`,
  indexFormula: (amount: string, first: string, year: number, result: string) =>
    `指数 = 本年 ÷ ${year}年 = ${amount} ÷ ${first} = ${result}`,
  shareFormula: (amount: string, base: string, name: string, result: string) =>
    `占比 = 本项 ÷ ${name} = ${amount} ÷ ${base} = ${result}`,
  impliedBasis: '推得：由另一年文件的增减额反算，不是公布数',
  measures: '指标',
};
