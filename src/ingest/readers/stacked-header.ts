import { parseNumber } from '../../money/parse.ts';
import { hasEnumerator, wordingOf } from '../wording.ts';

export type StackedRole = 'code' | 'part' | 'name' | 'line_no' | 'amount';

/** Labels and the amounts beside them, as places in a row. */
export interface StackedBlock {
  labels: readonly number[];
  amounts: readonly number[];
  /** The heading above the whole block, '' where there is none. */
  heading: string;
}

/** What the header of a table says of its columns. */
export interface StackedHeader {
  roles: readonly StackedRole[];
  blocks: readonly StackedBlock[];
  /** The levels of the header, every heading in the first of its columns. */
  levels: readonly string[][];
  /** "栏次 1 2 …" in its columns; null where the table does not number them. */
  numbers: readonly string[] | null;
  /** How many cells that are not blank it takes. */
  length: number;
}

interface Heading {
  text: string;
  under: Heading[];
}

/** Longer headers are none. */
const MOST_HEADINGS = 40;

/** The header at the beginning of `cells`, none of them blank; null where what they say of the columns is not certain. */
export function headerOf(cells: readonly string[]): StackedHeader | null {
  let run = cells.findIndex((cell) => isNumberCell(cell) || hasEnumerator(cell));
  if (run < 0) run = cells.length;
  if (run < 2) return null;
  run = Math.min(run, MOST_HEADINGS);
  // The label of the first row may read like a heading: "合计", and then its amounts.
  for (const length of [run, run - 1]) {
    // A column is no row: with its numbers behind it, the label of the first row is lost.
    if (length < run && /(?:预算|决算)数|金额/.test(wordingOf(cells[length]!))) continue;
    const words = cells.slice(0, length);
    const isNumbered = /^[栏列]次$/.test(wordingOf(words.at(-1) ?? ''));
    const headings = isNumbered ? words.slice(0, -1) : words;
    const tree = treeOf(headings);
    if (!tree) continue;
    const header = laidOut(tree, headings.length);
    const numbered = withNumbers(header, cells);
    if (!numbered) continue;
    const next = cells[numbered.length];
    const hasLabels = numbered.blocks.some(({ labels }) => labels.length > 0);
    const beginsRow = next === undefined || !hasLabels || !isNumberCell(next) || isCode(next);
    if (beginsRow) return numbered;
  }
  return null;
}

/** A number, a dash or a rate: what the cell of an amount holds. */
export function isNumberCell(text: string): boolean {
  return /^[-‐‑‒–—―－─/]{1,2}$/.test(text) || parseNumber(text.replace(/[%％]$/, '')) !== null;
}

export function isCode(text: string): boolean {
  return /^(?:\d{3}|\d{5}|\d{7})$/.test(text);
}

const isCodeHeading = (text: string): boolean => /(?:编码|代码)$/.test(wordingOf(text));
const isNameHeading = (text: string): boolean => /名称$/.test(wordingOf(text));
const isItem = (text: string): boolean => /^项目(?:\(.*\))?$/.test(wordingOf(text));
const isSum = (text: string): boolean => /^(?:合计|小计|总计)$/.test(wordingOf(text));
const isPart = (text: string): boolean => /^[类款项]$/.test(wordingOf(text));
const leaf = (text: string): Heading => ({ text, under: [] });

/** Two headings alike beside each other: one of them is there once too often. */
const repeats = (words: readonly string[]): boolean => new Set(words.map(wordingOf)).size < words.length;

/** Headings of the forms, each read by its own rule; one that does not give back the cells in their order is not it. */
function treeOf(words: readonly string[]): Heading[] | null {
  for (const form of [twoSided, economic, bySubject, threePublic, byItem]) {
    const tree = form(words);
    if (tree && levelsOf(tree).flat().join('\n') === words.join('\n')) return tree;
  }
  return null;
}

