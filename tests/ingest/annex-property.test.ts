import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { readOne } from './annex-parts.ts';

/** An amount to the cent, as exact decimal text without trailing zeros. */
const amount = fc.bigInt({ min: 0n, max: 10n ** 14n }).map((cents) => {
  const text = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
  return text.replace(/\.?0+$/, '');
});
const maybe = fc.option(amount, { nil: null, freq: 3 });
const points = fc
  .integer({ min: 0, max: 200 })
  .map((halves) => (halves % 2 ? `${(halves - 1) / 2}.5` : `${halves / 2}`));

const indicator = fc.record({
  level_3: fc.constantFrom('整治长度', '水质达标率', '完成时限', '群众满意度'),
  target: fc.constantFrom('12', '100%', '≥90%', '12 公里', '2024 年底'),
  achieved: fc.constantFrom('12', '98%', '完成', '0', '54000'),
  weight: points,
  score: fc.option(points, { nil: null, freq: 4 }),
});

const disclosed = fc.record({
  initial: maybe,
  revised: maybe,
  executed: maybe,
  pct: points,
  indicators: fc.array(indicator, { minLength: 1, maxLength: 6 }),
  /** Forms of dirt: spaces inside numbers, an empty column more, a page break inside a row, groups of digits. */
  spaced: fc.boolean(),
  padded: fc.boolean(),
  brokenAt: fc.nat(5),
  grouped: fc.boolean(),
});

type Disclosed = typeof disclosed extends fc.Arbitrary<infer T> ? T : never;

const GROUPS = [
  ['产出指标 (40分)', '数量指标'],
  ['', '质量指标'],
  ['效益指标', '社会效益指标'],
  ['', '可持续影响指标'],
  ['满意度指标', '服务对象满意度指标'],
  ['成本指标 (20 分)', '经济成本指标'],
] as const;

function printed(given: Disclosed): string {
  const number = (text: string | null): string => {
    if (text === null) return '';
    const grouped = given.grouped ? text.replace(/\B(?=(\d{3})+(?!\d)(?<!\.\d*))/g, ',') : text;
    return given.spaced ? [...grouped].join(' ') : grouped;
  };
  const more = given.padded ? [''] : [];
  const row = (...cells: string[]) => cells.join('\t');
  const lines = [
    '附件 7',
    '2024 年度项目支出绩效自评表',
    row('项目支出名称', '河道整治', '', '', '', '', '', '', ...more),
    row('主管部门', '规划科', '', '', '实施单位', '湖滨市水务局', '', '', ...more),
    row('项目资金（万元）', '', ...more, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'),
    row(
      '',
      '年度资金总额',
      ...more,
      number(given.initial),
      number(given.revised),
      number(given.executed),
      '10',
      `${given.pct}%`,
      given.pct,
    ),
    row('绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'),
  ];
  for (const [at, { level_3, target, achieved, weight, score }] of given.indicators.entries()) {
    const [level_1, level_2] = GROUPS[at]!;
    const broken = at === given.brokenAt;
    lines.push(
      row('', level_1, level_2, broken ? level_3.slice(0, 2) : level_3, target, achieved, weight, score ?? '', ''),
    );
    if (broken) lines.push('', row('', '', '', level_3.slice(2), '', '', '', '', ''));
  }
  lines.push(row('总分', '', '', '', '', '', '100', '88.5', ''));
  return lines.join('\n');
}

describe('a self-evaluation written and read back', () => {
  test.prop([disclosed], { numRuns: 150, seed: 20241 })(
    'holds every amount to the cent, every weight and every score',
    (given) => {
      const reading = readOne(printed(given));
      expect(reading.projects[0]).toMatchObject({
        initial_budget: given.initial,
        revised_budget: given.revised,
        executed: given.executed,
        stated_execution_pct: given.pct,
        execution_score: given.pct,
        score: '88.5',
      });
      expect(
        reading.indicators.map(({ level_3, target, achieved, weight, score }) => ({
          level_3,
          target,
          achieved,
          weight,
          score,
        })),
      ).toEqual(given.indicators);
      expect(reading.unplaced).toEqual([]);
    },
  );

  test.prop([disclosed, fc.nat(400)], { numRuns: 100, seed: 20242 })(
    'loses no number in silence when it is cut anywhere',
    (given, at) => {
      const whole = printed(given);
      const reading = readOne(whole.slice(0, whole.indexOf('项目支出名称') + at));
      const amounts = reading.figures.length;
      const inIndicators = reading.indicators.flatMap(({ target, achieved, weight, score }) => [
        target,
        achieved,
        weight,
        score,
      ]);
      const told = inIndicators.filter((text) => text !== null && /^[\d.]+%?$/.test(text)).length;
      expect(reading.numbers_seen).toBe(amounts + told + reading.unplaced.length);
    },
  );
});
