/** Small disclosures in the forms that departments use, written from known amounts. */

/** Amounts in the smallest step of the unit: hundredths of 万元, or 分 where the unit is 元. */
export interface Truth {
  body: string;
  year: number;
  unit: '万元' | '元';
  subjects: ReadonlyArray<{ code: string; name: string; basic: bigint; project: bigint }>;
  economic: ReadonlyArray<{ code: string; name: string; amount: bigint }>;
  threePublic: { budget: readonly bigint[]; actual: readonly bigint[] };
}

export interface Layout {
  thousands: boolean;
  /** Spaces inside words, as extraction leaves them. */
  spaced: boolean;
  lineNumbers: boolean;
  /** Header and blank line in the middle of each table. */
  pageBreaks: boolean;
  /** Trailing blank cells left out. */
  trimmed: boolean;
  contents: boolean;
  vertical: boolean;
  reversed: boolean;
  eol: '\n' | '\r\n';
}

export const PLAIN: Layout = {
  thousands: true,
  spaced: false,
  lineNumbers: true,
  pageBreaks: false,
  trimmed: false,
  contents: true,
  vertical: false,
  reversed: false,
  eol: '\n',
};

const CLASSES: Record<string, string> = {
  '201': '一般公共服务支出',
  '205': '教育支出',
  '208': '社会保障和就业支出',
  '221': '住房保障支出',
};
const ALL_CLASSES = [
  '一般公共服务支出',
  '外交支出',
  '教育支出',
  '文化旅游体育与传媒支出',
  '社会保障和就业支出',
  '住房保障支出',
];
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
export const COMPONENTS = [
  '合计',
  '因公出国（境）费',
  '小计',
  '公务用车购置费',
  '公务用车运行维护费',
  '公务接待费',
] as const;

export const SAMPLE: Truth = {
  body: '青川市档案馆',
  year: 2023,
  unit: '万元',
  subjects: [
    { code: '2012601', name: '行政运行', basic: 123456n, project: 0n },
    { code: '2012604', name: '档案馆', basic: 0n, project: 65432n },
    { code: '2080505', name: '机关事业单位基本养老保险缴费支出', basic: 8800n, project: 0n },
    { code: '2210201', name: '住房公积金', basic: 7001n, project: 0n },
  ],
  economic: [
    { code: '30101', name: '基本工资', amount: 100001n },
    { code: '30102', name: '津贴补贴', amount: 20000n },
    { code: '30201', name: '办公费', amount: 19256n },
    { code: '31002', name: '办公设备购置', amount: 0n },
  ],
  threePublic: { budget: [930n, 0n, 700n, 0n, 700n, 230n], actual: [812n, 0n, 640n, 0n, 640n, 172n] },
};

