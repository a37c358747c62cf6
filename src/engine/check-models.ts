import { SqlFileError, type SqlFile } from './sql-file.ts';

/** What a file of queries/checks returns: one row for each comparison it made, whatever came of it. */
export const CHECK_COLUMNS = {
  document_id: 'VARCHAR',
  /** Body and year that the compared numbers speak of. */
  department_id: 'VARCHAR',
  fiscal_year: 'INTEGER',
  /** Statement of the left number; 'narrative' for one of the text. */
  statement: 'VARCHAR',
  /** What the numbers are about, in the words of the document. */
  subject: 'VARCHAR',
  unit: 'VARCHAR',
  left_label: 'VARCHAR',
  left_value: 'DECIMAL(32,6)',
  left_locator: 'VARCHAR',
  right_label: 'VARCHAR',
  right_value: 'DECIMAL(32,6)',
  right_locator: 'VARCHAR',
  /** How far apart the two may be by rounding alone, in `unit`. */
  tolerance: 'DECIMAL(32,8)',
  verdict: 'VARCHAR',
  /** Why it is not checkable, or what fits exactly: a word of queries/models/seed_reasons.sql. */
  reason: 'VARCHAR',
  /** Numbers and names that the reason speaks of, in Chinese. */
  reason_detail: 'VARCHAR',
  /** number_id of every published number of each side, joined by commas. */
  left_numbers: 'VARCHAR',
  right_numbers: 'VARCHAR',
} as const;

/** The view of the rows of all checks, each with its rule. */
export const ALL_CHECKS = 'all_checks';

/**
 * Each check as the model that keeps its rows (check_ and its name), and the view that unites them: a new file in
 * queries/checks is a new rule, and nothing else has to know. Throws SqlFileError where a check has parameters.
 */
export function checkModels(checks: readonly SqlFile[]): SqlFile[] {
  const columns = Object.entries(CHECK_COLUMNS);
  const kept = checks.map((check): SqlFile => {
    if (check.parameters.length > 0) throw new SqlFileError(check.path, 'a check has no parameters');
    const list = columns.map(([name, type]) => `cast(${name} as ${type}) as ${name}`).join(', ');
    const select = `select ${list} from (\n${check.statements[0]!}\n) as comparisons`;
    return model(check.path, `create or replace table ${tableOf(check)} as ${select}`);
  });
  const names = columns.map(([name]) => name);
  const empty = columns.map(([name, type]) => `cast(null as ${type}) as ${name}`).join(', ');
  const parts = [
    `select cast(null as varchar) as rule, ${empty} where false`,
    ...checks.map((check) => `select '${check.name}' as rule, ${names.join(', ')} from ${tableOf(check)}`),
  ];
  return [...kept, model('checks', `create or replace view ${ALL_CHECKS} as ${parts.join(' union all ')}`)];
}

function tableOf({ name }: SqlFile): string {
  return `check_${name}`;
}

function model(path: string, statement: string): SqlFile {
  const name = path.replace(/^.*\//, '').replace(/\.sql$/, '');
  return { folder: 'models', name, path, purpose: '', grain: '', parameters: [], returns: [], statements: [statement] };
}
