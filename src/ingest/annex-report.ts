import { halfWidth, halfWidthInWanYuan, parseNumber, toWanYuan } from '../money/parse.ts';
import { workingDecimals } from './annex-figure.ts';
import { amountKey, isContractValue, measureOf, ownSubject, type AmountKey } from './annex-report-labels.ts';
import { amountsIn, countsIn, ratesIn, type StatedAmount } from './annex-report-numbers.ts';
import { asPrinted, paragraphsOf, type Paragraph } from './annex-report-text.ts';
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
    stated
      .flat()
      .filter(({ unit: published }) => published === '万元')
      .map(({ text }) => parseNumber(text)!),
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
  const sentence = sentenceAt(scope.paragraph, amount.offset);
  const inSentence = above !== null && above.sentence === sentence ? above : null;
  const heading = scope.position.headings.at(-1) ?? null;
  const meaning =
    heading === null || heading.level <= DEEPEST_UNIT_LEVEL
      ? meaningForUnit(scope, amount, inSentence)
      : meaningForProject(scope, amount, heading.title, above === null);
  const number = parseNumber(amount.text)!;
  const falls = meaning.column_key === 'adjustment' && /调减/.test(amount.phrase) && number.value !== '0';
  const value = toWanYuan(number.value, amount.unit);
  const decimals = amount.unit === '万元' ? Math.max(number.decimals, working) : number.decimals;
  return {
    ...claimBase(scope, amount.offset, meaning.subject),
    measure: meaning.measure,
    kind: 'amount',
    column_key: meaning.column_key,
    base: null,
    direction: meaning.column_key !== 'adjustment' || number.value === '0' ? null : falls ? 'decrease' : 'increase',
    stated_text: amount.stated,
    stated_value: falls ? `-${value}` : value,
    unit: '万元',
    half_width: halfWidthInWanYuan(decimals, amount.unit),
    is_detail: meaning.is_detail,
  };
}

type Meaning = Pick<Claim, 'subject' | 'measure' | 'is_detail'> & { column_key: AmountKey };

/** An amount of the unit as a whole: of a measure, which a bare "年初预算" takes over from the amount before it. */
function meaningForUnit({ part, context }: Scope, { phrase }: StatedAmount, above: Claim | null): Meaning {
  const named = measureOf(phrase);
  const takesOver = named === null && ownSubject(phrase) === '' && above !== null;
  const stated = amountKey(phrase, context.fiscal_year);
  // "“三公”经费支出31.75万元，其中：公务接待费1.82万元": the parts are what the whole is.
  const column_key =
    stated === 'other' && named !== null && above ? ((above.column_key ?? 'other') as AmountKey) : stated;
  const measure = named ?? (takesOver ? above.measure : null);
  const words = phrase.replace(/^.*(?:包括|包含)|^其中:?/, '').replace(/^20\d\d年度?/, '');
  return {
    subject: takesOver ? above.subject : words || part.title,
    measure,
    column_key,
    is_detail: measure === null || column_key === 'other',
  };
}

/** An amount under the heading of a project: the project's own, or of something the phrase names. */
function meaningForProject(
  { context, paragraph }: Scope,
  amount: StatedAmount,
  title: string,
  isFirst: boolean,
): Meaning {
  const column_key = amountKey(amount.phrase, context.fiscal_year);
  const inHeading = paragraph.heading !== null && isFirst && !paragraph.text.slice(0, amount.offset).includes('。');
  const own = inHeading || isContractValue(amount.phrase) ? '' : ownSubject(amount.phrase);
  return {
    subject: own || title,
    measure: null,
    column_key,
    is_detail: own !== '' || (column_key === 'other' && !inHeading),
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
  | 'department_id'
  | 'fiscal_year'
  | 'section_no'
  | 'section_title'
  | 'sentence'
  | 'subject'
  | 'subject_code'
  | 'fund'
  | 'place'
>;

function claimBase({ part, unit, context, position, paragraph }: Scope, offset: number, subject: string): ClaimBase {
  const line = paragraph.lineAt(offset);
  const path = position.headings.map(({ title }) => title);
  const published = asPrinted(subject);
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
      section: [closeUp(part.title), ...path.map(asPrinted)].join(' › '),
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
