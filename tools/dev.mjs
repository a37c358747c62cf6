// npm run dev: the development server of Vite, on what the lock file asks for.
import { run, runMain } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot, root } from './root.mjs';

await runMain(async () => {
  await ensureInstalled();
  return run(process.execPath, [inRoot('node_modules/vite/bin/vite.js'), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
});
