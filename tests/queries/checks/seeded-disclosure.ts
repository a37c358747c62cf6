/**
 * Whole disclosures from a seed: every amount is drawn to the 分, whatever adds up does so exactly, and each printed cell is
 * rounded on its own, so that printed sums are off by cents and printed rates by their last digit, as in real documents.
 */

/** Amounts in 分; ten thousand of them are the last printed digit of 万元. */
type Amount = bigint;

export type Draw = (min: number, max: number) => number;

/** Whole numbers between two, both included, the same for the same seed (mulberry32). */
export function drawing(seed: number): Draw {
  let state = seed >>> 0;
  return (min, max) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return min + Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * (max - min + 1));
  };
}

function quotient(value: bigint, by: bigint): bigint {
  const [up, size] = value < 0n ? [-1n, -value] : [1n, value];
  return up * ((2n * size + by) / (2n * by));
}

/** "1234.5" of so many steps of which `scale` make one: rounded already, zeros at the end left out or kept. */
function decimal(steps: bigint, places: number, kept: boolean): string {
  const digits = (steps < 0n ? -steps : steps).toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return `${steps < 0n ? '-' : ''}${kept || places === 0 ? text : text.replace(/\.?0+$/, '')}`;
}

const sum = (amounts: readonly Amount[]): Amount => amounts.reduce((total, amount) => total + amount, 0n);

const LEAVES = [
  ['2012601', '行政运行'],
  ['2012604', '档案馆'],
  ['2080505', '机关事业单位基本养老保险缴费支出'],
  ['2080506', '机关事业单位职业年金缴费支出'],
  ['2101101', '行政单位医疗'],
  ['2101102', '事业单位医疗'],
  ['2210201', '住房公积金'],
] as const;
const ABOVE: Record<string, string> = {
  '201': '一般公共服务支出',
  '20126': '档案事务',
  '208': '社会保障和就业支出',
  '20805': '行政事业单位养老支出',
  '210': '卫生健康支出',
  '21011': '行政事业单位医疗',
  '221': '住房保障支出',
  '22102': '住房改革支出',
};
const PAY = [
  ['30101', '基本工资'],
  ['30102', '津贴补贴'],
  ['30103', '奖金'],
] as const;
const OFFICE = [
  ['30201', '办公费'],
  ['30205', '水费'],
  ['30299', '其他商品和服务支出'],
] as const;
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

interface Leaf {
  code: string;
  name: string;
  basic: Amount;
  project: Amount;
  /** Of the project: not from fiscal appropriations. */
  other: Amount;
  budget: Amount;
}

function nameOf(seed: number): string {
  return `青川市第${[...String(seed)].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('')}管理局`;
}

/** What a disclosure has beside its statements. */
export interface Parts {
  /** What it says of them: changes, rates, shares, procurement. */
  narrative: boolean;
  /** Two units with their evaluations. */
  annexes: boolean;
}

