import type { Figure } from './disclosure.ts';
import { columnsOf, subjectRowsOf, subjectSums, type Sum } from './statement-sums.ts';
import { closeUp, hasEnumerator } from './wording.ts';

/** What the form of a statement says of a figure: that others add up to it, in one of several ways. */
export interface Relation {
  ways: readonly Sum[];
  /** Whether all figures stand in one row. */
  isOfRow: boolean;
}

/** All relations between the figures of one statement, in its rows and in its columns. */
export function relationsOf(figures: readonly Figure[]): Relation[] {
  const money = figures.filter(({ amount, unit }) => amount !== null && unit === '万元');
  const [first] = money;
  if (!first) return [];
  const inColumns =
    first.statement === 'income_expenditure' || first.statement === 'fiscal_appropriation'
      ? sidesOf(money)
      : first.statement === 'three_public'
        ? grouped(money, columnOf).flatMap(threePublic)
        : bySubject(money);
  const rows = grouped(money, ({ place, side, row_code, statement }) =>
    // Components of the "三公" that stand as headings are no columns of a row.
    [place.line, place.row, row_code, statement === 'fiscal_appropriation' ? side : ''].join(' '),
  );
  return [...inColumns, ...rows.flatMap(rowSums)];
}

function grouped(figures: readonly Figure[], keyOf: (figure: Figure) => string): Figure[][] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = keyOf(figure);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()];
}

function columnOf({ column_key, fiscal_year, fund, side }: Figure): string {
  return [column_key, fiscal_year, fund, side].join(' ');
}

/** The relation of a figure to those of each list that add up to it, where there are any. */
function relation(whole: Figure | undefined, lists: ReadonlyArray<readonly Figure[]>, isOfRow = false): Relation[] {
  const ways = lists.flatMap((parts) => (whole && parts.length > 0 ? [{ whole, parts }] : []));
  return ways.length > 0 ? [{ ways, isOfRow }] : [];
}

function bySubject(figures: readonly Figure[]): Relation[] {
  const rows = subjectRowsOf(figures);
  const sums = subjectSums(rows, columnsOf(rows)).map((sum) => ({ ways: [sum], isOfRow: false }));
  if (figures[0]!.statement !== 'basic_expenditure') return sums;
  return [...sums, ...grouped(figures, columnOf).flatMap(economic)];
}

/** 人员经费 is 301 and 303, 公用经费 every other 类, and both are the total. */
function economic(column: readonly Figure[]): Relation[] {
  const [personnel, operating, total] = ['personnel', 'operating', 'total'].map((code) =>
    column.find(({ row_code }) => row_code === code),
  );
  const classes = column.filter(({ level }) => level === 1);
  const isOfStaff = ({ row_code }: Figure): boolean => /^30[13]$/.test(row_code!);
  const parts = [personnel, operating].filter((figure) => figure !== undefined);
  return [
    ...relation(personnel, [classes.filter(isOfStaff)]),
    ...relation(operating, [classes.filter((figure) => !isOfStaff(figure))]),
    ...relation(total, [parts]),
  ];
}

function threePublic(column: readonly Figure[]): Relation[] {
  const having = (...codes: string[]): Figure[] => column.filter(({ row_code }) => codes.includes(row_code ?? ''));
  const [total] = having('three_public');
  const [vehicles] = having('vehicles');
  const parts = having('vehicle_purchase', 'vehicle_operation');
  return [
    ...relation(vehicles, [parts]),
    ...relation(total, [[...having('overseas', 'reception'), ...(vehicles ? [vehicles] : parts)]]),
  ];
}

/** The two general statements: each side adds up to its 本年合计, and with the carry-over to its 总计, which is that of the other. */
function sidesOf(figures: readonly Figure[]): Relation[] {
  const columns = grouped(figures, columnOf);
  const funds = grouped(
    figures.filter(
      ({ side, row_code }) => side === 'revenue' && /^(?:revenue|opening_carryover)$/.test(row_code ?? ''),
    ),
    ({ column_key, fiscal_year, row_code }) => [column_key, fiscal_year, row_code].join(' '),
  );
  const totals = grouped(
    figures.filter(({ row_code }) => row_code === 'total'),
    ({ column_key, fiscal_year, fund }) => [column_key, fiscal_year, fund].join(' '),
  );
  return [
    ...columns.flatMap(sideOf),
    ...funds.flatMap((group) => {
      const parts = group.filter(({ fund }) => fund !== 'fiscal');
      const whole = group.find(({ fund }) => fund === 'fiscal');
      if (whole || group[0]!.row_code !== 'revenue') return relation(whole, [parts]);
      // Where no 本年收入合计 stands between, the funds add up to the total, with what was carried over.
      const column = figures.filter((each) => columnOf(each) === columnOf({ ...group[0]!, fund: 'fiscal' }));
      const opening = column.filter(({ row_code }) => row_code === 'opening_carryover');
      const total = column.find(({ row_code }) => row_code === 'total');
      return relation(total, parts.length > 0 ? [[...parts, ...opening]] : []);
    }),
    ...totals.flatMap(([one, other]) => (other ? relation(one, [[other]]) : [])),
  ];
}

