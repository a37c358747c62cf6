import { describe, expect, test } from 'vitest';
import { textsOf } from '../../../src/language/texts.ts';
import { numbersOf } from '../../../src/state/reconciliation.svelte.ts';
import { coverageOf, uncheckedIn } from '../../../src/views/reconciliation/coverage.ts';
import { placesOf, type PublishedTable } from '../../../src/views/reconciliation/places.ts';
import { COVERAGE, PUBLISHED, publishedNumber, UNCHECKED } from '../../fixtures/reconciliation-rows.ts';

const zh = textsOf('zh');

describe('the places of a finding', () => {
  test('give back the whole row of a table, with all its columns and blanks', () => {
    expect(placesOf(PUBLISHED, new Set([11]))).toMatchObject([
      {
        kind: 'table',
        heading: '公开01表 收入支出决算总表',
        unit: '万元',
        columns: ['决算数', '预算数', '调整数'],
        rows: [{ name: '总计', cells: [{ numbers: [{ number_id: 11 }] }, { numbers: [{ number_id: 15 }] }, {}] }],
      },
    ]);
  });

  test('give back a sentence in reading order, the numbers of one subject together', () => {
    const [sentence] = placesOf(PUBLISHED, new Set([12]));
    expect(sentence).toMatchObject({
      kind: 'sentence',
      section_no: '一',
      phrases: [
        {
          subject: '收、支总计',
          numbers: [
            { published_text: '1010万元' },
            { published_text: '降低8.2%' },
            { published_text: '减少100.5万元' },
          ],
        },
        { subject: '退休', numbers: [{ published_text: '11人' }] },
      ],
    });
  });

  test('put the rows of one table into one table, in the order of the document', () => {
    const rows = [1, 2, 3].map((place) => publishedNumber(place, { place, row_name: `第 ${place} 行` }));
    const places = placesOf(rows, new Set([1, 3]));
    expect(places).toHaveLength(1);
    expect((places[0] as PublishedTable).rows.map(({ name }) => name)).toEqual(['第 1 行', '第 3 行']);
  });

  test('keep tables of the two sides of a statement apart, and lose no number of two columns of one name', () => {
    const rows = [
      publishedNumber(1, { place: 1, side: 'revenue' }),
      publishedNumber(2, { place: 2 }),
      publishedNumber(3, { place: 2 }),
    ];
    const places = placesOf(rows, new Set([1, 2])) as PublishedTable[];
    expect(places).toHaveLength(2);
    expect(places[1]!.rows[0]!.cells[0]!.numbers.map(({ number_id }) => number_id)).toEqual([2, 3]);
  });

  test('are none where no published number stands behind a side', () => {
    expect(placesOf(PUBLISHED, new Set(numbersOf(null)))).toEqual([]);
  });
});

describe('the coverage', () => {
  const coverage = coverageOf(COVERAGE, zh);

  test('lists statements before the text, whose sections have their own names', () => {
    expect(coverage.places.map(({ name, published, compared }) => [name, published, compared])).toEqual([
      ['收入支出总表', 12, 1],
      ['支出表', 69, 69],
      ['一、收入支出决算总体情况说明', 6, 4],
    ]);
  });

  test('adds up to the numbers published', () => {
    expect(coverage).toMatchObject({ published: 87, compared: 74 });
  });

  test('finds the numbers that were left out of a place', () => {
    expect(uncheckedIn(UNCHECKED, coverage.places[0]!.key)).toHaveLength(11);
    expect(uncheckedIn(UNCHECKED, coverage.places[2]!.key)).toEqual([]);
  });
});