/** The text of one disclosure. */
export function seededDisclosure(seed: number, { narrative, annexes }: Parts): string {
  const draw = drawing(seed);
  const money = (from = 1, to = 900): Amount => BigInt(draw(from, to)) * 1000000n + BigInt(draw(0, 999999));
  const places = draw(1, 2);
  const amount = (value: Amount): string => (value === 0n ? '' : decimal(quotient(value, 10000n), 2, true));
  const stated = (value: Amount): string => decimal(quotient(value, 10000n), 2, false);
  const rate = (part: Amount, whole: Amount): string =>
    decimal(quotient(part * 100n * 10n ** BigInt(places), whole), places, true);
  const split = (whole: Amount, into: number): Amount[] => {
    // No two alike: two projects with the same amounts would be a finding.
    const shares = Array.from({ length: into }, (_, at) => BigInt(draw(1, 40) * 2 + 100 * at));
    const parts = shares.slice(1).map((share) => (whole * share) / sum(shares));
    return [whole - sum(parts), ...parts];
  };
  const body = nameOf(seed);
  const second = `${body.replace('管理局', '')}执法支队`;
  const year = draw(2021, 2024);

  // The truth.
  const hasOther = draw(0, 2) === 0;
  const leaves: Leaf[] = LEAVES.filter((_, at) => at === 0 || draw(0, 3) === 0).map(([code, name], at) => ({
    code,
    name,
    basic: at === 0 || draw(0, 3) > 0 ? money() : 0n,
    project: at === 0 || draw(0, 2) === 0 ? money() : 0n,
    other: 0n,
    budget: 0n,
  }));
  for (const leaf of leaves)
    leaf.budget = ((leaf.basic + leaf.project) * BigInt(draw(60, 140))) / 100n + BigInt(draw(1, 9999));
  if (hasOther) leaves[0]!.other = leaves[0]!.project / 3n;
  const basic = sum(leaves.map((leaf) => leaf.basic));
  const project = sum(leaves.map((leaf) => leaf.project));
  const other = sum(leaves.map((leaf) => leaf.other));
  const spent = basic + project;
  const fiscal = spent - other;
  const opening = hasOther ? money(1, 40) : 0n;
  const otherRevenue = hasOther ? other + money(1, 30) : 0n;
  const revenue = fiscal + otherRevenue;
  const total = revenue + opening;
  const [personnel, operating] = split(basic, 2) as [Amount, Amount];
  const pay = split(personnel, PAY.length);
  const office = split(operating, OFFICE.length);
  const trips = draw(0, 2) === 0 ? money(1, 9) : 0n;
  const cars = money(10, 60);
  const bought = draw(0, 3) === 0 ? money(15, 30) : 0n;
  const guests = money(1, 9);
  const before = (now: Amount): Amount => {
    if (now === 0n) return 0n;
    const prior = (now * BigInt(draw(70, 130))) / 100n + BigInt(draw(1, 9999));
    return prior === now ? now + 20000n : prior;
  };
  // Trips, cars bought, cars kept, guests: of this year, of the budget, of last year.
  const publicParts = [trips, bought, cars, guests];
  const saved = publicParts.map((value) => (value === 0n ? 0n : value + money(1, 9)));
  const earlier = publicParts.map(before);
  const publicRows = ([trip, buy, keep, guest]: readonly Amount[]): Amount[] => [
    trip! + buy! + keep! + guest!,
    trip!,
    buy! + keep!,
    buy!,
    keep!,
    guest!,
  ];
  const [publicNow, publicBudget, publicBefore] = [publicParts, saved, earlier].map(publicRows) as [
    Amount[],
    Amount[],
    Amount[],
  ];

  const rows = new Map<string, Leaf>();
  for (const leaf of leaves) {
    for (const length of [3, 5, 7]) {
      const code = leaf.code.slice(0, length);
      const before = rows.get(code) ?? {
        code,
        name: ABOVE[code] ?? leaf.name,
        basic: 0n,
        project: 0n,
        other: 0n,
        budget: 0n,
      };
      rows.set(code, {
        ...before,
        basic: before.basic + leaf.basic,
        project: before.project + leaf.project,
        other: before.other + leaf.other,
        budget: before.budget + leaf.budget,
      });
    }
  }
  const listed = [...rows.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const whole: Leaf = { code: '合计', name: '', basic, project, other, budget: sum(leaves.map((leaf) => leaf.budget)) };
  const classes = listed.filter(({ code }) => code.length === 3);

  // Its tables.
  const head = (title: string, number: number) => [title, '', `公开 0${number} 表`, '单位：万元', `部门：${body}`, ''];
  const subjects = (top: string[], under: string[], cells: (row: Leaf) => Amount[]): string[] => [
    ['项目', '', ...top].join('\t'),
    ['功能分类 科目编码', '科目名称', ...under].join('\t'),
    ['栏次', '', ...under.map((_, at) => String(at + 1))].join('\t'),
    ...[whole, ...listed].map((row) => [row.code, row.name, ...cells(row).map(amount)].join('\t')),
    '',
  ];
  const general = (
    columns: string[],
    money_in: readonly (readonly [string, Amount])[],
    money_out: readonly (readonly [string, Amount])[],
  ): string[] => {
    const height = Math.max(money_in.length, money_out.length);
    const spread = (value: Amount) => (columns.length === 1 ? [amount(value)] : [amount(value), amount(value), '']);
    return [
      ['收入', '', '', '支出', '', ...columns.map(() => '')].join('\t'),
      ['项目', '行次', '决算数', '项目', '行次', ...columns].join('\t'),
      ['栏次', '', '1', '栏次', '', ...columns.map((_, at) => String(at + 2))].join('\t'),
      ...Array.from({ length: height }, (_, at) => {
        const [source, got] = money_in[at] ?? ['', 0n];
        const [use, paid] = money_out[at] ?? ['', 0n];
        const cells = use === '' ? columns.map(() => '') : spread(paid);
        return [source, String(at + 1), amount(got), use, String(at + 21), ...cells].join('\t');
      }),
      '',
    ];
  };
  // 本年 and 总计 stand at the same height on both sides.
  const level = <T>(left: readonly T[], right: readonly T[], blank: T): [T[], T[]] => {
    const height = Math.max(left.length, right.length);
    const fill = (side: readonly T[]) => [...side, ...Array<T>(height - side.length).fill(blank)];
    return [fill(left), fill(right)];
  };
  const uses = (own: (row: Leaf) => Amount) =>
    classes.map((row, at): [string, Amount] => [`${NUMERALS[at]}、${row.name}`, own(row)]);
  const [sources, spending] = level<[string, Amount]>(
    [
      ['一、一般公共预算财政拨款收入', fiscal],
      ['二、政府性基金预算财政拨款收入', 0n],
      ['三、事业收入', 0n],
      ['四、其他收入', otherRevenue],
    ],
    uses((row) => row.basic + row.project),
    ['', 0n],
  );
  const [fiscalSources, fiscalSpending] = level<[string, Amount]>(
    [
      ['一、一般公共预算财政拨款', fiscal],
      ['二、政府性基金预算财政拨款', 0n],
    ],
    uses((row) => row.basic + row.project - row.other),
    ['', 0n],
  );
  const economic = (leavesOf: readonly (readonly [string, string])[], values: Amount[], code: string, name: string) => [
    [code, name, sum(values)] as const,
    ...leavesOf.map(([leaf, text], at) => [leaf, text, values[at]!] as const),
  ];
  const left = economic(PAY, pay, '301', '工资福利支出');
  const right = economic(OFFICE, office, '302', '商品和服务支出');
  const threePublic = [
    '合计',
    '因公出国（境）费',
    '公务用车购置及运行维护费',
    '公务用车购置费',
    '公务用车运行维护费',
    '公务接待费',
  ];
  const tables = [
    ...head('收入支出决算总表', 1),
    ...general(
      ['决算数'],
      [...sources, ['本年收入合计', revenue], ['年初结转和结余', opening], ['总计', total]],
      [...spending, ['本年支出合计', spent], ['年末结转和结余', total - spent], ['总计', total]],
    ),
    ...head('收入决算表', 2),
    ...subjects(['本年收入合计', '财政拨款收入', '其他收入'], ['', '', ''], (row) => {
      const extra = row.other === 0n ? 0n : otherRevenue;
      return [row.basic + row.project - row.other + extra, row.basic + row.project - row.other, extra];
    }),
    ...head('支出决算表', 3),
    ...subjects(['本年支出合计', '基本支出', '项目支出'], ['', '', ''], (row) => [
      row.basic + row.project,
      row.basic,
      row.project,
    ]),
    ...head('财政拨款收入支出决算总表', 4),
    ...general(
      ['合 计', '一般公共预算 财政拨款', '政府性基金预算财政拨款'],
      [...fiscalSources, ['本年收入合计', fiscal], ['年初财政拨款结转和结余', 0n], ['总计', fiscal]],
      [...fiscalSpending, ['本年支出合计', fiscal], ['年末财政拨款结转和结余', 0n], ['总计', fiscal]],
    ),
    ...head('一般公共预算财政拨款支出决算表', 5),
    ...subjects(['本年支出', '', ''], ['小计', '基本支出', '项目支出'], (row) => [
      row.basic + row.project - row.other,
      row.basic,
      row.project - row.other,
    ]),
    ...head('一般公共预算财政拨款基本支出决算明细表', 6),
    Array(2).fill('经济分类 科目编码\t科目名称\t决算数').join('\t'),
    ...left.map((row, at) =>
      [row, right[at]!].map(([code, name, value]) => [code, name, amount(value)].join('\t')).join('\t'),
    ),
    ['人员经费合计', '', amount(personnel), '公用经费合计', '', amount(operating)].join('\t'),
    '',
    ...head('财政拨款“三公”经费支出决算表', 9),
    ['项目', '预算数', '决算数'].join('\t'),
    ...threePublic.map((name, at) => [name, amount(publicBudget[at]!), amount(publicNow[at]!)].join('\t')),
    '',
    '注：预算数为“三公”经费年初预算数。',
    '',
  ];

  // Its text.
  const compared = (now: Amount, before: Amount): string => {
    const change = now - before;
    const [grew, size] = change < 0n ? ['减少', -change] : ['增加', change];
    const [rose] = change < 0n ? ['下降'] : ['增长'];
    return `${grew} ${stated(size)} 万元，${rose} ${rate(size, before)}%`;
  };
  const direction = (actual: Amount, budget: Amount): string =>
    stated(actual) === stated(budget)
      ? ''
      : `，决算数${actual < budget ? '小于' : '大于'}年初预算数的主要原因是：年中调整`;
  const priorTotal = before(total);
  const priorFiscal = before(fiscal);
  const goods = money();
  const works = money();
  const services = money();
  const priorOperating = before(operating);
  const subjectText = leaves.flatMap((leaf, at) => {
    const actual = leaf.basic + leaf.project - leaf.other;
    const name = `${ABOVE[leaf.code.slice(0, 3)]!.replace(/支出$/, '')}（类）${ABOVE[leaf.code.slice(0, 5)]!.replace(/支出$/, '')}（款）${leaf.name.replace(/支出$/, '')}（项）`;
    if (actual === 0n) return [];
    return [
      `${at + 1}、${name}。`,
      `年初预算为 ${stated(leaf.budget)} 万元，支出决算为 ${stated(actual)} 万元，完成年初预算的 ${rate(actual, leaf.budget)}%${direction(actual, leaf.budget)}。`,
    ];
  });
  const publicLine = (name: string, at: number): string => {
    const [now, plan] = [publicNow[at]!, publicBudget[at]!];
    const base = `${name}支出预算为 ${stated(plan)} 万元，支出决算为 ${stated(now)} 万元`;
    if (plan === 0n) return `${base}。`;
    return `${base}，完成预算的 ${rate(now, plan)}%；与上年相比${compared(now, publicBefore[at]!)}。`;
  };
  const text = [
    '第三部分',
    '',
    `${year}年度部门决算情况说明`,
    '',
    '一、收入支出决算总体情况说明',
    `${year} 年度收、支总计 ${stated(total)} 万元。与上年相比，${compared(total, priorTotal)}，主要是因为人员变动。`,
    '二、收入决算情况说明',
    `${year} 年度收入合计 ${stated(revenue)} 万元，其中：财政拨款收入 ${stated(fiscal)} 万元，占 ${rate(fiscal, revenue)}%${
      hasOther ? `；其他收入 ${stated(otherRevenue)} 万元，占 ${rate(otherRevenue, revenue)}%` : ''
    }。`,
    '三、支出决算情况说明',
    `${year} 年度支出合计 ${stated(spent)} 万元，其中：基本支出 ${stated(basic)} 万元，占 ${rate(basic, spent)}%；项目支出 ${stated(project)} 万元，占 ${rate(project, spent)}%。`,
    '四、财政拨款收入支出决算总体情况说明',
    `${year} 年度财政拨款收、支总计 ${stated(fiscal)} 万元，与上年相比，${compared(fiscal, priorFiscal)}。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    '（一）一般公共预算财政拨款支出决算总体情况',
    `${year} 年度财政拨款支出 ${stated(fiscal)} 万元，占本年支出合计的 ${rate(fiscal, spent)}%，与上年相比，财政拨款支出${compared(fiscal, priorFiscal)}。`,
    '（二）一般公共预算财政拨款支出决算结构情况',
    `${year} 年度财政拨款支出 ${stated(fiscal)} 万元，主要用于以下方面：${classes
      .map((row) => {
        const own = row.basic + row.project - row.other;
        return `${row.name.replace(/支出$/, '')}（类）支出 ${stated(own)} 万元，占 ${rate(own, fiscal)}%`;
      })
      .join('；')}。`,
    '（三）一般公共预算财政拨款支出决算具体情况',
    `${year} 年度财政拨款支出年初预算数为 ${stated(whole.budget)} 万元，支出决算数为 ${stated(fiscal)} 万元，完成年初预算的 ${rate(fiscal, whole.budget)}%，其中：`,
    ...subjectText,
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `${year} 年度一般公共预算财政拨款基本支出 ${stated(basic)} 万元，其中：`,
    `人员经费 ${stated(personnel)} 万元，占基本支出的 ${rate(personnel, basic)}%，主要包括基本工资、津贴补贴、奖金。`,
    `公用经费 ${stated(operating)} 万元，占基本支出的 ${rate(operating, basic)}%，主要包括办公费、水费。`,
    '七、财政拨款“三公”经费支出决算情况说明',
    '（一）“三公”经费财政拨款支出决算总体情况说明',
    publicLine(`${year} 年度“三公”经费财政拨款`, 0),
    '（二）“三公”经费财政拨款支出决算具体情况说明',
    publicLine('1. 因公出国（境）费', 1),
    publicLine('2. 公务用车购置费及运行维护费', 2),
    publicLine('公务用车购置费', 3),
    publicLine('公务用车运行维护费', 4),
    publicLine('3. 公务接待费', 5),
    '九、关于机关运行经费支出说明',
    `本部门 ${year} 年度机关运行经费支出 ${stated(operating)} 万元，比上年决算${compared(operating, priorOperating)}。`,
    '十一、关于政府采购支出说明',
    `本部门 ${year} 年度政府采购支出总额 ${stated(goods + works + services)} 万元，其中：政府采购货物支出 ${stated(goods)} 万元、政府采购工程支出 ${stated(works)} 万元、政府采购服务支出 ${stated(services)} 万元。授予中小企业合同金额 ${stated(goods + works)} 万元，占政府采购支出总额的 ${rate(goods + works, goods + works + services)}%。`,
    '',
  ];

  // Its units, which share out what the department spent.
  const shared = (values: readonly Amount[]): [Amount[], Amount[]] => {
    const parts = values.map((value) => split(value, 2));
    return [parts.map(([first]) => first!), parts.map(([, second]) => second!)];
  };
  const [publicOf, savedOf, earlierOf] = [publicParts, saved, earlier].map(shared) as [Amount[], Amount[]][];
  const spentOf = shared([personnel, operating, project - other, priorOperating, whole.budget]);
  const unit = (at: 0 | 1): string[] => {
    const name = at === 0 ? body : second;
    const [pays, run, appropriated, ranBefore, budget] = spentOf[at] as [Amount, Amount, Amount, Amount, Amount];
    const extra = at === 0 ? other : 0n;
    const work = appropriated + extra;
    const [business, special] = split(work, 2) as [Amount, Amount];
    const named = split(special, 2) as [Amount, Amount];
    const own = pays + run + work;
    const plan = (value: Amount) => value + value / 10n;
    const last = (value: Amount) => value - value / 10n;
    const line = (label: string, then: Amount, planned: Amount, now: Amount): string =>
      [label, stated(then), stated(planned), stated(now)].join('\t');
    const grown = (label: string, now: Amount): string => line(label, last(now), plan(now), now);
    const public_ = [earlierOf![at], savedOf![at], publicOf![at]].map(publicRows);
    const publicLineOf = (label: string, of: number): string =>
      line(label, public_[0]![of]!, public_[1]![of]!, public_[2]![of]!);
    const evaluated = (planned: Amount, actual: Amount): string[] => {
      const points = quotient(actual * 1000n, planned);
      return [
        stated(planned),
        stated(planned),
        stated(actual),
        '10',
        `${rate(actual, planned)}%`,
        decimal(points > 1000n ? 1000n : points, 2, true),
      ];
    };
    const projectTable = (no: number, project_name: string, actual: Amount): string[] => [
      `附件 4—${no}`,
      '',
      `${year} 年度项目支出绩效自评表`,
      '',
      ['项目支出名称', project_name, '', '', '', '', '', ''].join('\t'),
      ['主管部门', body, '', '', '实施单位', name, '', ''].join('\t'),
      ['项目资金（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'].join('\t'),
      ['', '其中：当年财政拨款', ...evaluated(plan(actual), actual)].join('\t'),
      ['', '上年结转资金', '', '', '', '', '', ''].join('\t'),
      ['', '其他资金', '', '', '', '', '', ''].join('\t'),
      ['', '年度资金总额', ...evaluated(plan(actual), actual)].join('\t'),
      '',
    ];
    return [
      `${year}年度${name}整体支出绩效自评报告`,
      '一、基本情况',
      '收支平衡。',
      '',
      `附件 ${at === 0 ? 2 : 1}`,
      '',
      `${year} 年度部门（单位）整体支出绩效评价基础数据表`,
      '',
      `经费控制情况（万元）\t${year - 1} 年决算数\t${year} 年预算数\t${year} 年决算数`,
      publicLineOf('三公经费', 0),
      publicLineOf('1、公务用车购置和维护经费', 2),
      publicLineOf('其中：公车购置', 3),
      publicLineOf('公车运行维护', 4),
      publicLineOf('2、出国经费', 1),
      publicLineOf('3、公务接待', 5),
      grown('项目支出：', work),
      grown('1、业务经费', business),
      grown('2、市级专项资金（一个专项一行）', special),
      grown(at === 0 ? '档案整理专项' : '执法整理专项', named[0]),
      grown(at === 0 ? '档案数字化专项' : '执法数字化专项', named[1]),
      line('公用经费', ranBefore, plan(run), run),
      line('其中：办公经费', ranBefore / 3n, plan(run) / 3n, run / 3n),
      line('水费、电费、差旅费', ranBefore / 4n, plan(run) / 4n, run / 4n),
      '',
      `附件 ${at === 0 ? 3 : 2}`,
      '',
      `${year} 年度部门（单位）整体支出绩效自评表`,
      '',
      ['市直部门预算单位（包括二级机构）名称', '', '', name, '', '', '', '', ''].join('\t'),
      ['年度预算申请 （万元）', '', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'].join('\t'),
      ['', '年度资金总额', '', ...evaluated(budget, own)].join('\t'),
      ['', '按收入性质分：', '', '', '按支出性质分：', '', '', '', ''].join('\t'),
      [
        '',
        `其中：一般公共预算：${stated(own - extra)}`,
        '',
        '',
        `其中：基本支出：${stated(pays + run)}`,
        '',
        '',
        '',
        '',
      ].join('\t'),
      ['', '政府性基金拨款：', '', '', `项目支出：${stated(work)}`, '', '', '', ''].join('\t'),
      '',
      ...projectTable(at * 3 + 1, at === 0 ? '业务工作经费' : '执法业务经费', business),
      ...projectTable(at * 3 + 2, at === 0 ? '档案整理专项' : '执法整理专项', named[0]),
      ...projectTable(at * 3 + 3, at === 0 ? '档案数字化专项' : '执法数字化专项', named[1]),
    ];
  };

  return [
    `${year}年度`,
    `${body}部门决算`,
    '',
    ...(annexes ? ['第一部分 概况', `${body}${year}年部门决算汇总单位构成包括：${body}本级以及${second}。`] : []),
    '第二部分 部门决算表',
    '',
    ...tables,
    ...(narrative ? text : []),
    '第四部分 名词解释',
    '财政拨款收入：指从同级财政取得的资金。',
    '',
    ...(annexes ? ['第五部分 附件', '', ...unit(0), ...unit(1)] : []),
  ].join('\n');
}
