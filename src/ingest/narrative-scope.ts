import type { Claim } from './disclosure.ts';
import type { Named } from './narrative-claims.ts';
import { isGeneric, nameIn, type BudgetKey, type Direction, type Reference } from './narrative-clauses.ts';
import { namedSubjectIn, type SubjectIndex } from './narrative-subjects.ts';
import { measureOf, plainTopic, type Topic } from './narrative-topics.ts';
import type { ReadingContext } from './part.ts';

/** What a section of the narrative has said so far: its topic, its subjects, what it compares with. */
export class Scope {
  topic: Topic = plainTopic('');
  /** "第12项" inside an item of a list of subjects. */
  row: string | null = null;
  /** What a sentence without a subject of its own speaks of. */
  head: Named = nobody();
  /** The whole of which parts are listed. */
  whole: Named = nobody();
  /** What the last sentence compared with. */
  reference: Reference | null = null;
  /** The budget that the last sentence with one stated: what 完成预算 in the next, listing its parts, refers to. */
  budget: BudgetKey | null = null;
  /** Actuals and execution rates by subject, for what is said of them afterwards; and the latest. */
  private spent = new Map<string, Claim[]>();
  private latest: Claim[] = [];

  constructor(
    private readonly context: ReadingContext,
    private readonly subjects: SubjectIndex,
  ) {}

  get fiscalYear(): number {
    return this.context.fiscal_year;
  }

  /** Begins the section, a heading or a list item. `row` is the item's place in its list. */
  enter(topic: Topic, row: string | null): void {
    this.topic = topic;
    this.row = row;
    this.head = { name: topic.name, measure: topic.measure, code: null, row: null };
    this.whole = this.head;
    this.reference = null;
    this.budget = null;
    this.spent = new Map();
    this.latest = [];
  }

  /** The name a clause opens with, free of connectives and the body's own name. */
  nameIn(clause: string): string {
    return nameIn(clause, this.context.department_name);
  }

  /** The subject that a clause names, else `otherwise`. */
  subjectOf<T extends Named | null>(clause: string, otherwise: T): Named | T {
    const functional = this.functional(clause);
    if (functional) return functional;
    const name = this.nameIn(clause);
    if (isGeneric(name)) return otherwise;
    const measure = measureOf(name, this.topic);
    const isClass = measure === null && this.topic.fund === 'general_public';
    return { name, measure, code: isClass ? this.subjects.codeOfClass(name) : null, row: null };
  }

  /** The functional subject that a clause names with （类）（款）（项）, or null. */
  functional(clause: string): Named | null {
    const named = namedSubjectIn(clause);
    return named && { name: named.text, measure: null, code: this.subjects.codeOf(named), row: this.row };
  }

  /** Keeps an actual, and the execution rate of the same subject with it. */
  keep(claim: Claim, subject: Named): void {
    if (claim.is_detail) return;
    if (claim.column_key === 'actual') {
      this.latest = [claim];
      this.spent.set(keyOf(subject), this.latest);
    } else if (claim.kind === 'execution_pct') this.spent.get(keyOf(subject))?.push(claim);
  }

  /**
   * "…决算数小于预算数": said of the subject named in front of it, else of the latest. The execution rate keeps what is
   * said against the budget, so that an amount with one has room for what is said against last year.
   */
  mark(whose: string, direction: Direction, base: BudgetKey | 'prior_actual'): void {
    const subject = this.subjectOf(whose, null);
    const claims = (subject && this.spent.get(keyOf(subject))) ?? this.latest;
    const rates = claims.filter(({ kind }) => kind === 'execution_pct');
    if (base !== 'prior_actual') for (const rate of rates) rate.direction ??= direction;
    for (const amount of claims.filter(({ kind }) => kind === 'amount')) {
      const isKept = base === 'prior_actual' && rates.length > 0 && amount.base !== 'prior_actual';
      if (amount.direction !== null && !isKept) continue;
      amount.direction = direction;
      amount.base = base;
    }
  }
}

function keyOf(subject: Named): string {
  return subject.measure ?? subject.code ?? subject.name;
}

function nobody(): Named {
  return { name: '', measure: null, code: null, row: null };
}
