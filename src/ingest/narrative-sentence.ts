import { isMoneyUnit } from '../money/parse.ts';
import type { Claim, UnplacedNumber } from './disclosure.ts';
import { claimOf, statedText, type Frame, type Named, type Statement } from './narrative-claims.ts';
import {
  amountCueOf,
  changeWordOf,
  executionOf,
  isGeneric,
  lastClause,
  nameIn,
  referenceIn,
  shareOf,
  type AmountKey,
  type BudgetKey,
  type ChangeWord,
  type Direction,
  type Reference,
} from './narrative-clauses.ts';
import { SentenceModes } from './narrative-modes.ts';
import { findNumbers, type StatedNumber } from './narrative-numbers.ts';
import { namedSubjectIn, opensWithSubject, type SubjectIndex } from './narrative-subjects.ts';
import { countedOf, fundOf, measureOf, type Topic } from './narrative-topics.ts';
import type { ReadingContext } from './part.ts';

export interface SentenceReading {
  claims: Claim[];
  unplaced: UnplacedNumber[];
}

type FrameAt = (offset: number) => Frame;

/** 持平 states a change of nothing; 基本持平 states none exactly. */
const FLAT = /(基本)?(?:持平|无增减变化|无变化|没有变化)/g;
/** How the text says that the actual stands to its budget. */
const AGAINST_BUDGET = /决算数?(小于|低于|少于|大于|高于|多于|超过|[同与]|等于)(?:年初|全年|调整后?|支出)?预算数?(基本)?(持平)?/g;

/** Reads sentence after sentence of a section, and remembers what they speak of. */
export class NarrativeReader {
  topic: Topic = { name: '', measure: null, fund: null };
  private row: string | null = null;
  /** What a sentence without a subject of its own speaks of. */
  private head: Named = NOBODY;
  /** What the whole is of which parts are listed. */
  private whole: Named = NOBODY;
  /** What the section compared with before this sentence. */
  private reference: Reference | null = null;
  /** The latest actual and execution rate, for what is said of them afterwards. */
  private lastActual: Claim | null = null;
  private lastExecution: Claim | null = null;

  constructor(
    private readonly context: ReadingContext,
    private readonly subjects: SubjectIndex,
  ) {}

  /** Begins a heading, a list item or the section. `row` is the item's place in its list. */
  enter(topic: Topic, row: string | null): void {
    this.topic = topic;
    this.row = row;
    this.head = { name: topic.name, measure: topic.measure, code: null, row: null };
    this.whole = this.head;
    this.reference = null;
    this.lastActual = null;
    this.lastExecution = null;
  }

  /** `frameAt` gives the place of an offset of `text`; `continues`: the sentence goes on with the one before. */
  read(text: string, continues: boolean, frameAt: FrameAt): SentenceReading {
    const sentence = new Sentence(text, this.head, new SentenceModes(this.context.fiscal_year));
    const claims: Claim[] = [];
    const unplaced: UnplacedNumber[] = [];
    let headFound = continues || text.startsWith('其中');
    let from = 0;
    for (const stop of stopsOf(text)) {
      const lead = text.slice(from, stop.start);
      this.advance(sentence, lead);
      const read = stop.number ? this.readNumber(sentence, lead, stop.number) : this.readFlat(sentence, lead, stop);
      from = stop.end;
      if (read === null) continue;
      if (typeof read === 'string') {
        unplaced.push({
          text: text.slice(stop.start, stop.end),
          line: frameAt(stop.start).line,
          section: frameAt(stop.start).section_title,
          reason: read,
        });
        continue;
      }
      const claim = claimOf(read, frameAt(stop.start));
      claims.push(claim);
      this.remember(sentence, claim, read);
      if (!headFound && !read.isDetail && (claim.kind === 'amount' || claim.kind === 'change')) {
        this.head = read.subject;
        headFound = true;
      }
    }
    this.advance(sentence, text.slice(from));
    if (claims.length === 0 && !sentence.modes.reason && opensWithSubject(text)) this.head = this.functional(text) ?? this.head;
    this.reference = sentence.modes.reference ?? this.reference;
    markTotal(claims);
    return { claims, unplaced };
  }

