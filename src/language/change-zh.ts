type Direction = 'up' | 'down' | 'flat';
const verb: Record<Direction, string> = { up: '增加', down: '减少', flat: '持平' };
const kinds = {
  actual: { name: '决算', of: (subject: string | null) => `${subject ?? '支出'}较上年` },
  initial_budget: { name: '年初预算', of: (subject: string | null) => `${subject ?? ''}预算比上年` },
} as const;
type Kind = keyof typeof kinds;

/** Strings of the view of what caused a change, in Chinese. */
export const changeZh = {
  name: '变动原因',
  intro: '从上年到本年，金额的变动由哪些科目构成：各部分之和恰好等于总变动。点科目可再往下看一级。',
  kind: '口径',
  kinds: { actual: kinds.actual.name, initial_budget: kinds.initial_budget.name } as Record<Kind, string>,
  fund: '资金',
  funds: {
    all: '全部资金',
    fiscal: '财政拨款',
    general_public: '一般公共预算财政拨款',
    government_fund: '政府性基金',
    state_capital: '国有资本经营预算',
  } as Record<string, string>,
  total: '合计',
  steps: '科目层级',
  other: '换一个角度：',
  opens: '往下一级：',
  empty: '没有可以分解的变动：本年或上年的数没有公布，或者口径不同。',
  unknownSubject: (code: string) => `地址中的科目“${code}”在这一年没有可分解的变动，改看上一级。`,
  impliedPrior: '上年数由本年文件所写的增减额推得。',
  scale: '横轴不从 0 起：竖线是上年与本年的总数，长条是各部分的变动。',
  unchanged: (count: number) => `另有 ${count} 个科目没有变化，见表格。`,
  untitled: (year: number) => `${year - 1}年到${year}年的变动`,
  title: (kind: Kind, year: number, subject: string | null, direction: Direction, amount: string, unit: string) =>
    `${year}年${kinds[kind].of(subject)}${verb[direction]}${direction === 'flat' ? '' : `${amount}${unit}`}`,
  mainly: (part: string, direction: Direction, amount: string, unit: string) =>
    `，主要因为${part}${verb[direction]}${amount}${unit}`,
  most: (part: string, direction: Direction, amount: string, unit: string) =>
    `，其中${part}${verb[direction]}最多，${verb[direction]}${amount}${unit}`,
  against: (part: string, direction: Direction, amount: string, unit: string) =>
    `；${part}则${verb[direction]}${amount}${unit}`,
  leaf: (part: string, direction: Direction, amount: string, unit: string) =>
    `；其中${part}${verb[direction]}${direction === 'flat' ? '' : `${amount}${unit}`}`,
  notAttributed: {
    no_parts: '，本年没有公布分科目的数，无法分解',
    no_prior_detail: '，没有上年分科目的数，无法按科目分解',
    some_prior_missing: '，其中大部分因上年分科目数不全而无法归到科目',
    sums_differ: '，大部分因分科目数与合计对不上而无法归到科目',
  } as Record<string, string>,
  bar: {
    no_parts: '无法分解（本年没有分科目的数）',
    no_prior_detail: '无法分解（没有上年分科目的数）',
    some_prior_missing: '未能归到科目（上年分科目的数不全）',
    sums_differ: '未能归到科目（分科目数与合计不等）',
  } as Record<string, string>,
  end: (kind: Kind, year: number) => `${year}年${kinds[kind].name}`,
  label: (change: string, points: string | null) => (points === null ? change : `${change} · ${points} 个百分点`),
  part: (name: string, change: string, unit: string, points: string | null) =>
    `${name} ${change} ${unit}${points === null ? '' : `，拉动 ${points} 个百分点`}`,
  description: (start: string, parts: readonly string[], end: string) =>
    `从${start}到${end}的分解图，竖线是两头的总数，长条是各部分的变动。${parts.join('；')}。`,
  key: { up: '增加', down: '减少', unattributed: '无法归到科目', end: '上年、本年总数' },
  subject: '科目',
  priorAmount: (year: number) => `${year}年`,
  change: '增减额',
  changePct: '增减率',
  contribution: '贡献（百分点）',
  sumRow: '合计',
  contributionOf: (change: string, whole: string, result: string) =>
    `贡献 = 本部分增减额 ÷ |上年总数| = ${change} ÷ |${whole}| = ${result} 个百分点`,
  remainderOf: (whole: string, result: string) => `未归到科目的部分 = 总变动 ${whole} − 各科目变动之和 = ${result}`,
  zeroListed: '该年的表中没有列出这个科目，按 0 计。',
};
