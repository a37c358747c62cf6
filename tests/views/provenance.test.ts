import { describe, expect, test } from 'vitest';
import type { SourceSide } from '../../src/components/figure-source.ts';
import { textsOf } from '../../src/language/texts.ts';
import { voiceOf } from '../../src/language/voice.ts';
import { headlineSource } from '../../src/views/overview/headline-source.ts';
import { citationOf, sentenceOf } from '../../src/views/provenance/citation.ts';
import {
  checksOfSide,
  checksOfSides,
  countedChecks,
  isContradicted,
  writtenCheck,
} from '../../src/views/provenance/side-checks.ts';
import { Sources } from '../../src/views/sources.ts';
import { BODIES, FIGURES, HEADLINES } from '../fixtures/dashboard-rows.ts';
import { CHECKS, figureCheck, RATE_CONFLICT, TOTAL_CONFLICT } from '../fixtures/reconciliation-rows.ts';

const zh = textsOf('zh');
const documents = BODIES[0]!.documents;
const row = HEADLINES.find(({ measure, fiscal_year: year }) => measure === 'total' && year === 2024)!;
const sourcesIn = (language: 'zh' | 'en') => new Sources(FIGURES, documents, voiceOf(language, 'wan'));
const source = headlineSource({ ...row, locator: TOTAL_CONFLICT.right_locator }, sourcesIn('zh'));
const side: SourceSide = source.sides[0]!;

describe('The checks of a figure', () => {
  test('are those of the number with its amount, where several stand in one place', () => {
    const other = figureCheck(RATE_CONFLICT, { amount: '7', number_unit: '%', number_id: 99 });
    expect(checksOfSide(side, [...CHECKS, other])).toEqual(CHECKS);
  });

  test('are all of the place for an amount that is implied by what stands there', () => {
    const stated = figureCheck(TOTAL_CONFLICT, { amount: '-100.5' });
    expect(checksOfSide({ ...side, value: '1100.5' }, [stated])).toEqual([stated]);
  });

  test('are not those of another document that has such a place too', () => {
    expect(checksOfSide(side, [figureCheck(TOTAL_CONFLICT, { document_id: 'example-2025' })])).toEqual([]);
  });

  test('are each listed once, and counted by what came of them', () => {
    const both = figureCheck(TOTAL_CONFLICT, { side: 'left' });
    const found = checksOfSides(source.sides, [...CHECKS, both]);
    expect(found).toEqual(CHECKS);
    expect(countedChecks(found, zh)).toBe('共 4 处核对：1 处不一致（待核实），3 处一致。');
  });

  test('are told with the rule, both values to the same decimals, and the verdict', () => {
    expect(writtenCheck(CHECKS[0]!, zh)).toEqual({
      verdict: '不一致（待核实）',
      rule: '文表核对',
      values: '收入支出决算总表的总计 1,000 万元；正文写明的决算数 1,010 万元',
    });
  });

  test('contradict a figure that is one of the two values, not one that was only added up', () => {
    expect(isContradicted(side, CHECKS)).toBe(true);
    expect(isContradicted(side, [figureCheck(TOTAL_CONFLICT, { own_value: '1010' })])).toBe(false);
    expect(isContradicted(side, CHECKS.slice(1))).toBe(false);
  });
});

describe('The sentence with what the checks found', () => {
  test('says that a figure is contradicted', () => {
    expect(sentenceOf(source, CHECKS, zh)).toBe(`${source.quote.text}（2024年决算数与文件另一处不一致，待核实）。`);
    expect(sentenceOf(source, CHECKS.slice(1), zh)).toBe(`${source.quote.text}。`);
  });

  test('does not say twice what the row said already', () => {
    const told = { ...source, quote: { ...source.quote, doubted: [side.label] } };
    expect(sentenceOf(told, CHECKS, zh)).toBe(`${source.quote.text}。`);
  });

  test('says what is known to contradict a figure even where the checks could not be run', () => {
    const mark = { finding: 'x', text: '', hint: '', onopen: () => undefined };
    const marked = { ...source, sides: [{ ...side, mark }] };
    expect(sentenceOf(marked, null, zh)).toContain('（2024年决算数与文件另一处不一致，待核实）（核对结果没有取得');
  });

  test('says that nothing is known where the checks could not be run', () => {
    expect(sentenceOf(source, null, zh)).toBe(`${source.quote.text}（核对结果没有取得，未说明是否有不一致）。`);
  });
});

describe('The citation', () => {
  const at = { address: 'https://example.org/?department=example-parks&year=2024', accessed: '2026-11-25' };

  test('has document, places, both files with their SHA-256, whether it was compared, query, address and day', () => {
    const text = citationOf(source, { ...at, texts: zh });
    expect(text).toBe(
      `《示例市园林局2024年度部门决算》，2024年决算数：${side.locators[0]!}；2023年决算数：${source.sides[1]!.locators[0]!}。` +
        `来源文件 example-parks-2024.txt，SHA-256 ${'0f'.repeat(32)}（二次来源副本，未与官方网站核对）。` +
        `数据快照 example-parks-2024.parquet，SHA-256 ${'a1'.repeat(32)}。` +
        '查询 queries/metrics/headline_changes.sql。' +
        '决算年比，https://example.org/?department=example-parks&year=2024，访问日期 2026-11-25。',
    );
  });

  test('says that the document was compared with the official site where it was', () => {
    const official = documents.map((document) => ({ ...document, checked_against_official: true }));
    const cited = headlineSource(row, new Sources(FIGURES, official, voiceOf('en', 'wan')));
    const text = citationOf(cited, { ...at, texts: textsOf('en') });
    expect(text).toContain('(compared with the official site). Data snapshot example-parks-2024.parquet, SHA-256 a1a1');
    expect(text).toMatch(/accessed 2026-11-25\.$/);
  });

  test('says so where the document is not recorded', () => {
    const text = citationOf(headlineSource(row, new Sources([], [], voiceOf('zh', 'wan'))), { ...at, texts: zh });
    expect(text).toContain('文件未记录，2024年决算数：');
  });
});
