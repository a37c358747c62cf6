import { readAnnexes } from '../../src/ingest/annex.ts';
import type { Part, Reading, ReadingContext } from '../../src/ingest/part.ts';
import type { Line } from '../../src/ingest/part.ts';
import type { StatementId } from '../../src/ingest/disclosure.ts';

/** A small department with its own unit and one more; branches ("…分局") are no bodies of their own. */
export const CONTEXT: ReadingContext = {
  fiscal_year: 2024,
  department_id: 'lakeside-water',
  department_name: '湖滨市水务局',
  subjects: [],
  findBody: (name) => BODIES.get(name.replace(/\s/g, '')) ?? null,
};

const BODIES = new Map([
  ['湖滨市水务局', 'lakeside-water'],
  ['湖滨市水务局本级', 'lakeside-water-headquarters'],
  ['湖滨市河道管理所', 'lakeside-water-rivers'],
  ['河道管理所', 'lakeside-water-rivers'],
]);

const TABLES: ReadonlyArray<readonly [RegExp, StatementId]> = [
  [/整体支出.*基础数据表$/, 'performance_base'],
  [/整体支出.*自评表$/, 'overall_evaluation'],
  [/项目支出.*自评表$/, 'project_evaluation'],
];

/** Cuts a text of annexes at their titles, as the outline of a whole document does; lines count from 1. */
export function cutAnnexes(text: string, firstLine = 1): Part[] {
  const lines = text.split('\n').map((raw, index): Line => ({
    number: firstLine + index,
    page: null,
    text: raw.trim(),
    cells: raw.includes('\t') ? raw.split('\t').map((cell) => cell.trim()) : [raw.trim()],
  }));
  const parts: Array<Omit<Part, 'lines'> & { lines: Line[] }> = [];
  let no: string | null = null;
  let reports = 0;
  for (const line of lines) {
    const title = line.text.replace(/\s+/g, '');
    const number = /^附件\s*[\d—-]+$/.exec(title);
    if (number) no = title;
    const statement = line.cells.length === 1 ? TABLES.find(([pattern]) => pattern.test(title))?.[1] : undefined;
    if (statement && !/^\d\./.test(title.replace(/^附件[:：]/, ''))) {
      const id = `annex-${no ?? statement}-${parts.length}`;
      parts.push({ id, title, kind: 'annex', statement, no, lines: [] });
      no = null;
    } else if (/整体支出.*报告$/.test(title)) {
      reports += 1;
      parts.push({ id: `report-${reports}`, title, kind: 'annex', statement: null, no: null, lines: [] });
    }
    if (!number) parts.at(-1)?.lines.push(line);
  }
  return parts;
}

export function readText(text: string, context: ReadingContext = CONTEXT): Reading[] {
  const parts = cutAnnexes(text);
  const readings = readAnnexes(parts, context);
  return parts.map((part) => readings.get(part.id)!);
}

/** The one annex of a text. */
export function readOne(text: string): Reading {
  return readText(text)[0]!;
}

/** Rows written with "|" for the tab, so that empty cells can be seen. */
export function table(rows: string): string {
  return rows
    .split('\n')
    .map((row) => row.trim().replaceAll('|', '\t'))
    .join('\n');
}