  private advance(sentence: Sentence, stretch: string): void {
    const moved = sentence.modes.advance(stretch, sentence.current, sentence.isAfterComparison);
    sentence.current = moved.current;
    if (moved.partsBegin) this.whole = sentence.current;
    for (const [, word, nearly, flat] of stretch.matchAll(AGAINST_BUDGET)) {
      if (nearly || (/^[同与]$/.test(word!) && !flat)) continue;
      const direction = /^[小低少]/.test(word!) ? 'decrease' : /^[大高多超]/.test(word!) ? 'increase' : 'flat';
      for (const claim of [this.lastActual, this.lastExecution]) if (claim) claim.direction ??= direction;
    }
  }

  private remember(sentence: Sentence, claim: Claim, read: Statement): void {
    if (claim.kind !== 'count') sentence.current = read.subject;
    sentence.lastCounted = claim.kind === 'count' ? read.subject : null;
    sentence.lastKind = claim.kind;
    if (claim.kind === 'amount') {
      if (/budget$/.test(claim.column_key ?? '')) sentence.budget = claim.column_key as BudgetKey;
      if (claim.column_key === 'actual') {
        this.lastActual = claim;
        this.lastExecution = null;
      }
      sentence.moneyUnit = read.unit;
    }
    if (claim.kind === 'execution_pct') this.lastExecution = claim;
    if (claim.kind === 'change') sentence.lastDirection = read.direction;
  }

  /** The statement that a number makes, or the reason why it makes none. */
  private readNumber(sentence: Sentence, lead: string, number: StatedNumber): Statement | string {
    if (number.obstacle) return number.obstacle;
    const clause = lastClause(lead);
    const change = changeWordOf(clause);
    let { kind, unit } = number;
    if (kind === null && change && sentence.lastKind === 'change') {
      // "增加 1193.20 万元，增长 13.95。": only a rate can follow.
      kind = 'percent';
      unit = '%';
    } else if (kind === null && number.decimals > 0 && (change || amountCueOf(clause).key) && sentence.unitFor(number)) {
      kind = 'money';
      unit = sentence.unitFor(number)!;
    }
    const read = { ...number, unit };
    if (kind === 'percent') return this.readPercent(sentence, clause, change, read);
    if (kind === 'money') {
      return change ? this.readChange(sentence, change, read, 'change') : this.readAmount(sentence, lead, clause, read);
    }
    if (kind === 'count') return this.readCount(sentence, lead, clause, change, read);
    return '没有单位';
  }

  private readPercent(sentence: Sentence, clause: string, change: ChangeWord | null, number: StatedNumber): Statement | string {
    const execution = executionOf(clause);
    if (execution) {
      const base = execution.base === 'budget' ? (sentence.budget ?? 'budget') : execution.base;
      return this.state(sentence, number, {
        kind: 'execution_pct',
        subject: this.subjectOf(execution.before, sentence.current),
        base,
      });
    }
    const share = shareOf(clause);
    if (share) {
      const whole = share.whole === '' ? this.whole : this.subjectOf(share.whole, this.whole);
      return this.state(sentence, number, {
        kind: 'share_pct',
        subject: this.subjectOf(share.part, sentence.current),
        base: whole.measure ?? whole.name,
      });
    }
    if (change) return this.readChange(sentence, change, number, 'change_pct');
    return '百分数没有说明相对什么';
  }

  private readChange(
    sentence: Sentence,
    change: ChangeWord,
    number: StatedNumber,
    kind: 'change' | 'change_pct',
  ): Statement {
    const subject = this.subjectOf(lastClause(change.before), sentence.current);
    const reference =
      referenceIn(lastClause(change.before), this.context.fiscal_year) ?? sentence.modes.reference ?? this.reference;
    return this.state(sentence, number, {
      kind,
      subject,
      base: reference,
      direction: directionOf(change, number.value, sentence.lastDirection),
      word: change.text,
    });
  }

