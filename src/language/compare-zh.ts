import { ungrouped } from './numbers.ts';

type Order = 'change_pct' | 'change' | 'amount' | 'per_staff';
type Kind = 'actual' | 'initial_budget';

/** A body at one end of an order, with its amounts written out without their signs. */
export interface Standing {
  /** Several where they are level. */
  names: readonly string[];
  amount: string;
  change: string | null;
  rate: string | null;
}

const kinds: Record<Kind, string> = { actual: '决算数', initial_budget: '年初预算数' };
const before: Record<Kind, string> = { actual: '上年', initial_budget: '上年预算' };

/** Strings of the comparison in Chinese. */
export const compareZh = {
  kicker: (level: string, year: string) => `${level}并列比较 · ${year}`,
  controls: '比较什么',
  measure: '指标',
  by: '排列依据',
  basis: '口径',
  level: '层级',
  at: '比较年度',
  bodies: '比较对象',
  allBodies: '全部',
  chosen: (count: number, all: number) => (count === all ? `全部 ${all} 个` : `${count} / ${all} 个`),
  orders: {
    change_pct: '增减率（%）',
    change: '增减额',
    amount: '金额',
    per_staff: '每名在职人员金额',
  } as Record<Order, string>,
  bases: { actual: '决算（未公布的另列年初预算）', initial_budget: '年初预算' } as Record<Kind, string>,
  kinds,
  levels: { department: '部门', unit: '所属单位' } as Record<string, string>,
  latest: (back: number) => (back === 0 ? '各自最近一年' : `各自最近一年的前 ${back} 年`),
  waiting: '正在比较…',
  measureOf: (measure: string, kind: Kind) => `${measure}${kind === 'actual' ? '决算' : '年初预算'}`,

  title: {
    of: (year: string | null, measure: string) => `${year ?? ''}${measure}：`,
    most: {
      down_pct: ({ names, change, rate }: Standing, unit: string) =>
        `降幅最大的是${names.join('、')}，下降${rate}${change === null ? '' : `（减少${ungrouped(change)}${unit}）`}`,
      up_pct: ({ names, change, rate }: Standing, unit: string) =>
        `增幅最大的是${names.join('、')}，增长${rate}${change === null ? '' : `（增加${ungrouped(change)}${unit}）`}`,
      down: ({ names, change, rate }: Standing, unit: string) =>
        `减少最多的是${names.join('、')}，减少${ungrouped(change ?? '')}${unit}${rate === null ? '' : `（下降${rate}）`}`,
      up: ({ names, change, rate }: Standing, unit: string) =>
        `增加最多的是${names.join('、')}，增加${ungrouped(change ?? '')}${unit}${rate === null ? '' : `（增长${rate}）`}`,
      amount: ({ names, amount }: Standing, unit: string) => `最多的是${names.join('、')}，${ungrouped(amount)}${unit}`,
      amountLeast: ({ names, amount }: Standing, unit: string) =>
        `最少的是${names.join('、')}，${ungrouped(amount)}${unit}`,
      per_staff: ({ names, amount }: Standing, unit: string) =>
        `每名在职人员最多的是${names.join('、')}，${ungrouped(amount)}${unit}`,
      per_staffLeast: ({ names, amount }: Standing, unit: string) =>
        `最少的是${names.join('、')}，${ungrouped(amount)}${unit}`,
    },
    noneDown: '没有减少的',
    noneUp: '没有增加的',
    flat: (kind: Kind) => `与${before[kind]}持平`,
    only: (names: string, clause: string) => `可以排列的只有${names}，${clause}`,
    clause: {
      down: (amount: string, unit: string, rate: string | null) =>
        `减少${ungrouped(amount)}${unit}${rate === null ? '' : `（下降${rate}）`}`,
      up: (amount: string, unit: string, rate: string | null) =>
        `增加${ungrouped(amount)}${unit}${rate === null ? '' : `（增长${rate}）`}`,
      amount: (amount: string, unit: string) => `${ungrouped(amount)}${unit}`,
    },
    nothing: '没有可以排列的数字',
    and: '；',
    stop: '。',
  },
  lead: {
    ranked: (ranked: number, all: number) => `${all} 个比较对象中 ${ranked} 个可以排列`,
    apart: (count: number) => `，${count} 个另列并说明原因`,
    ranks: '。名次在本层级当年全部收录的对象中排定，第 1 名为最多或增加最多。',
    noRanks: '。各对象年度不同，只排先后，不列名次。',
  },
  otherYear: (year: string) => `${year}可并列的对象不足两个，所以列出另一年度；比较年度可另选。`,
  tooFew: '比较需要至少两个对象，请再选一个。',

  sections: {
    actual: '决算',
    initial_budget: '年初预算',
    budgetOnly: '没有决算数，只有年初预算的',
    apart: '不参加排列的',
  },
  apartNote: '以下各项数字互相矛盾、没有可比的基数或没有公布，不与上面的并列。',
  dots: (order: string) => `按${order}排列`,
  dotsTitle: (count: number, order: string) => `${count} 个对象按${order}排列`,
  slope: (kind: Kind) => `${before[kind]} → 本年`,
  slopeTitle: (kind: Kind, down: number, up: number, flat: number) =>
    `与${before[kind]}相比：${[
      down > 0 ? `${down} 个减少` : '',
      up > 0 ? `${up} 个增加` : '',
      flat > 0 ? `${flat} 个持平` : '',
    ]
      .filter(Boolean)
      .join('，')}`,
  empty: '没有可以排列的数字。',
  dotsDescription: (order: string, parts: readonly string[]) => `按${order}排列的点图。${parts.join('；')}。`,
  slopeDescription: (kind: Kind, parts: readonly string[]) =>
    `${before[kind]}与本年金额的斜线图。${parts.join('；')}。`,
  part: (name: string, text: string) => `${name} ${text}`,
  fromTo: (prior: string, now: string) => `${prior} → ${now}`,
  inYear: (name: string, year: string) => `${name}（${year}）`,
  rank: (rank: number, of: number) => `第 ${rank} / ${of}`,
  columns: {
    body: '部门或单位',
    rank: '名次',
    year: '年度',
    now: (kind: Kind) => kinds[kind],
    prior: (kind: Kind): string => (kind === 'actual' ? '上年数' : '上年预算数'),
    change: '增减额',
    rate: '增减率',
    staff: '在职人数',
    perStaff: '每名在职人员',
    scope: '范围',
    reason: '原因',
  },
  administrative: {
    central: '中央',
    province: '省级',
    city: '市级',
    county: '县（区）级',
    township: '乡镇、街道',
  } as Record<string, string>,
  scope: (parts: readonly string[]) => parts.join(' · '),
  impliedPrior: '上年数为推得',
  impliedNow: '本年数为推得',
  persons: (count: string) => `${count} 人`,
  scopeNote: '各对象的行政层级、职责和所属单位多少不同，金额大小不能直接评判；同一指标的资金口径相同。',
  staffNote: '在职人数为年末在职，只有全部所属单位都公布时才计算。',
  reasons: {
    contested: (first: string, second: string, year: string) =>
      `不一致（待核实）：${year}有 ${first} 与 ${second} 两个数字`,
    contestedUnsaid: '与文件其他数字不一致（待核实）',
    no_prior: (kind: Kind): string => (kind === 'actual' ? '上年决算数未公布，无法比较' : '没有上年预算数，无法比较'),
    zero_base: (kind: Kind) => `${before[kind]}为 0，不计算增减率`,
    scope_differs: (kind: Kind) => `与${before[kind]}口径不同，不作比较`,
    no_staff: '在职人数没有由全部所属单位公布',
    budget_per_staff: '年初预算不按人数计算',
    unpublished: (year: string) => `${year}没有公布这项数字`,
  },
  source: {
    staff: (year: number) => `${year}年末在职人数`,
    rank: (rank: number) => `名次 = 所选排列依据下，在本层级当年全部收录的对象中第 ${rank}`,
    perStaff: (amount: string, staff: string, result: string) =>
      `每名在职人员 = 决算数 ÷ 在职人数 = ${amount} ÷ ${staff} = ${result}`,
  },
};
