import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/ingest/disclosure.ts';
import { IngestError } from '../../../src/ingest/ingest-error.ts';
import { readText } from '../../../src/ingest/readers/text.ts';
import { recogniseText } from '../recognise-text.ts';
import { type Layout, PLAIN, SAMPLE, type Truth, write } from '../written-disclosure.ts';
import { type Copied, writeCellByCell } from './written-formats.ts';

const step = fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 9_999_999_99n }), fc.bigInt({ min: 0n, max: 99n }));
/** 合计 and 小计 are the sums of their parts, as in the form. */
const threePublic = fc
  .tuple(step, step, step, step)
  .map(([overseas, purchase, operation, reception]) => [
    overseas + purchase + operation + reception,
    overseas,
    purchase + operation,
    purchase,
    operation,
    reception,
  ]);
const truths: fc.Arbitrary<Truth> = fc
  .record({
    unit: fc.constantFrom('万元' as const, '元' as const),
    amounts: fc.array(fc.tuple(step, step), { minLength: 4, maxLength: 4 }),
    economic: fc.array(step, { minLength: 4, maxLength: 4 }),
    budget: threePublic,
    actual: threePublic,
  })
  .map(({ unit, amounts, economic, budget, actual }) => ({
    ...SAMPLE,
    unit,
    subjects: SAMPLE.subjects.map((subject, at) => ({ ...subject, basic: amounts[at]![0], project: amounts[at]![1] })),
    economic: SAMPLE.economic.map((subject, at) => ({ ...subject, amount: economic[at]! })),
    threePublic: { budget, actual },
  }));
const layouts: fc.Arbitrary<Layout> = fc.record({
  thousands: fc.boolean(),
  spaced: fc.boolean(),
  lineNumbers: fc.boolean(),
  pageBreaks: fc.boolean(),
  trimmed: fc.constant(false),
  contents: fc.boolean(),
  vertical: fc.boolean(),
  reversed: fc.boolean(),
  eol: fc.constant('\n' as const),
});
const copies: fc.Arbitrary<Copied> = fc.record({
  blanks: fc.constantFrom('kept' as const, 'lost' as const),
  doubled: fc.boolean(),
  merged: fc.boolean(),
});

/**
 * A row is known by its code, or by its label where the code is that of a table which was not read. Of what kind a budget is
 * stands in a note outside the table, which may be the line that is lost.
 */
function keysOf({ statement, side, row_code, place, column_key, fund, fiscal_year }: Figure): string[] {
  const column = [side, column_key.replace('initial_budget', 'budget'), fund, fiscal_year].join(' ');
  const label = `${statement} ${place.row ?? place.column} ${column}`;
  return row_code === null ? [label] : [`${statement} ${row_code} ${column}`, label];
}

function figuresOf(text: string): Figure[] {
  try {
    return recogniseText(text).figures.filter(({ statement, quarantine }) => statement && quarantine === null);
  } catch (error) {
    expect(error).toBeInstanceOf(IngestError);
    return [];
  }
}

/** What the same disclosure says with its cells parted by tabs. */
function truthOf(truth: Truth, layout: Layout): Map<string, string | null> {
  const figures = figuresOf(write(truth, { ...layout, pageBreaks: false }));
  return new Map(figures.flatMap((figure) => keysOf(figure).map((key) => [key, figure.amount])));
}

function lies(text: string, whole: ReadonlyMap<string, string | null>): string[] {
  return figuresOf(text)
    .map((figure) => ({ figure, key: keysOf(figure)[0]! }))
    .filter(({ figure, key }) => whole.get(key) !== figure.amount)
    .map(({ figure, key }) => `${key}: ${figure.amount}, not ${whole.get(key) ?? 'there'}`);
}

/** The sample with other amounts: of the subjects [basic, project], of the economic subjects, and of the “三公”. */
function sampleOf(amounts: Array<[bigint, bigint]>, economic: bigint[], budget: bigint[], actual: bigint[]): Truth {
  return {
    ...SAMPLE,
    unit: '元',
    subjects: SAMPLE.subjects.map((subject, at) => ({ ...subject, basic: amounts[at]![0], project: amounts[at]![1] })),
    economic: SAMPLE.economic.map((subject, at) => ({ ...subject, amount: economic[at]! })),
    threePublic: { budget, actual },
  };
}

const NOTHING = [0n, 0n, 0n, 0n, 0n, 0n];
const REVERSED: Layout = { ...PLAIN, thousands: false, pageBreaks: true, contents: false, reversed: true };
/** Damage by which a figure once stood where another had stood. */
const DAMAGED: Array<[Truth, Layout, Copied, number, boolean]> = [
  [
    sampleOf(
      [
        [0n, 0n],
        [22n, 0n],
        [0n, 0n],
        [0n, 0n],
      ],
      [0n, 0n, 1n, 0n],
      [2n, 0n, 0n, 0n, 0n, 2n],
      NOTHING,
    ),
    REVERSED,
    { blanks: 'lost', doubled: true, merged: true },
    211,
    true,
  ],
  [
    sampleOf(
      [
        [0n, 0n],
        [0n, 0n],
        [2n, 9n],
        [0n, 0n],
      ],
      [0n, 75n, 0n, 2n],
      NOTHING,
      NOTHING,
    ),
    { ...REVERSED, vertical: true },
    { blanks: 'kept', doubled: false, merged: false },
    88,
    true,
  ],
  [
    sampleOf(
      [
        [99n, 2n],
        [1n, 0n],
        [0n, 0n],
        [0n, 0n],
      ],
      [0n, 1n, 0n, 0n],
      NOTHING,
      [27n, 2n, 24n, 0n, 24n, 1n],
    ),
    { ...REVERSED, lineNumbers: false, contents: true, vertical: true },
    { blanks: 'lost', doubled: true, merged: false },
    11,
    true,
  ],
];

