import type { Line, Part } from './part.ts';
import { nextFilled } from './headings.ts';
import { closeUp, wordingOf, yearsIn } from './wording.ts';

/** What a document says it is. */
export interface Cover {
  /** Title as published, closed up. */
  title: string;
  year: number | null;
  /** All years that titles name, in reading order: more than one means that the document is not sure itself. */
  years: number[];
  body: string | null;
  kind: 'final_accounts' | 'budget' | null;
}

const TAIL = '(?:信息)?(?:公开)?(?:情况|说明|报告|草案|表|文本|\\(.*\\))*';
const YEAR_FIRST = new RegExp(`^(20\\d\\d)年(?:度)?(.{2,60}?)(?:部门|单位)?(决算|预算)${TAIL}$`);
const BODY_FIRST = new RegExp(`^(.{2,60}?)(20\\d\\d)年(?:度)?(?:部门|单位)?(决算|预算)${TAIL}$`);

/** Lines that may carry the title: up to the table of contents or the first division. */
const COVER_LINES = 12;

/**
 * Title, year, body and kind from the cover; where the cover leaves one out, from the heads of the statements ("部门：…",
 * "2024年度收入支出决算总表") and of the narrative.
 */
export function coverOf(lines: readonly Line[], parts: readonly Part[]): Cover {
  const cover = coverLines(lines);
  const titled = titleOf(cover);
  const headings = parts.filter((part) => part.kind !== 'annex').map((part) => part.title);
  const coverYears = distinct(cover.filter((text) => /决算|预算|^20\d\d年度?$/.test(text)).flatMap(yearsIn));
  const years =
    coverYears.length > 0 ? coverYears : distinct(headings.filter((title) => /决算/.test(title)).flatMap(yearsIn));
  const body = titled?.body ?? bodyOfStatements(parts);
  const kind = titled?.kind ?? kindOf([...cover, ...headings]);
  return {
    title: titled?.title ?? (cover.join('') || '（无标题）'),
    year: years.length === 1 ? years[0]! : null,
    years,
    body,
    kind,
  };
}

function coverLines(lines: readonly Line[]): string[] {
  const texts: string[] = [];
  for (let at = nextFilled(lines, -1); at < lines.length && texts.length < COVER_LINES; at = nextFilled(lines, at)) {
    const text = wordingOf(lines[at]!.text);
    if (/^目录|^第[一二三四五六七八九十]+部分|^[一二三四五六七八九十]+、/.test(text) || lines[at]!.cells.length > 2)
      break;
    texts.push(text);
  }
  return texts;
}

/** The shortest run of lines that reads as "2024年度……部门决算" or "……2024年度部门决算". */
function titleOf(cover: readonly string[]): Pick<Cover, 'title' | 'body' | 'kind'> | null {
  for (let length = 1; length <= 4; length += 1) {
    for (let from = 0; from + length <= cover.length; from += 1) {
      const title = cover.slice(from, from + length).join('');
      const yearFirst = YEAR_FIRST.exec(title);
      const bodyFirst = BODY_FIRST.exec(title);
      const named = yearFirst
        ? { body: yearFirst[2]!, word: yearFirst[3] }
        : bodyFirst && { body: bodyFirst[1]!, word: bodyFirst[3] };
      if (named && !/^(?:部门|单位|本部门|度)$/.test(named.body)) {
        const body = named.body.replace(/^度/, '').replace(/(?:部门|单位)$/, '');
        return { title, body, kind: named.word === '决算' ? 'final_accounts' : 'budget' };
      }
    }
  }
  return null;
}

/** "部门：株洲市……", "编制单位：……" above a statement. */
function bodyOfStatements(parts: readonly Part[]): string | null {
  for (const part of parts.filter(({ kind }) => kind === 'statement')) {
    for (const line of part.lines) {
      for (const cell of line.cells) {
        const named = /^(?:编制|填报|公开)?(?:部门|单位)(?:名称)?[:：](.{3,40})$/.exec(closeUp(cell))?.[1];
        if (named && !/^(?:人民币)?(?:百?万|亿|千)?元$/.test(named)) return named;
      }
    }
  }
  return null;
}

function kindOf(texts: readonly string[]): Cover['kind'] {
  const finals = texts.filter((text) => /决算/.test(text)).length;
  const budgets = texts.filter((text) => /预算/.test(text) && !/决算/.test(text)).length;
  if (finals === 0 && budgets === 0) return null;
  return finals >= budgets ? 'final_accounts' : 'budget';
}

function distinct(years: readonly number[]): number[] {
  return [...new Set(years)];
}
