import { addingZh } from './adding-zh.ts';
import { changeZh } from './change-zh.ts';
import { claimCheckZh } from './claim-check-zh.ts';
import { compareZh } from './compare-zh.ts';
import { executionZh } from './execution-zh.ts';
import { leadsZh } from './leads-zh.ts';
import { ungrouped } from './numbers.ts';
import { provenanceZh } from './provenance-zh.ts';
import { quoteZh } from './quote-zh.ts';
import { reconciliationZh } from './reconciliation-zh.ts';
import { handoutZh } from './handout-zh.ts';
import { storyZh } from './story-zh.ts';
import { structureViewZh } from './structure-view-zh.ts';
import { takeZh } from './take-zh.ts';
import { threePublicViewZh } from './three-public-view-zh.ts';
import { paletteZh } from './palette-zh.ts';
import { tableZh } from './table-zh.ts';
import { offlineZh } from './offline-zh.ts';
import { trendsZh } from './trends-zh.ts';

const isOtherFund: Record<string, string> = {
  fiscal: '财政拨款口径',
  general_public: '一般公共预算口径',
  government_fund: '政府性基金口径',
  state_capital: '国有资本经营预算口径',
};

const budgets: Record<string, string> = { initial: '年初预算', revised: '全年预算' };

/** "2024年本年支出" would say the year twice. */
const ofYear = (measure: string): string => measure.replace(/^本年/, '');

/** What a finding says of the change against last year's amount, or last year's budget. */
const findingAgainst = (than: string, before: string, figure: string, noPrior: string) => ({
  up: (amount: string, unit: string) => `，${than}${before}增加${ungrouped(amount)}${unit}`,
  down: (amount: string, unit: string) => `，${than}${before}减少${ungrouped(amount)}${unit}`,
  flat: `，与${before}持平`,
  no_prior: `，${noPrior}，无法比较`,
  zero_base: `（${before}为0，不计算增减率）`,
  zero_base_alone: `，${before}为0，不计算增减率`,
  scope_differs: `，与${before}口径不同，不作比较`,
  not_computed: `，${figure}不一致，不计算增减`,
  contestedPrior: (first: string, second: string, unit: string) =>
    `；${figure}有${ungrouped(first)}与${ungrouped(second)}${unit}两个说法，不一致（待核实）`,
});

