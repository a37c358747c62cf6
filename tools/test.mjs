// npm test: everything that can be checked, in the order in which it fails cheapest. Each step runs even when one
// before it failed, save the tests of a build that does not exist. The last line counts the tests; a failing check
// (lint, types, build) counts as one failure there, so that line never says 0 failed when something is wrong.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { run, runMain, Stop } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot, root } from './root.mjs';
import { sum, tally } from './tally.mjs';

await runMain(async () => {
  await ensureInstalled();
  process.env.CHROMIUM_PATH = await ensureChromium();
  mkdirSync(inRoot('.cache'), { recursive: true });

  const tallies = [
    await check('lint', [
      'eslint/bin/eslint.js',
      '.',
      '--max-warnings=0',
      '--cache',
      '--cache-location',
      '.cache/eslint',
      '--cache-strategy',
      'content',
    ]),
    await check('types of the code', [
      'typescript/bin/tsc',
      '--noEmit',
      '--incremental',
      '--tsBuildInfoFile',
      '.cache/tsc.tsbuildinfo',
    ]),
    await check('types of the pages', ['svelte-check/bin/svelte-check', '--fail-on-warnings', '--output', 'human']),
    await tests('unit'),
  ];
  const built = await build();
  tallies.push(built);
  if (built.failed === 0) for (const project of ['browser', 'e2e']) tallies.push(await tests(project));

  const { passed, failed, skipped } = sum(tallies);
  if (skipped.length > 0) console.log(`\nSkipped:${skipped.map((name) => `\n  ${name}`).join('')}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

/**
 * A check that is no test: counts only when it fails.
 * @param {string} name
 * @param {readonly [string, ...string[]]} command a script of a package, and its arguments
 */
async function check(name, [script, ...args]) {
  console.log(`\n— ${name}`);
  const status = await run(process.execPath, [inRoot('node_modules', script), ...args], { cwd: root });
  return { passed: 0, failed: status === 0 ? 0 : 1, skipped: [] };
}

async function build() {
  console.log('\n— build');
  try {
    if (!(await ensureBuilt())) console.log('dist/ is up to date.');
    return { passed: 0, failed: 0, skipped: [] };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(error.message);
    return { passed: 0, failed: 1, skipped: [] };
  }
}

/**
 * One project of vitest.config.ts.
 * @param {string} project
 */
async function tests(project) {
  console.log(`\n— ${project} tests`);
  const file = inRoot('.cache', `${project}-tests.json`);
  rmSync(file, { force: true });
  const status = await run(
    process.execPath,
    [
      inRoot('node_modules/vitest/vitest.mjs'),
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { cwd: root },
  );
  return tally(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null, status);
}