describe('a text with every cell on a line of its own', () => {
  test.prop([truths, layouts, fc.boolean(), fc.boolean()], { numRuns: 20, seed: 61 })(
    'gives every figure where blank cells are kept as empty lines',
    (truth, layout, doubled, merged) => {
      const whole = truthOf(truth, layout);
      const text = writeCellByCell(truth, layout, { blanks: 'kept', doubled, merged });
      expect(lies(text, whole)).toEqual([]);
      expect(figuresOf(text)).toHaveLength(figuresOf(write(truth, layout)).length);
    },
  );

  test.prop([truths, layouts, copies], { numRuns: 20, seed: 62 })('gives no other figure', (truth, layout, copied) => {
    expect(lies(writeCellByCell(truth, layout, copied), truthOf(truth, layout))).toEqual([]);
  });

  test.prop([truths, layouts, copies, fc.nat(), fc.boolean()], { numRuns: 150, seed: 63, examples: DAMAGED })(
    'gives no other figure that is used either where a line is lost or doubled',
    (truth, layout, copied, at, isLost) => {
      const lines = writeCellByCell(truth, layout, copied).split('\n');
      const from = lines.findIndex((line) => line === '单位：万元' || line === '单位：元');
      const to = lines.findIndex((line, place) => place > from && line === '第二部分');
      const place = from + 1 + (at % (to - from - 1));
      const damaged = isLost ? lines.toSpliced(place, 1) : lines.toSpliced(place, 0, lines[place]!);
      const shown = `${isLost ? 'lost' : 'doubled'}: ${lines.slice(place - 3, place + 3).join('|')}`;
      expect([shown, ...lies(damaged.join('\n'), truthOf(truth, layout))]).toEqual([shown]);
    },
    300_000,
  );

  it.each([true, false])('without its blank cells is used where a row or a sum is whole (行次 %s)', (lineNumbers) => {
    const layout = { ...PLAIN, lineNumbers, vertical: true };
    const published = (text: string): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const { statement, published_text } of figuresOf(text))
        if (/\d/.test(published_text)) counts[statement] = (counts[statement] ?? 0) + 1;
      return counts;
    };
    const whole = published(write(SAMPLE, layout));
    const used = published(writeCellByCell(SAMPLE, layout, { blanks: 'lost' }));
    expect(used).toMatchObject({ basic_expenditure: whole.basic_expenditure, three_public: whole.three_public });
    expect(used.expenditure).toBeGreaterThanOrEqual(9);
    expect(used.general_public_expenditure).toBeGreaterThanOrEqual(9);
    expect(used.income_expenditure).toBeGreaterThanOrEqual(lineNumbers ? whole.income_expenditure! : 6);
    expect(used.fiscal_appropriation).toBeGreaterThanOrEqual(4);
  });

  it('leaves a row that lacks a number unplaced, and says why', () => {
    const cells = '201|一般公共服务支出|5.00|5.00|205|教育支出|7.00|3.00|4.00'.split('|');
    const { sections, figures } = recogniseText(
      [
        '2023年度青川市档案馆部门决算',
        '支出决算表',
        '单位：万元',
        ...'项目|本年支出合计|基本支出|项目支出|功能分类科目编码|科目名称|栏次|1|2|3'.split('|'),
        ...'合计|12.00|8.00|4.00'.split('|'),
        ...cells,
        '第二部分 部门决算情况说明',
        '一、收入支出决算总体情况说明',
        '收支平衡。',
      ].join('\n'),
    );
    const { unplaced } = sections.find(({ id }) => id === 'expenditure') ?? sections[0]!;
    expect(unplaced.map(({ text, reason }) => [text, reason])).toEqual([
      ['?5.00', '这个数字对应哪一列不能确定'],
      ['?5.00', '这个数字对应哪一列不能确定'],
    ]);
    expect(figures.map(({ row_code, amount }) => [row_code, amount])).toEqual([
      ['total', '12'],
      ['total', '8'],
      ['total', '4'],
      ['205', '7'],
      ['205', '3'],
      ['205', '4'],
    ]);
  });

  it('goes on over the end of a page and its number', () => {
    const text =
      '收入决算表|单位：万元|项目|预算数|决算数|合计|3.00|2.50|1．因公出国（境）费|1.00|0.80|- 4 -|\f2．公务接待费|2.00|1.70|注：无。';
    const rows = readText(new TextEncoder().encode(text.replaceAll('|', '\n')), 'a.txt').map(({ cells }) => cells);
    expect(rows).toContainEqual(['2．公务接待费', '2.00', '1.70']);
  });

  it('leaves lists and headings of the text as they are', () => {
    const text = '部门决算公开表|项目|一、办公室|二、人事科|1|合计|三、财务科|本部门共有 3 个科室。';
    const lines = text.split('|');
    expect(readText(new TextEncoder().encode(lines.join('\n')), 'a.txt').map((line) => line.text)).toEqual(lines);
  });
});
