import type { Claim, UnplacedNumber } from './disclosure.ts';
import { claimOf, type Frame, type Statement } from './narrative-claims.ts';
import { budgetNamed, type BudgetKey } from './narrative-clauses.ts';
import { SentenceModes } from './narrative-modes.ts';
import type { Scope } from './narrative-scope.ts';
import { Sentence, stopsOf } from './narrative-sentence.ts';
import { readFlat, readNumber } from './narrative-statements.ts';
import { opensWithSubject } from './narrative-subjects.ts';

export interface SentenceReading {
  claims: Claim[];
  unplaced: UnplacedNumber[];
}

/** How the text says that the actual stands to its budget or to last year's; in front of it, whose. */
const STANDING =
  /([^，。；：]{0,40}?)决算数?(小于|低于|少于|大于|高于|多于|超过|[同与]|等于)((?:年初|全年|调整后?|支出)?预算|上一?年度?|去年|20\d\d年度?)(?:决算)?数?(基本)?(持平)?/g;

/**
 * Reads one sentence into claims. `continues`: it goes on with the amount of the sentence before. `frameAt` gives the
 * place of an offset of `text`. What later sentences need is left in `scope`.
 */
export function readSentence(
  text: string,
  continues: boolean,
  scope: Scope,
  frameAt: (offset: number) => Frame,
): SentenceReading {
  const sentence = new Sentence(text, scope.head, new SentenceModes(scope.fiscalYear));
  const claims: Claim[] = [];
  const unplaced: UnplacedNumber[] = [];
  let headFound = continues || text.startsWith('其中');
  if (headFound) sentence.budget = scope.budget;
  let from = 0;
  for (const stop of stopsOf(text)) {
    const lead = text.slice(from, stop.start);
    advance(scope, sentence, lead);
    const read = stop.number ? readNumber(scope, sentence, lead, stop.number) : readFlat(scope, sentence, lead, stop);
    from = stop.end;
    if (read === null) continue;
    const frame = frameAt(stop.start);
    if (typeof read === 'string') {
      const { line, section_title: section } = frame;
      unplaced.push({ text: text.slice(stop.start, stop.end), line, section, reason: read });
      continue;
    }
    const claim = claimOf(read, frame);
    claims.push(claim);
    remember(scope, sentence, claim, read);
    if (!headFound && !read.isDetail && (claim.kind === 'amount' || claim.kind === 'change')) {
      scope.head = read.subject;
      headFound = true;
    }
  }
  advance(scope, sentence, text.slice(from));
  if (claims.length === 0 && !sentence.modes.reason && opensWithSubject(text))
    scope.head = scope.functional(text) ?? scope.head;
  scope.budget = sentence.budget ?? scope.budget;
  scope.reference = sentence.modes.reference ?? scope.reference;
  markTotal(claims);
  return { claims, unplaced };
}

/** Reads the words up to the next number: where the sentence turns, and what it says of amounts already stated. */
function advance(scope: Scope, sentence: Sentence, stretch: string): void {
  const moved = sentence.modes.advance(stretch, sentence.current, sentence.isAfterComparison);
  sentence.current = moved.current;
  if (moved.partsBegin) scope.whole = sentence.current;
  for (const [, whose, word, other, nearly, flat] of stretch.matchAll(STANDING)) {
    if (nearly || (/^[同与]$/.test(word!) && !flat)) continue;
    const direction = /^[小低少]/.test(word!) ? 'decrease' : /^[大高多超]/.test(word!) ? 'increase' : 'flat';
    scope.mark(whose!, direction, baseOf(scope, sentence, other!));
  }
}

/** What the actual is said to be more or less than: 预算 alone is the budget stated last. */
function baseOf(scope: Scope, sentence: Sentence, other: string): BudgetKey | 'prior_actual' {
  if (!other.endsWith('预算')) return 'prior_actual';
  const named = budgetNamed(other);
  return named === 'budget' ? (sentence.budget ?? scope.budget ?? named) : named;
}

function remember(scope: Scope, sentence: Sentence, claim: Claim, read: Statement): void {
  if (claim.kind !== 'count') sentence.current = read.subject;
  sentence.lastCounted = claim.kind === 'count' ? read.subject : null;
  sentence.lastKind = claim.kind;
  if (claim.kind === 'amount') {
    if (/budget$/.test(claim.column_key ?? '')) sentence.budget = claim.column_key as BudgetKey;
    sentence.moneyUnit = read.unit;
    sentence.hasAmount = true;
  }
  if (claim.kind === 'change') sentence.lastDirection = read.direction;
  scope.keep(claim, read.subject);
}

/** The total of the items: expenditure stated together with its budget. */
function markTotal(claims: readonly Claim[]): void {
  const own = claims.filter((claim) => claim.measure === 'general_public_expenditure');
  if (own.some((claim) => /budget$/.test(claim.column_key ?? '') || claim.kind === 'execution_pct')) {
    for (const claim of own) claim.subject_code = 'total';
  }
}
