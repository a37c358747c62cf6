import type { StatementId } from './disclosure.ts';
import type { Line } from './part.ts';
import { statementOfTitle } from './statement-title.ts';
import { chineseNumber, closeUp, wordingOf } from './wording.ts';

export type Heading =
  | { kind: 'division'; title: string }
  | { kind: 'statement'; title: string; statement: StatementId }
  | { kind: 'annex'; title: string; statement: StatementId }
  | { kind: 'report'; title: string };

const ANNEX_TABLES: ReadonlyArray<readonly [RegExp, StatementId]> = [
  [/整体支出.*基础数据表$/, 'performance_base'],
  [/整体支出.*自评表$/, 'overall_evaluation'],
  [/项目(?:支出)?.*自评表$/, 'project_evaluation'],
];

const HEADER_WORD = /项目|科目|行次|栏次|决算数|预算数|金额|合计|小计|名称|人员|指标|收入|支出/;
const NO_DATA =
  /本表(?:无|没有)数据|本表为空|空表|无此(?:项|类)|(?:没有|无).{0,30}(?:收入|支出|安排|拨款|预算).{0,30}$/;

/** "第三部分 …": the divisions of a disclosure. */
export function isDivision(line: Line): boolean {
  const cells = filled(line);
  // Spaces between "第三部分" and its words may look like those between two cells.
  const isTorn = cells.length === 2 && /部分$/.test(closeUp(cells[0]!)) && !/^[\d.…]+$/.test(closeUp(cells[1]!));
  return /^第[一二三四五六七八九十]{1,3}部分/.test(wordingOf(line.text)) && (cells.length === 1 || isTorn);
}

/** A division's own words; with the next line where "第三部分" stands alone or "…情况" / "说明" runs over two. */
export function divisionTitle(lines: readonly Line[], index: number): string {
  const own = closeUp(lines[index]!.text);
  const next = lines[nextFilled(lines, index)];
  if (!next || isDivision(next)) return own;
  if (/部分$/.test(own)) return `${own} ${closeUp(next.text)}`;
  return /说明$/.test(own) ? own : own + restOfTitle(next);
}

/** The second line of a title that speaks of 情况说明, or nothing. */
export function restOfTitle(next: Line | undefined): string {
  const text = next ? closeUp(next.text) : '';
  return /^[^、。，]{0,10}说明$/.test(text) ? text : '';
}

/** "一、收入支出决算总体情况说明" → 1 and its title; null for other lines and for whole sentences. */
export function numberedHeading(line: Line): { no: string; order: number; title: string } | null {
  if (filled(line).length !== 1) return null;
  const match = /^([一二三四五六七八九十]{1,3})、(.+)$/.exec(closeUp(line.text));
  const order = match ? chineseNumber(match[1]!) : null;
  if (!match || order === null || match[2]!.length > 50 || /[。；：:]$/.test(match[2]!)) return null;
  return { no: match[1]!, order, title: match[2]! };
}

/**
 * The heading at `index`, or null. A table's title counts only where the table follows: its header row comes before any
 * other title, or a note says that there are no data. That keeps tables of contents and lists of annexes out.
 */
export function headingAt(lines: readonly Line[], index: number): Heading | null {
  const line = lines[index]!;
  if (line.text === '') return null;
  if (isDivision(line)) return { kind: 'division', title: closeUp(line.text) };
  for (const { title, last } of titlesAt(lines, index)) {
    const statement = statementOfTitle(title);
    if (statement && tableFollows(lines, last)) return { kind: 'statement', title: closeUp(title), statement };
    const annex = annexTable(title);
    if (annex && tableFollows(lines, last)) return { kind: 'annex', title: closeUp(title), statement: annex };
    if (isReportTitle(title) && !namesTable(lines, nextFilled(lines, last))) {
      return { kind: 'report', title: closeUp(title) };
    }
  }
  return null;
}

/** "附件 4—1" → "附件4—1"; null for lines that are more than the number of an annex. */
export function annexNumber(line: Line): string | null {
  const match = /^(附(?:件|表)(?:[一二三四五六七八九十]+|\d+(?:[-—–－‐]\d+)?))[:：]?$/.exec(closeUp(line.text));
  return match ? match[1]! : null;
}

export function filled(line: Line): string[] {
  return line.cells.filter((cell) => cell !== '');
}

/** The title of a line, and of a line together with the next where a title runs over two; `last` is its last line. */
function titlesAt(lines: readonly Line[], index: number): Array<{ title: string; last: number }> {
  const alone = titleCell(lines[index]!);
  if (alone === null) return [];
  const titles = [{ title: alone, last: index }];
  const next = nextFilled(lines, index);
  const second = lines[next] && titleCell(lines[next]);
  const isOpen = alone.length <= 40 && !/[表：:。，]$|^公开/.test(alone) && /决算|自评|绩效|预算|财政/.test(alone);
  // Together first: the second half of a split title may itself read like the title of another statement.
  if (second && isOpen && second.length <= 40 && /表$|报告$/.test(closeUp(second))) {
    titles.unshift({ title: alone + second, last: next });
  }
  return titles;
}

function titleCell(line: Line): string | null {
  const cells = filled(line).filter(
    (cell) => !/^\(?公开\d+表\)?$|^(?:金额)?单位:|^(?:编制)?(?:部门|单位)(?:名称)?:/.test(wordingOf(cell)),
  );
  return cells.length === 1 && !/^[-•]\s/.test(cells[0]!) ? cells[0]! : null;
}

function annexTable(title: string): StatementId | null {
  const wording = wordingOf(title);
  if (wording.length > 50 || /^[一二三四五六七八九十\d]+[、.]/.test(wording)) return null;
  return ANNEX_TABLES.find(([pattern]) => pattern.test(wording))?.[1] ?? null;
}

function isReportTitle(title: string): boolean {
  const wording = wordingOf(title);
  return wording.length <= 60 && /绩效.*自?评.*报告$/.test(wording) && !/^[一二三四五六七八九十\d]+[、.]/.test(wording);
}

/** How far below its title a table may begin; page furniture, unit, body and number of the form stand between. */
const REACH = 8;

function tableFollows(lines: readonly Line[], index: number): boolean {
  let at = index;
  for (let step = 0; step < REACH; step += 1) {
    at = nextFilled(lines, at);
    const line = lines[at];
    if (!line) return false;
    if (namesTable(lines, at)) return false;
    const cells = filled(line);
    if (cells.length >= 2 && cells.some((cell) => HEADER_WORD.test(wordingOf(cell)))) return true;
    if (cells.length === 1 && line.cells.length >= 3 && HEADER_WORD.test(wordingOf(cells[0]!))) return true;
    if (NO_DATA.test(closeUp(line.text).replace(/[。；]$/, ''))) return true;
  }
  return false;
}

function namesTable(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (!line) return false;
  const title = titleCell(line);
  return (
    title !== null &&
    (statementOfTitle(title) !== null ||
      annexTable(closeUp(title).replace(/^[一二三四五六七八九十\d]+[、.]/, '')) !== null)
  );
}

export function nextFilled(lines: readonly Line[], index: number): number {
  let at = index + 1;
  while (at < lines.length && lines[at]!.text === '') at += 1;
  return at;
}
