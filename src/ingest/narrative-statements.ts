import { statedText, type Named, type Statement } from './narrative-claims.ts';
import {
  amountCueOf,
  changeWordOf,
  clauseBefore,
  directionOf,
  executionOf,
  isGeneric,
  lastClause,
  ofAnotherYear,
  referenceIn,
  shareOf,
  type AmountKey,
  type BudgetKey,
  type ChangeWord,
  type Reference,
} from './narrative-clauses.ts';
import type { StatedNumber } from './narrative-numbers.ts';
import type { Scope } from './narrative-scope.ts';
import type { Sentence, Stop } from './narrative-sentence.ts';
import { countedOf, fundOf } from './narrative-topics.ts';

const FOREIGN = /外宾|外事|国（境）外/;
const PLAIN_AMOUNT = /^(?:采购|合同|成交|中标)金额$/;
const NO_NUMBER: StatedNumber = {
  start: 0,
  end: 0,
  value: '0',
  decimals: 0,
  kind: 'money',
  unit: '万元',
  obstacle: null,
};

/** The statement that a number makes, or the reason why it makes none. */
export function readNumber(scope: Scope, sentence: Sentence, lead: string, number: StatedNumber): Statement | string {
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
  if (kind === 'percent') return readPercent(scope, sentence, lead, clause, change, read);
  if (kind === 'money') {
    return change
      ? readChange(scope, sentence, lead, change, read, 'change')
      : readAmount(scope, sentence, lead, clause, read);
  }
  if (kind === 'count') return readCount(scope, sentence, lead, clause, change, read);
  return '没有单位';
}

function readPercent(
  scope: Scope,
  sentence: Sentence,
  lead: string,
  clause: string,
  change: ChangeWord | null,
  number: StatedNumber,
): Statement | string {
  const execution = executionOf(clause);
  if (execution) {
    const base = execution.base === 'budget' ? (sentence.budget ?? 'budget') : execution.base;
    return state(scope, sentence, number, {
      kind: 'execution_pct',
      subject: scope.subjectOf(execution.before, sentence.current),
      base,
    });
  }
  const share = shareOf(clause);
  if (share) {
    const whole = share.whole === '' ? scope.whole : scope.subjectOf(share.whole, scope.whole);
    return state(scope, sentence, number, {
      kind: 'share_pct',
      subject: scope.subjectOf(share.part, sentence.current),
      base: whole.measure ?? whole.name,
    });
  }
  if (change) return readChange(scope, sentence, lead, change, number, 'change_pct');
  return '百分数没有说明相对什么';
}

function readChange(
  scope: Scope,
  sentence: Sentence,
  lead: string,
  change: ChangeWord,
  number: StatedNumber,
  kind: 'change' | 'change_pct',
): Statement {
  // "项目支出增加，较上年增加 10 万元": the clause before names what changed.
  const announced = changeWordOf(clauseBefore(lead));
  const otherwise = announced ? scope.subjectOf(announced.before, sentence.current) : sentence.current;
  const subject = scope.subjectOf(lastClause(change.before), otherwise);
  const named = referenceIn(lastClause(change.before), scope.fiscalYear) ?? sentence.modes.reference ?? scope.reference;
  const reference = named === 'budget' ? (sentence.budget ?? named) : named;
  return state(scope, sentence, number, {
    kind,
    subject,
    base: reference,
    direction: directionOf(change, number.value, sentence.lastDirection),
    word: change.text,
  });
}

function readAmount(scope: Scope, sentence: Sentence, lead: string, clause: string, number: StatedNumber): Statement {
  const cue = amountCueOf(clause);
  // "内容为…业务培训经费支出": the event whose contents these are has been named.
  const isContent = sentence.detail !== null && /^内容[为是]/.test(cue.before);
  const own = isContent ? null : scope.subjectOf(cue.before, null);
  // "由中小企业供应商成交的，采购金额…": the clause before says whose.
  const whose = own && PLAIN_AMOUNT.test(own.name) ? scope.nameIn(clauseBefore(lead)) : '';
  const named = own && whose.endsWith('的') ? { ...own, name: whose + own.name } : own;
  const subject = named ?? sentence.detail ?? countedSubject(scope, sentence, clause) ?? sentence.current;
  if (named && (named.measure ?? named.code)) {
    sentence.detail = null;
    if (sentence.modes.description === 'firm') sentence.modes.description = null;
    // "…，主要原因是…；项目支出 4 万元": a new figure of the list, unless its clause speaks of a change.
    if (lead.includes('；') && !/追加|安排|下达|拨付/.test(clause)) sentence.modes.reason = false;
  }
  const isOwn = named === null || isKnown(named);
  return state(scope, sentence, number, {
    kind: 'amount',
    subject: budgetSide(scope, subject, cue.before, cue.key),
    columnKey: columnOf(scope, sentence, clause, cue.key, subject, isOwn),
  });
}

/** "项目 9 个，涉及资金 16 万元", "国内接待 20 批次，支出 3 万元": the money of what was counted, not of the section. */
function countedSubject(scope: Scope, sentence: Sentence, clause: string): Named | null {
  if (/^(?:，?共?涉及.*)?$/.test(clause)) return sentence.lastCounted;
  if (sentence.counted === '' || sentence.hasAmount || scope.row !== null || sentence.modes.isDetail) return null;
  return { name: sentence.counted, measure: null, code: null, row: null };
}

