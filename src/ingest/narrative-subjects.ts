import type { Subject } from './part.ts';

/** A functional subject as the narrative names it: 类, 款 and 项, as far as it goes. */
export interface NamedSubject {
  /** As published, with its marks. */
  text: string;
  /** Names by level: 类, 款, 项; null for a level above that the text leaves out. */
  names: readonly [string | null, string | null, string | null];
  /** Level of the last name. */
  level: 1 | 2 | 3;
  /** A code printed beside the name, if any. */
  code: string | null;
}

const MARK = /（\d*(类|款|项)）/;
const MARKS = /（\d*(类|款|项)）(?:支出)?/g;
const RANK = { 类: 1, 款: 2, 项: 3 } as const;

/** The functional subject that a text names with （类）（款）（项）, the last if several; null where it names none. */
export function namedSubjectIn(text: string): NamedSubject | null {
  let names: [string | null, string | null, string | null] = [null, null, null];
  let rank: 0 | 1 | 2 | 3 = 0;
  let start = 0;
  let from = 0;
  let end = 0;
  for (const mark of text.matchAll(MARKS)) {
    const level = RANK[mark[1] as keyof typeof RANK];
    if (level <= rank) rank = 0;
    if (rank === 0) {
      names = [null, null, null];
      start = from + startOfName(text.slice(from, mark.index));
      end = start;
    }
    names[level - 1] = text.slice(end, mark.index).replace(/\d+/g, '');
    rank = level;
    end = from = mark.index + mark[0].length;
  }
  if (rank === 0 || names.includes('')) return null;
  const published = text.slice(start, end);
  const code = /(?<!\d)(\d{3}|\d{5}|\d{7})(?!\d)/.exec(published)?.[1] ?? null;
  return { text: published, names, level: rank, code };
}

/** Where a name begins in the text before its mark: behind the last clause mark. "、" may stand inside a name. */
function startOfName(before: string): number {
  let behind = before.length;
  while (behind > 0 && !'，。；：“”'.includes(before[behind - 1]!)) behind--;
  const lead = /^(?:、|其中|[和及与](?!、))*/.exec(before.slice(behind))![0];
  return behind + lead.length;
}

/** Whether a sentence opens with the name of a functional subject: the head of an item. */
export function opensWithSubject(sentence: string): boolean {
  const found = MARK.exec(sentence);
  return found !== null && !/[，。；：]/.test(sentence.slice(0, found.index));
}

/** Finds codes by names; built once for a document's list of subjects. */
export class SubjectIndex {
  private readonly byCode = new Map<string, Subject>();
  private readonly byLevel = new Map<number, Subject[]>();

  constructor(subjects: readonly Subject[]) {
    for (const subject of subjects) {
      if (this.byCode.has(subject.code)) continue;
      this.byCode.set(subject.code, subject);
      const level = this.byLevel.get(subject.level) ?? [];
      level.push(subject);
      this.byLevel.set(subject.level, level);
    }
  }

  /**
   * Code of a named subject: its last name among the subjects of that level, under the 款 and 类 named before it. Names
   * agree without 支出 at their end and without punctuation. Documents misname a 款 at times, so a 项 that is the only one of
   * its name under the 类 counts too, then the only one that differs by one character. Null where that leaves none or
   * several.
   */
  codeOf(named: NamedSubject): string | null {
    if (named.code !== null && this.byCode.has(named.code)) return named.code;
    const [classOf, sectionOf, own] = pathOf(named);
    const level = this.byLevel.get(named.level) ?? [];
    const sameName = level.filter((subject) => comparable(subject.name) === own);
    const inClass = (subject: Subject) => classOf === null || this.nameAbove(subject, 1) === classOf;
    const inSection = (subject: Subject) => sectionOf === null || this.nameAbove(subject, 2) === sectionOf;
    return (
      single(sameName.filter((s) => inClass(s) && inSection(s))) ??
      single(sameName.filter(inClass)) ??
      single(sameName.filter(inSection)) ??
      single(level.filter((s) => inClass(s) && inSection(s) && differsByOne(comparable(s.name), own)))
    );
  }

  /** Code of a 类 by its bare name ("卫生健康支出"), or null. */
  codeOfClass(name: string): string | null {
    return single((this.byLevel.get(1) ?? []).filter((subject) => comparable(subject.name) === comparable(name)));
  }

  private nameAbove(subject: Subject, level: 1 | 2): string | null {
    const code = level === 1 ? subject.code.slice(0, 3) : subject.code.slice(0, 5);
    const above = this.byCode.get(code);
    return above ? comparable(above.name) : null;
  }
}

/** Names above the subject's own, and its own, in comparable form. */
function pathOf({ names, level }: NamedSubject): [string | null, string | null, string] {
  const form = (name: string | null) => (name === null ? null : comparable(name));
  return [level > 1 ? form(names[0]) : null, level > 2 ? form(names[1]) : null, comparable(names[level - 1]!)];
}

/** Names in the form they are compared in: no spaces, quotes or marks, no 支出 at the end. */
export function comparable(name: string): string {
  const bare = name.replace(/（\d*[类款项]）/g, '').replace(/[\s“”"‘’'、，,（）()·.]/g, '');
  const short = bare.replace(/(?:支出)+$/, '');
  return short === '' ? bare : short;
}

function single(subjects: readonly Subject[]): string | null {
  return subjects.length === 1 ? subjects[0]!.code : null;
}

/** One character more, fewer or other, in names long enough for that to be a slip. */
function differsByOne(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  const restA = a.slice(from);
  const restB = b.slice(from);
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