/** "收入 支出", and under each of them "项目 行次 决算数". */
function twoSided(words: readonly string[]): Heading[] | null {
  const [one, two] = [words.findIndex(isItem), words.findLastIndex(isItem)];
  const groups = words.slice(0, Math.max(one, 0));
  if (one === two || words.filter(isItem).length !== 2 || groups.length !== 2) return null;
  if (!/收入/.test(groups[0]!) || !/支出/.test(groups[1]!) || words.some(isCodeHeading)) return null;
  const sides = [words.slice(one, two), words.slice(two)];
  if (sides.some((side) => side.length < 2 || repeats(side))) return null;
  return groups.map((text, at) => ({ text, under: sides[at]!.map(leaf) }));
}

/** "科目编码 科目名称 决算数" several times beside itself; the code may be split into 类 and 款. */
function economic(words: readonly string[]): Heading[] | null {
  const names = words.filter(isNameHeading).length;
  if (names < 2) return null;
  const size = words.length / names;
  const same = (row: readonly string[]): boolean =>
    row.every((text, at) => wordingOf(text) === wordingOf(row[at % (row.length / names)]!));
  if (size === 3 && isCodeHeading(words[0]!) && isNameHeading(words[1]!) && same(words)) return words.map(leaf);
  const rows = [words.slice(0, 3 * names), words.slice(3 * names, 4 * names), words.slice(4 * names)] as const;
  if (size !== 6 || !rows.every(same) || !isNameHeading(words[1]!) || !isCodeHeading(rows[1][0]!)) return null;
  if (!rows[2].every(isPart)) return null;
  return rows[0].map((text, at) =>
    at % 3 === 0
      ? { text, under: [{ text: rows[1][at / 3]!, under: rows[2].slice((2 * at) / 3, (2 * at) / 3 + 2).map(leaf) }] }
      : leaf(text),
  );
}

/** "项目 本年支出 …" above "科目编码 科目名称 小计 基本支出 项目支出", with or without 类, 款 and 项. */
function bySubject(words: readonly string[]): Heading[] | null {
  if (words.filter(isCodeHeading).length !== 1 || words.filter(isNameHeading).length !== 1) return null;
  const named = words.findIndex(isNameHeading);
  const code = named - 1;
  // "支出功能分类" may stand above "科目编码", which then comes after all headings of its level.
  const below = words.findIndex(isCodeHeading);
  const isSplit = below !== code;
  if (code < 0 || below < code || (isSplit && !/分类$/.test(wordingOf(words[code]!)))) return null;
  const parts = words.findIndex((text, at) => at > code && isPart(text) && words.slice(at).every(isPart));
  const under = words.slice(parts < 0 ? words.length : parts).map(leaf);
  const end = isSplit ? below : words.length - under.length;
  const coded: Heading = { text: words[code]!, under: isSplit ? [{ text: words[below]!, under }] : under };
  const inFront = isItem(words[0]!);
  if (inFront ? code < 2 : code !== 0) return null;
  const [tops, subs] = inFront
    ? [words.slice(1, code), words.slice(code + 2, end)]
    : [words.slice(2, end), [] as readonly string[]];
  const children = [{ tops, subs }, ...(inFront ? [] : splits(tops))];
  const columns = children.map((each) => withChildren(each.tops, each.subs)).find((each) => each !== null);
  if (!columns) return null;
  return [
    ...(inFront ? [{ text: words[0]!, under: [coded, leaf(words[named]!)] }] : [coded, leaf(words[named]!)]),
    ...columns,
  ];
}

/** Where no "项目" stands above the code, "小计" begins the second level. */
function splits(words: readonly string[]): Array<{ tops: readonly string[]; subs: readonly string[] }> {
  const at = words.findIndex((text, place) => place > 0 && isSum(text));
  return at < 0 ? [] : [{ tops: words.slice(0, at), subs: words.slice(at) }];
}

