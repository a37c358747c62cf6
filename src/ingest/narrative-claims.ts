import { halfWidth, halfWidthInWanYuan, isMoneyUnit, toWanYuan, type MoneyUnit } from '../money/parse.ts';
import type { Claim, ClaimKind, Fund } from './disclosure.ts';
import type { AmountKey, Direction } from './narrative-clauses.ts';
import type { StatedNumber } from './narrative-numbers.ts';

/** What a number is said of. */
export interface Named {
  /** As published. */
  name: string;
  measure: string | null;
  code: string | null;
  /** "第12项" where the subject is an item of a numbered list. */
  row: string | null;
}

/** What the words around a number make of it. */
export interface Statement {
  kind: ClaimKind;
  subject: Named;
  fund: Fund | null;
  columnKey: AmountKey | null;
  base: string | null;
  direction: Direction | null;
  /** Unsigned or signed as published; a decrease is made negative here. */
  value: string;
  decimals: number;
  /** 万元 … of an amount, %, or what is counted. */
  unit: string;
  text: string;
  isDetail: boolean;
}

/** What all claims of a section share, and where the number stands. */
export interface Frame {
  department_id: string;
  fiscal_year: number;
  section_no: string;
  section_title: string;
  sentence: number;
  line: number;
  page: number | null;
}

const AMOUNT_COLUMNS: Record<AmountKey, string> = {
  actual: '决算数',
  prior_actual: '上年决算数',
  prior_initial_budget: '上年年初预算数',
  execution_estimate: '上年预算执行数',
  initial_budget: '年初预算数',
  revised_budget: '全年预算数',
  budget: '预算数',
  other: '金额',
};

/** Two decimals are what documents work in, also where a zero was trimmed ("698.5", "4566") and in 元. */
const WORKING_DECIMALS = 2;

/** Builds the claim: amounts in 万元, decreases negative, the interval that the published digits stand for. */
export function claimOf(statement: Statement, frame: Frame): Claim {
  const { kind, subject, unit } = statement;
  const isMoney = isMoneyUnit(unit);
  const unsigned = statement.value.replace(/^-/, '');
  const isNegative =
    statement.direction === 'decrease' || (statement.direction !== 'increase' && statement.value.startsWith('-'));
  const signed = isNegative && unsigned !== '0' ? `-${unsigned}` : unsigned;
  return {
    department_id: frame.department_id,
    fiscal_year: frame.fiscal_year,
    section_no: frame.section_no,
    section_title: frame.section_title,
    sentence: frame.sentence,
    subject: subject.name,
    measure: subject.measure,
    subject_code: subject.code,
    fund: statement.fund,
    kind,
    column_key: statement.columnKey,
    base: statement.base,
    direction: statement.direction,
    stated_text: statement.text,
    stated_value: isMoney ? toWanYuan(signed, unit as MoneyUnit) : signed,
    unit: isMoney ? '万元' : unit,
    half_width: halfWidthOf(kind, statement.decimals, unit),
    is_detail: statement.isDetail,
    place: {
      section: frame.section_title,
      row: subject.row ?? subject.name,
      column: columnOf(kind, statement.columnKey, statement.base),
      line: frame.line,
      page: frame.page,
    },
  };
}

function halfWidthOf(kind: ClaimKind, decimals: number, unit: string): string {
  if (kind === 'count') return '0';
  return isMoneyUnit(unit) ? halfWidthInWanYuan(Math.max(WORKING_DECIMALS, decimals), unit) : halfWidth(decimals);
}

function columnOf(kind: ClaimKind, columnKey: AmountKey | null, base: string | null): string {
  const against = base === null || base.startsWith('prior') ? '比上年' : '比预算';
  switch (kind) {
    case 'amount':
      return AMOUNT_COLUMNS[columnKey ?? 'other'];
    case 'change':
      return `${against}增减额`;
    case 'change_pct':
      return `${against}增减率`;
    case 'execution_pct':
      return '预算完成率';
    case 'share_pct':
      return '占比';
    case 'count':
      return '数量';
  }
}

/** The published number with its unit and, for a change, the word that gives its direction. */
export function statedText(text: string, number: StatedNumber, word = ''): string {
  return word.replace(/[了为：]+$/, '') + text.slice(number.start, number.end);
}
