import { readFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, inject, onTestFinished } from 'vitest';

interface Opening {
  /** What follows the site's address, e.g. "?department=zhuzhou-ecology&year=2024". */
  path?: string;
  /** Address of another server of the build. Default: the run's own. */
  site?: string;
  /** Address of a page elsewhere on this machine that has the site in a frame; it is opened instead. */
  around?: string;
  /** CSS pixels. */
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
  locale?: string;
  /** Whether the page may keep itself for use without a network. Default: not, so that 25 MB less are read each time. */
  keeps?: boolean;
  /** Runs before the page's own address is asked for, e.g. to break a request on purpose. */
  before?: (page: Page) => Promise<unknown>;
}

/** What the browser said and asked for while the page was open. */
export interface Observed {
  /** Errors on the console, of the page and of its workers. */
  consoleErrors: string[];
  /** Exceptions that nobody caught. */
  pageErrors: string[];
  /** What the Content Security Policy refused in the page: directive and what. A worker's stands in consoleErrors. */
  policyViolations: string[];
  /** Addresses of all requests, of the page and of its workers. */
  requests: string[];
  /** Those that did not go to the site: any other origin, also where the browser refused the request. */
  foreignRequests: string[];
}

let connecting: Promise<Browser> | undefined;
/** The run's one Chromium. */
const browser = () => (connecting ??= chromium.connect(inject('browserEndpoint')));
afterAll(async () => {
  await (await connecting)?.close();
});

/**
 * Opens an address of the served build in a browser profile of its own, and notes what happens. It is closed when the
 * test ends. All its requests go through a proxy that notes and refuses what is not for the site, so that those of a
 * worker, and any the page never hears of, are seen too.
 */
export async function openPage(opening: Opening = {}): Promise<{ page: Page; observed: Observed }> {
  const { path = '', viewport = { width: 1366, height: 768 }, locale = 'zh-CN' } = opening;
  const site = opening.site ?? inject('site');
  const observed: Observed = {
    consoleErrors: [],
    pageErrors: [],
    policyViolations: [],
    requests: [],
    foreignRequests: [],
  };
  const origins = [site, ...(opening.around === undefined ? [] : [opening.around])].map((url) => new URL(url).origin);
  const proxy = await proxyTo(origins, (address) => observed.foreignRequests.push(address));
  const context = await (
    await browser()
  ).newContext({
    viewport,
    locale,
    colorScheme: opening.colorScheme ?? 'light',
    reducedMotion: opening.reducedMotion ?? 'no-preference',
    proxy: { server: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` },
  });
  onTestFinished(async () => {
    await context.close();
    proxy.closeAllConnections();
    proxy.close();
  });

  context.on('request', (request) => {
    const address = request.url();
    observed.requests.push(address);
    if (!/^(?:data|blob):/.test(address) && !origins.includes(new URL(address).origin)) {
      observed.foreignRequests.push(address);
    }
  });
  context.on('console', (message) => {
    if (message.type() === 'error') observed.consoleErrors.push(message.text());
  });
  context.on('weberror', (error) => observed.pageErrors.push(String(error.error().stack ?? error.error())));
  await context.exposeFunction('noteViolation', (violation: string) => observed.policyViolations.push(violation));
  if (opening.keeps !== true)
    await context.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { noteViolation } = globalThis as unknown as { noteViolation(violation: string): void };
      noteViolation(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`.trim());
    });
  });

  const page = await context.newPage();
  page.on('worker', (worker) => {
    const watching = worker.evaluate(() => {
      addEventListener('securitypolicyviolation', (event) => {
        const { effectiveDirective, blockedURI } = event as SecurityPolicyViolationEvent;
        console.error(`The policy of a worker refused ${effectiveDirective}: ${blockedURI}`);
      });
    });
    // A worker may be gone before it can be watched; the proxy sees its requests all the same.
    watching.catch((error: unknown) => {
      if (!/closed|terminated|destroyed/i.test(String(error))) observed.pageErrors.push(String(error));
    });
  });
  await opening.before?.(page);
  await page.goto(opening.around ?? new URL(path, site).href);
  return { page, observed };
}

/** Runs axe-core on the page as it stands, and returns what it found. */
export async function findAccessibilityViolations(
  page: Page,
  options: RunOptions = {},
): Promise<AxeResults['violations']> {
  // The wrapper for Playwright needs a newer Node, and a script element would break the page's policy.
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(`${axe}; undefined`);
  const results = await page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run(context: Document, options: RunOptions): Promise<AxeResults> } }).axe.run(
        document,
        options,
      ),
    options,
  );
  return results.violations;
}

/** A proxy that leads to these origins alone: the browser's only way out, for addresses of this machine too. */
async function proxyTo(origins: readonly string[], note: (address: string) => void): Promise<Server> {
  const proxy = createServer((asked, answer) => {
    const address = asked.url ?? '';
    if (!URL.canParse(address) || !origins.includes(new URL(address).origin)) {
      note(address);
      answer.writeHead(403).end();
      return;
    }
    const onward = request(address, { method: asked.method, headers: asked.headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    });
    // The browser learns of a lost connection as it would without the proxy.
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  proxy.on('connect', (asked, socket) => {
    note(`https://${asked.url}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return proxy;
}
