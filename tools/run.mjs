// node tools/run.mjs FILE.ts ARGS…: a command of src/cli or bench with its packages installed first. Standard output and
// the exit status are the command's own. It runs where the caller stands, so a relative file name means what it says.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { run, runMain } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot } from './root.mjs';

await runMain(async () => {
  const [script = '', ...args] = process.argv.slice(2);
  await ensureInstalled({ quiet: true });
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  // npm runs scripts in the project's folder and says in INIT_CWD where it was called. Inside another npm script
  // (npm test) that is an outer caller's folder, not ours.
  const byName = ['query', 'story', 'ingest', 'bench'].includes(process.env.npm_lifecycle_event ?? '');
  const cwd = (byName && process.env.INIT_CWD) || process.cwd();
  return run(process.execPath, ['--import', tsx, inRoot(script), ...args], {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, INIT_CWD: cwd },
  });
});
