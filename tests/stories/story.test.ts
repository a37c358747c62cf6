import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packText } from '../../src/state/packed-text.ts';
import { readAddress } from '../../src/state/address.ts';
import {
  withNote,
  withoutStep,
  withStep,
  withStepChanged,
  withStepMoved,
  withStepTwice,
} from '../../src/stories/editing.ts';
import { readyMadeStory } from '../../src/stories/ready-made.ts';
import { addressOfStep, stepAt } from '../../src/stories/step-address.ts';
import { decodeStory, encodeStory } from '../../src/stories/story-address.ts';
import { readStoryFile, storyFile } from '../../src/stories/story-file.ts';
import { PANEL_VIEWS, plainStep, type PanelName, type Story, type StoryStep } from '../../src/stories/story.ts';

const BASE = { department: 'zhuzhou-ecology', year: 2024 };

const trimmed = (most: number) =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: most }).filter((text) => text.trim() === text && text !== '');
const note = fc.record({ text: trimmed(60), on: fc.array(fc.string({ maxLength: 12 }), { maxLength: 2 }) });
const step: fc.Arbitrary<StoryStep> = fc.record({
  panel: fc.constantFrom(...(Object.keys(PANEL_VIEWS) as PanelName[])),
  department: fc.option(fc.constantFrom('putuo-finance', 'a-b')),
  year: fc.option(fc.integer({ min: 1990, max: 2030 })),
  choices: fc.constant(''),
  title: fc.option(trimmed(40)),
  notes: fc.array(note, { maxLength: 3 }),
});
const story: fc.Arbitrary<Story> = fc.record({
  title: fc.option(trimmed(30)),
  department: fc.constantFrom('zhuzhou-ecology', 'putuo-finance'),
  year: fc.integer({ min: 1990, max: 2030 }),
  steps: fc.array(step, { maxLength: 10 }),
});

test('A story comes out of the address as it went in', () => {
  fc.assert(
    fc.property(story, (written) => {
      const encoded = encodeStory(written)!;
      expect(encodeURIComponent(encoded)).toBe(encoded);
      expect(decodeStory(encoded, { department: written.department, year: written.year })).toEqual({
        story: written,
        losses: [],
      });
    }),
  );
});

test('A story comes out of its file as it went in', () => {
  fc.assert(
    fc.property(story, (written) => {
      expect(readStoryFile(storyFile(written))).toEqual({ story: written, losses: [] });
    }),
  );
});

test('The ready-made story is its name alone, and follows the body and year of the address', () => {
  expect(encodeStory(readyMadeStory('zhuzhou-ecology', 2024))).toBe('auto');
  expect(decodeStory('auto', { department: 'putuo-finance', year: 2023 })!.story).toEqual(
    readyMadeStory('putuo-finance', 2023),
  );
});

test('Ten steps with their own titles and a note each stay below 2,000 characters', () => {
  const panels = Object.keys(PANEL_VIEWS) as PanelName[];
  const long: Story = {
    title: '株洲市生态环境局2024年决算：钱少了，项目没有少',
    ...BASE,
    steps: panels.slice(0, 10).map((panel, at) => ({
      ...plainStep(panel),
      title: `第${at}步：${['项目支出减少是主要原因', '人员经费增加被公用经费抵消', '执行率低于九成的有三项'][at % 3]}，详见${panel}`,
      notes: [{ text: `${at}：这一处要说明上年数由增减额推得，${panel}口径与部门一致`, on: [`total ${2020 + at}`] }],
    })),
  };
  expect(long.steps).toHaveLength(10);
  expect(encodeStory(long)!.length).toBeLessThan(2_000);
});

test('A step keeps what its view keeps in the address, and leads back to it', () => {
  const { address } = readAddress(
    '?department=putuo-finance&year=2023&view=change&subject=211&fund=fiscal&lang=en&unit=yi',
  );
  const made = stepAt('change', address, BASE);
  expect(made).toMatchObject({ department: 'putuo-finance', year: 2023 });
  expect(Object.fromEntries(new URLSearchParams(made.choices))).toEqual({ subject: '211', fund: 'fiscal' });
  const back = addressOfStep(made, BASE);
  expect(back).toMatchObject({
    view: 'change',
    subject: '211',
    fund: 'fiscal',
    department: 'putuo-finance',
    year: 2023,
  });
  // How the page looks is the reader's.
  expect(back).not.toHaveProperty('language');
  expect(back).not.toHaveProperty('unit');
});

test('What a file holds and nobody knows is left out, and said', () => {
  const read = readStoryFile(
    JSON.stringify({
      format: 'juesuan-story',
      version: 1,
      department: 'a',
      year: 2024,
      steps: [
        { panel: 'total', notes: [{ text: '' }, { text: '好', on: ['x', 'y', 'z'] }] },
        { panel: 'weather' },
        { panel: 'change', choices: 'fund=gold&subject=211' },
        7,
      ],
    }),
  )!;
  expect(read.story.steps).toEqual([
    { ...plainStep('total'), notes: [{ text: '好', on: ['x', 'y'] }] },
    { ...plainStep('change'), choices: 'subject=211' },
  ]);
  expect(read.losses.map(({ reason }) => reason)).toEqual([
    'unreadable',
    'unknown_panel',
    'not_followed',
    'unreadable',
  ]);
});

test.each([
  ['no story', '{"a": 1}'],
  ['no JSON', 'abc'],
  ['of a later version', '{"format":"juesuan-story","version":9,"department":"a","year":2024,"steps":[]}'],
])('A file that is %s is refused', (_, text) => {
  expect(readStoryFile(text)).toBeNull();
});

test.each([
  ['cut off', encodeStory({ ...readyMadeStory('a', 2024), title: '株洲' })!.slice(0, -9)],
  ['of a later version', `9${packText('[]')}`],
  ['no list', `1${packText('{}')}`],
  ['of text', `1${packText('株洲')}`],
  ['too long', `1${'A'.repeat(9_000)}`],
])('An address that is %s gives no story', (_, encoded) => {
  expect(decodeStory(encoded, BASE)).toBeNull();
});

test('Steps are moved, doubled, removed, titled and annotated; what is no place changes nothing', () => {
  const auto = readyMadeStory('a', 2024);
  const panels = ({ steps }: Story) => steps.map(({ panel }) => panel);
  expect(panels(withStepMoved(auto, 0, 2)).slice(0, 3)).toEqual(['change', 'structure', 'total']);
  expect(withStepMoved(auto, 0, -1)).toBe(auto);
  expect(withStepMoved(auto, 6, 7)).toBe(auto);
  expect(panels(withStepTwice(auto, 1)).slice(0, 3)).toEqual(['total', 'change', 'change']);
  expect(panels(withoutStep(auto, 0))[0]).toBe('change');
  expect(panels(withStep(auto, plainStep('trends'))).at(-1)).toBe('trends');
  expect(withStepChanged(auto, 1, { title: '少了' }).steps[1]!.title).toBe('少了');
  expect(withNote(auto, 0, { text: '  ', on: [] })).toBe(auto);
  expect(withNote(auto, 0, { text: ' 看 ', on: ['x'] }).steps[0]!.notes).toEqual([{ text: '看', on: ['x'] }]);
});
