import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { department, ENGINES, given, pick, unit } from './given.ts';

const project = (annex: string, name: string, money: [string | null, string | null, string | null]): SnapshotRow => ({
  record: 'project',
  document_id: 'sample-2024-final-accounts',
  department_id: 'sample-a',
  fiscal_year: '2024',
  annex,
  project_name: name,
  unit_name: '示例局本级',
  initial_budget: money[0],
  revised_budget: money[1],
  executed: money[2],
});

describe.each(ENGINES)('project_execution in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const projects = async (...rows: SnapshotRow[]) => {
    const data = await given(engine, [...department(), unit('sample-a', '示例局本级'), ...rows]);
    return data.run('project_execution', { department: 'sample' });
  };

  it("lists a unit's projects under its department", async () => {
    expect(await projects(project('附件1', '运维', ['108', '54', '51.72']))).toHaveLength(1);
  });

  it('rates against the revised budget where there is one, else the initial', async () => {
    const rows = await projects(
      project('附件1', '运维', ['108', '54', '51.72']),
      project('附件2', '监测', ['20', null, '10']),
      project('附件3', '宣传', [null, null, null]),
    );
    expect(rows.map((row) => pick(row, 'execution_pct', 'execution_base'))).toEqual([
      { execution_pct: '95.7778', execution_base: 'revised' },
      { execution_pct: '50', execution_base: 'initial' },
      { execution_pct: null, execution_base: null },
    ]);
  });

  it('names the earlier annex whose money a later one repeats', async () => {
    const rows = await projects(
      project('附件1', '工作经费', [null, '15', '14.96']),
      project('附件2', '规划编制', [null, '15', '14.96']),
      project('附件3', '有奖举报（公共专项）', ['10', '10', '10']),
      project('附件4', '有奖举报', ['10', '10', '10']),
    );
    expect(rows.map((row) => row['repeated_of'])).toEqual([null, '附件1', null, '附件3']);
  });

  it('does not take two fully spent projects of the same round sum for a repetition', async () => {
    const rows = await projects(
      project('附件1', '水站', [null, '50', '50']),
      project('附件2', '气站', [null, '50', '50']),
    );
    expect(rows.map((row) => row['repeated_of'])).toEqual([null, null]);
  });
});
