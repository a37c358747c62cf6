import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/ingest/disclosure.ts';
import { readNarrative } from '../../src/ingest/narrative.ts';
import { outline } from '../../src/ingest/outline.ts';
import { subjectsOf, tableOf } from '../../src/ingest/statement-table.ts';
import type { FinalStatement } from '../../src/ingest/statement-title.ts';
import type { Part } from '../../src/ingest/part.ts';
import { readText } from '../../src/ingest/readers/text.ts';

const NAME = 'zhuzhou-ecology-2024-final-accounts.txt';
const FILE = fileURLToPath(new URL(`../../../shared/documents/${NAME}`, import.meta.url));
const present = existsSync(FILE);
if (!present) console.warn(`${NAME} is not beside the project: its narrative is not tested here`);

describe.skipIf(!present)('the narrative of a real disclosure', () => {
  const parts = present ? outline(readText(readFileSync(FILE), NAME)) : [];
  const isStatement = (part: Part): part is Part & { statement: FinalStatement } => part.kind === 'statement';
  const context = {
    fiscal_year: 2024,
    department_id: 'zhuzhou-ecology',
    department_name: '株洲市生态环境局',
    subjects: subjectsOf(parts.filter(isStatement).map(tableOf)),
    findBody: () => null,
  };
  const readings = parts
    .filter((part) => part.kind === 'narrative')
    .map((part) => ({ part, ...readNarrative(part, context) }));
  const claims = readings.flatMap((reading) => reading.claims);
  const found = (want: Partial<Claim>) =>
    claims.filter((claim) => Object.entries(want).every(([key, value]) => claim[key as keyof Claim] === value));

  it('leaves no number out: every section has the claims that a person counts in it', () => {
    expect(readings.map(({ part, claims: own, unplaced }) => [part.no, own.length, unplaced.length])).toEqual([
      ['一', 6, 0],
      ['二', 3, 0],
      ['三', 5, 0],
      ['四', 6, 0],
      ['五', 79, 0],
      ['六', 5, 0],
      ['七', 28, 0],
      ['八', 0, 0],
      ['九', 3, 0],
      ['十', 14, 0],
      ['十一', 11, 0],
      ['十二', 3, 0],
      ['十三', 12, 0],
    ]);
  });

  it('states the headline changes once each', () => {
    const headline = (measure: string, kind: Claim['kind']) =>
      found({ measure, kind, is_detail: false }).map((c) => c.stated_value);
    expect(headline('total', 'change')).toEqual(['-565.63']);
    expect(headline('total', 'change_pct')).toEqual(['-8']);
    expect(headline('fiscal_total', 'change')).toEqual(['-565.63']);
    expect(headline('general_public_expenditure', 'change')).toEqual(['-565.63']);
    expect(headline('three_public', 'change')).toEqual(['-2.37']);
    expect(headline('three_public', 'change_pct')).toEqual(['-4.4']);
    expect(headline('vehicles', 'change')).toEqual(['0.44']);
    expect(headline('reception', 'change_pct')).toEqual(['-51.4']);
    expect(headline('agency_operation', 'change')).toEqual(['-110.28']);
    expect(found({ measure: 'operating', kind: 'change' }).map((c) => [c.stated_value, c.is_detail])).toEqual([
      ['-110.27', true],
      ['-110.27', true],
      ['-110.27', true],
    ]);
  });

  it('finds the code of each of the 18 items', () => {
    const initial = found({ column_key: 'initial_budget', measure: null });
    expect(initial.map((c) => [c.place.row, c.subject_code])).toEqual(
      [
        '2019999 2080501 2080505 2080506 2080802 2089999 2101101 2101103 2101199',
        '2110101 2110399 2110199 2110301 2110302 2110307 2110399 2129999 2210201',
      ]
        .flatMap((codes) => codes.split(' '))
        .map((code, index) => [`第${index + 1}项`, code]),
    );
  });

  it('keeps what contradicts the tables as it was published', () => {
    expect(found({ subject_code: '2110199' }).map((c) => [c.kind, c.stated_value, c.place.line])).toEqual([
      ['amount', '193', 517],
      ['amount', '188.34', 517],
      ['execution_pct', '97.59', 519],
    ]);
    // A rate on a budget of 0.
    expect(found({ subject_code: '2129999' }).map((c) => c.stated_value)).toEqual(['0', '43.69', '87.1']);
  });

  it('reads budgets, classes, parts and counts', () => {
    expect(found({ subject_code: 'total' }).map((c) => [c.column_key ?? c.base, c.stated_value])).toEqual([
      ['initial_budget', '5529.26'],
      ['actual', '6504.45'],
      ['initial_budget', '117.6'],
    ]);
    expect(found({ kind: 'share_pct', base: 'general_public_expenditure' }).map((c) => c.subject_code)).toEqual([
      '201',
      '208',
      '210',
      '211',
      '212',
      '221',
      null,
    ]);
    expect(found({ column_key: 'budget' }).map((c) => [c.measure, c.stated_value])).toEqual([
      ['three_public', '53.5'],
      ['overseas', '0'],
      ['vehicles', '48'],
      ['vehicle_purchase', '0'],
      ['vehicle_operation', '48'],
      ['reception', '5.5'],
    ]);
    expect(found({ kind: 'count', is_detail: false }).map((c) => `${c.subject} ${c.stated_text}`)).toEqual([
      '更新公务用车 0辆',
      '财政拨款的公务用车保有量 16辆',
      '接待来访团组 20个',
      '来宾 138人次',
      '车辆 16辆',
      '其他用车 10辆',
      '单位价值100万元以上设备（不含车辆） 0台（套）',
      '涉及项目 29个',
      '一般公共预算项目 29个',
      '“环境污染防治专项”“废旧电器电子产品拆解处理基金补贴审核专项”等项目 29个',
      '绩效自评得分 95.33分',
    ]);
    expect(found({ measure: 'conference' }).map((c) => [c.stated_value, c.half_width])).toEqual([['0.472', '0.0005']]);
  });
});
