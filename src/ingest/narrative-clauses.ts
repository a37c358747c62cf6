/** What the words in front of a number say about it. Pure functions on the text of one clause. */

export type Direction = 'increase' | 'decrease' | 'flat';

const UP = '增加|增长|上升|提高|增多|增支|上涨|超支|超出';
const DOWN = '减少|下降|降低|压减|缩减|压缩|减支|回落';
const BOTH = `${UP}|${DOWN}`;
/** "减少", "增加（减少）", "下降/增长", "增幅为"; not "增加至", which gives a level. */
const CHANGE = new RegExp(
  `(?:(${BOTH}|增减|[增降减]幅|增速)(?:（(?:${BOTH}|[-+])）|[/／](?:${BOTH}|[减降]))?|(?<=[比较].{0,14})([多少增减]))(?:额|率|幅度|比例)?(?:了|为|：|约为)*$`,
);

export interface ChangeWord {
  /** Null where the word leaves it open: 增减, 增加（减少）. */
  direction: 'increase' | 'decrease' | null;
  /** As published: "减少", "下降（增长）". */
  text: string;
  /** The clause without it. */
  before: string;
}

/** The word of change that a clause ends with, or null. */
export function changeWordOf(clause: string): ChangeWord | null {
  const found = CHANGE.exec(clause.slice(-40));
  if (!found) return null;
  const word = (found[1] ?? found[2])!;
  const open = word === '增减' || word === '增速' || /[（/／]/.test(found[0]);
  const up = new RegExp(`^(?:${UP}|增幅|[多增]$)`).test(word);
  return {
    direction: open ? null : up ? 'increase' : 'decrease',
    text: found[0],
    before: clause.slice(0, clause.length - found[0].length),
  };
}

export type BudgetKey = 'initial_budget' | 'revised_budget' | 'budget';

/** Which budget a phrase names: 年初预算 · 全年/调整预算 · 预算. */
export function budgetNamed(phrase: string): BudgetKey {
  if (/年初(?:的|部门|批复)?预算/.test(phrase)) return 'initial_budget';
  if (/(?:全年|调整后?的?|变更后?的?)预算|预算调整/.test(phrase)) return 'revised_budget';
  return 'budget';
}

const BUDGET_WORD = '(?:年初|全年|当年|本年|调整后?的?|支出|收入)*预算(?:数|总额|安排|指标)*';
const EXECUTION = new RegExp(
  `(?:(?:完成|达到|为|是|占)(?:了|到)?${BUDGET_WORD}的?|完成(?:了)?[^，；：。]{0,12}预算(?:数|总额)?的?|(?:${BUDGET_WORD}的?)?(?:支出)?(?:执行率|完成率|完成比例|执行进度))(?:为|达到?|是|：)*$`,
);

/** Reads "完成年初预算的", "预算执行率为"; null for other clauses. */
export function executionOf(clause: string): { base: BudgetKey; text: string; before: string } | null {
  const found = EXECUTION.exec(clause.slice(-40));
  if (!found || found[0] === '') return null;
  return { base: budgetNamed(found[0]), text: found[0], before: clause.slice(0, clause.length - found[0].length) };
}

/** Reads "X占Y的", "占比"; `whole` is empty where the clause does not name it. Null for other clauses. */
export function shareOf(clause: string): { part: string; whole: string } | null {
  let at = clause.lastIndexOf('占');
  while (at >= 0 && /^占[用有地]/.test(clause.slice(at))) at = clause.lastIndexOf('占', at - 1);
  if (at < 0) return null;
  const whole = clause
    .slice(at + 1)
    .replace(/(?:为|是|达到?|：)+$/, '')
    .replace(/(?:的(?:比重|比例|比率)?|比重|比例|比率|比)$/, '')
    .replace(/^了?(?:本年|当年|全年)(?!收入|支出)/, '');
  return { part: clause.slice(0, at).replace(/[所，]+$/, ''), whole };
}

export type AmountKey = 'actual' | 'prior_actual' | 'execution_estimate' | 'prior_initial_budget' | 'other' | BudgetKey;

