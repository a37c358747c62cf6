import type { SnapshotRow } from '../../../src/snapshot/columns.ts';
import { department, figure, unit } from '../given.ts';

export interface Money {
  initial?: string;
  revised?: string;
  actual?: string;
  rate?: string;
  weight?: string;
  score?: string;
}

export const UNIT = 'sample-a';
/** A department with one unit, which holds the evaluations. */
export const bodies = (): SnapshotRow[] => [...department(), unit(UNIT, '本级')];

const COLUMNS = {
  initial: 'initial_budget',
  revised: 'revised_budget',
  actual: 'actual',
  rate: 'execution_pct',
  weight: 'weight',
  score: 'score',
} as const;

/** A row of money of an evaluation: the whole year's unless `code` names a source. Rates and scores as written. */
export function money(section: string, cells: Money, code = 'total', over: SnapshotRow = {}): SnapshotRow[] {
  return (Object.keys(COLUMNS) as (keyof Money)[]).flatMap((name) => {
    const text = cells[name];
    if (text === undefined) return [];
    const decimals = text.split('.')[1]?.length ?? 0;
    const isRate = name === 'rate';
    const isPoints = name === 'weight' || name === 'score';
    return figure(text, {
      department_id: UNIT,
      statement: 'project_evaluation',
      place_section: section,
      row_code: code,
      row_name: code,
      column_key: COLUMNS[name],
      published_text: text,
      unit: isRate ? '%' : isPoints ? '分' : '万元',
      half_width: isRate ? `0.${'0'.repeat(decimals)}5` : isPoints ? '0' : '0.005',
      ...over,
    });
  });
}

export function total(section: string, score: string, weight = '100'): SnapshotRow[] {
  return money(section, { weight, score }, 'total_score');
}

export function indicator(section: string, name: string, weight: string | null, score: string | null): SnapshotRow {
  return {
    record: 'indicator',
    document_id: 'sample-2024-final-accounts',
    department_id: UNIT,
    fiscal_year: '2024',
    place_section: section,
    level_3: name,
    target: '完成',
    weight,
    score,
    locator: `${section} ${name}`,
  };
}

/** The project of an evaluation, as its money is read. */
export function project(section: string, name: string, cells: Money, over: SnapshotRow = {}): SnapshotRow {
  return {
    record: 'project',
    document_id: 'sample-2024-final-accounts',
    department_id: UNIT,
    fiscal_year: '2024',
    annex: section.split(' ')[0]!,
    project_name: name,
    place_section: section,
    initial_budget: cells.initial ?? null,
    revised_budget: cells.revised ?? null,
    executed: cells.actual ?? null,
    locator: section,
    ...over,
  };
}
