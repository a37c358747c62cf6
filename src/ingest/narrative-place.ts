import { divisionTitle, headingAt, isDivision, nextFilled, numberedHeading, restOfTitle } from './headings.ts';
import type { Line } from './part.ts';
import { closeUp, wordingOf } from './wording.ts';

/** Lines from its title up to `end` in which the narrative stands. */
export interface NarrativeRange {
  from: number;
  end: number;
  title: string;
  /** Whole sentences stand before the first numbered section: the whole explanation of some budgets. */
  hasPreamble: boolean;
}

/** Titles without a division above them: "2025年部门预算编制说明", "…决算情况说明", "其他相关情况说明". */
const TITLE =
  /^(?:20\d\d年度?)?[^、。，]*(?:决算|预算)[^、。，]*说明$|^其他(?:相关|重要)?(?:事项|情况)*的?(?:情况)?说明$/;
/** What follows the narrative without a division of its own; a project's amounts are not the department's. */
const AFTER = /^(?:[一二三四五六七八九十]+、)?(?:(?:专业)?名词解释|项目(?:支出|经费)?(?:绩效)?(?:情况)?说明)$/;
const TABLE = /^(?:20\d\d年度?)?[^、。，；：:]{0,30}(?:预算|决算|收支)[^、。，；：:]{0,20}表$/;

/**
 * Where the explanation of the statements stands: a division, or a title, that speaks of 情况说明 and is followed by whole
 * sentences. A table of contents has the same headings and no sentences.
 */
export function narrativeRanges(lines: readonly Line[]): NarrativeRange[] {
  const ranges: NarrativeRange[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const title = narrativeTitle(lines, index);
    if (title === null) continue;
    const end = endOf(lines, index);
    const inside = lines.slice(index, end);
    if (inside.filter((line) => /。/.test(line.text)).length >= 2) {
      const first = inside.findIndex((line) => numberedHeading(line)?.order === 1);
      const before = first < 0 ? inside : inside.slice(0, first);
      ranges.push({ from: index, end, title, hasPreamble: before.some((line) => /。/.test(line.text)) });
    }
    index = Math.max(index, end - 1);
  }
  return ranges;
}

function narrativeTitle(lines: readonly Line[], index: number): string | null {
  const line = lines[index]!;
  if (line.text === '') return null;
  if (isDivision(line)) {
    const title = divisionTitle(lines, index);
    return /说明/.test(title) ? title : null;
  }
  if (line.cells.filter((cell) => cell !== '').length !== 1) return null;
  const own = wordingOf(line.text);
  if (own.length > 40) return null;
  if (TITLE.test(own)) return AFTER.test(own) ? null : closeUp(line.text);
  if (!/决算|预算/.test(own) || /[、。，：:]/.test(own)) return null;
  const rest = restOfTitle(lines[nextFilled(lines, index)]);
  return rest !== '' && TITLE.test(own + rest) ? closeUp(line.text) + rest : null;
}

function endOf(lines: readonly Line[], start: number): number {
  let end = start + 1;
  while (end < lines.length && !endsNarrative(lines, end)) end += 1;
  return end;
}

function endsNarrative(lines: readonly Line[], index: number): boolean {
  const line = lines[index]!;
  if (line.text === '') return false;
  if (isDivision(line) || headingAt(lines, index) !== null) return true;
  const text = closeUp(line.text);
  // A table that no recogniser knows is still no prose.
  if (TABLE.test(wordingOf(line.text)) && line.cells.filter((cell) => cell !== '').length === 1) return true;
  return AFTER.test(text) || /^其他(?:相关|重要)?(?:事项|情况)*的?(?:情况)?说明$/.test(text);
}