const COPULA = /(?:分别|各|均|共计?|为|是|达到?|：|了)+$/;
const BUDGET_AT_END =
  /(?:(?:年初|全年|当年|本年|调整后?的?|变更后?的?|批复)*(?:部门)?预算(?:调整)?(?:数|额|金额|资金|经费|安排|批复|指标)*)$/;
const ACTUAL_AT_END = /(?:决算(?:数|额|金额)?|(?:预算)?执行数|实际(?:支出|执行|完成)(?:数|额)?|支出数)$/;

/** Which amount a clause announces by its last words, or null where it only names a subject. */
export function amountCueOf(clause: string): { key: BudgetKey | 'actual' | null; before: string } {
  const bare = clause.replace(COPULA, '');
  const actual = ACTUAL_AT_END.exec(bare.slice(-16));
  if (actual) return { key: 'actual', before: bare.slice(0, bare.length - actual[0].length) };
  const budget = BUDGET_AT_END.exec(bare.slice(-20));
  if (budget) return { key: budgetNamed(budget[0]), before: bare.slice(0, bare.length - budget[0].length) };
  return { key: null, before: bare };
}

/** Longer than any clause; the bound keeps the work on text without any punctuation in proportion to its length. */
const CLAUSE_REACH = 240;

/** The last clause of the text in front of a number: behind the last clause mark outside closed brackets. */
export function lastClause(text: string): string {
  const lead = text.slice(-CLAUSE_REACH);
  let depth = 0;
  for (let at = lead.length - 1; at >= 0; at--) {
    const char = lead[at]!;
    if (char === '）') depth++;
    else if (char === '（') {
      if (depth === 0) return lead.slice(at + 1);
      depth--;
    } else if (depth === 0 && '，；：。'.includes(char)) return lead.slice(at + 1);
  }
  // A bracket that closes here was opened in front of an earlier number.
  const closed = depth > 0 ? lead.lastIndexOf('）') : -1;
  return lead.slice(closed + 1);
}

/** The clause before the last one of a lead. */
export function clauseBefore(lead: string): string {
  const last = lastClause(lead);
  return last.length === lead.length || last.length === CLAUSE_REACH
    ? ''
    : lastClause(lead.slice(0, lead.length - last.length - 1));
}

const ORGANISATION =
  /^.{0,40}?(?:局|部|委|厅|处|办|室|院|会|中心|所|站|队|校|府|馆|团|社|位|门|公司|部门（单位）)(?=(?:19|20)\d{2}年)/;
const OPENING = new RegExp(
  [
    '、',
    '其中',
    '同时|另外|此外|以及',
    '[一二三四五六七八九十]是',
    '包含|包括|含',
    '（[^（）类款项]{2,8}）',
    '按[^，]{2,12}(?:口径|分类)',
    '[^，；：]{0,30}原因(?:是|为)',
    '主要是(?:因为|由于)?|主要原因(?:是|为)?|主要(?:由于|因为|系)|是?因为?(?=本|年|人|\\d)|由于|原因是',
    '截[至止](?:19|20)\\d{2}年(?:\\d{1,2}月)?(?:\\d{1,2}日|底|末)?',
    '(?:19|20)\\d{2}年(?:度|末|底)?',
    '(?:上一?年度?|去年)(?=当年|预算)',
    '本年度|年度内|年内|年中|当年',
    '(?:本|我|全|该)(?:部门（单位）|单位（部门）|部门|单位|局|委|办|厅|院|中心|部(?!门))',
    '部门（单位）|单位(?=共|现|有|车)',
    '所属各预算单位',
    '开支|用于(?:召开|开展|举办)?|召开|举办|发生|实现|形成',
    '共[计有]?(?!同)|现有|累计|总共|具体(?:为|是)|分别(?:为|是)?',
  ].join('|'),
);
const OPENINGS = new RegExp(`^(?:${OPENING.source})`);
const COMPARISON =
  /(?:与|比|较|同|和)?(?:上一?年度?|上一度|去年|前一年度?|(?:19|20)\d{2}年度?)(?:同期|年初|决算|预算|支出|执行|实际)*(?:数|金额)?(?:相比较?|比较|相较|来说)?$|同比$|环比$|(?:与|比|较|超)?(?:年初|全年|调整后?|当年)?预算(?:数)?(?:相比)?$/;