const BETWEEN = /^(?:(?:opening|closing)_carryover|surplus_(?:used|allocated))$/;

function sideOf(column: readonly Figure[]): Relation[] {
  const at = column.findIndex(({ row_code, side }) => row_code !== null && row_code === side);
  const end = column.findIndex(({ row_code }) => row_code === 'total');
  const head = at < 0 ? undefined : column[at];
  const before = column.slice(0, at < 0 ? Math.max(end, 0) : at);
  const after = end < 0 ? [] : column.slice(at + 1, end);
  const own = before.filter(({ place }) => hasEnumerator(place.row ?? ''));
  const tops = before.filter(isTop);
  const nested = tops.flatMap((top) => {
    const below = before.slice(before.indexOf(top) + 1);
    const next = below.findIndex(isTop);
    return relation(top, [(next < 0 ? below : below.slice(0, next)).filter(isItem)]);
  });
  const lists = [before, own, tops];
  // "其中" and parts of the carry-over may stand among the rows.
  const named = after.filter(({ row_code }) => BETWEEN.test(row_code ?? ''));
  return head
    ? [
        ...nested,
        ...relation(head, lists),
        ...relation(column[end], [
          [head, ...after],
          [head, ...named],
        ]),
      ]
    : [...nested, ...relation(column[end], lists)];
}

/** "一、财政拨款收入", and under it "1.一般公共预算资金". */
const isTop = ({ place }: Figure): boolean => /^[一二三四五六七八九十]{1,3}、/.test(closeUp(place.row ?? ''));
const isItem = ({ place }: Figure): boolean => /^(?:\d{1,2}[、.．]|[(（])/.test(closeUp(place.row ?? ''));

const PARTS = {
  revenue: /^(?:fiscal_appropriation|superior_subsidy|operations|business|affiliate_remittance|other_revenue)$/,
  expenditure: /^(?:basic|project|remitted_to_superior|business|affiliate_subsidy)$/,
} as const;

/** The whole of a row and its columns; in a budget their words begin with "initial_budget". */
function rowSums(row: readonly Figure[]): Relation[] {
  const years = grouped(row, ({ fiscal_year, fund }) => `${fiscal_year} ${fund}`);
  const funds = grouped(row, ({ fiscal_year, column_key }) => `${fiscal_year} ${column_key}`);
  return [
    ...years.flatMap((figures) => ['', 'initial_budget_'].flatMap((prefix) => columnSums(figures, prefix))),
    ...funds.flatMap((figures) =>
      relation(
        figures.find(({ fund }) => fund === 'fiscal'),
        [figures.filter(({ fund }) => fund !== 'fiscal')],
        true,
      ),
    ),
  ];
}

function columnSums(figures: readonly Figure[], prefix: string): Relation[] {
  const [{ statement }] = figures as [Figure];
  const having = (pattern: RegExp): Figure[] =>
    figures.filter(({ column_key }) => column_key.startsWith(prefix) && pattern.test(column_key.slice(prefix.length)));
  const named = (key: string): Figure | undefined => figures.find(({ column_key }) => column_key === key);
  const isIncome = statement === 'income';
  const whole = prefix === '' ? named(isIncome ? 'revenue' : 'expenditure') : named('initial_budget');
  const parts = having(isIncome ? PARTS.revenue : PARTS.expenditure);
  const staff = having(/^(?:personnel|operating)$/);
  const carried = having(/^opening_carryover$/);
  const more = prefix !== '' && carried.length > 0 ? [[...parts, ...carried]] : [];
  return [
    ...relation(whole, [parts, ...more], true),
    ...relation(named(`${prefix}basic`), [staff], true),
    ...(statement === 'basic_expenditure' ? relation(whole ?? named('actual'), [staff], true) : []),
    ...['opening_carryover', 'closing_carryover'].flatMap((key) =>
      relation(named(prefix + key), [having(new RegExp(`^${key}_(?:basic|project)$`))], true),
    ),
  ];
}
