const counted = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

const kinds: Record<string, string> = { final_accounts: '决算', budget: '预算' };

/** Strings of the reconciliation in Chinese. */
export const reconciliationZh = {
  /** Names of the views. */
  views: '页面',
  overview: '总览',
  name: '勾稽核对',
  count: counted,
  /** Beside the name of the view. */
  navCount: (conflicts: number) => `${counted(conflicts)} 处不一致`,

  waiting: '正在逐处核对…',
  failed: '核对没有算出来',
  failedAdvice: '总览不受影响，可以重试。',
  title: (body: string, year: number, documents: readonly string[], checked: number, conflicts: number) =>
    `${body}${year}年${documents.map((kind) => kinds[kind] ?? kind).join('与')}：核对 ${counted(checked)} 处，${
      conflicts === 0 ? '没有发现不一致' : `${counted(conflicts)} 处不一致（待核实）`
    }`,
  nothing: (body: string, year: number) => `${body} ${year}年没有可以核对的数字`,
  lead: {
    following: (following: number) => `其中 ${counted(following)} 处只是由别的不一致引起。`,
    coverage: (compared: number, published: number) =>
      `${counted(published)} 个已公布的数字中，${counted(compared)} 个至少参加一次核对。`,
    meaning: '不一致不等于差错：两处都照录原文，口径、排印或识读都可能是原因。',
    units: '所属单位另有：',
    unit: (body: string, conflicts: number) => `${body} ${counted(conflicts)} 处`,
  },

  rules: {
    cross_statement: '表间核对',
    narrative_vs_statement: '文表核对',
    unit_sum: '单位汇总',
    children_sum: '上下级合计',
    parts_sum: '分项合计',
    prior_year: '上年数',
    stated_rate: '文字中的比率',
    stated_direction: '增减方向',
    project_rate: '项目执行率',
    project_score: '绩效得分',
    project_sum: '项目合计',
    repeated_item: '重复列示',
  } as Record<string, string>,
  ruleMeanings: {
    cross_statement: '同一科目、同一口径的数，各表应当相同',
    narrative_vs_statement: '文字写的数与表中的数应当相同',
    unit_sum: '所属单位之和应当等于部门数',
    children_sum: '上级科目应当等于下级科目之和',
    parts_sum: '合计应当等于各组成部分之和',
    prior_year: '本年文件推得或写明的上年数，应当等于上年公布的数',
    stated_rate: '文字写明的增减率、完成率、占比，应当与金额算出的相符',
    stated_direction: '“增加”“减少”应当与数字的正负一致',
    project_rate: '项目执行数 ÷ 预算数应当等于写明的执行率',
    project_score: '执行率得分应当由执行率得出，各项得分之和应当等于总分',
    project_sum: '各项目之和应当等于合计',
    repeated_item: '同一项不应列示两次',
  } as Record<string, string>,
  verdicts: {
    conflict: '不一致（待核实）',
    scope_differs: '口径不同',
    rounding: '四舍五入之差',
    not_checkable: '无法核对',
    agree: '一致',
  },
  verdictMeanings: {
    conflict: '差额超出四舍五入能解释的范围，也没有别的口径恰好相符',
    scope_differs: '两处不同，但与另一口径或另行列示的部分完全相符',
    rounding: '相差在两处小数位数的四舍五入范围内',
    not_checkable: '缺少计算所需的数，或 0 与 0 相比',
    agree: '按公布的小数位数完全相符',
  },
  reasons: {
    zero_of_zero: '0 与 0 之间没有比例',
    not_published: '计算所需的数没有公布',
    unclear_base: '没有说明与什么相比',
    other_fund: '与另一资金口径的数完全相符',
    other_budget: '与另一种预算数完全相符',
    other_body: '与所属单位的数完全相符',
    named_part: '差额正好等于另行列示的部分',
    zero_base: '以 0 为基数没有比例',
    wrong_direction: '文字所说的增减方向与数字相反',
    impossible: '这个数值不可能出现',
    truncated: '像是截去了尾数而没有四舍五入',
    divided_by_budget: '改以预算数为分母则相符',
    divided_by_this_year: '改以本年数为分母则相符',
    divided_by_prior: '改以上年数为分母则相符',
    other_rate: '与另一种预算的完成率相符',
    other_amount: '按另一处公布的数计算则相符',
    copied: '与另一处的文字或数字相同，疑为沿用',
    listed_twice: '同一项列示了两次',
    possible_misreading: '只差一个字形，可能是文字识读有误',
  } as Record<string, string>,
  statements: {
    income_expenditure: '收入支出总表',
    income: '收入表',
    expenditure: '支出表',
    fiscal_appropriation: '财政拨款收支总表',
    general_public_expenditure: '一般公共预算支出表',
    basic_expenditure: '基本支出表',
    government_fund: '政府性基金表',
    state_capital: '国有资本经营表',
    three_public: '“三公”经费表',
    narrative: '文字说明',
    performance_base: '绩效基础数据表',
    overall_evaluation: '整体支出自评表',
    project_evaluation: '项目支出自评表',
  } as Record<string, string>,
  section: (no: string | null, title: string | null) => (no === null ? (title ?? '') : `${no}、${title ?? ''}`),

  /** The sentence of a finding. The Chinese one comes with the rows. */
  sentence: (given: {
    message: string;
    subject: string;
    left: string;
    right: string;
    difference: string | null;
    verdict: string;
    reason: string | null;
  }): string => given.message,
  value: (amount: string, unit: string) => `${amount}${unit === '%' ? '%' : ` ${unit}`}`,
  points: (amount: string) => `${amount} 个百分点`,
  unpublished: '未公布',

  counts: '核对结果',
  matrix: {
    title: '哪张表、哪条规则',
    caption: '各表各规则的核对处数；选一格只看那里的结果',
    statement: '公布之处',
    total: '合计',
    conflicts: (count: number) => `${counted(count)} 处不一致`,
    cell: (statement: string, rule: string, count: number, conflicts: number) =>
      `${statement}，${rule}：核对 ${counted(count)} 处，${conflicts === 0 ? '没有不一致' : `${counted(conflicts)} 处不一致`}`,
    clear: '看全部',
  },

  list: {
    title: (shown: number) => `逐处结果（${counted(shown)}）`,
    /** Of the choice of a verdict: all but those that agree. */
    notAgree: '除“一致”外全部',
    all: '全部',
    rule: '规则',
    statement: '公布之处',
    verdict: '结果',
    empty: '这里没有需要说明的结果。',
    emptyFiltered: '这样筛选没有结果。',
    agree: (count: number) => `看相符的 ${counted(count)} 处`,
    more: (count: number) => `再显示 ${counted(count)} 处`,
    following: (count: number) => `由此引起的另有 ${counted(count)} 处`,
    followsFrom: '由另一处不一致引起',
    difference: '相差',
    tolerance: '四舍五入可解释',
    reason: '说明',
    open: '看两处原文',
    export: '导出全部核对结果',
    csv: 'CSV',
    xlsx: 'XLSX',
    exportFailed: '没有导出成功：',
  },

  coverage: {
    title: (compared: number, published: number) => `${counted(published)} 个数字中，${counted(compared)} 个参加了核对`,
    caption: '每个数字至少参加一次核对才算在内；空格不算数字',
    place: '公布之处',
    published: '公布',
    compared: '参加核对',
    unchecked: '没有参加',
    open: (statement: string, count: number) => `${statement}：看没有参加核对的 ${counted(count)} 个数字`,
    listTitle: (statement: string, count: number) => `${statement}：没有参加核对的 ${counted(count)} 个数字`,
    subject: '项目',
    column: '栏目',
    text: '原文数字',
    locator: '位置',
    loading: '正在取数字…',
  },

  finding: {
    left: '一处',
    right: '另一处',
    computed: '由以下公布的数算出',
    noNumbers: '没有对应的公布数字。',
    asPublished: '以上按读出的数字复原：加框的是参加这次核对的数字。',
    sentenceNote: '原句的文字不随项目发布，只列出其中的数字。',
    blank: '（空白）',
    marked: '参加核对',
    row: '项目',
    unit: (unit: string) => `单位：${unit}`,
    place: '位置',
    followsFrom: '由这一处不一致引起：',
    followers: (count: number) => `由此引起的 ${counted(count)} 处`,
    others: (count: number) => `这些数字还参加了 ${counted(count)} 处核对`,
    sql: '找出这一处的查询',
    loading: '正在取原文…',
  },

  mark: '不一致（待核实）',
  markHint: '查看这处不一致的两边',
  markOf: (name: string) => `${name}：不一致（待核实）`,
  marksOfPanel: '图中与别处不一致的数字：',

  file: {
    sheet: '勾稽核对',
    name: (body: string, year: number) => `${body}-${year}年-勾稽核对`,
    columns: {
      id: '编号',
      rule: '规则',
      verdict: '结果',
      severity: '程度',
      statement: '公布之处',
      subject: '对象',
      unit: '单位',
      left: '一处',
      leftValue: '数值',
      leftPlace: '位置',
      right: '另一处',
      rightValue: '数值',
      rightPlace: '位置或算法',
      difference: '相差',
      tolerance: '四舍五入可解释',
      reason: '说明',
      followsFrom: '由何引起',
      message: '一句话',
      document: '文件',
      source: '来源文件',
      checksum: 'SHA-256',
    },
  },
};