/** The second level stands under the only heading there is, or under the one that its words belong to. */
function withChildren(tops: readonly string[], subs: readonly string[]): Heading[] | null {
  if (tops.length === 0 || tops.some((text) => isItem(text) || /^[栏行]次$/.test(wordingOf(text)))) return null;
  if (repeats(tops) || repeats(subs)) return null;
  // A sum that is not the first of its level is one of a level of its own.
  if (tops.slice(1).some(isSum) || subs.slice(1).some(isSum)) return null;
  if (subs.length === 0) return tops.map(leaf);
  if (subs.length === 1) return null;
  const isStaff = subs.every((text) => isSum(text) || /人员|公用/.test(text));
  const parents = tops.filter((text) => (isStaff ? /^基本支出$/ : /^本年支出$/).test(wordingOf(text)));
  const parent = tops.length === 1 ? tops[0]! : parents.length === 1 && isSum(subs[0]!) ? parents[0]! : null;
  return parent === null ? null : tops.map((text) => (text === parent ? { text, under: subs.map(leaf) } : leaf(text)));
}

/** The components of the "三公" as headings: once, for 预算数 and 决算数 each, or with both under each of them. */
function threePublic(words: readonly string[]): Heading[] | null {
  const sums = words.flatMap((text, at) => (/^合计$/.test(wordingOf(text)) ? [at] : []));
  const times = sums.length;
  const first = sums[0] ?? -1;
  if (times < 1 || times > 2 || first > 3) return null;
  const roots = words.slice(0, first);
  const main = words.slice(first, first + 4 * times);
  const below = words.slice(first + 4 * times, first + 7 * times);
  const pairs = words.slice(first + 7 * times);
  const groups = Array.from({ length: times }, (_, at) => ({
    main: main.slice(4 * at, 4 * at + 4),
    below: below.slice(3 * at, 3 * at + 3),
  }));
  const isWhole = groups.every(
    ({ main: four, below: three }) =>
      isSum(four[0] ?? '') &&
      four.filter((text) => /出国/.test(text)).length === 1 &&
      four.filter((text) => /接待/.test(text)).length === 1 &&
      four.filter((text) => /购置.*运行/.test(text)).length === 1 &&
      /^小计$/.test(wordingOf(three[0] ?? '')) &&
      three.filter((text) => /购置/.test(text)).length === 1 &&
      three.filter((text) => /运行/.test(text)).length === 1,
  );
  const years = pairs.slice(0, 2).map(wordingOf);
  const isPaired = pairs.length === 12 && times === 1 && years[0] !== years[1];
  if (!isWhole || (pairs.length > 0 && !(isPaired && pairs.every((text, at) => wordingOf(text) === years[at % 2])))) {
    return null;
  }
  let pair = 0;
  const under = (): Heading[] => (isPaired ? [leaf(pairs[pair++]!), leaf(pairs[pair++]!)] : []);
  // Beside the parts of the vehicles the other components reach down over their level.
  const down = (): Heading[] => (isPaired ? [{ text: '', under: under() }] : []);
  const trees = groups.map(({ main: four, below: three }) =>
    four.map((text) =>
      /购置.*运行/.test(text)
        ? { text, under: three.map((part) => ({ text: part, under: under() })) }
        : { text, under: down() },
    ),
  );
  if (times === 1) {
    if (roots.length === 0) return trees[0]!;
    const own = roots.filter((text) => /三公/.test(text));
    if (own.length !== 1 || (roots.length > 1 && isPaired)) return null;
    return roots.map((text) => (text === own[0] ? { text, under: trees[0]! } : leaf(text)));
  }
  const years2 = roots.slice(-2);
  if (roots.length < 2 || years2[0] === years2[1]) return null;
  const both = years2.map((text, at) => ({ text, under: trees[at]! }));
  return roots.length === 2 ? both : /三公/.test(roots[0]!) ? [{ text: roots[0]!, under: both }] : null;
}

