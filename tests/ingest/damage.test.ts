import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Figure } from '../../src/ingest/disclosure.ts';
import { IngestError } from '../../src/ingest/ingest-error.ts';
import { recogniseText } from './recognise-text.ts';
import { PLAIN, SAMPLE, write } from './written-disclosure.ts';

const TEXT = write(SAMPLE, { ...PLAIN, contents: false });
const FROM = TEXT.indexOf('收入支出决算总表');
const TO = TEXT.indexOf('第二部分');
const TABS = [...TEXT.matchAll(/\t/g)].map(({ index }) => index);
const LINES = TEXT.split('\n').length;

function figuresOf(text: string): Figure[] {
  return recogniseText(text, 'damaged.txt').figures;
}

/** A row is known by its code, or by its label where it has none. */
function keyOf({ statement, side, row_code, place, column_key, fund }: Figure): string {
  return [statement, side, row_code ?? place.row, column_key, fund].join(' ');
}

const TRUTH = new Map(figuresOf(TEXT).map((figure) => [keyOf(figure), figure.amount]));

/** Amounts that the damaged text gives otherwise than the whole one. What it does not give at all is no lie. */
function lies(text: string): string[] {
  try {
    return figuresOf(text)
      .filter((figure) => TRUTH.has(keyOf(figure)) && TRUTH.get(keyOf(figure)) !== figure.amount)
      .map((figure) => `${keyOf(figure)}: ${figure.amount}, not ${TRUTH.get(keyOf(figure))}`);
  } catch (error) {
    expect(error).toBeInstanceOf(IngestError);
    return [];
  }
}

const runs = { numRuns: 150, seed: 4711 };
const position = fc.integer({ min: FROM, max: TO - 1 });
const tab = fc.constantFrom(...TABS);

describe('damage to the text of the statements changes no amount in silence', () => {
  test.prop([tab], runs)('a lost separator', (at) => {
    expect(lies(TEXT.slice(0, at) + TEXT.slice(at + 1))).toEqual([]);
  });

  test.prop([tab], runs)('an added separator', (at) => {
    expect(lies(`${TEXT.slice(0, at)}\t${TEXT.slice(at)}`)).toEqual([]);
  });

  test.prop([position], runs)('a line broken in two', (at) => {
    expect(lies(`${TEXT.slice(0, at)}\n${TEXT.slice(at)}`)).toEqual([]);
  });

  test.prop([position], runs)('a space inside a word or a number', (at) => {
    expect(lies(`${TEXT.slice(0, at)} ${TEXT.slice(at)}`)).toEqual([]);
  });

  test.prop([fc.integer({ min: 5, max: LINES - 1 })], runs)('a lost line', (line) => {
    expect(lies(TEXT.split('\n').toSpliced(line, 1).join('\n'))).toEqual([]);
  });

  test.prop([position], runs)('an end in the middle', (at) => {
    expect(lies(TEXT.slice(0, at))).toEqual([]);
  });
});
