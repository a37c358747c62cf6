import { Table, Utf8, tableToIPC, vectorFromArray } from 'apache-arrow';
import { afterEach, expect, test, vi } from 'vitest';
import { readArrowResult } from '../../src/engine/arrow-result.ts';
import { textVector } from '../../src/engine/text-vector.ts';

afterEach(() => vi.unstubAllGlobals());

test('A column of text is made without a function out of a string, which the policy of the page forbids', () => {
  const cells = ['年初预算', null, '', 'a', null, null, '一行\n"两行"', '𠀀', null, '6,504.45'];
  const construct = () => {
    throw new EvalError('unsafe-eval is not an allowed source of script');
  };
  vi.stubGlobal('Function', new Proxy(Function, { construct, apply: construct }));
  expect(() => vectorFromArray(cells, new Utf8())).toThrow(EvalError);
  const ipc = tableToIPC(new Table({ text: textVector(cells) }), 'stream');
  expect(readArrowResult(ipc).rows.map(({ text }) => text)).toEqual(cells);
});

test('A column without a cell is one', () => {
  expect(textVector([]).length).toBe(0);
  expect(textVector([null]).nullCount).toBe(1);
});
