import { ALL_CHECKS, checkModels } from './check-models.ts';
import { modelsNeeded, orderModels } from './model-order.ts';
import type { SqlFile } from './sql-file.ts';

/**
 * The models in two stages. The first is what the queries of amounts and changes stand on and is made when data is
 * opened; the second, the reconciliation, takes longer than they do and is made when it is first asked for.
 */
export interface Stages {
  first: readonly SqlFile[];
  reconciliation: readonly SqlFile[];
}

/** Sorts all models and checks into stages, each in the order in which it has to be made. */
export function stagesOf(sqlFiles: readonly SqlFile[]): Stages {
  const ordered = orderModels([
    ...sqlFiles.filter(({ folder }) => folder === 'models'),
    ...checkModels(sqlFiles.filter(({ folder }) => folder === 'checks')),
  ]);
  const first = new Set<SqlFile>();
  for (const query of sqlFiles.filter(({ folder }) => folder === 'metrics')) {
    const needed = modelsNeeded(query, ordered);
    if (!needsChecks(needed)) for (const file of needed) first.add(file);
  }
  return {
    first: ordered.filter((file) => first.has(file)),
    reconciliation: ordered.filter((file) => !first.has(file)),
  };
}

/** Whether a query can only be answered once the reconciliation is made. */
export function needsReconciliation(query: SqlFile, { first, reconciliation }: Stages): boolean {
  return modelsNeeded(query, [...first, ...reconciliation]).some((file) => reconciliation.includes(file));
}

function needsChecks(files: readonly SqlFile[]): boolean {
  return files.some(({ statements }) => statements.some((statement) => statement.includes(`view ${ALL_CHECKS} `)));
}
