import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EMBED_POLICY, HEADER_POLICY, META_POLICY } from '../../tools/content-security-policy.mjs';
import { createStaticServer, listen, readAddress } from '../../tools/serve.mjs';

let folder: string;
let server: Awaited<ReturnType<typeof createStaticServer>>;
let address: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  mkdirSync(join(folder, 'site/data'), { recursive: true });
  mkdirSync(join(folder, 'site/assets'));
  mkdirSync(join(folder, 'site-secret'));
  const files = {
    'secret.txt': 'secret',
    'site-secret/secret.txt': 'secret',
    'site/index.html': '<!doctype html><title>决算</title>',
    'site/data/a.parquet': 'PAR1',
    'site/assets/duckdb-1a2b.wasm': '\0asm',
    'site/assets/app-1a2b.js': 'export {};',
    'site/.built-from': 'secret',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  server = await createStaticServer(join(folder, 'site'));
  address = await listen(server);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, init?: RequestInit) => fetch(new URL(path, address), init);

/** Sends a request line as it stands: fetch would tidy up its dots first. */
function getRaw(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  });
}

describe('The static server', () => {
  test.each([
    ['/', 'text/html;charset=utf-8'],
    ['/?department=zhuzhou-ecology&year=2024', 'text/html;charset=utf-8'],
    ['/data/a.parquet', 'application/vnd.apache.parquet'],
    ['/assets/duckdb-1a2b.wasm', 'application/wasm'],
    ['/assets/app-1a2b.js', 'text/javascript'],
  ])('answers %s as %s', async (path, type) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe(type);
  });

  test.each(['/', '/data/a.parquet', '/assets/app-1a2b.js', '/none'])('sends the policy with %s', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('Content-Security-Policy')).toBe(HEADER_POLICY);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  test.each([
    ['/?year=2024&embed=structure', EMBED_POLICY],
    ['/index.html?embed=x', EMBED_POLICY],
    ['/below/?embed=x', EMBED_POLICY],
    ['/?year=2024', HEADER_POLICY],
    ['/?not-embed=1', HEADER_POLICY],
    ['/data/a.parquet?embed=x', HEADER_POLICY],
  ])('lets others frame the page with one chart alone, and nothing else (%s)', async (path, policy) => {
    expect((await get(path)).headers.get('Content-Security-Policy')).toBe(policy);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%5csecret.txt',
    '/data/../../secret.txt',
    '/../site-secret/secret.txt',
    '//../secret.txt',
    'http://localhost/../secret.txt',
    '/data/%00/../../secret.txt',
    '/.built-from',
    '/%2ebuilt-from',
    '/%zz',
  ])('gives nothing for %s', async (path) => {
    const answer = await getRaw(path);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).not.toContain('\r\nsecret');
  });

  test('answers a missing file with 404 and not with the page', async () => {
    const response = await get('/data/none.parquet');
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('<');
  });

  test('lists no folder', async () => {
    expect((await get('/data/')).status).toBe(404);
    expect((await get('/assets')).status).toBe(404);
  });

  test('sends whole files also to those who ask for a range', async () => {
    const response = await get('/data/a.parquet', { headers: { Range: 'bytes=1-2' } });
    expect([response.status, await response.text()]).toEqual([200, 'PAR1']);
  });

  test('answers HEAD without a body and refuses what would change something', async () => {
    expect(await (await get('/', { method: 'HEAD' })).text()).toBe('');
    const refused = await get('/', { method: 'POST', body: 'x' });
    expect([refused.status, refused.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('lets only files named by a hash be kept without asking again', async () => {
    expect((await get('/assets/app-1a2b.js')).headers.get('Cache-Control')).toContain('immutable');
    expect((await get('/')).headers.get('Cache-Control')).toBe('no-cache');
    expect((await get('/data/a.parquet')).headers.get('Cache-Control')).toBe('no-cache');
  });

  test('says that a file is unchanged', async () => {
    const tag = (await get('/')).headers.get('ETag') ?? '';
    expect((await get('/', { headers: { 'If-None-Match': tag } })).status).toBe(304);
  });

  test('serves a file that was replaced under it', async () => {
    writeFileSync(join(folder, 'site/data/b.parquet'), 'PAR1');
    expect(await (await get('/data/b.parquet')).text()).toBe('PAR1');
    writeFileSync(join(folder, 'site/data/b.parquet'), 'PAR1 and more');
    expect(await (await get('/data/b.parquet')).text()).toBe('PAR1 and more');
  });
});

describe('The port', () => {
  test('is the next free one when the one asked for is in use', async () => {
    const taken = Number(new URL(address).port);
    const second = await createStaticServer(join(folder, 'site'));
    const port = Number(new URL(await listen(second, { port: taken })).port);
    second.close();
    expect(port).toBeGreaterThan(taken);
  });

  test('comes from --port, then from PORT', () => {
    expect(readAddress(['--port', '8080'], { PORT: '9000' }).port).toBe(8080);
    expect(readAddress([], { PORT: '9000' }).port).toBe(9000);
    expect(readAddress([], {}).port).toBe(4173);
  });

  test.each(['x', '-1', '70000', '80.5'])('cannot be %s', (port) => {
    expect(() => readAddress([`--port=${port}`], {})).toThrow(/not a port/);
  });

  test('is told by an option with a known name only', () => {
    expect(() => readAddress(['--prot', '8080'], {})).toThrow(/Known: --port N, --host ADDRESS/);
  });
});

test('The policy allows no inline script, no eval and no other origin', () => {
  const scripts = /script-src ([^;]*)/.exec(META_POLICY)?.[1];
  expect(scripts).toBe("'self' 'wasm-unsafe-eval'");
  expect(META_POLICY).not.toMatch(/https?:|\*/);
  expect(META_POLICY).not.toContain('frame-ancestors');
  expect(HEADER_POLICY).toContain("frame-ancestors 'self'");
  expect(EMBED_POLICY).toBe(HEADER_POLICY.replace("frame-ancestors 'self'", 'frame-ancestors *'));
});
