import { describe, expect, test } from 'vitest';
import {
  countByVerdict,
  findingsWithSameNumbers,
  foldedFindings,
  gravestFirst,
} from '../../../src/views/reconciliation/finding-list.ts';
import { inOrder, matrixOf } from '../../../src/views/reconciliation/matrix.ts';
import { finding, FINDINGS, RATE_CONFLICT, TOTAL_CONFLICT } from '../../fixtures/reconciliation-rows.ts';

const ALL = { rule: null, statement: null, verdict: null };

describe('the list of findings', () => {
  test('leaves out what agrees until it is asked for', () => {
    const shown = foldedFindings(FINDINGS, ALL);
    expect(shown.map(({ finding: { verdict } }) => verdict)).toEqual([
      'conflict',
      'scope_differs',
      'rounding',
      'not_checkable',
    ]);
    expect(foldedFindings(FINDINGS, { ...ALL, verdict: 'agree' })).toHaveLength(120);
  });

  test('folds what only follows from a finding under it', () => {
    expect(foldedFindings(FINDINGS, ALL)[0]).toEqual({ finding: TOTAL_CONFLICT, followers: [RATE_CONFLICT] });
  });

  test('keeps what follows under its root also where the rule asked for is the root’s alone', () => {
    const shown = foldedFindings(FINDINGS, { ...ALL, rule: 'narrative_vs_statement' });
    expect(shown).toEqual([{ finding: TOTAL_CONFLICT, followers: [RATE_CONFLICT] }]);
  });

  test('goes by gravity and then by size, over the bodies that it takes in', () => {
    const of = (finding_id: string, cells: Partial<typeof TOTAL_CONFLICT>) =>
      finding(finding_id, { ...TOTAL_CONFLICT, finding_id, follows_from: null, ...cells });
    const ordered = gravestFirst([
      of('rounding', { verdict: 'rounding', severity: 0 }),
      of('small', { severity: 4, difference: '-9.5' }),
      of('large', { severity: 4, difference: '-10' }),
      of('grave', { severity: 5, difference: null }),
      of('following', { severity: 5, follows_from: 'grave' }),
    ]);
    expect(ordered.map(({ finding_id }) => finding_id)).toEqual(['grave', 'large', 'small', 'following', 'rounding']);
  });

  test('shows what follows by itself where its root is not asked for', () => {
    const shown = foldedFindings(FINDINGS, { ...ALL, rule: 'stated_rate', verdict: 'conflict' });
    expect(shown).toEqual([{ finding: RATE_CONFLICT, followers: [] }]);
  });

  test('narrows by rule, statement and verdict together', () => {
    const shown = foldedFindings(FINDINGS, { rule: 'stated_rate', statement: 'narrative', verdict: 'not_checkable' });
    expect(shown.map(({ finding: { subject } }) => subject)).toEqual(['因公出国（境）费的增减率']);
    expect(foldedFindings(FINDINGS, { ...ALL, statement: 'income' })).toEqual([]);
  });

  test('loses nothing: every finding that does not agree is shown once, by itself or under its root', () => {
    const shown = foldedFindings(FINDINGS, ALL).flatMap(({ finding: root, followers }) => [root, ...followers]);
    expect(shown.map(({ finding_id }) => finding_id).sort()).toEqual(
      FINDINGS.filter(({ verdict }) => verdict !== 'agree')
        .map(({ finding_id }) => finding_id)
        .sort(),
    );
  });
});

test('Verdicts are counted, those that did not occur as none', () => {
  expect(countByVerdict([TOTAL_CONFLICT, finding('a'), finding('b')])).toEqual({
    conflict: 1,
    scope_differs: 0,
    rounding: 0,
    not_checkable: 0,
    agree: 2,
  });
});

test('Other comparisons of the same numbers are found by whole numbers, without root and followers', () => {
  const own = finding('own', { left_numbers: '12', right_numbers: '3,40' });
  const sharing = finding('sharing', { left_numbers: '40', right_numbers: null });
  const alike = finding('alike', { left_numbers: '1', right_numbers: '2,123,4' });
  const follower = finding('follower', { left_numbers: '12', follows_from: own.finding_id });
  expect(findingsWithSameNumbers([own, sharing, alike, follower], own)).toEqual([sharing]);
});

describe('the matrix of statements and rules', () => {
  const matrix = matrixOf(FINDINGS, ['cross_statement', 'narrative_vs_statement', 'children_sum', 'stated_rate']);

  test('has rules in the order given and statements in the order of the national form, only those with comparisons', () => {
    expect(matrix.rules).toEqual(['cross_statement', 'narrative_vs_statement', 'children_sum', 'stated_rate']);
    expect(matrix.rows.map(({ statement }) => statement)).toEqual([
      'expenditure',
      'basic_expenditure',
      'three_public',
      'narrative',
    ]);
  });

  test('counts every comparison once in its cell, its row, its column and the whole', () => {
    const narrative = matrix.rows.find(({ statement }) => statement === 'narrative')!;
    expect(narrative.cells.map(({ count, conflicts }) => [count, conflicts])).toEqual([
      [0, 0],
      [1, 1],
      [0, 0],
      [2, 1],
      [3, 2],
    ]);
    expect(matrix.totals.at(-1)).toMatchObject({ count: FINDINGS.length, conflicts: 2, rule: null, statement: null });
    const inner = matrix.rows.flatMap(({ cells }) => cells.slice(0, -1));
    expect(inner.reduce((sum, { count }) => sum + count, 0)).toBe(FINDINGS.length);
  });

  test('puts rules and statements that nothing is known of behind the others, by name', () => {
    expect(inOrder(['z', 'b', 'a', 'b', 'y'], ['b', 'z'])).toEqual(['b', 'z', 'a', 'y']);
  });
});
