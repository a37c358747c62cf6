import { isMoneyUnit } from '../money/parse.ts';
import type { Claim } from './disclosure.ts';
import type { Named } from './narrative-claims.ts';
import type { BudgetKey, Direction } from './narrative-clauses.ts';
import type { SentenceModes } from './narrative-modes.ts';
import { findNumbers, type StatedNumber } from './narrative-numbers.ts';

/** What the reading of one sentence carries from number to number. */
export class Sentence {
  lastKind: Claim['kind'] | null = null;
  lastDirection: Direction | null = null;
  /** The budget stated last: what an unlabelled 完成预算 refers to. */
  budget: BudgetKey | null = null;
  moneyUnit: string | null = null;
  hasAmount = false;
  /** The event (a meeting, a course) whose numbers are being listed. */
  detail: Named | null = null;
  /** What the sentence counts first. */
  counted = '';
  /** What the number just before this one counted. */
  lastCounted: Named | null = null;

  constructor(
    readonly text: string,
    public current: Named,
    readonly modes: SentenceModes<Named>,
  ) {}

  get isAfterComparison(): boolean {
    return this.lastKind === 'change' || this.lastKind === 'change_pct' || this.lastKind === 'execution_pct';
  }

  /** The unit of an amount published without one: that of the sentence. */
  unitFor(number: StatedNumber): string | null {
    const next = /^[^。]{0,40}?\d(万元|元|亿元)/.exec(this.text.slice(number.end, number.end + 48))?.[1];
    const unit = this.moneyUnit ?? next ?? null;
    return unit !== null && isMoneyUnit(unit) ? unit : null;
  }

  /** "11 名退休人员" → 退休人员. */
  nounAfter(number: StatedNumber): string {
    const after = this.text.slice(number.end, number.end + 14);
    return /^的?([\u4e00-\u9fff]{1,12}?)(?=财政|开展|进行|完成|等|[^\u4e00-\u9fff]|$)/.exec(after)?.[1] ?? '';
  }
}

/** 持平 states a change of nothing; 基本持平 states none exactly. */
const FLAT = /(基本)?(?:持平|无增减变化|无变化|没有变化)/g;
/** A place of a sentence that states something: a number, or 持平. */
export interface Stop {
  start: number;
  end: number;
  number: StatedNumber | null;
  nearly: boolean;
}

/** The stops of a sentence in order. */
export function stopsOf(text: string): Stop[] {
  const stops: Stop[] = findNumbers(text).map((number) => ({
    start: number.start,
    end: number.end,
    number,
    nearly: false,
  }));
  for (const found of text.matchAll(FLAT)) {
    stops.push({
      start: found.index,
      end: found.index + found[0].length,
      number: null,
      nearly: found[1] !== undefined,
    });
  }
  return stops.sort((a, b) => a.start - b.start);
}
