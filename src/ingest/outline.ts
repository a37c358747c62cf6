import type { StatementId } from './disclosure.ts';
import { annexNumber, divisionTitle, headingAt, numberedHeading } from './headings.ts';
import { narrativeRanges } from './narrative-place.ts';
import type { Line, Part } from './part.ts';
import { closeUp } from './wording.ts';

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
    } else if (narrative.some(({ end }) => index === end)) {
      open(other(closeUp(line.text).slice(0, 40)));
    } else {
      const range = narrative.find(({ from, end }) => index >= from && index < end);
      const section = range && numberedHeading(line);
      if (range?.from === index) {
        order = 0;
        open(
          range.hasPreamble ? { ...other(range.title), id: 'narrative-说明', kind: 'narrative' } : other(range.title),
        );
      } else if (section && continuesSections(section, order)) {
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

/** Lists inside a section start again at 一; the next section has the next number, or leaves out those without data. */
function continuesSections({ order, title }: { order: number; title: string }, last: number): boolean {
  return order === last + 1 || (last > 0 && order > last && (order === last + 2 || /(?:情况|说明)$/.test(title)));
}

const ANNEX_NAMES: Partial<Record<StatementId, string>> = {
  performance_base: '基础数据表',
  overall_evaluation: '整体支出绩效自评表',
  project_evaluation: '项目支出绩效自评表',
};

function other(title: string): Omit<Draft, 'lines'> {
  return { id: 'other', title, kind: 'other', statement: null, no: null };
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
