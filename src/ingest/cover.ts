import type { Body, Disclosure } from './disclosure.ts';
import { nextFilled } from './headings.ts';
import type { Line, Part } from './part.ts';
import { closeUp, wordingOf, yearsIn } from './wording.ts';

/** What a document says it is. */
export interface Cover {
  /** Title as published, closed up. */
  title: string;
  year: number | null;
  /** All years that titles name, in reading order: more than one means that the document is not sure itself. */
  years: number[];
  body: string | null;
  /** "…单位决算", "…局本级": the account of one unit, which looks like a department's. */
  level: Body['body_level'];
  kind: Disclosure['kind'] | null;
}

const TAIL = '(?:信息)?(?:公开)?(?:情况|说明|报告|草案|表|文本|\\(.*\\))*';
const SCOPE = '(?:(?:省|市|区|县)级)?(?:部门|单位)?';
const YEAR_FIRST = new RegExp(`^(20\\d\\d)年(?:度)?(.{2,60}?)${SCOPE}(决算|预算)${TAIL}$`);
const BODY_FIRST = new RegExp(`^(.{2,60}?)(20\\d\\d)年(?:度)?${SCOPE}(决算|预算)${TAIL}$`);
/** "预算主管部门：…", "部门：…", "编制单位：…"; a unit of money may follow on the same line. */
const NAMED_BODY = /^(?:(?:预算)?主管|编制|填报|公开)?(?:部门|单位)(?:名称)?[:：](.{3,40}?)(?:(?:金额)?单位[:：].*)?$/;

/** Lines that may carry the title: up to the table of contents or the first division. */
const COVER_LINES = 12;

/**
 * Title, year, body and kind from the cover; where the cover leaves one out, from the heads of the statements ("部门：…",
 * "2024年度收入支出决算总表") and of the narrative.
 */
export function coverOf(lines: readonly Line[], parts: readonly Part[]): Cover {
  const cover = coverLines(lines);
  const titled = titleOf(cover, lines);
  const headings = parts.filter((part) => part.kind !== 'annex').map((part) => part.title);
  const kind = titled?.kind ?? kindOf([...cover, ...headings]);
  const word = kind === 'budget' ? /预算/ : /决算/;
  const coverYears = distinct(cover.filter((text) => /决算|预算|^20\d\d年度?$/.test(text)).flatMap(yearsIn));
  const years =
    coverYears.length > 0 ? coverYears : distinct(headings.filter((title) => word.test(title)).flatMap(yearsIn));
  const title = titled?.title ?? (cover.join('') || '（无标题）');
  const body = namedBody(cover) ?? titled?.body ?? bodyOfStatements(parts);
  return {
    title,
    year: years.length === 1 ? years[0]! : null,
    years,
    body,
    level: /单位(?:决算|预算)/.test(title) || /[(（]?(?:本级|机关)[)）]?$/.test(body ?? '') ? 'unit' : 'department',
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

type Title = Pick<Cover, 'title' | 'kind'> & { body: string | null };

/**
 * The run of lines that reads as "2024年度……部门决算" or "……2024年度部门决算". The shortest, unless a longer one, whose name
 * begins on a line before, names a body that the rest of the document names too: long names take two lines of a cover.
 */
function titleOf(cover: readonly string[], lines: readonly Line[]): Title | null {
  const found: Title[] = [];
  for (let length = 1; length <= 5; length += 1) {
    for (let from = 0; from + length <= cover.length; from += 1) {
      const title = titleIn(cover.slice(from, from + length).join(''));
      if (title) found.push(title);
    }
  }
  const [shortest] = found;
  if (!shortest?.body) return shortest ?? null;
  const rest = lines
    .slice(cover.length)
    .map(({ text }) => wordingOf(text))
    .join('');
  const longer = found.filter(
    ({ body }) => body !== null && body.length > shortest.body!.length && body.endsWith(shortest.body!),
  );
  return longer.findLast(({ body }) => rest.includes(body!)) ?? shortest;
}

function titleIn(title: string): Title | null {
  const yearFirst = YEAR_FIRST.exec(title);
  const bodyFirst = BODY_FIRST.exec(title);
  const named = yearFirst
    ? { body: yearFirst[2]!, word: yearFirst[3] }
    : bodyFirst && { body: bodyFirst[1]!, word: bodyFirst[3] };
  if (!named || /^(?:部门|单位|本部门|度)$/.test(named.body)) return null;
  const body = named.body.replace(/^度/, '').replace(/(?:部门|单位)$/, '');
  // "上海市普陀区2024年区级部门预算" is of the whole district's departments; which one stands elsewhere.
  const isRegion = /^(?:.{2,}[省市区县州盟旗])$/.test(body) && /(?:省|市|区|县)级(?:部门|单位)/.test(title);
  return { title, body: isRegion ? null : body, kind: named.word === '决算' ? 'final_accounts' : 'budget' };
}

function namedBody(texts: readonly string[]): string | null {
  for (const text of texts) {
    const named = NAMED_BODY.exec(text)?.[1];
    if (named && !/^(?:人民币)?(?:百?万|亿|千)?元$/.test(named)) return named;
  }
  return null;
}

/** "部门：株洲市……", "编制单位：……" above a statement. */
function bodyOfStatements(parts: readonly Part[]): string | null {
  return namedBody(
    parts
      .filter(({ kind }) => kind === 'statement')
      .flatMap((part) => part.lines.flatMap((line) => line.cells.map((cell) => closeUp(cell)))),
  );
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
