import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { dist, ensureBuilt } from '../../tools/build.mjs';
import { CHROMIUM_FLAGS, findChromium } from '../../tools/chromium.mjs';
import { createStaticServer, listen } from '../../tools/serve.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the served production build, with a slash at its end. */
    site: string;
    /** Where the one Chromium of the run listens. */
    browserEndpoint: string;
  }
}

/** Builds where needed, serves dist/ on a free port as `npm start` does, and starts one Chromium for all test files. */
export default async function serveBuild({ provide }: TestProject) {
  await ensureBuilt();
  const server = await createStaticServer(dist);
  const browser = await chromium.launchServer({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
  provide('site', await listen(server));
  provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  };
}
