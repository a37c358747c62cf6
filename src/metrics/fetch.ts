import type { Parameter, Row } from '../engine/engine.ts';
import type { ClaimEvidence } from './claim-rows.ts';
import type { Dashboard, Scope } from './dashboard.ts';
import type { FigureCheck, PublishedNumber } from './reconciliation-rows.ts';

/** Runs a query file of queries/metrics by name. */
export type RunQuery = (name: string, parameters: Readonly<Record<string, Parameter>>) => Promise<readonly Row[]>;

/**
 * One typed fetch per query. The names and types of the columns are held by the queries' headers, which the tests
 * compare with what the engines describe; so a row is taken for its type here and nowhere else.
 */
export function createDashboard(run: RunQuery): Dashboard {
  // The promise as it was given: its value may be known.
  const fetch = <T>(name: string, scope: Scope = {}): Promise<T[]> =>
    run(name, { department: scope.department ?? null, year: scope.year ?? null }) as unknown as Promise<T[]>;

  return {
    headlineChanges: (scope) => fetch('headline_changes', scope),
    expenditureStructure: (scope) => fetch('expenditure_structure', scope),
    economicStructure: (scope) => fetch('economic_structure', scope),
    threePublicTrend: (scope) => fetch('three_public_trend', scope),
    execution: (scope) => fetch('execution', scope),
    projectExecution: (scope) => fetch('project_execution', scope),
    figures: (scope) => fetch('figures', scope),
    changeParts: (scope) => fetch('change_parts', scope),
    threePublicUnitCosts: (scope) => fetch('three_public_unit_costs', scope),
    trends: (scope) => fetch('trends', scope),
    departmentComparison: (scope) => fetch('department_comparison', scope),
    leads: (scope) => fetch('leads', scope),
    // A page's question may know more than the query asks for.
    claimCheck: async (asked) =>
      (await run('claim_check', {
        department: asked.department,
        year: asked.year,
        measure: asked.measure,
        subject_code: asked.subjectCode,
        fund: asked.fund,
        kind: asked.kind,
        column: asked.column,
        base: asked.base,
        stated_value: asked.value,
        half_width: asked.halfWidth,
      })) as unknown as ClaimEvidence[],
    reconciliation: (scope) => fetch('reconciliation', scope),
    reconciliationCoverage: (scope) => fetch('reconciliation_coverage', scope),
    uncheckedNumbers: (scope) => fetch('unchecked_numbers', scope),
    contradictedFigures: (scope) => fetch('contradicted_figures', scope),
    publishedNumbers: async (numbers) =>
      (await run('published_numbers', { numbers: numbers.join(',') })) as unknown as PublishedNumber[],
    figureChecks: async (places) =>
      (await run('figure_checks', { places: places.join('\n') })) as unknown as FigureCheck[],
  };
}
