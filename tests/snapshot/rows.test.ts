import { describe, expect, test } from 'vitest';
import { COLUMNS } from '../../src/snapshot/columns.ts';
import { rowsOf } from '../../src/snapshot/rows.ts';
import { SnapshotError } from '../../src/snapshot/snapshot-error.ts';
import { sampleClaim, sampleDisclosure, sampleFigure } from './sample-disclosure.ts';

describe('A disclosure as rows', () => {
  const rows = rowsOf(sampleDisclosure());

  test('has one row for every item, numbered in the order of the document', () => {
    expect(rows.map(({ record }) => record)).toEqual([
      'document',
      'body',
      'section',
      'unplaced',
      'figure',
      'claim',
      'project',
      'indicator',
    ]);
    expect(rows.map(({ ordinal }) => ordinal)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(new Set(rows.map(({ document_id }) => document_id))).toEqual(new Set(['sample-2024-final-accounts']));
  });

  test('leaves no field of an item behind', () => {
    const { place: figurePlace, ...figure } = sampleFigure();
    const figureCells: Record<string, unknown> = { ...rows[4] };
    for (const [name, value] of Object.entries(figure)) {
      expect(figureCells[name], name).toBe(value === null ? null : String(value));
    }
    expect(figureCells).toMatchObject({ place_section: figurePlace.section, line: '300', page: null });

    const { place: claimPlace, kind, ...claim } = sampleClaim();
    const claimCells: Record<string, unknown> = { ...rows[5] };
    for (const [name, value] of Object.entries(claim)) {
      expect(claimCells[name], name).toBe(value === null ? null : String(value));
    }
    expect(claimCells).toMatchObject({ claim_kind: kind, line: String(claimPlace.line), page: '12' });
  });

  test('uses columns of the snapshot only', () => {
    for (const row of rows) for (const name of Object.keys(row)) expect(Object.keys(COLUMNS)).toContain(name);
  });

  test('says the place in one line', () => {
    expect(rows[4]!.locator).toBe('公开08表 “三公”经费支出决算表·行「公务接待费」·列「决算数」·第 300 行');
    expect(rows[5]!.locator).toBe('公开08表 “三公”经费支出决算表·第 12 页·第 300 行');
  });
});

describe('A number that its column would not hold to the last digit', () => {
  test.each(['0.0000001', '1e5', '１', '', '123456789012345678901234567'])(
    'is refused with its place: %j',
    (amount) => {
      const disclosure = sampleDisclosure({ figures: [sampleFigure({ amount })] });
      expect(() => rowsOf(disclosure)).toThrow(SnapshotError);
      expect(() => rowsOf(disclosure)).toThrow('第 300 行');
    },
  );

  test.each(['0.0000010', '-12345678901234567890123456.123456', '007', '0'])('is not one that fits: %j', (amount) => {
    const disclosure = sampleDisclosure({ figures: [sampleFigure({ amount })] });
    expect(rowsOf(disclosure).find(({ record }) => record === 'figure')!.amount).toBe(amount);
  });
});
