import { expect, test } from 'vitest';
import { inPickerOrder, resolveSelection, withUnits } from '../../src/state/selection.ts';
import type { StartedBody } from '../../src/state/started.ts';

const body = (id: string, years: number[], parent: string | null = null): StartedBody => ({
  id,
  name: id,
  level: parent === null ? 'department' : 'unit',
  parent,
  years,
  documents: [],
});

const bodies = [body('unit-of-b', [2024], 'b'), body('a', [2022, 2024, 2023]), body('b', [2024])];
const asked = (department: string | null, year: number | null) => resolveSelection({ department, year }, bodies);

test('an empty address opens the first department in its latest year and drops nothing', () => {
  expect(asked(null, null)).toMatchObject({ selection: { body: { id: 'a' }, year: 2024 }, dropped: [] });
});

test('a known department and year are opened as asked', () => {
  expect(asked('a', 2022)).toMatchObject({ selection: { body: { id: 'a' }, year: 2022 }, dropped: [] });
});

test('a unit is opened by its own id', () => {
  expect(asked('unit-of-b', null)).toMatchObject({ selection: { body: { id: 'unit-of-b' }, year: 2024 } });
});

test('an unknown department is said, and the first is opened in the year asked for', () => {
  expect(asked('nowhere', 2023)).toMatchObject({
    selection: { body: { id: 'a' }, year: 2023 },
    dropped: [{ name: 'department', value: 'nowhere' }],
  });
});

test('an unknown year is said, and the latest of the department is opened', () => {
  expect(asked('b', 1999)).toMatchObject({
    selection: { body: { id: 'b' }, year: 2024 },
    dropped: [{ name: 'year', value: '1999' }],
  });
});

test('without any body that has a year nothing is opened', () => {
  expect(resolveSelection({ department: 'a', year: 2024 }, [body('a', [])]).selection).toBeNull();
});

test('units follow their department, and units of an unknown department come last', () => {
  const lost = body('lost', [2024], 'unknown');
  expect(inPickerOrder([lost, ...bodies]).map(({ id }) => id)).toEqual(['a', 'b', 'unit-of-b', 'lost']);
});

test('what is told of a department takes in its units, and what is told of a unit nothing else', () => {
  expect(withUnits('b', bodies).map(({ id }) => id)).toEqual(['b', 'unit-of-b']);
  expect(withUnits('unit-of-b', bodies).map(({ id }) => id)).toEqual(['unit-of-b']);
});
