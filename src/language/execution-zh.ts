/** Strings of the page of execution in Chinese. */
export const executionZh = {
  kicker: (body: string, year: string) => `执行明细 · ${body} · ${year}`,
  title: {
    none: (body: string, year: string) => `${body}${year}没有公布预算与决算的对照`,
    projectsOnly: (count: number) => `${count} 个项目公布了预算与执行数`,
    below: (limit: string, projects: number | null, subjects: number | null) =>
      `完成率低于 ${limit}%：${[
        projects === null ? null : projects === 0 ? '没有项目' : `${projects} 个项目`,
        subjects === null ? null : subjects === 0 ? '没有项级科目' : `${subjects} 个项级科目`,
      ]
        .filter((part) => part !== null)
        .join('，')}`,
  },
  counted: (repeated: number, outside: number) =>
    [repeated > 0 ? `${repeated} 个重复列示同一笔钱` : '', outside > 0 ? `${outside} 个不计入本部门支出` : '']
      .filter(Boolean)
      .join('，'),
  amongProjects: (text: string) => `项目中：${text}。`,
  total: (name: string, actual: string, budget: string, amount: string, rate: string | null) =>
    `${name} ${actual} ÷ ${budget} ${amount}${rate === null ? '' : ` = ${rate}`}`,
  lead: '完成率为决算数或全年执行数除以预算数，各行标明是哪个预算；合计行为合计数之比，不是各行完成率的平均。',
  filters: '筛选与排列',
  below: '完成率低于（%）',
  belowShort: (limit: string) => `${limit}% 以下`,
  belowWrong: '请填写不超过四位小数的数字，例如 70。',
  everything: '全部',
  order: '先按',
  orders: { amount: '差额大小（万元）', pct: '偏离 100% 的程度' } as Record<string, string>,
  projects: '项目',
  projectsChart: (limit: string | null) => (limit === null ? '项目完成率' : `完成率低于 ${limit}% 的项目`),
  moreProjects: (count: number) => `另有 ${count} 个项目见下表。`,
  /** Between two sentences. */
  between: '',
  subjects: '项级科目',
  unbudgeted: '没有预算的支出',
  unbudgetedTitle: (count: number) => `${count} 个科目预算为 0 而有决算支出`,
  notRated: '没有完成率的',
  projectsTitle: (shown: number, all: number) => (shown === all ? `项目 ${all} 个` : `项目 ${shown} / ${all} 个`),
  subjectsTitle: (shown: number, all: number) =>
    shown === all ? `项级科目 ${all} 个` : `项级科目 ${shown} / ${all} 个`,
  emptyFiltered: (limit: string) => `没有完成率低于 ${limit}% 的。`,
  emptyProjects: '没有公布项目支出绩效自评表。',
  emptySubjects: '没有公布按项级科目的预算与决算对照。',
  columns: {
    project: '项目',
    unit: '实施单位',
    subject: '功能分类（项）',
    initial: '年初预算数',
    revised: '全年预算数',
    actual: '决算数',
    executed: '全年执行数',
    rate: '完成率',
    base: '按哪个预算',
    deviation: '差额（执行减预算）',
    stated: '文件所写完成率',
    executionScore: '执行得分',
    score: '自评总分',
    remark: '说明',
  },
  remarks: {
    repeated: (annex: string) => `与${annex}为同一笔钱`,
    outside: (evidence: string | null) => `不计入本部门支出${evidence === null ? '' : `（${evidence}）`}`,
  },
  source: {
    executed: '全年执行数',
    rate: (budget: string, executed: string, amount: string, result: string) =>
      `完成率 = 全年执行数 ÷ ${budget} = ${executed} ÷ ${amount} = ${result}`,
    deviation: (budget: string, executed: string, amount: string, result: string) =>
      `差额 = 全年执行数 − ${budget} = ${executed} − ${amount} = ${result}`,
    score: (execution: string | null, total: string | null) =>
      [execution === null ? '' : `执行得分 ${execution}`, total === null ? '' : `自评总分 ${total}`]
        .filter(Boolean)
        .join('，'),
  },
};
