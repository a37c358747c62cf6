/** Strings of the view of the “三公” expenditure over the years, in Chinese. */
export const threePublicViewZh = {
  name: '“三公”经费',
  intro: '“三公”经费各部分历年的决算与预算，以及公布了数量的，每辆车、每批次、每位来宾合多少钱。',
  partsHeading: '各部分逐年',
  costsHeading: '单位成本',
  empty: '没有公布“三公”经费。',
  noCosts: '没有公布公务用车保有量、接待批次或人次，不能算出单位成本。',
  title: (year: number, amount: string, unit: string, direction: 'up' | 'down' | 'flat' | null, change: string) =>
    `${year}年“三公”经费 ${amount} ${unit}${
      direction === null
        ? ''
        : direction === 'flat'
          ? '，与上年持平'
          : `，较上年${direction === 'up' ? '增加' : '减少'} ${change} ${unit}`
    }`,
  budgetTitle: (year: number, budget: string, amount: string, unit: string) =>
    `${year}年“三公”经费${budget} ${amount} ${unit}`,
  allZero: (names: readonly string[]) => `各年均为 0：${names.join('、')}。`,
  component: '组成',
  year: '年度',
  actual: '决算数',
  rate: '完成率',
  change: '较上年',
  actualOf: (name: string, year: number, amount: string, unit: string) => `${name} ${year}年决算 ${amount} ${unit}`,
  budgetOf: (name: string, year: number, budget: string, amount: string, unit: string) =>
    `${name} ${year}年${budget} ${amount} ${unit}`,
  per: {
    vehicle: '每辆公务用车运行维护费',
    batch: '每批次接待费',
    guest: '每位来宾接待费',
  } as Record<string, string>,
  counted: {
    vehicle: '公务用车保有量（辆）',
    batch: '接待批次',
    guest: '接待人次',
  } as Record<string, string>,
  yuan: '元',
  costTitle: (parts: readonly string[]) => parts.join('，'),
  cost: (per: string, yuan: string) => `${per} ${yuan} 元`,
  costOf: (per: string, year: number, yuan: string) => `${year}年${per} ${yuan} 元`,
  amountColumn: '金额',
  countColumn: '数量',
  eachYuan: '每个（元）',
  each: '每个（万元）',
  formula: (amount: string, count: string, result: string) => `金额 ÷ 数量 = ${amount} ÷ ${count} = ${result} 万元`,
  contested: '金额有两个说法，不一致（待核实），不作除法。',
  countSide: (name: string, count: string) => `${name}：${count}`,
  budgetKey: '虚线、横线：预算，种类见表格',
  inferredInitial: '年初预算的种类文件没有标明，据上下文。',
};
