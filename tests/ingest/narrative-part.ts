import type { Claim } from '../../src/ingest/disclosure.ts';
import { readNarrative } from '../../src/ingest/narrative.ts';
import type { Part, Reading, ReadingContext, Subject } from '../../src/ingest/part.ts';

const SUBJECTS: Subject[] = [
  ['201', '一般公共服务支出'],
  ['20106', '财政事务'],
  ['2010601', '行政运行'],
  ['2010650', '事业运行'],
  ['208', '社会保障和就业支出'],
  ['20805', '行政事业单位养老支出'],
  ['2080505', '机关事业单位基本养老保险缴费支出'],
  ['2080506', '机关事业单位职业年金缴费支出'],
  ['211', '节能环保支出'],
  ['21101', '环境保护管理事务'],
  ['2110101', '行政运行'],
  ['21103', '污染防治'],
  ['2110301', '大气'],
  ['221', '住房保障支出'],
  ['22102', '住房改革支出'],
  ['2210201', '住房公积金'],
].map(([code, name]) => ({
  code: code!,
  name: name!,
  level: ((code!.length - 1) / 2) as 1 | 2 | 3,
  parent_code: code!.length > 3 ? code!.slice(0, -2) : null,
}));

export const CONTEXT: ReadingContext = {
  fiscal_year: 2024,
  department_id: 'lakeside-archives',
  department_name: '湖滨市档案局',
  subjects: SUBJECTS,
  findBody: () => null,
};

/** A section of a narrative as the outline would cut it, lines counted from 1. */
export function sectionOf(title: string, text: string, page: number | null = null): Part {
  return {
    id: 'narrative-一',
    title,
    kind: 'narrative',
    statement: null,
    no: '一',
    lines: text.split('\n').map((line, index) => ({ number: index + 1, page, text: line, cells: [line] })),
  };
}

export function read(title: string, text: string, context: Partial<ReadingContext> = {}): Reading {
  return readNarrative(sectionOf(title, text), { ...CONTEXT, ...context });
}

/** Claims in one line each, for comparing whole sentences: "change -565.63 of total against prior_actual". */
export function told(claims: readonly Claim[]): string[] {
  return claims.map(
    (claim) =>
      `${claim.kind}${claim.column_key ? ` ${claim.column_key}` : ''} ${claim.stated_value}${claim.unit} of ` +
      `${claim.measure ?? claim.subject_code ?? claim.subject}${claim.base ? ` against ${claim.base}` : ''}` +
      (claim.is_detail ? ' (detail)' : ''),
  );
}