/** Strings of the page in Chinese. Functions take numbers already written out. */
export const zh = {
  htmlLanguage: 'zh-CN',
  product: '决算年比',
  tagline: '部门决算逐年比较',
  skipToContent: '跳到正文',
  close: '关闭',
  retry: '重试',
  list: (items: readonly string[]) => items.join('、'),
  /** Remarks behind each other, each a sentence of its own. */
  remarks: (remarks: readonly string[]) =>
    remarks.map((remark) => (remark.endsWith('。') ? remark : `${remark}。`)).join(''),
  year: (year: number | string) => `${year}年`,
  withUnit: (amount: string, unit: string) => `${amount} ${unit}`,

  controls: {
    label: '选择部门与年度',
    body: '部门',
    year: '年度',
    unit: '金额单位',
    language: '语言',
    otherLanguage: 'English',
    otherLanguageCode: 'en',
    theme: '明暗',
    themeAuto: '随系统',
    themeLight: '浅色',
    themeDark: '深色',
    unitOption: (body: string) => `　└ ${body}`,
  },

  units: { 万元: '万元', 亿元: '亿元' } as Record<string, string>,
  unitNote: (unit: string) => `单位：${unit}`,

  starting: {
    title: '正在准备数据',
    stages: { engine: '载入查询引擎', data: '载入决算数据', queries: '整理数据' } as Record<string, string>,
    bytes: (loaded: string, total: string | null) => (total === null ? `${loaded} MB` : `${loaded} / ${total} MB`),
    steps: (loaded: number, total: number | null) => (total === null ? `${loaded}` : `${loaded} / ${total}`),
    failed: '数据没有载入',
    failedAdvice: '请检查网络或服务器是否仍在运行，然后重试。已打开的其他页面不受影响。',
    technical: '错误信息：',
    noData: '没有可以打开的数据',
    noDataAdvice: '没有任何可用的决算或预算。可在页首添加文件；或用 npm run ingest 读入后刷新本页。',
  },

  notices: {
    label: '提示',
    refused: (count: number) => `有 ${count} 个数据文件未通过校验，没有载入；其余数据照常显示。`,
    dropped: {
      department: (value: string) => `地址中的部门“${value}”不在数据中`,
      year: (value: string) => `地址中的年度“${value}”没有数据`,
      lang: (value: string) => `地址中的语言“${value}”不认识`,
      unit: (value: string) => `地址中的金额单位“${value}”不认识`,
      theme: (value: string) => `地址中的明暗设置“${value}”不认识`,
      claim: (value: string) => `地址中的句子太长，后面的 ${value.length} 个字没有读取`,
      view: (value: string) => `地址中的页面“${value}”不认识`,
      finding: (value: string) => `地址中的核对结果“${value}”不在数据中`,
      rule: (value: string) => `地址中的核对规则“${value}”不认识`,
      statement: (value: string) => `地址中的报表“${value}”不认识`,
      verdict: (value: string) => `地址中的核对结论“${value}”不认识`,
      fund: (value: string) => `地址中的资金口径“${value}”不认识`,
      amount: (value: string) => `地址中的“amount=${value}”不认识`,
      by: (value: string) => `地址中的分类“${value}”不认识`,
      mode: (value: string) => `地址中的“mode=${value}”不认识`,
      layout: (value: string) => `地址中的“layout=${value}”不认识`,
      embed: takeZh.noPanel,
      choice: (value: string) => `地址中的选择“${value}”不认识`,
    } as Record<string, (value: string) => string>,
    and: '；',
    stop: '。',
    openedInstead: (body: string, year: number) => `现显示：${body} ${year}年。`,
    noOwnDocument: '这一年没有收录本年度的文件，数字取自其他年度的文件：推得，或作为上年数公布。',
    budgetOnly: '本年度只收录了预算文件，还没有决算：这里的数字都是年初预算数，增减是与上年年初预算相比。',
    unitOf: (department: string) =>
      `所属单位。这里只列部门文件中单独公布的本单位数字，属于${department}汇总数的一部分，不与部门并列排名。`,
  },

  measures: {
    total: '收支总计',
    fiscal_total: '财政拨款收支总计',
    revenue: '本年收入合计',
    expenditure: '本年支出合计',
    general_public_expenditure: '一般公共预算财政拨款支出',
    basic: '基本支出',
    project: '项目支出',
    personnel: '人员经费',
    operating: '公用经费',
    opening_carryover: '年初结转和结余',
    closing_carryover: '年末结转和结余',
    three_public: '“三公”经费',
    overseas: '因公出国（境）费',
    vehicles: '公务用车购置及运行维护费',
    vehicle_purchase: '公务用车购置费',
    vehicle_operation: '公务用车运行维护费',
    reception: '公务接待费',
    agency_operation: '机关运行经费',
    procurement: '政府采购支出',
  } as Record<string, string>,

  funds: isOtherFund,
  budgets,
  /** A functional or economic subject; English puts its own names to the codes it knows. */
  subject: (_code: string, publishedName: string) => publishedName,

  basis: { implied: '推得', published: '公布' } as Record<string, string>,
  contested: '不一致（待核实）',

  tile: {
    against: (year: number) => `较${year}年 `,
    impliedAfter: '（推得）',
    againstBudget: '比上年预算 ',
    budgetKind: '年初预算数',
    noActual: '本年决算数未公布',
    reasons: {
      actual: {
        no_prior: '上年数未公布，不作比较',
        zero_base: '上年为 0，不计算增减率',
        scope_differs: '与上年口径不同，不作比较',
        not_computed: '上年数不一致，不计算增减',
      },
      initial_budget: {
        no_prior: '没有上年预算数，不作比较',
        zero_base: '上年预算为 0，不计算增减率',
        scope_differs: '与上年预算口径不同，不作比较',
        not_computed: '上年预算数不一致，不计算增减',
      },
    },
    flat: '持平',
    directionWord: { '1': '增加', '-1': '减少', '0': '持平' } as Record<string, string>,
    also: (year: number) => `${year}年另见 `,
    claimed: '文件写作 ',
    otherFigures: '文件中另有不同的数字',
    openSource: '查看出处',
    none: '未公布',
  },

  finding: {
    amount: (year: number, measure: string, amount: string, unit: string) =>
      `${year}年${ofYear(measure)}${ungrouped(amount)}${unit}`,
    budgetAmount: (year: number, level: 'department' | 'unit', measure: string, amount: string, unit: string) =>
      `${year}年${level === 'unit' ? '单位' : '部门'}预算${ofYear(measure)}${ungrouped(amount)}${unit}`,
    unpublished: (year: number, measure: string) => `${year}年${measure}的决算数未公布`,
    upRate: (rate: string) => `，增长${rate}`,
    downRate: (rate: string) => `，下降${rate}`,
    against: {
      actual: findingAgainst('较', '上年', '上年数', '上年数未公布'),
      initial_budget: findingAgainst('比', '上年预算', '上年预算数', '没有上年预算数'),
    },
    contestedNow: (first: string, second: string, unit: string) =>
      `；本年数有${ungrouped(first)}与${ungrouped(second)}${unit}两个说法，不一致（待核实）`,
    contested: '；与文件其他数字不一致（待核实）',
    nothing: (body: string, year: number) => `${body} ${year}年没有公布可以比较的数字`,
    stop: '',
  },

  lead: {
    founded: (year: number, evidence: string) => `${year}年成立或改组（文件称“${evidence}”），没有可比的上年数。`,
    of: {
      actual: {
        impliedPrior: (amount: string, unit: string) => `上年数${ungrouped(amount)}${unit}由本年文件的增减额推得。`,
        publishedPrior: (amount: string, unit: string) => `上年数${ungrouped(amount)}${unit}为公布数。`,
        implied: '本年数由后一年文件的增减额推得。',
        biggest: (subject: string, share: string) => `支出中${subject}最多，占${share}。`,
      },
      initial_budget: {
        impliedPrior: (amount: string, unit: string) => `上年预算数${ungrouped(amount)}${unit}由本年预算的增减额推得。`,
        publishedPrior: (amount: string, unit: string) => `上年预算数${ungrouped(amount)}${unit}为公布数。`,
        implied: '本年预算数由后一年预算的增减额推得。',
        biggest: (subject: string, share: string) => `支出预算中${subject}最多，占${share}。`,
      },
    },
    execution: (budget: string, rate: string, budgetAmount: string, unit: string) =>
      `支出为${budget}${ungrouped(budgetAmount)}${unit}的${rate}。`,
    threePublic: (amount: string, unit: string) => `“三公”经费${ungrouped(amount)}${unit}。`,
  },

  panel: {
    waiting: '正在计算…',
    failed: '这一部分没有算出来',
    failedAdvice: '其余部分不受影响，可以重试。',
    chart: '图',
    table: '表格',
    showTable: '显示表格',
    showChart: '显示图',
    source: '资料来源：',
    measure: '项目',
    year: '年度',
    note: '说明',
  },

  tiles: { title: '主要指标' },

  totals: {
    heading: '逐年收支',
    title: (
      year: number,
      measure: string,
      direction: 'up' | 'down' | 'flat',
      amount: string,
      rate: string | null,
      unit: string,
    ) =>
      direction === 'flat'
        ? `${year}年${ofYear(measure)}与上年持平`
        : `${year}年${ofYear(measure)}较上年${direction === 'up' ? '增加' : '减少'} ${amount} ${unit}${
            rate === null ? '' : `（${direction === 'up' ? '增长' : '下降'} ${rate}）`
          }`,
    single: (year: number, measure: string, amount: string, unit: string) =>
      `${year}年${ofYear(measure)} ${amount} ${unit}`,
    budgetMeasure: (measure: string) => `${measure}（年初预算）`,
    budgetTitle: (
      year: number,
      measure: string,
      direction: 'up' | 'down' | 'flat',
      amount: string,
      rate: string | null,
      unit: string,
    ) =>
      direction === 'flat'
        ? `${year}年预算${ofYear(measure)}与上年预算持平`
        : `${year}年预算${ofYear(measure)}比上年预算${direction === 'up' ? '增加' : '减少'} ${amount} ${unit}${
            rate === null ? '' : `（${direction === 'up' ? '增长' : '下降'} ${rate}）`
          }`,
    budgetSingle: (year: number, measure: string, amount: string, unit: string) =>
      `${year}年预算${ofYear(measure)} ${amount} ${unit}`,
    noTotal: '逐年收支',
    empty: '没有公布收支总计和本年支出合计。',
    description: (parts: readonly string[]) => `各年收支总计与本年支出合计的柱形图。${parts.join('；')}。`,
    part: (year: number, series: string, amount: string, unit: string, implied: boolean) =>
      `${year}年${series}${amount}${unit}${implied ? '（推得）' : ''}`,
    impliedKey: '虚线空心：由次年文件推得',
  },

  structure: {
    heading: '支出去向',
    of: {
      actual: {
        title: (subject: string, amount: string, share: string, unit: string) =>
          `${subject} ${amount} ${unit}，占支出 ${share}`,
        untitled: '支出按功能分类（类）',
        description: (parts: readonly string[]) => `按功能分类（类）从多到少排列的条形图。${parts.join('；')}。`,
        amount: '决算数',
        whole: '支出（未分基本、项目）',
        change: '较上年',
      },
      initial_budget: {
        title: (subject: string, amount: string, share: string, unit: string) =>
          `${subject}预算 ${amount} ${unit}，占支出预算 ${share}`,
        untitled: '支出预算按功能分类（类）',
        description: (parts: readonly string[]) =>
          `年初预算按功能分类（类）从多到少排列的条形图。${parts.join('；')}。`,
        amount: '年初预算数',
        whole: '支出预算（未分基本、项目）',
        change: '比上年预算',
      },
    },
    empty: '没有公布按功能分类的支出。',
    part: (subject: string, amount: string, share: string | null, unit: string) =>
      `${subject}${amount}${unit}${share === null ? '' : `，占${share}`}`,
    subject: '功能分类（类）',
    share: '占比',
    contribution: '拉动总额（百分点）',
    changed: (than: string, change: string, unit: string) => `，${than} ${change} ${unit}`,
  },

  threePublic: {
    heading: '“三公”经费',
    title: (amount: string, unit: string, budget: string | null, rate: string | null) =>
      `“三公”经费 ${amount} ${unit}${budget !== null && rate !== null ? `，为${budget}的 ${rate}` : ''}`,
    untitled: '“三公”经费',
    empty: '没有公布“三公”经费。',
    allZero: '“三公”经费决算为 0',
    description: (parts: readonly string[]) =>
      `“三公”经费各部分决算与预算对照的条形图，竖线为预算。${parts.join('；')}。`,
    part: (component: string, actual: string, budget: string | null, budgetName: string | null, unit: string) =>
      `${component}决算${actual}${unit}${budget === null ? '' : `，${budgetName ?? '预算'}${budget}${unit}`}`,
    component: '组成',
    actual: '决算数',
    budgetLabel: (budget: string, amount: string) => `${budget} ${amount}`,
    rate: '完成率',
    prior: '上年',
    change: '较上年',
    budget: '预算',
    contestedSides: (year: number, first: string, second: string) => `${year}年 ${first} 与 ${second}`,
    contestedNote: (parts: readonly string[]) => `不一致（待核实）：${parts.join('；')}。`,
    budgetTitle: (budget: string, amount: string, unit: string) => `“三公”经费${budget} ${amount} ${unit}`,
    budgetDescription: (parts: readonly string[]) => `“三公”经费各部分预算的条形图。${parts.join('；')}。`,
    budgetPart: (component: string, budget: string, amount: string, unit: string) =>
      `${component}${budget} ${amount} ${unit}`,
    inferredInitial: '年初预算（文件未标明，据上下文）',
    unlabelled: '预算（未标明年初或全年）',
    budgetKey: (budget: string) => `竖线：${budget}`,
  },

  execution: {
    heading: '预算执行',
    title: (budget: string, rate: string) => `支出决算为${budget}的 ${rate}`,
    titleCounts: (over: number, under: number, unbudgeted: number) => {
      const parts = [
        over > 0 ? `${over} 个科目超过 110%` : '',
        under > 0 ? `${under} 个不到 90%` : '',
        unbudgeted > 0 ? `${unbudgeted} 个没有预算` : '',
      ].filter(Boolean);
      return parts.length === 0 ? '' : `，${parts.join('，')}`;
    },
    untitled: '支出决算与预算',
    empty: '没有公布按项级科目的预算与决算对照。',
    description: (parts: readonly string[]) => `各项级科目完成率的点图，竖线为预算的 100%。${parts.join('；')}。`,
    part: (subject: string, text: string) => `${subject}${text}`,
    subject: '功能分类（项）',
    budget: '预算',
    actual: '决算数',
    rate: '完成率',
    deviation: '决算减预算',
    status: '状态',
    stated: '文件所写',
    total: '支出合计',
    statuses: {
      under: '低于 90%',
      within: '90%—110%',
      over: '高于 110%',
      unbudgeted: '无预算',
      contested: '不一致（待核实）',
      not_known: '预算未公布',
    } as Record<string, string>,
    ofBudget: (actual: string, budget: string) => `${actual} / ${budget}`,
    unbudgeted: (actual: string, budget: string) => `${budget}为 0，决算 ${actual}`,
    contested: (first: string, second: string | null) =>
      second === null ? `不一致（待核实）：${first}` : `不一致（待核实）：${first} 或 ${second}`,
    notKnown: (actual: string) => `预算未公布，决算 ${actual}`,
    nothing: '预算与决算均为 0',
    key: '点：决算为预算的百分比；竖线：100%',
    beyond: (limit: string) => `超过 ${limit} 的画在右缘`,
  },

  economic: {
    heading: '基本支出用途',
    of: {
      actual: {
        title: (subject: string, amount: string, share: string | null, unit: string) =>
          `${subject} ${amount} ${unit}${share === null ? '' : `，占基本支出 ${share}`}`,
        untitled: '基本支出按经济分类',
        description: (parts: readonly string[]) =>
          `基本支出按经济分类（类）从多到少排列的条形图。${parts.join('；')}。`,
        amount: '决算数',
      },
      initial_budget: {
        title: (subject: string, amount: string, _share: string | null, unit: string) =>
          `${subject}预算 ${amount} ${unit}`,
        untitled: '基本支出预算按经济分类',
        description: (parts: readonly string[]) =>
          `基本支出年初预算按经济分类（类）从多到少排列的条形图。${parts.join('；')}。`,
        amount: '年初预算数',
      },
    },
    empty: '没有公布按经济分类的基本支出。',
    subject: '经济分类',
    share: '占比',
  },

  source: {
    heading: '出处与算法',
    /** Of each kind of figure. */
    of: {
      actual: {
        side: (year: number) => `${year}年决算数`,
        totalSide: (year: number) => `${year}年支出合计（决算数）`,
        share: (amount: string, total: string, result: string) =>
          `占比 = 本科目 ÷ 支出合计 = ${amount} ÷ ${total} = ${result}`,
        altSide: (year: number) => `${year}年决算数（另一处）`,
        implied: '推得：由本年文件的增减额反算，不是公布数',
        impliedLater: '推得：由次年文件的增减额反算',
        change: (now: string, before: string, result: string) =>
          `增减额 = 本年 − 上年 = ${now} − ${before} = ${result}`,
        changePct: (change: string, before: string, result: string) =>
          `增减率 = 增减额 ÷ |上年| = ${change} ÷ |${before}| = ${result}`,
      },
      initial_budget: {
        side: (year: number) => `${year}年年初预算数`,
        totalSide: (year: number) => `${year}年支出预算合计（年初预算数）`,
        share: (amount: string, total: string, result: string) =>
          `占比 = 本科目预算 ÷ 支出预算合计 = ${amount} ÷ ${total} = ${result}`,
        altSide: (year: number) => `${year}年年初预算数（另一处）`,
        implied: '推得：由本年预算的增减额反算，不是公布数',
        impliedLater: '推得：由次年预算的增减额反算',
        change: (now: string, before: string, result: string) =>
          `增减额 = 本年预算 − 上年预算 = ${now} − ${before} = ${result}`,
        changePct: (change: string, before: string, result: string) =>
          `增减率 = 增减额 ÷ |上年预算| = ${change} ÷ |${before}| = ${result}`,
      },
    },
    sides: {
      budget: (name: string) => name,
    },
    exact: '精确值',
    published: '原文数字',
    place: '位置',
    noPlace: '没有记录位置',
    document: '文件',
    file: '来源文件',
    checksum: 'SHA-256',
    secondaryCopy: '二次来源副本，未与官方网站核对',
    origin: '文字来源',
    origins: {
      text_layer: '文件自带文字',
      machine_read: '由机器从版面识别，个别字形可能误读',
      unknown: '未记录',
    } as Record<string, string>,
    basis: '性质',
    publishedBasis: '公布数',
    summedBasis: '各处公布数之和',
    computed: '算法',
    implies: (now: string, change: string, before: string) =>
      `上年 = 本年 − 文件所写增减额 = ${now} − (${change}) = ${before}`,
    claimed: (text: string) => `文件所写：${text}`,
    claimedBoth: (change: string | null, rate: string | null) =>
      [change === null ? '' : `增减额 ${change}`, rate === null ? '' : `增减率 ${rate}`].filter(Boolean).join('，'),
    execution: (budget: string, actual: string, amount: string, result: string) =>
      `完成率 = 决算数 ÷ ${budget} = ${actual} ÷ ${amount} = ${result}`,
    deviation: (budget: string, actual: string, amount: string, result: string) =>
      `差额 = 决算数 − ${budget} = ${actual} − ${amount} = ${result}`,
    shareOfBasic: (actual: string, total: string, result: string) =>
      `占比 = 本科目 ÷ 基本支出合计 = ${actual} ÷ ${total} = ${result}`,
    basicSide: (year: number) => `${year}年基本支出合计（人员经费 + 公用经费）`,
    asPublished: '直接取自文件，没有换算以外的计算。',
    query: '查询文件',
    contested: '两处数字不一致（待核实），两处都照录。',
    loading: '正在查找原文…',
    negative: '带括号的负数',
  },

  adding: addingZh,
  check: claimCheckZh,
  provenance: provenanceZh,
  quote: quoteZh,
  reconciliation: reconciliationZh,
  change: changeZh,
  structureView: structureViewZh,
  palette: paletteZh,
  table: tableZh,
  trends: trendsZh,
  threePublicView: threePublicViewZh,
  compare: compareZh,
  leads: leadsZh,
  executionPage: executionZh,
  /** Of the pages over several bodies. */
  pages: { compare: '部门比较', leads: '线索', execution: '执行明细' } as Record<string, string>,
  handout: handoutZh,
  story: storyZh,
  console: { name: 'SQL 控制台' },
  take: takeZh,

  offline: offlineZh,
  footer: {
    method: '金额按文件所载逐分保留，增减与比率由随页查询在本机算出；四舍五入只在显示时进行。',
    sources: '资料来源',
    secondary: '数字取自各部门公开的决算和预算文件。点任何一个数字可看出处。',
  },
};
