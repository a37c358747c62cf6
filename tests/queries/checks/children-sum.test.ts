import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import type { SnapshotRow } from '../../../src/snapshot/columns.ts';
import { ENGINES } from '../given.ts';
import { found, statementRow, told } from './comparisons.ts';

describe.each(ENGINES)('The sum of the children in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const spent = (code: string, amount: string, over: SnapshotRow = {}) =>
    statementRow('expenditure', code, { expenditure: amount }, over);
  const sums = async (...rows: SnapshotRow[][]) => told(await found(engine, 'children_sum', rows.flat()));

  it('is the subject, exactly, by rounding, or not', async () => {
    expect(
      await sums(spent('total', '10'), spent('211', '10.01'), spent('21101', '4'), spent('21102', '6.05')),
    ).toEqual(['conflict 10.01 10.05', 'rounding 10 10.01']);
  });

  it('counts a row for the next one above it that is listed', async () => {
    expect(await sums(spent('total', '7'), spent('211', '7'), spent('2110101', '3'), spent('2110201', '4'))).toEqual([
      'agree 7 7',
      'agree 7 7',
    ]);
  });

  it('holds for 本年支出合计 of the general statements, whatever stands beside it', async () => {
    const general = (code: string, amount: string, side = 'expenditure') =>
      statementRow('income_expenditure', code, { actual: amount }, { side });
    expect(
      await sums(
        general('total', '100', 'revenue'),
        general('208', '30'),
        general('211', '50'),
        general('expenditure', '80'),
        general('closing_carryover', '20'),
        general('total', '100'),
      ),
    ).toEqual(['agree 80 80']);
  });

  it('counts what is carried over where a general statement has only its total', async () => {
    const general = (code: string, amount: string) => statementRow('income_expenditure', code, { actual: amount });
    expect(await sums(general('208', '30'), general('closing_carryover', '20'), general('total', '50'))).toEqual([
      'agree 50 50',
    ]);
  });

  it('gives 301 and 303 to 人员经费 and the rest to 公用经费', async () => {
    const basic = (code: string, amount: string) => statementRow('basic_expenditure', code, { actual: amount });
    expect(
      await sums(
        basic('301', '10'),
        basic('303', '2'),
        basic('302', '5'),
        basic('310', '1'),
        basic('personnel', '12'),
        basic('operating', '7'),
      ),
    ).toEqual(['agree 12 12', 'conflict 7 6']);
  });

  it('is not held against a table of which a number could not be read', async () => {
    const unread: SnapshotRow = {
      record: 'unplaced',
      document_id: 'sample-2024-final-accounts',
      place_section: 'expenditure',
      unplaced_text: '3',
    };
    expect(await sums([unread], spent('total', '10'), spent('211', '7'))).toEqual(['not_checkable 10 7']);
  });
});
