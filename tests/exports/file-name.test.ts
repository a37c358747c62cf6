import { describe, expect, test } from 'vitest';
import { fileName } from '../../src/exports/file-name.ts';

describe('the name of a file', () => {
  test('says body, measure and years', () => {
    const subject = { body: '株洲市生态环境局', measure: '支出结构' };
    expect(fileName({ ...subject, years: [2024, 2023] }, 'csv')).toBe('株洲市生态环境局_支出结构_2023-2024.csv');
    expect(fileName({ ...subject, years: [2024] }, 'xlsx')).toBe('株洲市生态环境局_支出结构_2024.xlsx');
    expect(fileName({ ...subject, years: [] }, 'svg')).toBe('株洲市生态环境局_支出结构.svg');
  });

  test.each(['<', '>', ':', '"', '/', '\\', '|', '?', '*', '\n', '\t', '\u0000', '\u202e', '\u200b'])(
    'holds no %j, which a file system or a reader takes for something else',
    (character) => {
      const name = fileName({ body: `甲${character}乙`, measure: '丙', years: [2024] }, 'csv');
      expect(name).not.toContain(character);
      expect(name).toMatch(/^甲-?乙_丙_2024\.csv$/);
    },
  );

  test('ends no part with a dot or a space, and begins none with them', () => {
    expect(fileName({ body: ' ..甲局. ', measure: '合计 · 财政拨款', years: [] }, 'csv')).toBe(
      '甲局_合计-财政拨款.csv',
    );
  });

  test('is none that Windows keeps for a device', () => {
    expect(fileName({ body: 'CON', measure: '', years: [] }, 'csv')).toBe('_CON.csv');
    expect(fileName({ body: 'con', measure: '支出', years: [] }, 'csv')).toBe('con_支出.csv');
    expect(fileName({ body: '', measure: '', years: [] }, 'csv')).toBe('figures.csv');
  });

  test('stays below the 255 bytes of a file system', () => {
    const name = fileName({ body: '局'.repeat(300), measure: '𠮷'.repeat(300), years: [1999, 2024] }, 'xlsx');
    expect(new TextEncoder().encode(name).length).toBeLessThan(255);
    expect(name).toMatch(/_1999-2024\.xlsx$/);
    expect(() => encodeURIComponent(name)).not.toThrow();
  });
});
