import { halfWidthInWanYuan, isMoneyUnit } from '../money/parse.ts';
import type { Claim } from './disclosure.ts';
import { everydayMeasureOf } from './everyday-names.ts';
import type { YearMention } from './mentions.ts';
import { lastClause } from './narrative-clauses.ts';
import type { Stop } from './narrative-sentence.ts';
import { comparable } from './narrative-subjects.ts';
import type { Subject } from './part.ts';
import type { UnderstoodNumber } from './understanding.ts';

/** The words around one number. */
export interface ClauseContext {
  department: string;
  /** The sentence up to the number. */
  lead: string;
  stop: Stop;
  /** Years that the sentence names before the number. */
  years: readonly YearMention[];
}

type Said = Omit<UnderstoodNumber, 'start' | 'end' | 'text' | 'department'>;
type Subjects = Pick<Said, 'measure' | 'subjectCode' | 'fund'>;

const BUDGETS = ['initial_budget', 'revised_budget', 'budget'] as const;
/** "由47.44万元…", "2023年的47.44万元": another year's amount, whichever subject it is of. */
const OTHER_YEAR_BEFORE = /(?:(上年|前年)|((?:19|20)\d{2})年)度?(?:同期)?(?:的|决算数?|为|是|：)*$/;
const LEVEL_BEFORE = /[由从](?:原来的?)?$/;
/** 支出 or 收入 and no word of whose. */
const SIDE =
  /^(?:(?:19|20)\d{2}年度?|本年度|上年|、|其中)*的?(支出|收入)(?:决算|预算)?(?:数|额)?(?:分别|共计?|为|是|达|：)*$/;
const OF_SOMETHING = /费|支出|收入|经费|基金|项目|采购/;
const TOTALS = new Set(['total', 'fiscal_total', 'expenditure', 'revenue']);
const OTHER_MONEY = /涉及|追加|调增|调减|下达|拨付|批复|合同|人均|平均|每/;
const COMPARED = /相比|[比较与](?![例重率])|(?<!相)同(?!比|期)/;

/** Judges what a claim of the narrative reader says when the sentence stands alone; one sentence each. */
export class Judgement {
  private lastAmount: Said | null = null;
  private readonly amounts = new Set<string>();
  /** The year that "去年…45.07万元，下降5%" goes on speaking of; null where the sentence did not go back. */
  private earlier: number | null = null;
  /** A number before was of something that is not known; what goes on with it must not be taken for the whole. */
  private isAdrift = false;

  constructor(
    private readonly subjects: readonly Subject[],
    private readonly year: number,
  ) {}

  /** What the number says, or the word for why that is not certain. */
  of(claim: Claim, where: ClauseContext): Said | string {
    const clause = lastClause(where.lead);
    const subject = this.subjectOf(claim, clause, where.lead);
    if (typeof subject === 'string') {
      this.isAdrift = true;
      return subject;
    }
    const spoken = where.years.filter(({ isComparison }) => !isComparison).at(-1);
    const year = spoken?.value ?? this.year;
    if (/本年度/.test(clause)) this.earlier = null;
    const said: Said = {
      kind: claim.kind,
      subject: claim.subject,
      year,
      ...subject,
      column: null,
      base: null,
      value: claim.stated_value,
      halfWidth: halfWidthOf(claim, where.stop),
    };
    switch (claim.kind) {
      case 'amount': {
        const amount = this.amount(claim, clause, said);
        if (typeof amount === 'string') return amount;
        // "三公经费45.07万元，金额500万元": two amounts of one thing are not of one thing.
        const key = `${where.department} ${keyOf(amount)}`;
        if (this.amounts.has(key)) return 'of_what';
        this.amounts.add(key);
        this.lastAmount = amount;
        return amount;
      }
      case 'change':
      case 'change_pct':
        return this.change(claim, clause, where, { ...said, year: this.earlier ?? year });
      case 'execution_pct':
        return { ...said, base: claim.base };
      case 'share_pct': {
        const whole = everydayMeasureOf(claim.base ?? '')?.measure ?? claim.base;
        return whole !== null && /^[a-z_]+$/.test(whole) ? { ...said, base: whole } : 'share_of_what';
      }
      case 'count':
        return subject.measure === null || claim.direction !== null ? 'uncountable' : said;
    }
  }

  private amount(claim: Claim, clause: string, said: Said): Said | string {
    if (OTHER_MONEY.test(clause)) return 'other_money';
    const other = OTHER_YEAR_BEFORE.exec(clause);
    if (other?.[2] !== undefined) return { ...said, year: Number(other[2]), column: 'actual' };
    if (other?.[1] !== undefined) return { ...said, year: said.year - (other[1] === '前年' ? 2 : 1), column: 'actual' };
    if (LEVEL_BEFORE.test(clause)) return { ...said, year: said.year - 1, column: 'actual' };
    const named = /^(?:、|其中)?(?:(上年|前年)|(?:19|20)\d{2}年)/.exec(clause);
    const back = named?.[1] === '前年' ? 2 : named?.[1] === '上年' ? 1 : 0;
    this.earlier = back > 0 ? said.year - back : null;
    switch (claim.column_key) {
      case 'prior_actual':
        return { ...said, year: said.year - back, column: 'actual' };
      case 'prior_initial_budget':
        return { ...said, year: said.year - back, column: 'initial_budget' };
      case 'actual':
      case 'initial_budget':
      case 'revised_budget':
      case 'budget':
        return back > 0
          ? { ...said, year: said.year - back, column: claim.column_key }
          : { ...said, column: claim.column_key };
      case 'other':
        return claim.is_detail ? 'other_money' : { ...said, year: said.year - back, column: 'actual' };
      default:
        return 'other_money';
    }
  }

