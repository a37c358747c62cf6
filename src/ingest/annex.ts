import { settleHalfWidths, type AnnexTable } from './annex-figure.ts';
import { outsideDepartment, type OwnBodies } from './annex-outside.ts';
import { readOverallEvaluation } from './annex-overall-evaluation.ts';
import { readPerformanceBase } from './annex-performance-base.ts';
import { readProjectEvaluation } from './annex-project-evaluation.ts';
import { readReport } from './annex-report.ts';
import { annexSets, annexUnits, isReport, type AnnexUnit } from './annex-unit.ts';
import type { Part, Reading, ReadingContext } from './part.ts';
import { closeUp } from './wording.ts';

/**
 * Reads the performance annexes of a document, all of them together: whose a table of base data is, and which projects a
 * unit counts among its own, is known only from the annexes around it. Parts in document order; those that are no annex are
 * passed over. Amounts in 万元. Returns the reading of every annex part by `part.id`; a part that is cut short yields what
 * it still has, and every number in a cell is a figure, part of a project or indicator, or listed as unplaced.
 */
export function readAnnexes(parts: readonly Part[], context: ReadingContext): Map<string, Reading> {
  const annexes = parts.filter((part) => part.kind === 'annex');
  const units = annexUnits(annexes, context);
  const numbers = annexNumbers(annexes);
  const readings = new Map<string, Reading>();
  for (const set of annexSets(annexes)) {
    const unit = units.get(set[0]!.id)!;
    // The table of base data first: it says which projects the unit counts among its own.
    const base = set.filter((part) => part.statement === 'performance_base');
    for (const part of base) {
      readings.set(part.id, readPerformanceBase(part, tableOf(part, unit, numbers, context)));
    }
    const own = ownBodies(base, readings, units, context);
    for (const part of set) {
      const table = tableOf(part, unit, numbers, context);
      const annex = numbers.get(part.id)!;
      if (part.statement === 'overall_evaluation') {
        readings.set(part.id, readOverallEvaluation(part, table, annex));
      } else if (part.statement === 'project_evaluation') {
        const outside = (names: { project_name: string; unit_name: string }) =>
          outsideDepartment(names.project_name, names.unit_name, own);
        readings.set(part.id, readProjectEvaluation(part, table, annex, outside));
      } else if (isReport(part)) {
        readings.set(part.id, readReport(part, unit, context));
      } else if (part.statement === null) {
        readings.set(part.id, NOTHING_READ());
      }
    }
  }
  settleHalfWidths([...readings.values()].flatMap((reading) => reading.figures));
  return readings;
}

const NOTHING_READ = (): Reading => ({
  figures: [],
  claims: [],
  projects: [],
  indicators: [],
  rows: 0,
  numbers_seen: 0,
  unplaced: [],
});

function tableOf(
  part: Part,
  unit: AnnexUnit,
  numbers: ReadonlyMap<string, string>,
  context: ReadingContext,
): AnnexTable {
  const { department_id } = unit;
  const whose = unit.name === null || part.statement === 'project_evaluation' ? '' : `（${unit.name}）`;
  return {
    statement: part.statement ?? 'performance_base',
    department_id,
    fiscal_year: context.fiscal_year,
    section: `${numbers.get(part.id)} ${closeUp(part.title)}${whose}`,
  };
}

function ownBodies(
  base: readonly Part[],
  readings: ReadonlyMap<string, Reading>,
  units: ReadonlyMap<string, AnnexUnit>,
  context: ReadingContext,
): OwnBodies {
  const named = [...units.values()].flatMap(({ name }) => (name === null ? [] : [name]));
  const ownIds = new Set([context.department_id, ...[...units.values()].map(({ department_id }) => department_id)]);
  const listed = base.flatMap((part) =>
    readings
      .get(part.id)!
      .figures.filter((figure) => figure.parent_code === 'project')
      .map((figure) => figure.row_name),
  );
  return {
    names: [...new Set([context.department_name, ...named])],
    isOwn: (name) => {
      const id = context.findBody(name);
      return id !== null && ownIds.has(id);
    },
    listed: base.length > 0 ? [...new Set(listed)] : null,
  };
}

/**
 * The number of every annex as published ("附件4—1"). One whose number was lost between its neighbours' (4—14, ?, 4—16)
 * gets the number in between; others without a number go by their id.
 */
export function annexNumbers(parts: readonly Part[]): Map<string, string> {
  const numbers = new Map(parts.map((part) => [part.id, part.no ?? part.id] as const));
  parts.forEach((part, index) => {
    if (part.no !== null || part.statement === null) return;
    const before = seriesOf(parts[index - 1]?.no ?? null);
    const after = seriesOf(parts[index + 1]?.no ?? null);
    if (before && after && before.series === after.series && after.count === before.count + 2) {
      numbers.set(part.id, `${before.series}${before.count + 1}`);
    }
  });
  return numbers;
}

function seriesOf(no: string | null): { series: string; count: number } | null {
  const match = /^(.*\D)(\d+)$/.exec(no ?? '');
  return match ? { series: match[1]!, count: Number(match[2]) } : null;
}
