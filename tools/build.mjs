import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { run, runMain, Stop } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { inRoot, root } from './root.mjs';
import { fingerprintOfSources } from './sources.mjs';

/** The production build. */
export const dist = inRoot('dist');
const stamp = inRoot('dist', '.built-from');

/**
 * Builds dist/ when it was not built from the sources as they are now. The build is made beside it and put in place
 * when it is complete: a build that fails leaves the last good one, and a server that runs never sees half of one.
 * @returns {Promise<boolean>} whether something was built
 */
export async function ensureBuilt() {
  if (upToDate()) return false;
  return oneAtATime('build', async () => {
    if (upToDate()) return false;
    console.log('Building …');
    const started = Date.now();
    const from = fingerprintOfSources();
    const fresh = inRoot('.cache', 'build');
    // A tool that runs inside a test must not build the test variant of the page.
    const { VITEST: _, ...env } = process.env;
    const status = await run(
      process.execPath,
      [inRoot('node_modules/vite/bin/vite.js'), 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'],
      { cwd: root, env: { ...env, NODE_ENV: 'production' } },
    );
    if (status !== 0) throw new Stop('The build failed: see the message above.', status);
    writeFileSync(`${fresh}/.built-from`, from);
    const old = inRoot('.cache', 'previous-build');
    rmSync(old, { recursive: true, force: true });
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(fresh, dist);
    rmSync(old, { recursive: true, force: true });
    console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
    return true;
  });
}

function upToDate() {
  return (
    existsSync(stamp) && existsSync(`${dist}/index.html`) && readFileSync(stamp, 'utf8') === fingerprintOfSources()
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    await ensureInstalled();
    if (!(await ensureBuilt())) console.log('dist/ is up to date.');
  });
}
