import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from '../../tools/sources.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sources-'));
  mkdirSync(join(folder, 'src/money'), { recursive: true });
  writeFileSync(join(folder, 'src/money/parse.ts'), 'a');
  writeFileSync(join(folder, 'index.html'), 'b');
});
afterEach(() => rmSync(folder, { recursive: true }));

const print = () => fingerprint(folder, ['index.html', 'src', 'public']);

test('The fingerprint stays when only the times of the files change', () => {
  const before = print();
  utimesSync(join(folder, 'index.html'), 0, 0);
  expect(print()).toBe(before);
});

test('The fingerprint changes with the content, the name, the number and the place of files', () => {
  const seen = [print()];
  writeFileSync(join(folder, 'src/money/parse.ts'), 'c');
  seen.push(print());
  writeFileSync(join(folder, 'src/money/format.ts'), '');
  seen.push(print());
  renameSync(join(folder, 'src/money/format.ts'), join(folder, 'src/format.ts'));
  seen.push(print());
  mkdirSync(join(folder, 'public'));
  writeFileSync(join(folder, 'public/icon.svg'), '');
  seen.push(print());
  expect(new Set(seen).size).toBe(seen.length);
});

test('The fingerprint does not take a file for another of which the content moved over the border', () => {
  writeFileSync(join(folder, 'src/a'), 'xy');
  writeFileSync(join(folder, 'src/b'), '');
  const before = print();
  writeFileSync(join(folder, 'src/a'), 'x');
  writeFileSync(join(folder, 'src/b'), 'y');
  expect(print()).not.toBe(before);
});

test('What is not a source does not count', () => {
  const before = print();
  writeFileSync(join(folder, 'README.md'), 'x');
  expect(print()).toBe(before);
});
