import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../src/cli/story.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'story-'));
});
afterAll(() => rm(directory, { recursive: true }));

interface Run {
  status: number;
  out: string;
  err: string;
}

/** Runs the command where files may be written. */
function story(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', TSX, SCRIPT, ...args], { cwd: directory }, (error, out, err) => {
      resolve({ status: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

test('The slides of a body and year are named after them, and the name is told', async () => {
  const { status, out } = await story('--department', 'putuo-wanli', '--year', '2025');
  expect(status).toBe(0);
  expect(out).toBe('上海市普陀区人民政府万里街道办事处_决算故事_2025.pptx\n');
  const files = unzipSync(await readFile(join(directory, out.trim())));
  expect(Object.keys(files).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).length).toBeGreaterThan(3);
});

test('A page is written where it is asked for', async () => {
  const { status, out } = await story(
    ...['--department', 'putuo-wanli', '--year', '2025', '--format', 'html', '--lang', 'en', '--out', 'told.html'],
  );
  expect({ status, out }).toEqual({ status: 0, out: 'told.html\n' });
  expect(await readFile(join(directory, 'told.html'), 'utf8')).toMatch(/^<!doctype html>\n<html lang="en">/);
});

test('A body that there is not is said in words, and no file is written', async () => {
  const unknown = await story('--department', 'nobody', '--year', '2024');
  expect(unknown).toMatchObject({ status: 1, out: '' });
  expect(unknown.err).toContain('没有“nobody”，有数据的是：');
});

test('A format that there is not is said in words', async () => {
  const { status, err } = await story('--department', 'putuo-wanli', '--year', '2025', '--format', 'key');
  expect(status).toBe(1);
  expect(err).toContain('可用的有：pptx、html');
});
