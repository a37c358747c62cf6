import { zlibSync, deflateSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeStatement, encodeStatement } from '../../src/state/statement-address.ts';

test('A statement comes out of the address as it went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (statement) => {
      const encoded = encodeStatement(statement);
      if (encoded !== null) expect(decodeStatement(encoded)).toBe(statement);
      expect((encoded ?? '').length).toBeLessThanOrEqual(4_000);
    }),
  );
});

test('A short statement can be read in the address; a long one is compressed; one without end is left out', () => {
  expect(encodeStatement('select 1')).toBe('select 1');
  const long = Array.from({ length: 300 }, (_, i) => `select '部门${i}' as a`).join('\nunion all\n');
  expect(encodeStatement(long)!.length).toBeLessThan(encodeURIComponent(long).length / 5);
  const noise = Array.from({ length: 20_000 }, (_, i) => ((i * 7919) % 99_991).toString(36)).join(' ');
  expect(encodeStatement(noise)).toBeNull();
});

test.each([
  ['no base64', '.%%%'],
  ['not compressed', '.aaaa'],
  ['of another kind', `.${btoa(String.fromCharCode(...zlibSync(new Uint8Array(10))))}`],
  ['a bomb', `.${btoa(String.fromCharCode(...deflateSync(new Uint8Array(1_000_000))))}`],
])('An address that is %s gives no statement', (_, encoded) => {
  expect(decodeStatement(encoded)).toBeNull();
});
