import { rowsOf } from './annex-cells.ts';
import type { Part, ReadingContext } from './part.ts';
import { closeUp, wordingOf } from './wording.ts';

/** Whose annexes a run of parts is. */
export interface AnnexUnit {
  department_id: string;
  /** As the annexes write it; null where no part of the run names it. */
  name: string | null;
}

/**
 * The unit of every annex part (part.id → unit). Each unit of a department publishes a set of annexes one after the other:
 * a report, a table of base data, an evaluation of the whole, one of each project. A table of base data names nobody, so
 * the unit is taken from the set: the evaluation of the whole, else the report. A set that names the department itself is
 * its headquarters' (局本级), never the consolidated department, where the department has such a unit.
 */
export function annexUnits(parts: readonly Part[], context: ReadingContext): Map<string, AnnexUnit> {
  const units = new Map<string, AnnexUnit>();
  for (const set of annexSets(parts)) {
    const unit = unitOfSet(set, context);
    for (const part of set) units.set(part.id, unit);
  }
  return units;
}

/** A set ends where a report begins, or a second table of base data or evaluation of the whole. */
export function annexSets(parts: readonly Part[]): Part[][] {
  const sets: Part[][] = [];
  let kinds = new Set<string>();
  for (const part of parts) {
    const kind = part.statement ?? (isReport(part) ? 'report' : 'other');
    const opensSet =
      kind === 'report'
        ? kinds.size > 0
        : (kind === 'performance_base' && (kinds.has(kind) || kinds.has('project_evaluation'))) ||
          (kind === 'overall_evaluation' && kinds.has(kind));
    if (sets.length === 0 || opensSet) {
      sets.push([]);
      kinds = new Set();
    }
    sets.at(-1)!.push(part);
    kinds.add(kind);
  }
  return sets;
}

export function isReport(part: Part): boolean {
  return part.kind === 'annex' && part.statement === null && (/^report\b/.test(part.id) || /报告$/.test(part.title));
}

function unitOfSet(set: readonly Part[], context: ReadingContext): AnnexUnit {
  const named = [
    ...set.filter((part) => part.statement === 'overall_evaluation').map(unitNamedInTable),
    ...set.filter(isReport).map((part) => unitNamedInTitle(part.title)),
  ].filter((name): name is string => name !== null);
  for (const name of named) {
    const id = context.findBody(name);
    if (id !== null) {
      return { department_id: id === context.department_id ? headquarters(context) : id, name };
    }
  }
  return { department_id: headquarters(context), name: named[0] ?? null };
}

/** Words that a department's own unit goes by. */
const HEADQUARTERS = ['本级', '(本级)', '（本级）', '局本级', '机关', '(机关)', '（机关）', '局机关'];

function headquarters(context: ReadingContext): string {
  for (const word of HEADQUARTERS) {
    for (const name of [context.department_name + word, word]) {
      const id = context.findBody(name);
      if (id !== null && id !== context.department_id) return id;
    }
  }
  return context.department_id;
}

/** "市直部门预算单位（包括二级机构）名称 | 某某局". */
function unitNamedInTable(part: Part): string | null {
  for (const row of rowsOf(part)) {
    if (row.words.some((words) => /年初预算|一级指标/.test(words))) return null;
    const label = row.words.findIndex((words) => /(?:单位|部门|机构).*名称$/.test(words));
    const name = label >= 0 ? row.words.slice(label + 1).find((words) => words !== '') : undefined;
    if (name !== undefined) return name;
  }
  return null;
}

/** "2024年度某某局整体支出绩效自评报告" → "某某局". */
function unitNamedInTitle(title: string): string | null {
  const name = wordingOf(closeUp(title))
    .replace(/^20\d\d年度?/, '')
    .replace(/(?:部门)?(?:\(单位\))?整体支出.*$/, '');
  return name === '' || name === '部门' || name === '单位' ? null : name;
}
