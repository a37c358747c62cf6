import { describe, expect, test } from 'vitest';
import { openPage } from './browser.ts';

describe('What a test of the built page would notice', () => {
  test('a request of the page to another origin, though the policy refuses it', async () => {
    const { page, observed } = await openPage();
    await page.evaluate(() => fetch('http://elsewhere.example/').catch(() => undefined));
    await expect.poll(() => observed.policyViolations.join()).toContain('connect-src: http://elsewhere.example/');
    expect(observed.consoleErrors.join()).toContain('http://elsewhere.example/');
  });

  test.each(['http://elsewhere.example/', 'https://elsewhere.example/', 'http://localhost:9/'])(
    'a request to %s of a worker that escaped the policy',
    async (address) => {
      const { page, observed } = await openPage({
        before: (page) =>
          page.route('**/probe.js', (route) =>
            route.fulfill({ contentType: 'text/javascript', body: `fetch('${address}').catch(() => postMessage(0))` }),
          ),
      });
      await page.evaluate(
        () => new Promise((resolve) => new Worker('probe.js').addEventListener('message', resolve, { once: true })),
      );
      const { origin } = new URL(address);
      await expect.poll(() => observed.foreignRequests.map((one) => new URL(one).origin)).toContain(origin);
    },
  );

  test('a request of a worker that the policy refuses', async () => {
    const { page, observed } = await openPage({
      before: (page) =>
        page.route('**/probe.js', (route) =>
          route.fulfill({
            contentType: 'text/javascript',
            headers: { 'Content-Security-Policy': "connect-src 'self'" },
            body: `onmessage = () => fetch('http://elsewhere.example/').catch(() => undefined)`,
          }),
        ),
    });
    const started = page.waitForEvent('worker');
    const probe = await page.evaluateHandle(() => new Worker('probe.js'));
    await started;
    await expect
      .poll(async () => {
        await probe.evaluate((worker) => worker.postMessage(null));
        return observed.consoleErrors.join();
      })
      .toContain('The policy of a worker refused connect-src: http://elsewhere.example/');
  });

  test('an inline script', async () => {
    const { page, observed } = await openPage();
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "changed"';
      document.head.append(script);
    });
    await expect.poll(() => observed.policyViolations.join()).toContain('script-src-elem: inline');
    expect(await page.title()).not.toBe('changed');
  });

  test('an eval by the page', async () => {
    const { page, observed } = await openPage({
      before: (page) =>
        page.route('**/probe.js', (route) =>
          route.fulfill({ contentType: 'text/javascript', body: `globalThis.eval('1')` }),
        ),
    });
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.src = 'probe.js';
      document.head.append(script);
    });
    await expect.poll(() => observed.policyViolations.join()).toContain('script-src: eval');
    expect(observed.pageErrors.join()).toContain('EvalError');
  });
});

test('The built page carries its policy itself, for hosts that send no headers', async () => {
  const { page } = await openPage();
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
  expect(await policy.getAttribute('content')).toContain("script-src 'self' 'wasm-unsafe-eval'");
});