/** "1234.56" of 123456n; blank for 0, as the forms print it. */
export function published(step: bigint, thousands: boolean): string {
  if (step === 0n) return '';
  const digits = (step < 0n ? -step : step).toString().padStart(3, '0');
  const whole = digits.slice(0, -2);
  const grouped = thousands ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${step < 0n ? '-' : ''}${grouped}.${digits.slice(-2)}`;
}

export interface SubjectRow {
  code: string;
  name: string;
  basic: bigint;
  project: bigint;
}

/** The leaves with their 款 and 类 above them, and in front the sum of all. */
export function subjectRows(truth: Truth): { total: SubjectRow; rows: SubjectRow[] } {
  const rows = new Map<string, SubjectRow>();
  const total = { code: '', name: '合计', basic: 0n, project: 0n };
  for (const leaf of truth.subjects) {
    for (const length of [3, 5, 7]) {
      const code = leaf.code.slice(0, length);
      const name = length === 3 ? (CLASSES[code] ?? `第${code}类支出`) : length === 5 ? `第${code}款` : leaf.name;
      const row = rows.get(code) ?? { code, name, basic: 0n, project: 0n };
      rows.set(code, { ...row, basic: row.basic + leaf.basic, project: row.project + leaf.project });
    }
    total.basic += leaf.basic;
    total.project += leaf.project;
  }
  return { total, rows: [...rows.values()].sort((a, b) => (a.code < b.code ? -1 : 1)) };
}

export function write(truth: Truth, layout: Layout = PLAIN): string {
  const amount = (step: bigint): string => published(step, layout.thousands);
  const { total, rows } = subjectRows(truth);
  const all = total.basic + total.project;
  const classes = new Map(
    rows.filter((row) => row.code.length === 3).map((row) => [row.name, row.basic + row.project]),
  );
  const label = (text: string): string => (layout.spaced && text.length === 2 ? `${text[0]} ${text[1]}` : text);

  const head = (title: string, number: number): string[] => [
    title,
    '',
    `公开 0${number} 表`,
    `单位：${truth.unit}`,
    `部门：${truth.body}`,
    '',
  ];
  const table = (header: string[][], body: string[][], reach = true): string[] => {
    const line = (cells: string[]): string =>
      layout.trimmed ? cells.join('\t').replace(/\t+$/, '') : cells.join('\t');
    const middle = Math.floor(body.length / 2);
    const lines = [...header, ...body].map(line);
    if (layout.pageBreaks && reach) lines.splice(header.length + middle, 0, '', ...header.map(line));
    return lines;
  };

  const side = (lineNo: number): string[] => (layout.lineNumbers ? [String(lineNo)] : []);
  const sideHead = layout.lineNumbers ? ['行次'] : [];
  const general = (fiscal: boolean): string[] => {
    const columns = fiscal ? ['合 计', '一般公共预算 财政拨款', '政府性基金预算财政拨款'] : ['决算数'];
    const spread = (step: bigint): string[] => (fiscal ? [amount(step), amount(step), ''] : [amount(step)]);
    const revenue = fiscal
      ? ['一、一般公共预算财政拨款', '二、政府性基金预算财政拨款']
      : ['一、一般公共预算财政拨款收入', '二、政府性基金预算财政拨款收入', '三、事业收入'];
    const body = ALL_CLASSES.map((name, at) => [
      revenue[at] ?? '',
      ...side(at + 1),
      at === 0 ? amount(all) : '',
      `${NUMERALS[at]}、${layout.spaced && name.length > 10 ? `${name.slice(0, 8)} ${name.slice(8)}` : name}`,
      ...side(at + 11),
      ...spread(classes.get(name) ?? 0n),
    ]);
    body.push(['本年收入合计', ...side(7), amount(all), '本年支出合计', ...side(17), ...spread(all)]);
    const opening = fiscal ? '年初财政拨款结转和结余' : '年初结转和结余';
    body.push([opening, ...side(8), '0.00', opening.replace('年初', '年末'), ...side(18), ...spread(0n)]);
    if (fiscal) body.push(['一般公共预算财政拨款', ...side(9), '0.00', '', ...side(19), ...spread(0n)]);
    body.push(['总计', ...side(10), amount(all), '总计', ...side(20), ...spread(all)]);
    const header = [
      ['收入', ...sideHead.map(() => ''), '', '支出', ...sideHead.map(() => ''), ...columns.map(() => '')],
      [label('项目'), ...sideHead, fiscal ? label('金额') : '决算数', label('项目'), ...sideHead, ...columns],
      [
        label('栏次'),
        ...sideHead.map(() => ''),
        '1',
        label('栏次'),
        ...sideHead.map(() => ''),
        ...columns.map((_, at) => String(at + 2)),
      ],
    ];
    return table(header, body);
  };

  const subjects = (columns: string[], cells: (row: SubjectRow) => string[], top: string[]): string[] => {
    const header = [
      [label('项目'), '', ...top],
      ['功能分类 科目编码', '科目名称', ...columns],
      ['栏次', '', ...columns.map((_, at) => String(at + 1))],
    ];
    const wrap = layout.pageBreaks ? rows.findIndex((row) => row.name.length > 12) : -1;
    const body = rows.map((row, at) => [row.code, at === wrap ? row.name.slice(0, -2) : row.name, ...cells(row)]);
    if (wrap >= 0) body.splice(wrap + 1, 0, ['', rows[wrap]!.name.slice(-2), ...columns.map(() => '')]);
    return table(header, [['合计', '', ...cells(total)], ...body], wrap < 0);
  };
  const split = (row: SubjectRow): string[] => [row.basic + row.project, row.basic, row.project].map(amount);

  const economicRows = (prefixes: readonly string[]): string[][] =>
    prefixes.flatMap((prefix) => {
      const own = truth.economic.filter((subject) => subject.code.startsWith(prefix));
      const sum = own.reduce((total, subject) => total + subject.amount, 0n);
      const names: Record<string, string> = { '301': '工资福利支出', '302': '商品和服务支出', '310': '资本性支出' };
      return own.length === 0
        ? []
        : [
            [prefix, names[prefix]!, amount(sum)],
            ...own.map(({ code, name, amount: step }) => [code, name, amount(step)]),
          ];
    });
  const sumOf = (test: (code: string) => boolean): bigint =>
    truth.economic.filter(({ code }) => test(code)).reduce((sum, subject) => sum + subject.amount, 0n);
  const blocks = [economicRows(['301']), economicRows(['302']), economicRows(['310'])];
  const height = Math.max(...blocks.map((block) => block.length));
  const economic = [
    ...Array.from({ length: height }, (_, at) => blocks.flatMap((block) => block[at] ?? ['', '', ''])),
    [
      '人员经费合计',
      '',
      amount(sumOf((code) => code.startsWith('301'))),
      '公用经费合计',
      '',
      '',
      '',
      '',
      amount(sumOf((code) => !code.startsWith('301'))),
    ],
  ];

  const { budget, actual } = truth.threePublic;
  const threePublic = layout.vertical
    ? [
        [label('项目'), '预算数', '决算数'].join('\t'),
        ...[
          '合计',
          '1．因公出国（境）费',
          '2．公务用车购置及运行维护费',
          '（1）公务用车购置费',
          '（2）公务用车运行维护费',
          '3．公务接待费',
        ].map((name, at) => [name, amount(budget[at]!), amount(actual[at]!)].join('\t')),
      ]
    : [
        ['预算数', '', '', '', '', '', '决算数', '', '', '', '', ''],
        ...[0].map(() =>
          [...Array(2)].flatMap(() => ['合计', '因公出国 (境) 费', '公务用车购置及运行维护费', '', '', '公务接待费']),
        ),
        ...[0].map(() => [...Array(2)].flatMap(() => ['', '', '小计', '公务用车 购置费', '公务用车 运行维护费', ''])),
        Array.from({ length: 12 }, (_, at) => String(at + 1)),
        [...budget, ...actual].map(amount),
      ].map((cells) => cells.join('\t'));

  const statements: string[][] = [
    [...head('收入支出决算总表', 1), ...general(false), '', '注：本表反映总收支情况。', ''],
    [
      ...head('收入决算表', 2),
      ...subjects(['', '', ''], (row) => [amount(row.basic + row.project), amount(row.basic + row.project), ''], [
        '本年收入合计',
        '财政拨款收入',
        '事业收入',
      ]),
      '',
    ],
    [...head('支出决算表', 3), ...subjects(['', '', ''], split, ['本年支出合计', '基本支出', '项目支出']), ''],
    [...head('财政拨款收入支出决算总表', 4), ...general(true), ''],
    [
      ...head('一般公共预算财政拨款支出决算表', 5),
      ...subjects(['小计', '基本支出', '项目支出'], split, ['本年支出', '', '']),
      '',
    ],
    [
      ...head('一般公共预算财政拨款基本支出决算明细表', 6),
      ...table(
        [
          [
            '经济分类 科目编码',
            '科目名称',
            '决算数',
            '经济分类 科目编码',
            '科目名称',
            '决算数',
            '经济分类 科目编码',
            '科目名称',
            '决算数',
          ],
        ],
        economic,
      ),
      '',
    ],
    [
      ...head('政府性基金预算财政拨款收入支出决算表', 7),
      '项 目\t\t年初结转和结余\t本年收入\t本年支出\t\t\t年末结转和结余',
      '科目代码\t科目名称\t\t\t小计\t基本支出\t项目支出\t',
      '合计\t\t\t\t\t\t\t',
      '',
      '本单位没有政府性基金收入，故本表无数据。',
      '',
    ],
    [...head('国有资本经营预算财政拨款支出决算表', 8), '本单位没有使用国有资本经营预算安排的支出，故本表无数据。', ''],
    [...head('财政拨款“三公”经费支出决算表', 9), ...threePublic, '', '注：预算数为“三公”经费年初预算数。', ''],
  ];
  const titles = statements.map(([title], at) => `- ${NUMERALS[at]}、${title}`);
  const contents = [
    '目 录',
    '第一部分 部门决算表',
    ...titles,
    '第二部分 部门决算情况说明',
    '- 一、收入支出决算总体情况说明',
    '',
  ];
  return [
    `${truth.year}年度`,
    `${truth.body}部门决算`,
    '',
    ...(layout.contents ? contents : []),
    '第一部分 部门决算表',
    '',
    ...(layout.reversed ? [...statements].reverse() : statements).flat(),
    '第二部分',
    '',
    `${truth.year}年度部门决算情况说明`,
    '一、收入支出决算总体情况说明',
    `${truth.year}年度收、支总计${published(all, false)}${truth.unit}。`,
    '二、收入决算情况说明',
    '收入全部为财政拨款。',
    '第三部分 名词解释',
    '财政拨款收入：指从同级财政取得的资金。',
    '',
  ].join(layout.eol);
}
