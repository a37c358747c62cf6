import { describe, expect, test } from 'vitest';
import { reconciliationEn } from '../../../src/language/reconciliation-en.ts';
import { reconciliationZh } from '../../../src/language/reconciliation-zh.ts';
import { textsOf } from '../../../src/language/texts.ts';
import { readSqlFiles } from '../../../src/engine/sql-files-node.ts';
import { STATEMENTS, VERDICTS } from '../../../src/metrics/reconciliation-rows.ts';
import { findingsTable } from '../../../src/views/reconciliation/export-table.ts';
import { writtenFinding } from '../../../src/views/reconciliation/finding-text.ts';
import { finding, FINDINGS, RATE_CONFLICT, TOTAL_CONFLICT } from '../../fixtures/reconciliation-rows.ts';
import { BODIES } from '../../fixtures/dashboard-rows.ts';

const zh = textsOf('zh');
const en = textsOf('en');

describe('a finding in words', () => {
  test('has both sides with the same decimals, and the difference with its sign', () => {
    const written = writtenFinding(
      finding('x', { left_value: '171.1', right_value: '171.09', difference: '0.01' }),
      zh,
    );
    expect(written).toMatchObject({ left: '171.10 万元', right: '171.09 万元', difference: '+0.01 万元' });
  });

  test('speaks of points where rates are apart, and of the rates in percent', () => {
    expect(writtenFinding(RATE_CONFLICT, zh)).toMatchObject({
      left: '-8.2000%',
      right: '-9.1322%',
      difference: '+0.9322 个百分点',
      tolerance: '0.05 个百分点',
      reason: '按另一处公布的数计算则相符（1010）',
    });
  });

  test('is never given a difference where one side is not there', () => {
    const none = finding('x', {
      right_value: null,
      difference: '3',
      verdict: 'not_checkable',
      reason: 'not_published',
    });
    expect(writtenFinding(none, zh)).toMatchObject({ right: '未公布', difference: null });
  });

  test('says that there is no ratio where the base is 0, and not that something is unpublished', () => {
    const rate = finding('x', { unit: '%', right_value: null, verdict: 'conflict', reason: 'zero_base' });
    expect(writtenFinding(rate, zh).right).toBe('没有比例');
    expect(writtenFinding(rate, en).right).toBe('no ratio');
  });

  test('keeps an amount of more digits than a float could', () => {
    const exact = finding('x', { left_value: '12345678901234567890.123456', right_value: '1', difference: '0.000001' });
    expect(writtenFinding(exact, zh)).toMatchObject({
      left: '12,345,678,901,234,567,890.123456 万元',
      difference: '+0.000001 万元',
    });
  });

  test('is the sentence of the query in Chinese, and one put together of its parts in English', () => {
    expect(writtenFinding(TOTAL_CONFLICT, zh).sentence).toBe(TOTAL_CONFLICT.message);
    const english = writtenFinding(TOTAL_CONFLICT, en);
    expect(english.sentence).toBe(
      '收、支总计: 正文写明的决算数 1,010 (CNY 10,000); 收入支出决算总表的总计 1,000 (CNY 10,000); difference +10 (CNY 10,000); inconsistent (to be verified).',
    );
    expect(english).toMatchObject({ rule: 'Text and statements', statement: 'Text' });
  });
});

describe('names of what the queries know', () => {
  test('are there for every rule, in both languages', async () => {
    const rules = (await readSqlFiles()).filter(({ folder }) => folder === 'checks').map(({ name }) => name);
    expect(rules.length).toBeGreaterThan(0);
    for (const { rules: names, ruleMeanings } of [reconciliationZh, reconciliationEn]) {
      expect(rules.filter((rule) => names[rule] === undefined || ruleMeanings[rule] === undefined)).toEqual([]);
    }
  });

  test('are there for every reason, and the Chinese ones are those of the queries', async () => {
    const seeds = (await readSqlFiles()).find(({ name }) => name === 'seed_reasons')!.statements[0]!;
    const reasons = [...seeds.matchAll(/^\s*\('(\w+)', '([^']*)'\)/gm)].map(([, reason, text]) => [reason, text]);
    expect(reasons.length).toBeGreaterThan(10);
    expect(new Set(reasons.map(([reason]) => reason)).size).toBe(reasons.length);
    expect(Object.fromEntries(reasons)).toEqual(reconciliationZh.reasons);
    expect(Object.keys(reconciliationEn.reasons).sort()).toEqual(Object.keys(reconciliationZh.reasons).sort());
  });

  test('are there for every statement and verdict, in both languages', () => {
    for (const words of [reconciliationZh, reconciliationEn]) {
      expect(STATEMENTS.filter((statement) => words.statements[statement] === undefined)).toEqual([]);
      expect(VERDICTS.filter((verdict) => words.verdicts[verdict] === undefined)).toEqual([]);
    }
  });
});

describe('the findings to take away', () => {
  const documents = BODIES[0]!.documents;
  const table = findingsTable(FINDINGS, documents, zh);

  test('have a cell for each column, and a row for each comparison, those that agree too', () => {
    expect(table.rows).toHaveLength(FINDINGS.length);
    expect(table.rows.filter((row) => row.length !== table.columns.length)).toEqual([]);
  });

  test('have exact numbers, the places and the checksum of the source', () => {
    const row = table.rows[0]!;
    const at = (column: string, which = 0) =>
      row[table.columns.flatMap((name, index) => (name === column ? [index] : []))[which]!];
    expect(at('数值')).toEqual({ exact: '1010' });
    expect(at('数值', 1)).toEqual({ exact: '1000.00' });
    expect(at('相差')).toEqual({ exact: '10' });
    expect(at('结果')).toBe('不一致（待核实）');
    expect(at('位置')).toBe(TOTAL_CONFLICT.left_locator);
    expect(at('SHA-256')).toBe(documents[0]!.sha256);
    expect(at('一句话')).toBe(TOTAL_CONFLICT.message);
  });
});
