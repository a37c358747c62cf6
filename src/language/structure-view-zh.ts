const ofWhole = { functional: '支出', economic: '基本支出' } as const;
type By = keyof typeof ofWhole;

/** Strings of the view of what the money went to, in Chinese. */
export const structureViewZh = {
  name: '结构',
  intro: '钱用到了哪里：按功能分类（做什么）或经济分类（花在什么上）从多到少排列，点科目往下看一级。',
  by: '分类',
  classifications: { functional: '功能分类', economic: '经济分类（基本支出）' } as Record<By, string>,
  emptyOf: {
    functional: '没有公布按功能分类的支出。',
    economic: '没有公布按经济分类的基本支出。',
  } as Record<By, string>,
  unknownSubject: (code: string) => `这一年没有列出科目“${code}”，改看上一级。`,
  title: (subject: string, budget: boolean, amount: string, unit: string, share: string | null, by: By) =>
    `${subject}${budget ? '预算' : ''} ${amount} ${unit}${
      share === null ? '' : `，占${ofWhole[by]}${budget ? '预算' : ''} ${share}`
    }`,
  most: (subject: string, amount: string, unit: string, share: string | null) =>
    `；其中${subject}最多，${amount} ${unit}${share === null ? '' : `（占 ${share}）`}`,
  part: (subject: string, amount: string, unit: string, share: string | null, by: By) =>
    `${subject} ${amount} ${unit}${share === null ? '' : `，占${ofWhole[by]} ${share}`}`,
  prior: (year: number, amount: string, unit: string) => `，${year}年 ${amount} ${unit}`,
  description: (parts: readonly string[]) => `从多到少排列的条形图。${parts.join('；')}。`,
  priorKey: (year: number) => `竖线：${year}年`,
  share: { functional: '占支出', economic: '占基本支出' } as Record<By, string>,
  amount: { actual: '决算数', initial_budget: '年初预算数' } as Record<string, string>,
  priorAmount: (year: number) => `${year}年`,
};