  private readAmount(sentence: Sentence, lead: string, clause: string, number: StatedNumber): Statement {
    const cue = amountCueOf(clause);
    // "内容为…业务培训经费支出": the event whose contents these are has been named.
    const isContent = sentence.detail !== null && /^内容[为是]/.test(cue.before);
    const named = isContent ? null : this.subjectOf(cue.before, null);
    const subject = named ?? sentence.detail ?? (clause === '' ? sentence.lastCounted : null) ?? sentence.current;
    if (named && (named.measure ?? named.code)) {
      sentence.detail = null;
      if (sentence.modes.description === 'firm') sentence.modes.description = null;
      // "…，主要原因是…；项目支出 4 万元": a new figure of the list, unless its clause speaks of a change.
      if (lead.includes('；') && !/追加|安排|下达|拨付/.test(clause)) sentence.modes.reason = false;
    }
    const isOwn = named === null || (named.measure ?? named.code) !== null;
    return this.state(sentence, number, {
      kind: 'amount',
      subject: this.budgetSide(subject, cue.before, cue.key),
      columnKey: this.columnOf(sentence, clause, cue.key, subject, isOwn),
    });
  }

  private columnOf(
    sentence: Sentence,
    clause: string,
    cue: BudgetKey | 'actual' | null,
    subject: Named,
    isOwn: boolean,
  ): AmountKey {
    const known = (subject.measure ?? subject.code) !== null;
    if (ofAnotherYear(clause, this.context.fiscal_year)) {
      return (cue === 'actual' || (cue === null && known)) && !sentence.modes.reason ? 'prior_actual' : 'other';
    }
    if (cue) return cue;
    if (/(?<!公共|基金|经营)预算(?:收入|支出)$/.test(clause)) return 'budget';
    if (/(?:涉及|追加|调增|调减|安排|下达|拨付|批复|合同)/.test(clause)) return 'other';
    if (known && isOwn) return 'actual';
    if (sentence.modes.reason) return /支出$/.test(clause) ? 'actual' : 'other';
    return /(?:收入|支出|经费|费|费用|总额|合计|结余|采购金额)(?:（[^（）]*）)?(?:为|是|共|：)*$/.test(clause) ? 'actual' : 'other';
  }

  private readCount(
    sentence: Sentence,
    lead: string,
    clause: string,
    change: ChangeWord | null,
    number: StatedNumber,
  ): Statement {
    const named = nameIn(change ? change.before : clause, this.context.department_name);
    const counted = sentence.nounAfter(number);
    let name: string;
    if (/人数$/.test(named) && isGeneric(named)) {
      // "生态环境培训，人数 114 人": counted is what the clause before names.
      const before = lead.slice(0, lead.length - clause.length - 1);
      const event = nameIn(lastClause(before), this.context.department_name);
      name = event === '' ? (sentence.detail?.name ?? named) : event;
      sentence.detail = { name, measure: null, code: null, row: this.row };
    } else if (named === '' || isGeneric(named)) name = counted || sentence.counted || sentence.current.name;
    else name = /等$/.test(named) || /^[等有]?$/.test(named) ? named + counted : named;
    sentence.counted = name;
    const measure = change ? null : countedOf(name, number.unit, this.topic);
    if (measure && sentence.modes.description) sentence.modes.description = null;
    return this.state(sentence, number, {
      kind: 'count',
      subject: { name, measure, code: null, row: this.row },
      direction: change?.direction ?? null,
      word: change?.text ?? '',
    });
  }

  /** 持平: a change of 0 against last year; against the budget it is only a direction, which advance() notes. */
  private readFlat(sentence: Sentence, lead: string, stop: Stop): Statement | null {
    const clause = lastClause(lead);
    if (stop.nearly) return null;
    const reference = referenceIn(clause, this.context.fiscal_year) ?? sentence.modes.reference ?? this.continued(sentence);
    if (reference !== 'prior_actual' && reference !== 'prior_initial_budget') return null;
    return this.state(sentence, { ...NO_NUMBER, start: stop.start, end: stop.end }, {
      kind: 'change',
      subject: this.subjectOf(clause, sentence.current),
      base: reference,
      direction: 'flat',
    });
  }

  /** "其中：公务接待费支出决算持平" goes on with the comparison of the sentence before. */
  private continued(sentence: Sentence): Reference | null {
    return sentence.text.startsWith('其中') ? this.reference : null;
  }

