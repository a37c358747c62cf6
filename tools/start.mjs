// npm start: install and build where needed, then serve the production build on localhost.
import { ensureBuilt } from './build.mjs';
import { runMain } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { readAddress, serveDist } from './serve.mjs';

await runMain(async () => {
  const args = process.argv.slice(2);
  readAddress(args, process.env); // a mistyped option is told before a minute of installing, not after
  await ensureInstalled();
  await ensureBuilt();
  await serveDist(args);
});