const FILLING = /(?:各|分别|均|共|总体|略有?|有所|同比|净|大幅|相应|实际)+$/;

/** The name that a clause opens with, without connectives, years, the body's own name and phrases of comparison. */
export function nameIn(clause: string, bodyName: string): string {
  let name = clause.replace(COPULA, '');
  for (let before = ''; before !== name;) {
    before = name;
    if (bodyName !== '' && name.startsWith(bodyName)) name = name.slice(bodyName.length);
    name = name.replace(OPENINGS, '').replace(ORGANISATION, '');
  }
  for (let before = ''; before !== name;) {
    before = name;
    name = name
      .replace(FILLING, '')
      .replace(COMPARISON, '')
      .replace(/[，、：]+$/, '');
  }
  return name.replace(/(?:的)?(?:支出)?决算(?:数|额|金额)?$/, (cue) => (cue.includes('支出') ? '支出' : ''));
}

/** A clause that speaks of an amount without naming what it is of. */
export function isGeneric(name: string): boolean {
  return (
    /^(?:共?涉及)?(?:支出|收入|经费|金额|费用|数|总额|总量|人数|参加人数|参会人数|参训人数)?$/.test(name) ||
    /^(?:经费|费用)支出$/.test(name)
  );
}

/** What a comparison is with. prior_execution_estimate: last year's 预算执行数 in a budget, neither budget nor actual. */
export type Reference = 'prior_actual' | 'prior_initial_budget' | 'prior_execution_estimate' | BudgetKey;

const REFERENCE =
  /(?<prior>(?:与|比|较|同|于)?(?:上一?年度?|上一度|去年|前一年度?)(?:同期|年初|当年|部门)*(?<priorBudget>预算(?<priorExecuted>执行)?)?|同比)|(?:与|比|较|同)(?<year>(?:19|20)\d{2})年度?(?:年初|当年|部门)*(?<yearBudget>预算(?<yearExecuted>执行)?)?|(?:与|比|较|同|超出?|小于|大于|低于|高于|少于|多于)(?<budget>(?:年初|全年|调整后?的?|当年|本年|支出|收入)*预算)/g;

/** The last thing that a stretch of text compares with, or null where it compares with nothing. */
export function referenceIn(text: string, fiscalYear: number): Reference | null {
  let last: Reference | null = null;
  for (const { groups } of text.matchAll(REFERENCE)) {
    const found = groups!;
    if (found['priorExecuted'] || (found['yearExecuted'] && Number(found['year']) !== fiscalYear))
      last = 'prior_execution_estimate';
    else if (found['prior']) last = found['priorBudget'] ? 'prior_initial_budget' : 'prior_actual';
    else if (found['year']) {
      const isOwn = Number(found['year']) === fiscalYear;
      if (found['yearBudget']) last = isOwn ? 'initial_budget' : 'prior_initial_budget';
      else if (!isOwn) last = 'prior_actual';
    } else last = budgetNamed(found['budget']!);
  }
  return last;
}

/** The sign decides where the words offer both directions, then what the sentence said of the amount, then the first word. */
export function directionOf(change: ChangeWord, value: string, said: Direction | null): Direction {
  if (value === '0') return 'flat';
  if (change.direction) return value.startsWith('-') ? 'decrease' : change.direction;
  if (value.startsWith('-')) return 'decrease';
  if (said === 'increase' || said === 'decrease') return said;
  return /^(?:减少|下降|降)/.test(change.text) ? 'decrease' : 'increase';
}

/** Whether a clause opens with a year that is not the document's. */
export function ofAnotherYear(clause: string, fiscalYear: number): boolean {
  const found = /^(?:、|其中)?(?:上年|上一年度?|去年|(20\d{2})年度?)(?!.{0,8}(?:相比|比较))/.exec(clause);
  return found !== null && (found[1] === undefined || Number(found[1]) !== fiscalYear);
}
