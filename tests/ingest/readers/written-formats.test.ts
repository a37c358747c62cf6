import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/ingest/disclosure.ts';
import { IngestError } from '../../../src/ingest/ingest-error.ts';
import { ingest } from '../../../src/ingest/ingest.ts';
import { type Layout, PLAIN, SAMPLE, type Truth, write } from '../written-disclosure.ts';
import { writeDocx, writeHtml, writeSpaced, writeXlsxDocument } from './written-formats.ts';

const step = fc.bigInt({ min: 0n, max: 9_999_999_99n });
const truths: fc.Arbitrary<Truth> = fc
  .record({
    unit: fc.constantFrom('万元' as const, '元' as const),
    amounts: fc.array(fc.tuple(step, step), { minLength: 4, maxLength: 4 }),
    economic: fc.array(step, { minLength: 4, maxLength: 4 }),
    budget: fc.array(step, { minLength: 6, maxLength: 6 }),
    actual: fc.array(step, { minLength: 6, maxLength: 6 }),
  })
  .map(({ unit, amounts, economic, budget, actual }) => ({
    ...SAMPLE,
    unit,
    subjects: SAMPLE.subjects.map((subject, at) => ({
      ...subject,
      basic: amounts[at]![0] + 1n,
      project: amounts[at]![1],
    })),
    economic: SAMPLE.economic.map((subject, at) => ({ ...subject, amount: economic[at]! + 1n })),
    threePublic: { budget: budget.map((each) => each + 1n), actual },
  }));
const layouts: fc.Arbitrary<Layout> = fc.record({
  thousands: fc.boolean(),
  spaced: fc.boolean(),
  lineNumbers: fc.boolean(),
  pageBreaks: fc.constant(false),
  trimmed: fc.constant(false),
  contents: fc.boolean(),
  vertical: fc.boolean(),
  reversed: fc.boolean(),
  eol: fc.constant('\n' as const),
});

/** What a figure says, without where it stands. */
function told(figures: readonly Figure[]): string[] {
  return figures
    .map((each) =>
      [
        each.statement,
        each.side,
        each.row_code ?? each.row_name,
        each.column_key,
        each.fund,
        each.fiscal_year,
        each.amount,
        each.published_text,
        each.half_width,
        each.budget_kind,
      ].join(' '),
    )
    .sort();
}

async function toldBy(bytes: Uint8Array, fileName: string): Promise<{ figures: string[]; unplaced: unknown[] }> {
  const { figures, sections } = await ingest(bytes, { fileName, bodies: [] });
  const statements = sections.filter(({ kind }) => kind === 'statement');
  return { figures: told(figures), unplaced: statements.flatMap(({ unplaced }) => unplaced) };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const runs = { numRuns: 25, seed: 31 };

describe('one disclosure in every format gives the same figures', () => {
  const same = (name: string, make: (truth: Truth, layout: Layout) => Uint8Array | Promise<Uint8Array>): void => {
    test.prop([truths, layouts], runs)(name, async (truth, layout) => {
      const expected = await toldBy(utf8(write(truth, layout)), 'written.txt');
      expect(expected.figures.length).toBeGreaterThan(100);
      const { figures, unplaced } = await toldBy(await make(truth, layout), 'written');
      expect(unplaced).toEqual(expected.unplaced);
      expect(figures).toEqual(expected.figures);
    });
  };
  same('HTML', (truth, layout) => utf8(writeHtml(truth, layout)));
  same('XLSX', writeXlsxDocument);
  same('DOCX', writeDocx);
});

describe('a layout that loses something gives no other figure than the whole one', () => {
  /** Figures by what they are, without name and place. */
  const amounts = (figures: readonly Figure[]): Map<string, string | null> =>
    new Map(
      figures
        .filter(({ row_code }) => row_code !== null)
        .map((each) => [
          [each.statement, each.side, each.row_code, each.column_key, each.fund, each.fiscal_year].join(' '),
          each.amount,
        ]),
    );

  async function lies(truth: Truth, layout: Layout, text: string): Promise<string[]> {
    const whole = amounts((await ingest(utf8(write(truth, layout)), { fileName: 'whole.txt', bodies: [] })).figures);
    try {
      const { figures } = await ingest(utf8(text), { fileName: 'lost.txt', bodies: [] });
      return [...amounts(figures)]
        .filter(([key, amount]) => whole.get(key) !== amount)
        .map(([key, amount]) => `${key}: ${amount}, not ${whole.get(key) ?? 'there'}`);
    } catch (error) {
      expect(error).toBeInstanceOf(IngestError);
      return [];
    }
  }

  test.prop([truths, layouts, fc.constantFrom(1 as const, 2 as const)], { numRuns: 60, seed: 32 })(
    'columns held by spaces',
    async (truth, layout, wide) => {
      expect(await lies(truth, layout, writeSpaced(truth, layout, wide))).toEqual([]);
    },
  );

  it.each([1, 2] as const)(
    'columns held by spaces, Chinese characters %d wide: what is certain is given',
    async (wide) => {
      const layout = { ...PLAIN, vertical: true };
      const expected = await ingest(utf8(write(SAMPLE, layout)), { fileName: 'whole.txt', bodies: [] });
      const { figures } = await ingest(utf8(writeSpaced(SAMPLE, layout, wide)), { fileName: 'spaced.txt', bodies: [] });
      expect(told(figures)).toEqual(told(expected.figures));
    },
  );
});
