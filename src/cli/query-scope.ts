import type { Data } from '../engine/data.ts';
import type { Parameter, Result } from '../engine/engine.ts';
import { CommandError } from './command-error.ts';

/** Which rows are asked for; null = all. */
export interface QueryScope {
  department: string | null;
  year: number | null;
}

/**
 * Rows of a query within a scope. A department or a year that the data do not have is a CommandError that lists those
 * there are; one that is there and has no row in this query is an empty result.
 */
export async function queryWithin(data: Data, name: string, scope: QueryScope): Promise<Result> {
  const declared = new Set(data.metric(name).parameters.map((parameter) => parameter.name));
  const given: Record<string, Parameter> = {};
  for (const key of ['department', 'year'] as const) {
    if (scope[key] === null) continue;
    if (!declared.has(key)) throw new CommandError(`查询“${name}”不能按 --${key} 筛选，请去掉这个参数`);
    given[key] = scope[key];
  }
  const result = await data.query(name, given);
  if (result.rows.length === 0 && Object.keys(given).length > 0) await explainEmpty(data, name, scope);
  return result;
}

async function explainEmpty(data: Data, name: string, { department, year }: QueryScope): Promise<void> {
  const { rows } = await data.query(name);
  const known = [...rows, ...(await bodyYears(data))];
  if (department !== null && !known.some((row) => row.department_id === department)) {
    throw new CommandError(`没有部门“${department}”，可用的有：${listed(known.map((row) => row.department_id))}`);
  }
  const own = known.filter((row) => department === null || row.department_id === department);
  if (year !== null && !own.some((row) => row.fiscal_year === year)) {
    const years = listed(own.map((row) => row.fiscal_year));
    throw new CommandError(`${department ?? '数据中'}没有 ${year} 年度，可用的有：${years}`);
  }
}

/** Bodies and years of the documents, which a query may have no row of. */
async function bodyYears(data: Data): Promise<Result['rows']> {
  const bodies = await data.engine.query(
    'select distinct department_id, fiscal_year from snapshot where department_id is not null',
  );
  return bodies.rows;
}

function listed(values: readonly unknown[]): string {
  const distinct = [...new Set(values.filter((value) => value !== null && value !== undefined).map(String))];
  return distinct.length === 0 ? '（无）' : distinct.sort().join('、');
}
