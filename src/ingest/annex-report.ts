import { halfWidth, halfWidthInWanYuan, parseNumber, toWanYuan, type MoneyUnit } from '../money/parse.ts';
import { workingDecimals } from './annex-figure.ts';
import { amountKey, measureOf, ownSubject } from './annex-report-labels.ts';
import { amountsIn, countsIn, ratesIn, type StatedAmount } from './annex-report-numbers.ts';
import { paragraphsOf, type Paragraph } from './annex-report-text.ts';
import type { AnnexUnit } from './annex-unit.ts';
import type { Claim, Fund, UnplacedNumber } from './disclosure.ts';
import type { Part, Reading, ReadingContext } from './part.ts';
import { closeUp } from './wording.ts';

/** Where the reader stands in the report. */
interface Position {
  /** Headings open at this point, outermost first. */
  headings: Array<{ level: number; title: string }>;
}

/** Headings down to this level speak of the unit as a whole, deeper ones of one project. */
const DEEPEST_UNIT_LEVEL = 2;

/** Room for the sentences of one line, so that a line's number makes theirs unique in the document. */
const SENTENCES_PER_LINE = 1000;

/**
 * Reads a self-evaluation report in prose (整体支出绩效自评报告): every amount of money as a claim about the project or the
 * unit under whose heading it stands, the staff counts, and the rates of money. Numbers of achievements (cases, days,
 * micrograms) are no amounts of account and not counted. An amount that the text itself calls rough ("300多万元") is unplaced.
 */
export function readReport(part: Part, unit: AnnexUnit, context: ReadingContext): Reading {
  const paragraphs = paragraphsOf(part);
  const position: Position = { headings: [] };
  const claims: Claim[] = [];
  const unplaced: UnplacedNumber[] = [];
  const stated = paragraphs.map((paragraph) => amountsIn(paragraph.text));
  const working = workingDecimals(
    stated.flat().filter(({ unit: published }) => published === '万元').map(({ text }) => parseNumber(text)!),
  );
  for (const [at, paragraph] of paragraphs.entries()) {
    enter(position, paragraph);
    const scope = { part, unit, context, position, paragraph };
    let above: Claim | null = null;
    for (const amount of stated[at]!) {
      if (amount.isRough) {
        const line = paragraph.lineAt(amount.offset).number;
        unplaced.push({ text: amount.stated, line, section: part.title, reason: '约数，不是账面金额' });
        continue;
      }
      above = amountClaim(scope, amount, above, working);
      claims.push(above);
    }
    claims.push(...plainClaims(scope));
  }
  claims.sort((left, right) => left.sentence - right.sentence);
  return {
    figures: [],
    claims,
    projects: [],
    indicators: [],
    rows: paragraphs.length,
    numbers_seen: claims.length + unplaced.length,
    unplaced,
  };
}

interface Scope {
  part: Part;
  unit: AnnexUnit;
  context: ReadingContext;
  position: Position;
  paragraph: Paragraph;
}

function enter(position: Position, { heading }: Paragraph): void {
  if (!heading) return;
  position.headings = [...position.headings.filter(({ level }) => level < heading.level), heading];
}

