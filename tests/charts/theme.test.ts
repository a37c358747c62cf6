import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FORMAT_TYPES } from '../../src/charts/locale.ts';
import { textWidth } from '../../src/charts/text-width.ts';
import { FONT, PALETTE, SERIES, TITLE_FONT } from '../../src/charts/theme.ts';
import { contrast } from './contrast.ts';

const css = readFileSync(new URL('../../src/app.css', import.meta.url), 'utf8');

/** Declarations of the custom properties in the first rule whose selector is that. */
function propertiesOf(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`));
  return Object.fromEntries(
    [...block.slice(0, block.indexOf('}')).matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );
}

describe.each([
  ['light', ':root'],
  ['dark', ":root[data-theme='dark']"],
  ['dark', ":root:not([data-theme='light'])"],
] as const)('the %s colours of %s', (mode, selector) => {
  test('of lines beside each other stand out from the paper and from each other', () => {
    expect(new Set(SERIES[mode]).size).toBe(SERIES[mode].length);
    for (const colour of SERIES[mode]) expect(contrast(colour, PALETTE[mode].paper), colour).toBeGreaterThan(3);
  });

  test('are those of the charts', () => {
    expect(propertiesOf(selector)).toMatchObject(PALETTE[mode]);
  });
});

test.each(['light', 'dark'] as const)('text and marks stand out enough in %s', (mode) => {
  const { ink, muted, accent, first, second, paper } = PALETTE[mode];
  for (const text of [ink, muted, accent, first]) expect(contrast(text, paper)).toBeGreaterThanOrEqual(4.5);
  // A part is told from its whole by more than a shade.
  expect(contrast(first, second)).toBeGreaterThanOrEqual(3);
});

test('the fonts of charts and of their titles are those of the page', () => {
  const { sans, serif } = propertiesOf(':root');
  const asOneLine = (font: string | undefined) => font?.replaceAll(/\s+/g, ' ').trim();
  expect([FONT, TITLE_FONT]).toEqual([asOneLine(sans), asOneLine(serif)]);
});

test('paper shows the colours of a dark page as those of a light one', () => {
  const print = readFileSync(new URL('../../src/print.css', import.meta.url), 'utf8');
  const onPaper = (attribute: string, colour: string) =>
    new RegExp(`\\[${attribute}='${colour}'\\] \\{\\s*${attribute}: (#\\w+);`).exec(print)?.[1];
  const { paper: darkPaper, ...dark } = PALETTE.dark;
  const pairs: [string, string][] = [
    [darkPaper, '#ffffff'],
    [PALETTE.light.paper, '#ffffff'],
    ...Object.entries(dark).map(([name, colour]): [string, string] => [colour, PALETTE.light[name as 'ink']]),
    ...SERIES.dark.map((colour, at): [string, string] => [colour, SERIES.light[at]!]),
  ];
  for (const [shown, printed] of pairs)
    for (const attribute of ['fill', 'stroke']) expect(onPaper(attribute, shown), shown).toBe(printed);
  const { paper: _paper, ...light } = PALETTE.light;
  for (const colour of [...Object.values(light), ...SERIES.light]) expect(print).not.toContain(`='${colour}'`);
});

test('axis numbers keep a minus that pastes into a spreadsheet', () => {
  expect(FORMAT_TYPES.wan(-1234567.5)).toBe('-1,234,567.5');
  expect(FORMAT_TYPES.percent(110)).toBe('110%');
  expect(FORMAT_TYPES.wan(Number.NaN)).toBe('');
});

test('a Chinese character is as wide as its size, a figure about half', () => {
  expect(textWidth('决算', 10)).toBe(20);
  expect(textWidth('10', 10)).toBeCloseTo(11.4);
  expect(textWidth('', 10)).toBe(0);
});
