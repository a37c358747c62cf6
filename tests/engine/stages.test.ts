import { expect, test } from 'vitest';
import { checkModels } from '../../src/engine/check-models.ts';
import { parseSqlFile, SqlFileError } from '../../src/engine/sql-file.ts';
import { needsReconciliation, stagesOf } from '../../src/engine/stages.ts';

const file = (path: string, text: string) => parseSqlFile({ path, text });
const amounts = file('models/amounts.sql', 'create view amounts as select 1 as amount');
const numbers = file('models/numbers.sql', 'create table numbers as select * from amounts');
const findings = file('models/findings.sql', 'create table findings as select * from all_checks');
const check = file('checks/sums.sql', 'select * from numbers');
const changes = file('metrics/changes.sql', 'select * from amounts');
const reconciliation = file('metrics/reconciliation.sql', 'select * from findings');
const all = [findings, numbers, amounts, check, changes, reconciliation];
const namesOf = (files: readonly { name: string }[]) => files.map(({ name }) => name);

test('What only the checks need waits until the checks are asked for', () => {
  const stages = stagesOf(all);
  expect(namesOf(stages.first)).toEqual(['amounts']);
  expect(namesOf(stages.reconciliation)).toEqual(['numbers', 'sums', 'checks', 'findings']);
  expect(needsReconciliation(changes, stages)).toBe(false);
  expect(needsReconciliation(reconciliation, stages)).toBe(true);
});

test('A new file in checks is in the view of all checks, under its name as the rule', () => {
  const other = file('checks/rates.sql', 'select * from numbers');
  const view = checkModels([check, other]).at(-1)!.statements[0]!;
  expect(view).toContain("select 'sums' as rule");
  expect(view).toContain("select 'rates' as rule");
});

test('A check with parameters is refused by name', () => {
  const asking = file('checks/asking.sql', '-- param: $year INTEGER a year\nselect $year');
  expect(() => checkModels([asking])).toThrow(SqlFileError);
  expect(() => checkModels([asking])).toThrow('checks/asking.sql');
});
