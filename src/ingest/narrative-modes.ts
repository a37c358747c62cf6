import { referenceIn, type Reference } from './narrative-clauses.ts';

/**
 * Where in a sentence the reading stands: in a clause of reasons, in a description of what money was for, inside
 * brackets; and what the sentence last compared with. Fed with the text between numbers, each stretch once.
 */
export class SentenceModes<Subject> {
  reason = false;
  /** soft ends at ";" (主要包括…；), firm lasts (用于召开…；…；…). */
  description: 'soft' | 'firm' | null = null;
  reference: Reference | null = null;
  /** Subjects to return to when a bracket closes. */
  private readonly outside: Subject[] = [];

  constructor(private readonly fiscalYear: number) {}

  get isDetail(): boolean {
    return this.reason || this.description !== null || this.outside.length > 0;
  }

  get isInBrackets(): boolean {
    return this.outside.length > 0;
  }

  /**
   * Reads on. `afterComparison`: the last number compared (a change or an execution rate), so that 主要是 gives its
   * reason and not a description. Returns the subject as brackets leave it, and whether parts of a whole begin.
   */
  advance(text: string, current: Subject, afterComparison: boolean): { current: Subject; partsBegin: boolean } {
    let partsBegin = false;
    for (const [word] of text.matchAll(TURNS)) {
      if (word === '（') this.outside.push(current);
      else if (word === '）') current = this.outside.pop() ?? current;
      else if (word === '；') this.description = this.description === 'soft' ? null : this.description;
      else if (PARTS.test(word)) partsBegin = !this.reason;
      else if (REASON.test(word)) this.reason = true;
      else if (/^主要[是为]$/.test(word)) {
        if (afterComparison) this.reason = true;
        else this.description ??= 'soft';
      } else if (/^主要/.test(word)) this.description = 'soft';
      else if (word === '用于') this.description ??= 'firm';
      else this.description = null;
    }
    this.reference = referenceIn(text, this.fiscalYear) ?? this.reference;
    return { current, partsBegin };
  }
}

const PARTS = /^(?:其中|主要用于以下|用于以下|具体如下)$/;
const REASON = /原因|因为|由于|主要系/;
/** In order: brackets; parts of a whole; reasons; descriptions; clauses that return to the figures. */
const TURNS =
  /（|）|；|其中|主要用于以下|用于以下|具体如下|主要原因|主要是?因为|主要是?由于|主要系|原因[是为：]|是因为|由于|因为|主要包括|主要用于|主要是用于|主要[是为]|用于|(?<=[，；])(?:完成|与上|与去|与20|比上|比去|比20|较上|较去|较20|同比|占)/g;
