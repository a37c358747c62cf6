import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { recogniseText } from './recognise-text.ts';
import { PLAIN, SAMPLE, write } from './written-disclosure.ts';

const TEXT = write(SAMPLE, { ...PLAIN, contents: false });

/** The rows of the expenditure statement: their lines, and the cells of each. */
const LINES = TEXT.split('\n');
const FROM = LINES.findIndex((line) => line.startsWith('支出决算表'));
const ROWS = LINES.flatMap((line, at) => (at > FROM && /^\d{3,7}\t/.test(line) ? [at] : [])).filter(
  (at, index, all) => index === 0 || at - all[0]! < 20,
);

/** The text with the amounts of these rows moved one row down, the first of them blank. */
function shifted(rows: readonly number[]): string {
  const lines = [...LINES];
  const amounts = (at: number): string[] => LINES[at]!.split('\t').slice(2);
  for (const [index, at] of rows.entries()) {
    const moved = index === 0 ? amounts(at).map(() => '') : amounts(rows[index - 1]!);
    lines[at] = [...LINES[at]!.split('\t').slice(0, 2), ...moved].join('\t');
  }
  return lines.join('\n');
}

const statuses = (text: string): Record<string, string> =>
  Object.fromEntries(recogniseText(text).sections.map(({ id, status }) => [id, status]));

describe('a table whose amounts slipped by a row', () => {
  const disclosure = recogniseText(shifted(ROWS));

  it('is quarantined with what is wrong with it, the others are not', () => {
    expect(statuses(shifted(ROWS))).toMatchObject({ expenditure: 'quarantined', general_public_expenditure: 'data' });
    const reasons = new Set(disclosure.figures.map(({ statement, quarantine }) => `${statement} ${quarantine ?? ''}`));
    expect([...reasons].find((reason) => reason.startsWith('expenditure '))).toMatch(/个小计有 \d+ 个不等于下级之和/);
  });

  it('keeps its figures as published', () => {
    expect(disclosure.figures.filter(({ statement }) => statement === 'expenditure').length).toBeGreaterThan(20);
  });
});

describe('what is no slipped table', () => {
  it('a sound document', () => {
    expect(Object.values(statuses(TEXT))).not.toContain('quarantined');
  });

  test.prop([fc.constantFrom(...ROWS), fc.integer({ min: 1, max: 9_999 })])(
    'one wrong amount, whichever it is: it stays to be checked',
    (at, amount) => {
      const lines = [...LINES];
      const cells = lines[at]!.split('\t');
      cells[2] = `${amount}.37`;
      lines[at] = cells.join('\t');
      expect(statuses(lines.join('\n')).expenditure).toBe('data');
    },
  );
});
