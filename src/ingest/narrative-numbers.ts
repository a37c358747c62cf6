import { parseNumber, type MoneyUnit } from '../money/parse.ts';

export type UnitKind = 'money' | 'percent' | 'count';

/** A number of the narrative that states something of the accounts. */
export interface StatedNumber {
  /** Offsets in the text: the number, and the end of its unit. */
  start: number;
  end: number;
  /** Exact decimal text, sign included. */
  value: string;
  decimals: number;
  kind: UnitKind | null;
  /** 万元, %, 辆, 人次, 台（套） …; empty where the text gives none. */
  unit: string;
  /** Why the number cannot be a claim, though it is one to be accounted for; null where it can. */
  obstacle: string | null;
}

/** Longest first, so that 人次 is not read as 人. */
const COUNT_UNITS =
  /^(?:台[（/]?套）?|台件|个批次|批次|人次|平方米|公里|批|人|名|位|辆|艘|架|台|套|个|家|件|起|场|期|次|项|条|份|户|宗|处|所|间|栋|册|幅|分|篇|组|班|吨|亩)/;
const MONEY = /^(?:人民币)?(亿元|百万元|万元|千元|元|亿|万)/;

/**
 * Stretches whose digits name something and count nothing: titles of regulations, numbers of documents, dates, names in
 * quotation marks without money in them.
 */
const NAMES: readonly RegExp[] = [
  /《[^《》]{0,120}》/g,
  /[〔［【[]\d{4}[〕］\]】]第?\d*号?/g,
  /(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}/g,
  /(?:19|20)\d{2}(?:年度?)?[-—–~～至到、和及与](?:19|20)\d{2}(?=年)/g,
  /“[^“”元%]{0,40}”/g,
];
const TIME_AFTER = /^(?:年|月|日|个?小时|个?(?:工作)?日|天|周|个(?:多)?月|个?季度|分钟|时(?:许|整)|号)/;
const ORDINAL_BEFORE = /(?:第|附件|附表|公开|附|表|图|注|编号|序号)$/;
const ABOUT_BEFORE =
  /(?:(?<![节公合条签制预特契])约为?|(?<![附最])近|超过|不足|不到|不低于|不高于|不超过|不少于|至少|逾|[≥≤<>＜＞])$/;
const LIST_MARK_BEFORE = /(?:^|[。；：，、）])$/;
const THRESHOLD_BEFORE = /(?:单位价值|单价|单台价值|价值|单台|单笔|单项|单件|原值|限额)(?:在|为)?(?:人民币)?$/;
const THRESHOLD_AFTER = /^(?:（(?:含|不含)\d*[万亿]?元?）)?(?:及)?(?:以上|以下|以内)/;

/**
 * Every number of a text that is a figure of account, in order. Not figures, by rule: years, dates and lengths of time;
 * ordinals (第3, 附件2, list marks); digits in titles, document numbers, names in quotation marks and words with Latin
 * letters (PM2.5); the limit in the name of a class of assets (单价100万元以上设备). Numbers that are figures but say no
 * exact thing (约数, no unit, an unknown unit) come with the obstacle. Linear in the text.
 */
export function findNumbers(text: string): StatedNumber[] {
  const named = stretchesOfNames(text);
  const found: StatedNumber[] = [];
  let nextName = 0;
  for (const match of text.matchAll(/\d[\d,.]*/g)) {
    const start = match.index;
    while (nextName < named.length && named[nextName]!.end <= start) nextName++;
    if (nextName < named.length && named[nextName]!.start <= start) continue;
    const digits = match[0].replace(/[.,]+$/, '');
    const read = readNumber(text, start, digits);
    if (read) found.push(read);
  }
  return found;
}

function readNumber(text: string, start: number, digits: string): StatedNumber | null {
  const after = text.slice(start + digits.length, start + digits.length + 16);
  let before = text.slice(Math.max(0, start - 12), start);
  if (/[A-Za-z]$/.test(before) || ORDINAL_BEFORE.test(before)) return null;
  if (TIME_AFTER.test(after)) return null;
  if (/^\d{1,2}$/.test(digits)) {
    if (/（$/.test(before) && /^）/.test(after)) return null;
    if (LIST_MARK_BEFORE.test(before) && /^[、.）](?!\d)/.test(after)) return null;
  }

  // A dash before digits is a minus only where no range or date can stand before it.
  const minus = /(?:^|[^\d年月日A-Za-z])[-−－]$/.test(before);
  if (minus) before = before.slice(0, -1);
  const number = parseNumber(digits);
  const unit = readUnit(after);
  const end = start + digits.length + unit.length;
  const rest = text.slice(end, end + 12);
  const stated = {
    start: minus ? start - 1 : start,
    end,
    value: number ? (minus && number.value !== '0' ? `-${number.value}` : number.value) : digits,
    decimals: number?.decimals ?? 0,
    kind: unit.kind,
    unit: unit.name,
  };
  const withObstacle = (obstacle: string | null): StatedNumber => ({ ...stated, obstacle });

  if (!number) return withObstacle('数字写法不成立');
  if (unit.kind === 'money' && THRESHOLD_AFTER.test(rest) && THRESHOLD_BEFORE.test(before)) return null;
  if (/^个百分点/.test(after)) return withObstacle('百分点之差，不是比率');
  if (ABOUT_BEFORE.test(before) || /^(?:余|多(?!于)|几)/.test(after) || /^(?:余|多(?!于)|左右|上下)/.test(rest)) {
    return withObstacle('约数，没有确切的值');
  }
  if (THRESHOLD_AFTER.test(rest)) return withObstacle('界限，不是一个数额');
  if (
    unit.kind === null &&
    after !== '' &&
    /^[A-Za-z\u4e00-\u9fff‰°/：]/.test(after) &&
    !/^[和及与或比较占其]/.test(after)
  ) {
    return withObstacle('单位不在所认之列');
  }
  return withObstacle(null);
}

interface Unit {
  kind: UnitKind | null;
  name: string;
  length: number;
}

function readUnit(after: string): Unit {
  if (after.startsWith('%')) return { kind: 'percent', name: '%', length: 1 };
  const money = MONEY.exec(after);
  if (money) {
    const spelled = money[1]!;
    const rest = after.slice(money[0].length);
    if (spelled.endsWith('元')) return { kind: 'money', name: spelled, length: money[0].length };
    // "0.39 万（含…）" drops 元; "240 万千瓦" and "57.5 万台" count other things.
    if (rest === '' || /^[（），。；、]/.test(rest)) {
      return { kind: 'money', name: `${spelled}元`, length: money[0].length };
    }
    return { kind: null, name: '', length: 0 };
  }
  if (/^个百分点/.test(after)) return { kind: null, name: '', length: 0 };
  const count = COUNT_UNITS.exec(after);
  if (count)
    return { kind: 'count', name: after.startsWith('台（套）') ? '台（套）' : count[0], length: count[0].length };
  return { kind: null, name: '', length: 0 };
}

function stretchesOfNames(text: string): { start: number; end: number }[] {
  const found = NAMES.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length })),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  // Nested stretches are swallowed, so that one forward scan suffices.
  const outer: { start: number; end: number }[] = [];
  for (const stretch of found) {
    const last = outer.at(-1);
    if (last && stretch.start < last.end) last.end = Math.max(last.end, stretch.end);
    else outer.push({ ...stretch });
  }
  return outer;
}

/** The unit as the money parser knows it. */
export function moneyUnitOf(number: StatedNumber): MoneyUnit {
  return number.unit as MoneyUnit;
}