/** A measure, or a subject by its code; by its full name also where its code is not certain. */
function isKnown(subject: Named): boolean {
  return (subject.measure ?? subject.code) !== null || /（[类款项]）$/.test(subject.name);
}

function columnOf(
  scope: Scope,
  sentence: Sentence,
  clause: string,
  cue: BudgetKey | 'actual' | null,
  subject: Named,
  isOwn: boolean,
): AmountKey {
  const known = isKnown(subject);
  if (ofAnotherYear(clause, scope.fiscalYear)) {
    if (scope.topic.isBudget && /预算执行数?(?:为|是|：)*$/.test(clause)) return 'execution_estimate';
    if (cue === 'budget' || cue === 'initial_budget') return 'prior_initial_budget';
    return (cue === 'actual' || (cue === null && known)) && !sentence.modes.reason ? 'prior_actual' : 'other';
  }
  if (scope.topic.isBudget && (cue === 'budget' || (cue === null && known && isOwn))) return 'initial_budget';
  if (cue) return cue;
  if (/(?<!公共|基金|经营)预算(?:收入|支出)$/.test(clause)) return 'budget';
  if (known && isOwn) return 'actual';
  if (/(?:涉及|追加|调增|调减|安排|下达|拨付|批复|合同)/.test(clause)) return 'other';
  if (sentence.modes.reason) return /支出$/.test(clause) ? 'actual' : 'other';
  return /(?:收入|支出|经费|费|费用|总额|合计|结余|采购金额)(?:（[^（）]*）)?(?:为|是|共|：)*$/.test(clause)
    ? 'actual'
    : 'other';
}

function readCount(
  scope: Scope,
  sentence: Sentence,
  lead: string,
  clause: string,
  change: ChangeWord | null,
  number: StatedNumber,
): Statement {
  const named = scope.nameIn(change ? change.before : clause);
  const counted = sentence.nounAfter(number);
  let name: string;
  if (/人数$/.test(named) && isGeneric(named)) {
    // "生态环境培训，人数 114 人": counted is what the clause before names.
    const event = scope.nameIn(clauseBefore(lead));
    name = event === '' ? (sentence.detail?.name ?? named) : event;
    sentence.detail = { name, measure: null, code: null, row: scope.row };
  } else if (named === '' || isGeneric(named))
    name = counted || sentence.lastCounted?.name || sentence.counted || sentence.current.name;
  else if (/^下属$|[和及]$/.test(named)) name = counted.replace(/[和及]$/, '') || named;
  else name = /(?:^有|等|新增|新购|购置|更新|报废|处置)$/.test(named) ? named + counted : named;
  // "外事接待 0 批次，接待人数 0 人" goes on with the guests from abroad.
  if (/^接待人[数次]$/.test(name) && FOREIGN.test(sentence.lastCounted?.name ?? '')) {
    name = sentence.lastCounted!.name + name.slice(2);
  }
  if (sentence.counted === '' && !sentence.modes.isInBrackets) sentence.counted = name;
  const measure = change ? null : countedOf(name, number.unit, scope.topic);
  if (measure && sentence.modes.description) sentence.modes.description = null;
  return state(scope, sentence, number, {
    kind: 'count',
    subject: { name, measure, code: null, row: scope.row },
    direction: change?.direction ?? null,
    word: change?.text ?? '',
  });
}

/** 持平: a change of 0 against last year; against the budget it is only a direction, which advance() notes. */
export function readFlat(scope: Scope, sentence: Sentence, lead: string, stop: Stop): Statement | null {
  const clause = lastClause(lead);
  if (stop.nearly) return null;
  const reference = referenceIn(clause, scope.fiscalYear) ?? sentence.modes.reference ?? continued(scope, sentence);
  if (!reference?.startsWith('prior_')) return null;
  return state(
    scope,
    sentence,
    { ...NO_NUMBER, start: stop.start, end: stop.end },
    {
      kind: 'change',
      subject: scope.subjectOf(clause, sentence.current),
      base: reference,
      direction: 'flat',
    },
  );
}

/** "其中：公务接待费支出决算持平" goes on with the comparison of the sentence before. */
function continued(scope: Scope, sentence: Sentence): Reference | null {
  return sentence.text.startsWith('其中') ? scope.reference : null;
}

function state(
  scope: Scope,
  sentence: Sentence,
  number: StatedNumber,
  said: Pick<Statement, 'kind' | 'subject'> & Partial<Statement> & { word?: string },
): Statement {
  const fund =
    said.kind === 'count' && said.subject.measure === null
      ? scope.topic.fund
      : fundOf(said.subject.measure, scope.topic);
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

/** In a section without a measure of its own, "收入预算" and "支出预算" are the two totals. */
function budgetSide(scope: Scope, subject: Named, clause: string, cue: BudgetKey | 'actual' | null): Named {
  if (!cue || (scope.topic.measure ?? scope.row) !== null) return subject;
  const side = /^(?:收入|支出)$/.exec(scope.nameIn(clause))?.[0];
  if (!side) return subject;
  return { name: side, measure: side === '收入' ? 'revenue' : 'expenditure', code: null, row: null };
}