  private change(claim: Claim, clause: string, { lead, years }: ClauseContext, said: Said): Said | string {
    const compared = years.filter(({ isComparison }) => isComparison).at(-1);
    if (compared !== undefined && compared.value !== said.year - 1) return 'other_year_compared';
    if (/前年/.test(clause)) return 'other_year_compared';
    const isOfBudget =
      this.lastAmount !== null && (BUDGETS as readonly (string | null)[]).includes(this.lastAmount.column);
    if (claim.base === 'prior_execution_estimate') return 'unclear_base';
    if (claim.base === null) {
      // Without a word of comparison a change is one from the year before.
      if (COMPARED.test(clause) && compared === undefined) return 'unclear_base';
      if (isOfBudget && !/同比/.test(lead)) return 'unclear_base';
      return { ...said, base: 'prior_actual' };
    }
    if (claim.base === 'prior_actual' && isOfBudget && this.lastAmount!.year === said.year)
      return { ...said, base: 'prior_initial_budget' };
    return { ...said, base: claim.base };
  }

  private subjectOf(claim: Claim, clause: string, lead: string): Subjects | string {
    if (claim.subject_code !== null && claim.subject_code !== 'total')
      return { measure: null, subjectCode: claim.subject_code, fund: null };
    if (claim.kind === 'count') return { measure: claim.measure, subjectCode: null, fund: null };
    const before = this.lastAmount;
    if (claim.kind !== 'amount' && before?.subject === claim.subject) return subjectsOf(before);
    const side = this.sideOf(claim, clause, lead);
    if (side !== null) return side;
    const name = claim.subject
      .replace(/^(?:上年|前年|(?:19|20)\d{2}年)度?的?/, '')
      .replace(/[由从与比较]?(?:上年|前年|(?:19|20)\d{2}年)度?的?$/, '')
      .replace(/(?:[由从]|本年度?决算数为?|实际)$/, '');
    if (name === '') return 'of_what';
    const everyday = everydayMeasureOf(name);
    if (everyday !== null) return { measure: everyday.measure, subjectCode: null, fund: everyday.fund };
    if (claim.measure !== null) return { measure: claim.measure, subjectCode: null, fund: null };
    return this.functional(name) ?? 'unknown_subject';
  }

  /**
   * A bare 支出 or 收入: of the measure whose budget was stated just before, or all that the body spent or received where the
   * sentence has spoken of nothing else; null where the clause has neither word.
   */
  private sideOf(claim: Claim, clause: string, lead: string): Subjects | string | null {
    const side = SIDE.exec(clause)?.[1];
    if (side === undefined || claim.kind !== 'amount') return null;
    const before = this.lastAmount;
    if (side === '支出' && before !== null && claim.column_key === 'actual' && before.column !== 'actual')
      return subjectsOf(before);
    if (side === '支出' && before === null && claim.measure !== null && claim.subject !== '支出') return null;
    const isWhole =
      before === null
        ? !this.isAdrift && !OF_SOMETHING.test(lead.slice(0, -clause.length))
        : TOTALS.has(before.measure ?? '');
    if (!isWhole) return 'of_what';
    return { measure: side === '收入' ? 'revenue' : 'expenditure', subjectCode: null, fund: null };
  }

  /** A functional subject by its bare name; where 类, 款 and 项 share it, the highest of them. */
  private functional(name: string): Subjects | string | null {
    const wanted = comparable(name);
    const found = this.subjects.filter((subject) => comparable(subject.name) === wanted);
    const highest = [...found].sort((a, b) => a.level - b.level)[0];
    if (highest === undefined) return null;
    if (!found.every(({ code }) => code.startsWith(highest.code))) return 'several_subjects';
    return { measure: null, subjectCode: highest.code, fund: null };
  }
}

/** What the digits as written stand for: a story's 45万元 is any amount that rounds to it. */
function halfWidthOf(claim: Claim, { number }: Stop): string {
  if (number === null || !isMoneyUnit(number.unit)) return claim.half_width;
  return halfWidthInWanYuan(number.decimals, number.unit);
}

function subjectsOf({ measure, subjectCode, fund }: Said): Subjects {
  return { measure, subjectCode, fund };
}

function keyOf({ measure, subjectCode, fund, year, column }: Said): string {
  return [measure, subjectCode, fund, year, column].join(' ');
}
