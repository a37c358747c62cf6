import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locatorOf } from '../../src/snapshot/locator.ts';
import { locatorsOf, placeOf } from '../../src/views/provenance/place-words.ts';

describe('A stored place in words', () => {
  test('has its statement, row, column and line', () => {
    expect(placeOf('收入支出决算总表·行「总计」·列「收入 决算数」·第 142 行')).toEqual({
      statement: '收入支出决算总表',
      row: '总计',
      column: '收入 决算数',
      page: null,
      line: '142',
    });
  });

  test('has its page and no line where the document has pages: the line is one of the text as read', () => {
    expect(placeOf('财政拨款“三公”经费支出决算表·列「决算数 合计」·第 12 页·第 427 行')).toEqual({
      statement: '财政拨款“三公”经费支出决算表',
      row: null,
      column: '决算数 合计',
      page: '12',
      line: null,
    });
  });

  test('stays as it is where it is not made of such parts', () => {
    expect(placeOf('环境卫生 700 + 其他 40')).toBe('环境卫生 700 + 其他 40');
    expect(placeOf('公开01表 收入支出决算总表，行“总计”，第 31 行')).toBe(
      '公开01表 收入支出决算总表，行“总计”，第 31 行',
    );
  });

  test('says of every place what was recorded of it', () => {
    const name = fc.stringMatching(/^[一-龥A-Za-z0-9（）“”、 ]{1,12}$/);
    const place = fc.record({
      section: fc.oneof(fc.constant(''), name),
      row: fc.option(name, { nil: null }),
      column: fc.option(name, { nil: null }),
      page: fc.option(fc.integer({ min: 1, max: 999 }), { nil: null }),
      line: fc.integer({ min: 1, max: 9999 }),
    });
    fc.assert(
      fc.property(place, ({ section, row, column, page, line }) => {
        const locator = locatorOf({ section, row, column, page, line } as Parameters<typeof locatorOf>[0]);
        expect(placeOf(locator)).toEqual({
          statement: section === '' ? null : section,
          row,
          column,
          page: page === null ? null : String(page),
          line: page === null ? String(line) : null,
        });
      }),
    );
  });
});

test('Places of a sum are told apart, and a semicolon in a name parts nothing', () => {
  expect(locatorsOf('表·行「甲；乙」·第 3 行；表·行「丙」·第 4 行')).toEqual([
    '表·行「甲；乙」·第 3 行',
    '表·行「丙」·第 4 行',
  ]);
  expect(locatorsOf('表·第 3 页·第 40 行')).toEqual(['表·第 3 页·第 40 行']);
  expect(locatorsOf(null)).toEqual([]);
});
