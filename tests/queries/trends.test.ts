import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { SnapshotRow } from '../../src/snapshot/columns.ts';
import { claim, department, ENGINES, figure, given, pick } from './given.ts';

const spent = (code: string, amount: string, year: number): SnapshotRow =>
  figure(amount, {
    statement: 'expenditure',
    row_code: code,
    row_name: code,
    level: code === 'total' ? null : '1',
    parent_code: null,
    column_key: 'expenditure',
    document_id: `sample-${year}-final-accounts`,
    fiscal_year: String(year),
  });

describe.each(ENGINES)('trends in $name', ({ start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.close());

  const points = async (rows: SnapshotRow[], item: string, scope = {}) => {
    const data = await given(engine, rows);
    const found = await data.run('trends', { department: 'sample', year: null, ...scope });
    return found.filter((row) => row['item'] === item);
  };
  const years = [2021, 2022, 2024].flatMap((year) => department('sample', year));
  const spending = [
    ...years,
    ...[spent('total', '300', 2021), spent('201', '100', 2021), spent('208', '0', 2021)],
    ...[spent('total', '300', 2022), spent('201', '33.335', 2022), spent('208', '5', 2022)],
    ...[spent('total', '600', 2024), spent('201', '200', 2024)],
  ];

  it('gives amount, index of the first year and share of each year there is: 33.335 / 100, 33.335 / 300', async () => {
    const rows = await points(spending, '201');
    expect(rows.map((row) => pick(row, 'fiscal_year', 'amount', 'index_pct', 'share_pct'))).toEqual([
      { fiscal_year: 2021, amount: '100', index_pct: '100', share_pct: '33.3333' },
      { fiscal_year: 2022, amount: '33.335', index_pct: '33.335', share_pct: '11.1117' },
      { fiscal_year: 2024, amount: '200', index_pct: '200', share_pct: '33.3333' },
    ]);
    expect(rows.map(({ first_year }) => first_year)).toEqual([2021, 2021, 2021]);
  });

  it('says where the first amount and the whole of a share stand', async () => {
    const [, , last] = await points(spending, '201');
    const places = ['first_basis', 'first_locator', 'first_document_id', 'base_basis', 'base_locator'] as const;
    expect(pick(last, ...places, 'base_document_id')).toEqual({
      first_basis: 'published',
      first_locator: 'locator of 100',
      first_document_id: 'sample-2021-final-accounts',
      base_basis: 'published',
      base_locator: 'locator of 600',
      base_document_id: 'sample-2024-final-accounts',
    });
  });

  it('has no index where the first year was 0', async () => {
    const rows = await points(spending, '208');
    expect(rows.map(({ index_pct }) => index_pct)).toEqual([null, null]);
  });

  it('counts the index from the first year that is known, also where one year alone is asked for', async () => {
    const rows = await points(spending, '201', { year: 2024 });
    expect(rows.map((row) => pick(row, 'first_year', 'index_pct'))).toEqual([{ first_year: 2021, index_pct: '200' }]);
  });

  it('holds years that only the next document tells of, as implied', async () => {
    const rows = await points(
      [...department(), spent('total', '120', 2024), claim('change', '20', { measure: 'expenditure' })],
      'expenditure',
    );
    expect(rows.map((row) => pick(row, 'fiscal_year', 'amount', 'basis', 'index_pct'))).toEqual([
      { fiscal_year: 2023, amount: '100', basis: 'implied', index_pct: '100' },
      { fiscal_year: 2024, amount: '120', basis: 'published', index_pct: '120' },
    ]);
  });
});
