import { expect, test } from 'vitest';
import { understand } from '../../../src/ingest/understand.ts';
import type { StartedBody } from '../../../src/state/started.ts';
import { withOtherNames } from '../../../src/views/check/other-names.ts';

const body = (id: string, name: string, parent: string | null = null): StartedBody => ({
  id,
  name,
  level: parent === null ? 'department' : 'unit',
  parent,
  years: [2024],
  documents: [],
});
const BODIES = [
  body('planning', '青川市规划和自然资源局'),
  body('planning-office', '青川市规划和自然资源局本级', 'planning'),
  body('archive', '青川市档案馆'),
];
const NAMES = new Map([
  ['planning', ['青川市规划资源局']],
  ['planning-office', ['局机关']],
]);

/** The body that a sentence is taken to speak of, on the page of another. */
function spokenOf(text: string, department: string): string | undefined {
  const bodies = withOtherNames(BODIES, department, NAMES);
  return understand(text, { department, year: 2024, bodies, subjects: [] }).understood[0]?.department;
}

test('A department is known by its other names from every page', () => {
  expect(spokenOf('2024年度青川市规划资源局支出总计100万元', 'archive')).toBe('planning');
  expect(spokenOf('2024年度青川市规划资源局支出总计100万元', 'planning')).toBe('planning');
});

test('What a unit is called within its department names it there, and nobody elsewhere', () => {
  expect(spokenOf('2024年度局机关支出总计100万元', 'planning')).toBe('planning-office');
  expect(spokenOf('2024年度局机关支出总计100万元', 'planning-office')).toBe('planning-office');
  expect(spokenOf('2024年度局机关支出总计100万元', 'archive')).toBeUndefined();
});

test('A body without other names keeps its own', () => {
  expect(withOtherNames(BODIES, 'archive', new Map()).map(({ aliases }) => aliases)).toEqual([[], [], []]);
});
