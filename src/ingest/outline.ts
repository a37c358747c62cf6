import type { StatementId } from './disclosure.ts';
import { annexNumber, headingAt, isDivision, nextFilled, numberedHeading } from './headings.ts';
import type { Line, Part } from './part.ts';
import { closeUp, wordingOf } from './wording.ts';

interface Draft {
  id: string;
  title: string;
  kind: Part['kind'];
  statement: StatementId | null;
  no: string | null;
  lines: Line[];
}

/**
 * Cuts a document into the parts that one recogniser each reads: statements by title and header, the numbered sections
 * of the narrative, annex tables and reports; whatever is left is 'other'. Every line is in exactly one part.
 */
export function outline(lines: readonly Line[]): Part[] {
  const narrative = narrativeRanges(lines);
  const drafts: Draft[] = [];
  let order = 0;
  const open = (draft: Omit<Draft, 'lines'>): Draft => {
    const opened = { ...draft, lines: [] };
    drafts.push(opened);
    return opened;
  };

  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!;
    const heading = headingAt(lines, index);
    const current = drafts.at(-1);
    if (heading?.kind === 'division') {
      order = 0;
      open(other(divisionTitle(lines, index)));
    } else if (heading?.kind === 'statement') {
      // A title repeated on the next page continues its statement.
      if (current?.statement !== heading.statement) {
        open({ ...other(heading.title), id: heading.statement, kind: 'statement', statement: heading.statement });
      }
    } else if (heading?.kind === 'annex') {
      const no = numberAbove(lines, index);
      const id = no ?? `${ANNEX_NAMES[heading.statement] ?? '附件'}`;
      const opened = open({ id: `annex-${id}`, title: heading.title, kind: 'annex', statement: heading.statement, no });
      if (no !== null) moveNumber(drafts, opened);
    } else if (heading?.kind === 'report') {
      open({ ...other(heading.title), id: 'report', kind: 'annex' });
    } else if (narrative.some(([from, to]) => index >= from && index < to)) {
      const section = numberedHeading(line);
      // Lists inside a section start again at 一; the next section has the next number.
      if (section && (section.order === order + 1 || (order > 0 && section.order === order + 2))) {
        order = section.order;
        open({ ...other(section.title), id: `narrative-${section.no}`, kind: 'narrative', no: section.no });
      }
    }
    if (drafts.length === 0) {
      if (line.text === '') continue;
      open(other(closeUp(line.text).slice(0, 40)));
    }
    drafts.at(-1)!.lines.push(line);
  }
  return named(drafts.filter((draft) => draft.lines.some((line) => line.text !== '')));
}

const ANNEX_NAMES: Partial<Record<StatementId, string>> = {
  performance_base: '基础数据表',
  overall_evaluation: '整体支出绩效自评表',
  project_evaluation: '项目支出绩效自评表',
};

function other(title: string): Omit<Draft, 'lines'> {
  return { id: 'other', title, kind: 'other', statement: null, no: null };
}

/** A division's own words, or the next line's where "第三部分" stands alone. */
function divisionTitle(lines: readonly Line[], index: number): string {
  const own = closeUp(lines[index]!.text);
  const next = lines[nextFilled(lines, index)];
  return /部分$/.test(own) && next && !isDivision(next) ? `${own} ${closeUp(next.text)}` : own;
}

/**
 * Where the explanation of the statements stands: a division, or a title, that speaks of 情况说明 and is followed by whole
 * sentences. A table of contents has the same headings and no sentences.
 */
function narrativeRanges(lines: readonly Line[]): Array<[number, number]> {
  const starts = lines.flatMap((line, index) => {
    const title = isDivision(line) ? divisionTitle(lines, index) : wordingOf(line.text);
    const isTitle =
      isDivision(line) || (title.length <= 40 && /^(?:20\d\d年度?)?[^、。]*决算[^、。]*说明$/.test(title));
    return isTitle && /说明/.test(title) ? [index] : [];
  });
  return starts.flatMap((start): Array<[number, number]> => {
    let end = start + 1;
    while (end < lines.length && !endsNarrative(lines, end)) end += 1;
    const sentences = lines.slice(start, end).filter((line) => /。/.test(line.text)).length;
    return sentences >= 2 ? [[start, end]] : [];
  });
}

function endsNarrative(lines: readonly Line[], index: number): boolean {
  const line = lines[index]!;
  if (isDivision(line)) return true;
  const heading = headingAt(lines, index);
  return heading !== null || /^(?:[一二三四五六七八九十]+、)?(?:专业)?名词解释$/.test(closeUp(line.text));
}

/** The number of an annex on one of the lines between the last part's text and the annex's title. */
function numberAbove(lines: readonly Line[], index: number): string | null {
  for (let at = index - 1, seen = 0; at >= 0 && seen < 3; at -= 1) {
    const line = lines[at]!;
    if (line.text === '') continue;
    seen += 1;
    const number = annexNumber(line);
    if (number !== null) return number;
    if (line.cells.length > 1 || /。/.test(line.text)) return null;
  }
  return null;
}

/** The line "附件 4—1" stands above the title and belongs to the annex it opens. */
function moveNumber(drafts: Draft[], opened: Draft): void {
  const before = drafts[drafts.indexOf(opened) - 1];
  if (!before) return;
  const from = before.lines.findLastIndex((line) => annexNumber(line) !== null);
  if (from >= 0) opened.lines.push(...before.lines.splice(from));
}

/** Parts with unique ids: 'other' and reports are counted, a number used twice is told apart by "(2)". */
function named(drafts: readonly Draft[]): Part[] {
  const uses = new Map<string, number>();
  return drafts.map((draft) => {
    const use = (uses.get(draft.id) ?? 0) + 1;
    uses.set(draft.id, use);
    const counted = draft.id === 'other' || draft.id === 'report';
    const id = counted ? `${draft.id}-${use}` : use > 1 ? `${draft.id}(${use})` : draft.id;
    return { ...draft, id };
  });
}
