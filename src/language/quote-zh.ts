/** What a sentence says against last year's figure of the same kind. */
const against = (than: string, figure: string, from: string, reasons: Record<string, string>) => ({
  up: (amount: string, rate: string | null) => `，比${than}增加${amount}${rate === null ? '' : `，增长${rate}`}`,
  down: (amount: string, rate: string | null) => `，比${than}减少${amount}${rate === null ? '' : `，下降${rate}`}`,
  flat: `，与${than}持平`,
  implied: (amount: string) => `（${figure}${amount}由${from}所写的增减额推得，非公布数）`,
  other: (amount: string) => `（${figure}在文件另一处为${amount}，不一致，待核实）`,
  reasons,
});

/** Sentences and citations in Chinese. */
export const quoteZh = {
  kinds: {
    actual: '决算数',
    initial_budget: '年初预算数',
    revised_budget: '全年预算数',
    budget: '预算数（文件未写明种类）',
    executed: '全年执行数',
  },
  /** The unit as it stands behind an amount. */
  unit: (unit: string) => unit,
  money: (amount: string, unit: string) => `${amount}${unit}`,
  named: (name: string, fund: string | null) => (fund === null ? name : `${name}（${fund}）`),
  head: (year: number, body: string, name: string, kind: string, money: string) =>
    `${year}年度，${body}${name}${kind}${money}`,
  unpublished: (year: number, body: string, name: string, kind: string) => `${year}年度，${body}${name}${kind}未公布`,
  impliedLater: {
    actual: '（由次年文件所写的增减额推得，非公布数）',
    initial_budget: '（由次年预算所写的增减额推得，非公布数）',
  },
  otherNow: (money: string) => `（该数与文件另一处${money}不一致，待核实）`,
  contested: '（该数与文件另一处不一致，待核实）',
  contradicted: (label: string) => `（${label}与文件另一处不一致，待核实）`,
  against: {
    actual: against('上年', '上年数', '本年文件', {
      no_prior: '；上年数未公布，不作比较',
      zero_base: '；上年为零，不计算增减率',
      scope_differs: '；与上年口径不同，不作比较',
      not_computed: '；上年数不一致，不计算增减',
    }),
    initial_budget: against('上年年初预算数', '上年年初预算数', '本年预算', {
      no_prior: '；没有上年年初预算数，不作比较',
      zero_base: '；上年年初预算为零，不计算增减率',
      scope_differs: '；与上年预算口径不同，不作比较',
      not_computed: '；上年年初预算数不一致，不计算增减',
    }),
  },
  budget: (name: string, money: string) => `；${name}${money}`,
  execution: (name: string, money: string, rate: string) => `，为${name}${money}的${rate}`,
  otherBudget: (name: string, money: string) => `（${name}在文件另一处为${money}，不一致，待核实）`,
  share: (whole: string, rate: string) => `，占${whole}的${rate}`,
  more: (clause: string) => `，${clause}`,
  end: (_unit: string) => '。',
  /** Wholes that a share is of. */
  wholes: { actual: '支出合计', initial_budget: '支出预算合计', basic: '基本支出合计' } as Record<string, string>,
  subject: (code: string, name: string) => `“${name}”（科目${code}）${name.endsWith('支出') ? '' : '支出'}`,
  economic: (code: string, name: string) => `基本支出中“${name}”（科目${code}）`,
  unitOf: (department: string, unit: string) => `${department}（${unit}）`,
  project: (name: string, annex: string) => `“${name}”项目（${annex}）`,
  contribution: (points: string) => `影响支出合计增减率${points}个百分点`,
  remainder: (year: number, body: string, whole: string, reason: string, amount: string, total: string) =>
    `${year}年度，${body}${whole}比上年的增减额${total}中，${amount}${reason}`,
  remainderBudget: (year: number, body: string, whole: string, reason: string, amount: string, total: string) =>
    `${year}年度，${body}${whole}年初预算数比上年年初预算数的增减额${total}中，${amount}${reason}`,
  index: (year: number, money: string, rate: string) => `相当于${year}年${money}的${rate}`,
  perStaff: (staff: string, money: string) => `按年末在职${staff}人计，人均${money}`,
  unitCost: (year: number, body: string, name: string, yuan: string, formula: string) =>
    `${year}年度，${body}${name}${yuan}元（${formula}）`,
  unitCostUnknown: (year: number, body: string, name: string) => `${year}年度，${body}${name}没有可以计算的数`,
  score: (score: string) => `自评${score}`,
  /** A lead is said of its body. */
  ofBody: (body: string, sentence: string) => `${body}：${sentence.replace(/。$/, '')}`,
  stop: '。',
  evidence: (about: string, label: string, value: string) => `${about}：${label}${value}`,

  heading: '引用',
  sentence: { zh: '中文', en: 'English' } as Record<string, string>,
  citation: '出处',
  copy: '复制',
  /** For those who hear the button alone. */
  copyOf: {
    sentence: (language: string) => `复制${language}引文`,
    citation: (language: string) => `复制${language}出处`,
  },
  copied: '已复制',
  selected: '浏览器没有允许复制，文字已选中，请按 Ctrl+C（Mac 用 ⌘C）。',
  waiting: '正在核对这个数，引用随后给出…',
  uncheckedNow: '（核对结果没有取得，未说明是否有不一致）',
  cite: {
    title: (title: string) => `《${title}》`,
    unknown: '文件未记录',
    cited: (places: string) => `，${places}`,
    status: (status: string) => `（${status}）`,
    place: (label: string, places: string) => `${label}：${places}`,
    places: '；',
    source: (name: string, sha256: string) => `来源文件 ${name}，SHA-256 ${sha256}`,
    snapshot: (file: string, sha256: string) => `数据快照 ${file}，SHA-256 ${sha256}`,
    official: '已与官方网站核对',
    view: (product: string, address: string, day: string) => `${product}，${address}，访问日期 ${day}`,
    query: (path: string) => `查询 ${path}`,
    join: (parts: readonly string[]) => `${parts.join('。')}。`,
  },
};
