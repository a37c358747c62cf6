import type { Texts } from '../../language/texts.ts';
import { STATEMENTS, type ReconciliationCoverage, type UncheckedNumber } from '../../metrics/reconciliation-rows.ts';
import { statementName } from './finding-text.ts';
import { inOrder } from './matrix.ts';

/** A statement, or a section of the text, of one document. */
export interface CoveredPlace {
  key: string;
  name: string;
  published: number;
  compared: number;
}

export interface CoverageModel {
  published: number;
  compared: number;
  places: readonly CoveredPlace[];
}

/** Places in the order of the national form, the sections of the text in the order of the document. */
export function coverageOf(rows: readonly ReconciliationCoverage[], texts: Texts): CoverageModel {
  const places = new Map<string, CoveredPlace>();
  for (const statement of inOrder(
    rows.map((row) => row.statement),
    STATEMENTS,
  )) {
    for (const row of rows.filter((candidate) => candidate.statement === statement)) {
      const key = placeKey(row);
      const place = places.get(key) ?? { key, name: placeName(row, texts), published: 0, compared: 0 };
      place.published += row.published;
      place.compared += row.compared;
      places.set(key, place);
    }
  }
  const sum = (part: 'published' | 'compared'): number => rows.reduce((total, row) => total + row[part], 0);
  return { published: sum('published'), compared: sum('compared'), places: [...places.values()] };
}

export function uncheckedIn(numbers: readonly UncheckedNumber[], key: string): UncheckedNumber[] {
  return numbers.filter((number) => placeKey(number) === key);
}

type Placed = Pick<ReconciliationCoverage, 'document_id' | 'statement' | 'section_no' | 'section_title'>;

function placeKey({ document_id, statement, section_no, section_title }: Placed): string {
  return JSON.stringify([document_id, statement, section_no, section_title]);
}

function placeName({ statement, section_no, section_title }: Placed, texts: Texts): string {
  const section = texts.reconciliation.section(section_no, section_title);
  return section === '' ? statementName(statement, texts) : section;
}