function amountClaim(scope: Scope, amount: StatedAmount, above: Claim | null, working: number): Claim {
  const { context, position, paragraph } = scope;
  const heading = position.headings.at(-1);
  const ofUnit = !heading || heading.level <= DEEPEST_UNIT_LEVEL;
  const key = amountKey(amount.phrase, context.fiscal_year);
  const sentence = sentenceAt(paragraph, amount.offset);
  const sameSentence = above !== null && above.sentence === sentence ? above : null;
  const own = ownSubject(amount.phrase);
  const isHeadingsOwn = paragraph.heading !== null && sameSentence === null && above === null;
  const measure = ofUnit ? (measureOf(amount.phrase) ?? (own === '' ? (sameSentence?.measure ?? null) : null)) : null;
  const subject = ofUnit
    ? own === '' && sameSentence
      ? sameSentence.subject
      : closeUp(amount.phrase).replace(/^其中:?|^20\d\d年度?/g, '') || (heading?.title ?? scope.part.title)
    : own === '' || isHeadingsOwn
      ? heading.title
      : own;
  const unit = amount.unit;
  const negative = /调减/.test(amount.phrase) && !amount.text.startsWith('-');
  const number = parseNumber(amount.text)!;
  const value = toWanYuan(number.value, unit);
  const decimals = unit === '万元' ? Math.max(number.decimals, working) : number.decimals;
  const isOwnAccount = key !== 'other' && (ofUnit ? measure !== null : subject === heading.title);
  return {
    ...claimBase(scope, amount.offset, subject),
    measure,
    kind: 'amount',
    column_key: key,
    base: null,
    direction: key !== 'adjustment' || number.value === '0' ? null : negative ? 'decrease' : 'increase',
    stated_text: amount.stated,
    stated_value: negative && value !== '0' ? `-${value}` : value,
    unit: '万元',
    half_width: halfWidthInWanYuan(decimals, unit satisfies MoneyUnit),
    is_detail: !(isOwnAccount || (isHeadingsOwn && !ofUnit)),
  };
}

/** Counts of staff, the score of the whole, and rates of money. */
function plainClaims(scope: Scope): Claim[] {
  const { text } = scope.paragraph;
  const counts = countsIn(text).map((count): Claim => ({
    ...claimBase(scope, count.offset, count.subject),
    measure: count.measure,
    kind: 'count',
    column_key: null,
    base: null,
    direction: null,
    stated_text: count.stated,
    stated_value: parseNumber(count.text)!.value,
    unit: count.unit,
    half_width: '0',
    is_detail: count.measure === null && count.unit === '人',
  }));
  const rates = ratesIn(text).map((rate): Claim => {
    const number = parseNumber(rate.text)!;
    const falls = rate.direction === 'decrease';
    return {
      ...claimBase(scope, rate.offset, rate.subject),
      measure: null,
      kind: rate.kind,
      column_key: null,
      base: rate.kind === 'change_pct' ? 'prior_actual' : 'budget',
      direction: rate.direction,
      stated_text: rate.stated,
      stated_value: falls && number.value !== '0' ? `-${number.value}` : number.value,
      unit: '%',
      half_width: halfWidth(number.decimals),
      is_detail: true,
    };
  });
  return [...counts, ...rates];
}

type ClaimBase = Pick<
  Claim,
  'department_id' | 'fiscal_year' | 'section_no' | 'section_title' | 'sentence' | 'subject' | 'subject_code' | 'fund' | 'place'
>;

function claimBase({ part, unit, context, position, paragraph }: Scope, offset: number, subject: string): ClaimBase {
  const line = paragraph.lineAt(offset);
  const path = position.headings.map(({ title }) => title);
  const published = subject.replaceAll('〔境〕', '（境）');
  return {
    department_id: unit.department_id,
    fiscal_year: context.fiscal_year,
    section_no: part.no ?? part.id,
    section_title: part.title,
    sentence: sentenceAt(paragraph, offset),
    subject: published,
    subject_code: null,
    fund: fundOf(path),
    place: {
      section: [closeUp(part.title), ...path].join(' › ').replaceAll('〔境〕', '（境）'),
      row: published,
      column: null,
      line: line.number,
      page: line.page,
    },
  };
}

function fundOf(path: readonly string[]): Fund | null {
  const top = path[0] ?? '';
  if (/一般公共预算/.test(top)) return 'general_public';
  if (/政府性基金/.test(top)) return 'government_fund';
  return /国有资本/.test(top) ? 'state_capital' : null;
}

/** Sentences are told apart by the line that their paragraph begins on and their order in it. */
function sentenceAt(paragraph: Paragraph, offset: number): number {
  const before = paragraph.text.slice(0, offset).match(/[。!?]/g)?.length ?? 0;
  return paragraph.lineAt(0).number * SENTENCES_PER_LINE + before;
}
