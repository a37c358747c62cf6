import { ungrouped } from './numbers.ts';

type Budget = 'initial_budget' | 'revised_budget';

const budgets: Record<Budget, string> = { initial_budget: '年初预算', revised_budget: '全年预算' };

/** Strings of the leads in Chinese. */
export const leadsZh = {
  kicker: '从哪里看起',
  waiting: '正在核对并寻找线索…',
  title: (count: number, parts: readonly string[]) =>
    count === 0 ? '没有符合条件的线索' : `${count} 条线索：${parts.join('，')}`,
  lead: '按差额占当年总额的比重从大到小排列。线索只说明数字上值得看的地方，不是结论；原因以文件说明和部门答复为准。',
  kinds: {
    change: '增减较大',
    budget_change: '预算增减较大',
    driver: '变动的主要科目',
    unbudgeted: '无预算支出',
    execution: '执行偏离预算',
    contradiction: '数字不一致（待核实）',
  } as Record<string, string>,
  counted: {
    change: (count: number) => `${count} 项增减较大`,
    budget_change: (count: number) => `${count} 项预算增减较大`,
    driver: (count: number) => `${count} 个带动变动的科目`,
    unbudgeted: (count: number) => `${count} 个科目没有预算而有支出`,
    execution: (count: number) => `${count} 个科目执行偏离预算较多`,
    contradiction: (count: number) => `${count} 处数字不一致（待核实）`,
  } as Record<string, (count: number) => string>,
  kindHint: {
    change: '比上年增减 10% 以上',
    budget_change: '年初预算比上年预算增减 10% 以上',
    driver: '增减额相当于总额增减额的五分之一以上',
    unbudgeted: '预算为 0 而有决算支出',
    execution: '完成率与 100% 相差 30 个百分点以上',
    contradiction: '文件中两处数字不一致（待核实）',
  } as Record<string, string>,
  filters: '筛选',
  kind: '类别',
  body: '部门或单位',
  year: '所属年度',
  all: '全部',
  clear: '清除筛选',
  empty: '没有符合条件的线索。',
  more: (count: number) => `再显示 ${count} 条`,
  weight: (rate: string) => `差额相当于当年总额的 ${rate}`,
  noWeight: '不按金额计',
  severity: (severity: number) => `程度 ${severity} / 5`,
  source: '出处',
  open: '打开：',
  to: {
    overview: '总览',
    change: '变动原因',
    compare: '部门比较',
    execution: '执行明细',
    reconciliation: '核对结果',
  },
  sentences: {
    driver: (year: number, subject: string, amount: string, unit: string) =>
      `${year}年${subject}${ungrouped(amount)}${unit}`,
    driverBudget: (year: number, subject: string, amount: string, unit: string) =>
      `${year}年${subject}预算${ungrouped(amount)}${unit}`,
    drives: '，增减额相当于总额增减额的五分之一以上',
    unbudgeted: (year: number, subject: string, budget: Budget, amount: string, unit: string) =>
      `${year}年${subject}${budgets[budget]}为0，决算支出${ungrouped(amount)}${unit}`,
    execution: (
      year: number,
      subject: string,
      budget: Budget,
      numbers: { amount: string; base: string; difference: string; rate: string | null },
      over: boolean,
      unit: string,
    ) =>
      `${year}年${subject}决算支出${ungrouped(numbers.amount)}${unit}，比${budgets[budget]}${ungrouped(numbers.base)}${unit}${
        over ? '多' : '少'
      }${ungrouped(numbers.difference)}${unit}${numbers.rate === null ? '' : `（${over ? '高' : '低'}${numbers.rate}）`}`,
    quoted: (subject: string) => `“${subject}”`,
    contradiction: (message: string, _subject: string, _first: string, _second: string, _unit: string) =>
      message.replace(/。$/, ''),
    stop: '。',
  },
  sides: {
    amount: (year: number) => `${year}年决算数`,
    budget: (year: number) => `${year}年年初预算数`,
    prior_actual: (year: number) => `${year - 1}年决算数`,
    prior_initial_budget: (year: number) => `${year - 1}年年初预算数`,
    initial_budget: (year: number) => `${year}年年初预算数`,
    revised_budget: (year: number) => `${year}年全年预算数`,
    one: '一处的数字',
    other_number: () => '另一处的数字',
  },
  difference: (amount: string, base: string, result: string) => `差额 = ${amount} − ${base} = ${result}`,
};
