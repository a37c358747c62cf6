import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../tools/root.mjs';
import { filesUnder } from './modules.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** Made by installing, building and testing; not part of the project. */
const MADE = ['.git', '.cache', 'node_modules', 'dist', 'coverage'];

/** Folders that hold a file, at any depth: version control knows no others. */
function foldersIn(parent: string): string[] {
  return readdirSync(join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !(parent === '.' && isOutside(entry.name)))
    .map(({ name }) => (parent === '.' ? `${name}/` : `${parent}/${name}/`))
    .filter((folder) => filesUnder(folder).length > 0);
}

/** Dot folders other than .ci belong to someone's editor. */
const isOutside = (name: string) => MADE.includes(name) || (name.startsWith('.') && name !== '.ci');

/** Reads the tree of the README: path of a folder → the phrase beside it. */
function readTree(text: string): Map<string, string> {
  const block = /```tree\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const tree = new Map<string, string>();
  let parent = '';
  for (const line of block.split('\n').filter((line) => line.trim() !== '')) {
    const [, indent = '', name = '', phrase = ''] = /^( *)(\S+)\s*(.*)$/.exec(line) ?? [];
    if (indent === '') parent = name;
    tree.set(indent === '' ? name : `${parent}${name}`, phrase);
  }
  return tree;
}

describe("The README's tree", () => {
  const tree = readTree(readme);

  test('lists the folders there are, and no others', () => {
    const folders = ['.', 'src', 'queries'].flatMap(foldersIn);
    expect([...tree.keys()].sort()).toEqual(folders.sort());
  });

  test('says of each folder what is in it', () => {
    const silent = [...tree].filter(([folder, phrase]) => phrase === '' && folder !== 'src/').map(([folder]) => folder);
    expect(silent).toEqual([]);
  });

  test('is read line by line', () => {
    expect([...readTree('```tree\na/   first\n  b/ second\n```')]).toEqual([
      ['a/', 'first'],
      ['a/b/', 'second'],
    ]);
  });
});

test('Every file and folder the README names is there', () => {
  const named = [...readme.matchAll(/`((?:src|queries|data|tools|tests)\/[\w./-]*)`/g)].map(([, path]) => path ?? '');
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('Every npm script the README names is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  const named = [...readme.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name);
  expect(named.filter((name) => name === undefined || !(name in scripts))).toEqual([]);
});

test('The picture the README shows is there', () => {
  const shown = [...readme.replace(/<!--[\s\S]*?-->/g, '').matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(
    ([, path]) => path ?? '',
  );
  expect(shown.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
