import { hasEnumerator } from '../wording.ts';
import { isCode, isNumberCell, type StackedHeader, type StackedRole } from './stacked-header.ts';
import { isTotal } from './stacked-rows.ts';

/** A label and the numbers that follow it, of a table whose blank cells are lost. */
export interface StackedGroup {
  from: number;
  length: number;
  /** Parts of the code: one, or those of 类, 款 and 项. */
  codes: readonly string[];
  name: string;
  lineNo: string;
  amounts: readonly string[];
}

/** From so many characters on a name may go on in the next line. */
const WRAPS = 7;

/** Labels with the numbers after them; `cells` are none of them blank. */
export function groupsOf(cells: readonly string[], header: StackedHeader): StackedGroup[] {
  const groups: StackedGroup[] = [];
  const isNumbered = header.roles.includes('line_no');
  const isWords = (at: number): boolean => at < cells.length && !isNumberCell(cells[at]!);
  let at = 0;
  while (at < cells.length) {
    const from = at;
    const codes = codesAt(cells, at, header);
    at += codes.length;
    let name = '';
    if (isWords(at)) {
      name = cells[at]!;
      at += 1;
      const mayWrap = codes.length > 0 || (!header.roles.some(isOfCode) && hasEnumerator(name));
      while (mayWrap && isWords(at) && goesOn(name, cells[at]!, cells[at - 1]!)) {
        name += cells[at]!;
        at += 1;
      }
    }
    let lineNo = '';
    if (isNumbered && /^\d{1,3}$/.test(cells[at] ?? '')) {
      lineNo = cells[at]!;
      at += 1;
    }
    const first = at;
    while (at < cells.length && !isWords(at) && codesAt(cells, at, header).length === 0) {
      // A number of a line begins the next group where the name before it is blank.
      if (header.blocks.length > 1 && lineNo !== '' && isNext(cells, at, groups, lineNo)) break;
      at += 1;
    }
    groups.push({ from, length: at - from, codes, name, lineNo, amounts: cells.slice(first, at) });
  }
  return groups;
}

/** "201", "2010601" or "201 06 01", with words after it; nothing where no code begins. */
function codesAt(cells: readonly string[], at: number, { roles }: StackedHeader): string[] {
  const parts = roles.indexOf('part') < 0 ? 0 : roles.findIndex((role, place) => role !== 'part' && place > 0);
  const first = cells[at] ?? '';
  if (parts === 0) {
    if (!roles.includes('code')) return [];
    const isNamed = at + 1 < cells.length && !isNumberCell(cells[at + 1]!) && !isTotal(cells[at + 1]!);
    return isCode(first) && isNamed ? [first] : [];
  }
  if (!/^\d{3}$/.test(first)) return [];
  let end = at + 1;
  while (end < at + parts && /^(?:0?[1-9]|[1-9]\d)$/.test(cells[end] ?? '')) end += 1;
  const isNamed = end < cells.length && !isNumberCell(cells[end]!) && !isTotal(cells[end]!);
  return isNamed ? cells.slice(at, end) : [];
}

/** The second half of a name: the first is as long as a cell and no whole name, and the second begins nothing of its own. */
function goesOn(name: string, next: string, line: string): boolean {
  const isLong = name.length >= WRAPS && line.length >= WRAPS && !/(?:支出|收入|费)$/.test(line);
  return isLong && !hasEnumerator(next) && !isTotal(next) && !/结[转余]/.test(next);
}

function isOfCode(role: StackedRole): boolean {
  return role === 'code' || role === 'part';
}

/** Whether the number at a place is that of the line which follows on `lineNo` on the other side, or on the one before. */
function isNext(cells: readonly string[], at: number, groups: readonly StackedGroup[], lineNo: string): boolean {
  const number = Number(cells[at]);
  const before = groups.at(-1)?.lineNo ?? '';
  if (!/^\d{1,3}$/.test(cells[at]!) || before === '') return false;
  return number === Number(before) + 1 && number !== Number(lineNo) + 1;
}
