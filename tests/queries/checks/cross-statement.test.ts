import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import type { SnapshotRow } from '../../../src/snapshot/columns.ts';
import { ENGINES, pick } from '../given.ts';
import { found, statementRow, told } from './comparisons.ts';

describe.each(ENGINES)('The same amount in two statements, in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const compared = (...rows: SnapshotRow[][]) => found(engine, 'cross_statement', rows.flat());
  const general = (code: string, amount: string, over: SnapshotRow = {}) =>
    statementRow('income_expenditure', code, { actual: amount }, over);
  const fiscal = (code: string, amount: string, fund: string, over: SnapshotRow = {}) =>
    statementRow('fiscal_appropriation', code, { actual: amount }, { fund, ...over });
  const spent = (code: string, amount: string) => statementRow('expenditure', code, { expenditure: amount });
  const appropriated = (code: string, amounts: Record<string, string>) =>
    statementRow('general_public_expenditure', code, amounts);

  it('agrees, differs by rounding, or contradicts', async () => {
    expect(
      told(
        await compared(
          general('208', '10'),
          spent('208', '10'),
          general('211', '20'),
          spent('211', '20.01'),
          general('212', '30'),
          spent('212', '31'),
        ),
      ),
    ).toEqual(['agree 10 10', 'conflict 31 30', 'rounding 20.01 20']);
  });

  it('is of one fund: 支出 of all funds is not 支出 of the general public budget', async () => {
    expect(await compared(spent('212', '3845.24'), appropriated('212', { expenditure: '3832.36' }))).toEqual([]);
  });

  it('says which fund fits exactly', async () => {
    const [row] = await compared(general('212', '50'), spent('212', '40'), appropriated('212', { expenditure: '40' }));
    expect(pick(row, 'verdict', 'reason')).toEqual({ verdict: 'scope_differs', reason: 'other_fund' });
  });

  it('is one contradiction where one of three is wrong', async () => {
    const income = statementRow('income', 'total', { revenue: '70', fiscal_appropriation: '65' });
    const rows = await compared(
      income,
      general('fiscal_appropriation', '60', { side: 'revenue' }),
      fiscal('revenue', '65', 'fiscal', { side: 'revenue' }),
    );
    expect(told(rows)).toEqual(['agree 65 65', 'conflict 60 65']);
  });

  it('holds for 合计, 基本支出 and what 人员经费 and 公用经费 come to', async () => {
    const basic = (code: string, amount: string) => statementRow('basic_expenditure', code, { actual: amount });
    expect(
      told(
        await compared(
          appropriated('total', { expenditure: '90', basic: '60', project: '30' }),
          fiscal('expenditure', '91', 'general_public'),
          basic('personnel', '50'),
          basic('operating', '11'),
        ),
      ),
    ).toEqual(['conflict 61 60', 'conflict 90 91']);
  });

  it('may be part of the other: what 基本支出 pays of the three public expenses', async () => {
    const paid = (amount: string) =>
      compared(
        statementRow('basic_expenditure', '30217', { actual: amount }),
        statementRow('three_public', 'reception', { actual: '3' }, { fund: 'fiscal' }),
      );
    expect(told(await paid('2.5'))).toEqual(['agree 2.5 3']);
    expect(told(await paid('3.5'))).toEqual(['conflict 3.5 3']);
  });

  it('compares 0.00 with a blank, but not two blanks', async () => {
    const blank = { is_blank: 'true' };
    expect(
      told(
        await compared(
          statementRow('income_expenditure', '208', { actual: '0' }, blank),
          spent('208', '0'),
          statementRow('income_expenditure', '211', { actual: '0' }, blank),
          statementRow('expenditure', '211', { expenditure: '0' }, blank),
        ),
      ),
    ).toEqual(['agree 0 0']);
  });
});
