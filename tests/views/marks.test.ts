import { describe, expect, test } from 'vitest';
import { textsOf } from '../../src/language/texts.ts';
import type { ContradictedFigure } from '../../src/metrics/reconciliation-rows.ts';
import { marksOf, namedMarks, NO_MARKS } from '../../src/views/overview/marks.ts';
import { BODIES } from '../fixtures/dashboard-rows.ts';
import { CONTRADICTED } from '../fixtures/reconciliation-rows.ts';

const document = BODIES[0]!.documents[0]!;
const documents = [document, { ...document, id: 'example-2025', fiscal_year: 2025 }];
const given = CONTRADICTED[0]!;
const place = { amount: '1010.00', locator: given.locator, year: 2024 };

function opened(figures: readonly ContradictedFigure[], at: Parameters<ReturnType<typeof marksOf>['of']>[0]) {
  const finding: string[] = [];
  marksOf(figures, documents, textsOf('zh'), ({ finding_id }) => finding.push(finding_id))
    .of(at)
    ?.onopen();
  return finding;
}

describe('the mark of a figure', () => {
  test('opens the contradiction of the value at that place, however the amount is written', () => {
    expect(opened(CONTRADICTED, place)).toEqual([given.finding_id]);
  });

  test('is not there for another amount at the same place, or the same amount elsewhere', () => {
    expect(opened(CONTRADICTED, { ...place, amount: '1010.01' })).toEqual([]);
    expect(opened(CONTRADICTED, { ...place, locator: '别处' })).toEqual([]);
    expect(opened(CONTRADICTED, { ...place, amount: null })).toEqual([]);
  });

  test('is not there for an addend: the sum is what is contradicted', () => {
    expect(opened([{ ...given, side_value: '5050' }], place)).toEqual([]);
  });

  test('is not there for a rate that happens to be as large as the amount', () => {
    expect(opened([{ ...given, unit: '%' }], place)).toEqual([]);
  });

  test('is that of the gravest contradiction, which comes first', () => {
    expect(opened([given, { ...given, finding_id: 'less' }], place)).toEqual([given.finding_id]);
  });

  test('tells documents apart in which the same words stand for a place', () => {
    const next = { ...given, document_id: 'example-2025', finding_id: 'next' };
    expect(opened([given, next], { ...place, year: 2025 })).toEqual(['next']);
    expect(opened([given, next], { ...place, document_id: 'example-2025' })).toEqual(['next']);
    expect(opened([given, next], { ...place, year: 2020 })).toEqual([]);
    expect(opened([given], { ...place, document_id: 'example-2025' })).toEqual([]);
  });

  test('is not known before the checks have run', () => {
    expect(NO_MARKS.of(place)).toBeNull();
  });

  test('is named once for each contradiction of a panel', () => {
    const marks = marksOf(CONTRADICTED, documents, textsOf('zh'), () => undefined);
    const named = namedMarks(
      [
        { ...place, name: '总计' },
        { ...place, name: '总计（又）' },
        { ...place, amount: '3', name: '别的' },
      ],
      marks,
    );
    expect(named.map(({ name }) => name)).toEqual(['总计']);
  });
});
