import type { MoneyUnit } from '../money/parse.ts';
import { closeUp } from './wording.ts';

interface Stated {
  /** Where the number begins. */
  offset: number;
  /** The number alone. */
  text: string;
  /** Number and unit as published. */
  stated: string;
}

export interface StatedAmount extends Stated {
  unit: MoneyUnit;
  /** The words in front of it, back to the last mark or amount. */
  phrase: string;
  /** "300多万元", "约5万元". */
  isRough: boolean;
}

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
/** "万" alone is money only where the phrase ends behind it: "57.5万台", "138.7万人次" are not. */
const MONEY = new RegExp(
  String.raw`(?<![\d.A-Za-z])(${NUMBER})\s*(余|多)?\s*(亿|百万|千|万)?\s*(余|多)?\s*(?:(元)(?!\s*\/)|(?=\s*(?:[,。;、()]|$)))`,
  'g',
);
/** A label of account and a number whose unit the document forgot: "其中年初预算3794.16，调整追加1370.51万元". */
const LABELLED = /(?:年初预算|预算收入|追加|调增|调减|实际支出|结转|结余|项目|经费|专项)\s*$/;

/** Amounts of money in a paragraph, with the words in front of each. Unit prices ("240元/间") are none. */
export function amountsIn(text: string): StatedAmount[] {
  const amounts: StatedAmount[] = [];
  let from = 0;
  for (const match of text.matchAll(MONEY)) {
    const [whole, number, more1, scale, more2, yuan] = match as unknown as [
      string,
      string,
      ...Array<string | undefined>,
    ];
    const before = text.slice(from, match.index);
    const isScaled = scale === '万' || scale === '亿';
    if (yuan === undefined && !isScaled) {
      const isBare = scale === undefined && /\.\d/.test(number) && LABELLED.test(before);
      const endsHeading = match.index + whole.length === text.length;
      if (!isBare || !(/万元/.test(text) || endsHeading)) continue;
    }
    const unit = yuan === undefined && !isScaled ? '万元' : (`${scale ?? ''}元` as MoneyUnit);
    amounts.push({
      offset: match.index,
      text: number,
      stated: whole.trim(),
      unit,
      phrase: phraseBefore(before),
      isRough: more1 !== undefined || more2 !== undefined || /(?:约|近|逾|超过?)\s*$/.test(before),
    });
    from = match.index + whole.length;
  }
  return amounts;
}

/** The words since the last mark; a remark in brackets right before the number belongs to them: "红网（学习强国）4万元". */
function phraseBefore(before: string): string {
  const remark = /\([^()]*\)\s*$/.exec(before)?.[0] ?? '';
  const clauses = before.slice(0, before.length - remark.length).split(/[,。;:、()]/);
  return closeUp((clauses.at(-1) ?? '') + remark);
}

export interface StatedCount extends Stated {
  unit: '人' | '分';
  subject: string;
  measure: string | null;
}

/** Staff of a unit (编制人数, 实有人数 and the groups named beside them) and the score that a unit gives itself. */
export function countsIn(text: string): StatedCount[] {
  const counts: StatedCount[] = [];
  for (const sentence of text.matchAll(/[^。]+/g)) {
    if (!/编制/.test(sentence[0])) continue;
    for (const match of sentence[0].matchAll(/([一-鿿\s]+?)\s*(\d+)\s*[人名](?!次)/g)) {
      const words = closeUp(match[1]!);
      counts.push({
        offset: sentence.index + match.index + match[0].lastIndexOf(match[2]!),
        text: match[2]!,
        stated: `${match[2]}人`,
        unit: '人',
        subject: words.replace(/^(?:本部门|本单位)?(?:共有|现有|共)?/, ''),
        measure: /编制/.test(words) ? 'staff_quota' : /实有|在职/.test(words) ? 'staff' : null,
      });
    }
  }
  for (const match of text.matchAll(/([一-鿿\s]*得分)为?\s*(\d+(?:\.\d+)?)\s*分/g)) {
    const offset = match.index + match[0].lastIndexOf(match[2]!);
    const subject = closeUp(match[1]!).replace(/^年度?/, '');
    counts.push({ offset, text: match[2]!, stated: `${match[2]}分`, unit: '分', subject, measure: null });
  }
  return counts;
}

export interface StatedRate extends Stated {
  kind: 'execution_pct' | 'change_pct';
  subject: string;
  direction: 'increase' | 'decrease' | null;
}

/** Rates of execution, and yearly changes of what is called 经费, 支出 or 费用. */
export function ratesIn(text: string): StatedRate[] {
  const rates: StatedRate[] = [];
  for (const match of text.matchAll(/((?:预算)?执行率)[^。,;%\d]{0,6}(\d+(?:\.\d+)?)\s*%/g)) {
    // A rate of rules kept ("三同时”执行率") is none of money.
    const sentence = text.slice(text.lastIndexOf('。', match.index) + 1, match.index);
    if (!/万元|亿元|预算|资金|经费|支出/.test(sentence + match[1]!)) continue;
    const offset = match.index + match[0].lastIndexOf(match[2]!);
    rates.push({
      offset,
      text: match[2]!,
      stated: `${match[2]}%`,
      kind: 'execution_pct',
      subject: match[1]!,
      direction: null,
    });
  }
  const change =
    /([^。;]*?(?:经费|支出|费用))[,]?\s*(?:同比|较上年|比上年)\s*(增长|上升|增加|下降|减少|降低)\s*(\d+(?:\.\d+)?)\s*%/g;
  for (const match of text.matchAll(change)) {
    const subject = closeUp(match[1]!).split(/[,:]/).at(-1)!;
    rates.push({
      offset: match.index + match[0].lastIndexOf(match[3]!),
      text: match[3]!,
      stated: `${match[2]}${match[3]}%`,
      kind: 'change_pct',
      subject,
      direction: /增|升/.test(match[2]!) ? 'increase' : 'decrease',
    });
  }
  return rates;
}