  private state(
    sentence: Sentence,
    number: StatedNumber,
    said: Pick<Statement, 'kind' | 'subject'> & Partial<Statement> & { word?: string },
  ): Statement {
    const fund = said.kind === 'count' && said.subject.measure === null ? this.topic.fund : fundOf(said.subject.measure, this.topic);
    return {
      columnKey: null,
      base: null,
      direction: null,
      fund,
      value: number.value,
      decimals: number.decimals,
      unit: number.unit,
      text: statedText(sentence.text, number, said.word),
      isDetail: sentence.modes.isDetail,
      ...said,
    };
  }

  /** The subject that a clause names, else `otherwise`. */
  private subjectOf<T extends Named | null>(clause: string, otherwise: T): Named | T {
    const functional = this.functional(clause);
    if (functional) return functional;
    const name = nameIn(clause, this.context.department_name);
    if (isGeneric(name)) return otherwise;
    const measure = measureOf(name, this.topic);
    const isClass = measure === null && this.topic.fund === 'general_public';
    return { name, measure, code: isClass ? this.subjects.codeOfClass(name) : null, row: null };
  }

  private functional(clause: string): Named | null {
    const named = namedSubjectIn(clause);
    return named && { name: named.text, measure: null, code: this.subjects.codeOf(named), row: this.row };
  }

  /** In a section without a measure of its own, "收入预算" and "支出预算" are the two totals. */
  private budgetSide(subject: Named, clause: string, cue: BudgetKey | 'actual' | null): Named {
    if (subject.measure ?? subject.code ?? this.topic.measure ?? this.row) return subject;
    const side = /(收入|支出)$/.exec(nameIn(clause, this.context.department_name))?.[0];
    if (!cue || !side || !isGeneric(nameIn(clause, this.context.department_name))) return subject;
    return { ...subject, name: side, measure: side === '收入' ? 'revenue' : 'expenditure' };
  }
}

const NOBODY: Named = { name: '', measure: null, code: null, row: null };
const NO_NUMBER: StatedNumber = { start: 0, end: 0, value: '0', decimals: 0, kind: 'money', unit: '万元', obstacle: null };

/** What the reading of one sentence carries from number to number. */
class Sentence {
  lastKind: Claim['kind'] | null = null;
  lastDirection: Direction | null = null;
  /** The budget stated last: what an unlabelled 完成预算 refers to. */
  budget: BudgetKey | null = null;
  moneyUnit: string | null = null;
  /** The event (a meeting, a course) whose numbers are being listed. */
  detail: Named | null = null;
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
    return /^的?([\u4e00-\u9fff]{1,12}?)(?=开展|进行|完成|等|[^\u4e00-\u9fff]|$)/.exec(after)?.[1] ?? '';
  }
}

interface Stop {
  start: number;
  end: number;
  number: StatedNumber | null;
  nearly: boolean;
}

function stopsOf(text: string): Stop[] {
  const stops: Stop[] = findNumbers(text).map((number) => ({ start: number.start, end: number.end, number, nearly: false }));
  for (const found of text.matchAll(FLAT)) {
    stops.push({ start: found.index, end: found.index + found[0].length, number: null, nearly: found[1] !== undefined });
  }
  return stops.sort((a, b) => a.start - b.start);
}

/** The sign decides where the words offer both directions, then what the sentence said of the amount, then the first word. */
function directionOf(change: ChangeWord, value: string, said: Direction | null): Direction {
  if (value === '0') return 'flat';
  if (change.direction) return value.startsWith('-') ? 'decrease' : change.direction;
  if (value.startsWith('-')) return 'decrease';
  if (said === 'increase' || said === 'decrease') return said;
  return /^(?:减少|下降|降)/.test(change.text) ? 'decrease' : 'increase';
}

function ofAnotherYear(clause: string, fiscalYear: number): boolean {
  const found = /^(?:、|其中)?(?:上年|上一年度?|去年|(20\d{2})年度?)(?!.{0,8}(?:相比|比较))/.exec(clause);
  return found !== null && (found[1] === undefined || Number(found[1]) !== fiscalYear);
}

/** The total of the items: expenditure stated together with its budget. */
function markTotal(claims: readonly Claim[]): void {
  const own = claims.filter((claim) => claim.measure === 'general_public_expenditure');
  if (own.some((claim) => /budget$/.test(claim.column_key ?? '') || claim.kind === 'execution_pct')) {
    for (const claim of own) claim.subject_code = 'total';
  }
}
