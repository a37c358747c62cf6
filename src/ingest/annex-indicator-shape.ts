import { numberIn, type Row } from './annex-cells.ts';

/** Columns of the header 一级指标 … 得分. */
export interface IndicatorHeader {
  length: number;
  level_1: number;
  level_2: number;
  level_3: number;
  weight: number;
}

/** Which cell of one row holds what; null where the row has no such cell. */
export interface IndicatorShape {
  level_1: number | null;
  level_2: number | null;
  level_3: number | null;
  /** Cells between level 3 and what was achieved. */
  target: readonly number[];
  achieved: number | null;
  weight: number | null;
  score: number | null;
}

const LEVEL_1 = /^(?:产出|效益|效果|满意度|成本|投入|过程|管理|履职|决策)指标$/;
const LEVEL_2 =
  /^(?:数量|质量|时效|成本|(?:社会|经济|生态|生态环境|环境)(?:效益|成本)|可持续(?:影响|发展)|(?:服务对象|社会公众|受益对象|群众)?满意度)指标$/;
/** "(40分)": the points of a group of indicators, printed behind its name or, past a page break, alone. */
const POINTS = /\(\d+(?:\.\d+)?分\)$/;
/** Level names stand in the first columns; the words of a level-3 indicator may end in 指标 too. */
const LEVEL_COLUMNS = 4;
/** Level 2, level 3, target, achieved, weight. */
const COLUMNS_TO_WEIGHT = 4;

export function withoutPoints(words: string): string {
  return words.replace(POINTS, '') || words;
}

export function isLevel2Name(words: string): boolean {
  return LEVEL_2.test(words);
}

export function indicatorHeader(row: Row): IndicatorHeader | null {
  const level_1 = row.words.indexOf('一级指标');
  const found = (pattern: RegExp): number => row.words.findIndex((words) => pattern.test(words));
  const header = {
    length: row.cells.length,
    level_1,
    level_2: found(/^二级指标/),
    level_3: found(/^三级指标/),
    weight: found(/^分值|^权重/),
  };
  return level_1 < 0 || header.level_2 < 0 || header.level_3 < 0 || header.weight < 0 ? null : header;
}

/**
 * Reads where things stand in a row. Rows lose or gain empty cells where a page breaks and in merged cells, so weight and
 * score are the last two numbers and the levels are known by their names; the header tells the rest.
 */
export function indicatorShape(row: Row, header: IndicatorHeader): IndicatorShape {
  const levels = levelCells(row, header);
  const { level_1, level_2 } = levels;
  const scored = scoredCells(row, header, levels);
  const usualWeight = header.weight + Math.min(0, row.cells.length - header.length);
  const weightColumn = scored?.weight ?? Math.max(usualWeight, (level_2 ?? -COLUMNS_TO_WEIGHT) + COLUMNS_TO_WEIGHT);
  const afterLevels = Math.max(level_1 ?? -1, level_2 ?? -1) + 1;
  const texts = row.words.flatMap((words, index) =>
    index >= afterLevels && index < weightColumn && words !== '' ? [index] : [],
  );
  const level_3 = level3Cell(row, texts, { level_1, level_2 }, weightColumn);
  const rest = texts.filter((index) => level_3 === null || index > level_3);
  const achieved = rest.length > 1 || rest[0] === weightColumn - 1 ? rest.at(-1)! : null;
  return {
    level_1,
    level_2,
    level_3,
    target: rest.filter((index) => index !== achieved),
    achieved,
    weight: scored?.weight ?? null,
    score: scored && scored.weight + 1 < row.cells.length ? scored.weight + 1 : null,
  };
}

function level3Cell(row: Row, texts: readonly number[], levels: Levels, weightColumn: number): number | null {
  const usual =
    levels.level_2 !== null ? levels.level_2 + 1 : levels.level_1 !== null ? levels.level_1 + 2 : weightColumn - 3;
  // Two columns between level 2 and the weight are target and achieved: the row has no level 3.
  if (levels.level_2 !== null && weightColumn - usual < 3) return null;
  if (texts.length >= 3) return texts[0]!;
  if (row.words[usual] !== '' && texts.includes(usual)) return usual;
  const first = texts[0];
  return first !== undefined && first < usual ? first : null;
}

type Levels = Pick<IndicatorShape, 'level_1' | 'level_2'>;

/** The weight's cell: the score's is the next. */
function scoredCells(row: Row, header: IndicatorHeader, levels: Levels): { weight: number } | null {
  const numbers = row.cells.flatMap((cell, index) => (numberIn(cell) && !numberIn(cell)!.isPercent ? [index] : []));
  const last = numbers.at(-1);
  if (last === undefined) return null;
  const sameShape = row.cells.length === header.length;
  if (numbers.at(-2) === last - 1 && last - 1 >= earliestWeight(row, levels)) {
    // "3 | 5 | ": achieved 3 of weight 5 with no score yet, unless the row as a whole stands further left.
    const standsLeft = levels.level_2 !== null && levels.level_2 < header.level_2;
    const onlyWeight = sameShape && last === header.weight && row.words[header.level_3] !== '' && !standsLeft;
    return { weight: onlyWeight ? last : last - 1 };
  }
  const expected = header.weight + (row.cells.length - header.length);
  return last === header.weight || last === expected ? { weight: last } : null;
}

/** Level 3, target and what was achieved come before the weight; in a row that is cut off they are all there is. */
function earliestWeight(row: Row, { level_1, level_2 }: Levels): number {
  if (level_2 !== null) return level_2 + 3;
  const first = row.words.findIndex((words) => words !== '');
  return level_1 === null ? first + 3 : level_1 + 3;
}

function levelCells(row: Row, header: IndicatorHeader): Levels {
  const { words } = row;
  const level_1 = words.findIndex((_, index) => index < LEVEL_COLUMNS && isLevel1(words, index, header));
  const from = level_1 + 1;
  let level_2 = words.findIndex((word, index) => index >= from && index < LEVEL_COLUMNS && isLevel2Name(word));
  // Names of a form we do not know are taken by their column, where the row stands as the header does.
  const inPlace = words.length === header.length && words[header.level_3] !== '';
  if (level_2 < 0 && inPlace && from <= header.level_2 && words[header.level_2] !== '') level_2 = header.level_2;
  if (level_1 < 0 && inPlace && words[header.level_1] !== '' && level_2 !== header.level_1) {
    return { level_1: header.level_1, level_2: level_2 < 0 ? null : level_2 };
  }
  return { level_1: level_1 < 0 ? null : level_1, level_2: level_2 < 0 ? null : level_2 };
}

function isLevel1(words: readonly string[], index: number, header: IndicatorHeader): boolean {
  const word = words[index]!;
  if (POINTS.test(word)) return word.replace(POINTS, '') === '' || LEVEL_1.test(word.replace(POINTS, ''));
  // 成本指标 and 满意度指标 are names of both levels.
  return (
    LEVEL_1.test(word) &&
    (index <= header.level_1 || isLevel2Name(words[index + 1] ?? '')) &&
    !(isLevel2Name(word) && index >= header.level_2)
  );
}