/** "项目 预算数 决算数". */
function byItem(words: readonly string[]): Heading[] | null {
  const [first, ...rest] = words;
  const values = /^行次$/.test(wordingOf(rest[0] ?? '')) ? rest.slice(1) : rest;
  if (!isItem(first ?? '') || values.length === 0 || values.length > 8 || values.slice(1).some(isSum)) return null;
  const isValue = (text: string): boolean =>
    /数(?:\(.*\))?$|^金额(?:\(.*\))?$|^(?:合计|小计)$|支出$|增减|(?:比例?|率)(?:\(.*\))?%?$|差额/.test(wordingOf(text));
  return values.every(isValue) && !repeats(words) ? words.map(leaf) : null;
}

function levelsOf(tree: readonly Heading[]): string[][] {
  const levels: string[][] = [];
  let level: readonly Heading[] = tree;
  while (level.length > 0) {
    levels.push(level.map(({ text }) => text).filter((text) => text !== ''));
    level = level.flatMap(({ under }) => under);
  }
  return levels;
}

function laidOut(tree: readonly Heading[], length: number): StackedHeader {
  const leaves: string[] = [];
  const places: Array<{ level: number; column: number; text: string }> = [];
  const tops: string[] = [];
  const walk = (heading: Heading, level: number, top: string): void => {
    places.push({ level, column: leaves.length, text: heading.text });
    if (heading.under.length === 0) {
      leaves.push(heading.text);
      tops.push(level > 0 ? top : '');
    }
    for (const each of heading.under) walk(each, level + 1, top);
  };
  for (const heading of tree) walk(heading, 0, heading.text);
  const levels = levelsOf(tree).map(() => leaves.map(() => ''));
  for (const { level, column, text } of places) levels[level]![column] = text;
  const roles = leaves.map(roleOf);
  const blocks: Array<{ labels: number[]; amounts: number[]; heading: string }> = [];
  roles.forEach((role, at) => {
    const open = blocks.at(-1);
    const begins = !open || (role !== 'amount' && open.amounts.length > 0);
    const block = begins ? { labels: [], amounts: [], heading: tops[at]! } : open;
    if (begins) blocks.push(block);
    (role === 'amount' ? block.amounts : block.labels).push(at);
  });
  return { roles, blocks, levels, numbers: null, length };
}

function roleOf(text: string): StackedRole {
  if (isPart(text)) return 'part';
  if (isCodeHeading(text)) return 'code';
  if (isNameHeading(text) || isItem(text)) return 'name';
  return /^行次$/.test(wordingOf(text)) ? 'line_no' : 'amount';
}

/** The header with the numbers of its columns, where there are any; null where they are not those of its columns. */
function withNumbers(header: StackedHeader, cells: readonly string[]): StackedHeader | null {
  const numbers = header.roles.map(() => '');
  let at = header.length;
  let count = 0;
  const isLabelled = /^[栏列]次$/.test(wordingOf(cells[at] ?? ''));
  const amounts = header.roles.filter((role) => role === 'amount').length;
  const isBare = !isLabelled && amounts >= 3 && ['1', '2', '3'].every((text, place) => cells[at + place] === text);
  // Numbers of columns that are not those of these columns.
  const counts = (text: string | undefined, place: number): boolean => text === String(place);
  const isTorn = [1, 2, 3, 4].some((place) =>
    [0, 1, 2, 3].some((n) => [0, 1, 2].every((each) => counts(cells[at + n + each], place + each))),
  );
  if (!isLabelled && !isBare) return isTorn ? null : header;
  for (const block of header.blocks) {
    if (/^[栏列]次$/.test(wordingOf(cells[at] ?? ''))) {
      if (block.labels.length === 0) return null;
      numbers[block.labels[0]!] = cells[at]!;
      at += 1;
    }
    for (const column of block.amounts) {
      count += 1;
      if (!new RegExp(`^${count}(?:=.*)?$`).test(wordingOf(cells[at] ?? ''))) return null;
      numbers[column] = cells[at]!;
      at += 1;
    }
  }
  if (cells[at] === String(count + 1) || /^[栏列]次$/.test(wordingOf(cells[at] ?? ''))) return null;
  return { ...header, numbers, length: at };
}
