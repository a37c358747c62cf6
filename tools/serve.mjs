import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { runMain, Stop } from './command.mjs';
import { EMBED_POLICY, HEADER_POLICY } from './content-security-policy.mjs';
import { inRoot } from './root.mjs';

const DEFAULT_PORT = 4173;
const HEADERS = {
  'Content-Security-Policy': HEADER_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/**
 * A server of static files: GET and HEAD, whole files, the same strict headers on every answer. Files are looked up
 * anew on each request, so a rebuild under a running server is seen at once. Names made from a hash of their content
 * are cached for good, all others are asked for again.
 * @param {string} directory
 * @returns {Promise<import('node:http').Server>}
 */
export async function createStaticServer(directory) {
  // Imported here because the tools are loaded before the packages are installed.
  const { default: sirv } = await import('sirv');
  const files = sirv(directory, {
    dev: true,
    etag: true,
    extensions: [],
    setHeaders(response, path) {
      if (path.endsWith('.parquet')) response.setHeader('Content-Type', 'application/vnd.apache.parquet');
      if (path.startsWith('/assets/')) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    },
  });
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (isEmbedded(request.url ?? '/')) response.setHeader('Content-Security-Policy', EMBED_POLICY);
    /** @param {number} status @param {string} text */
    const refuse = (status, text) => {
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return refuse(405, 'Only GET and HEAD are answered here.');
    }
    if (hasHiddenPart(request.url ?? '/')) return refuse(404, 'Not found.');
    // Whole files only: a snapshot is verified by the hash of all its bytes.
    delete request.headers.range;
    // The page itself, also where sirv is told to guess no extensions.
    if (/^\/(?:\?|$)/.test(request.url ?? '/')) request.url = '/index.html';
    files(request, response, () => refuse(404, 'Not found.'));
  });
}

/** Whether the page is asked for with one chart alone. @param {string} url */
function isEmbedded(url) {
  const [path = '', query = ''] = url.split('?', 2);
  return /\/(?:index\.html)?$/.test(path) && new URLSearchParams(query).has('embed');
}

/** Dot files and steps upwards, however they are written. @param {string} url */
function hasHiddenPart(url) {
  const path = url.split('?')[0] ?? '';
  let decoded;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return true; // not a valid address
  }
  return decoded.split(/[/\\]/).some((part) => part.startsWith('.')) || decoded.includes('\0');
}

/**
 * Listens on the port asked for, or on the next free one when it is in use.
 * @param {import('node:http').Server} server
 * @param {{ port?: number, host?: string }} [options] port 0: any free one; host: loopback unless told
 * @returns {Promise<string>} the address, with a slash at its end
 */
export async function listen(server, { port = 0, host = '127.0.0.1' } = {}) {
  const lastTry = port === 0 ? 0 : Math.min(port + 50, 65535);
  for (let candidate = port; ; candidate += 1) {
    try {
      await listenOn(server, candidate, host);
      const address = server.address();
      const chosen = address && typeof address === 'object' ? address.port : candidate;
      return `http://${host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${chosen}/`;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'EADDRINUSE' && candidate < lastTry) continue;
      if (code === 'EADDRINUSE') throw new Stop(`Ports ${port} to ${lastTry} are in use: give another with --port.`);
      if (code === 'EACCES') throw new Stop(`Port ${candidate} is not open to this user: give another with --port.`);
      if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new Stop(`This machine has no address "${host}".`);
      throw error;
    }
  }
}

/** @param {import('node:http').Server} server @param {number} port @param {string} host @returns {Promise<void>} */
function listenOn(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/**
 * Port and host from the command line and the environment.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export function readAddress(args, env) {
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options: { port: { type: 'string' }, host: { type: 'string' } } }));
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : error} Known: --port N, --host ADDRESS.`);
  }
  const text = values.port ?? env.PORT ?? String(DEFAULT_PORT);
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535)
    throw new Stop(`"${text}" is not a port: give one from 0 to 65535.`);
  return { port: Number(text), host: values.host ?? '127.0.0.1' };
}

/** Resolves when the user, or whoever started the command, wants it to end. @returns {Promise<void>} */
function interruption() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve());
    // When npm is told to end, it ends the shell between it and us, and we do not hear of it: without this the server
    // would go on alone and keep the port.
    if (process.env.npm_lifecycle_event === undefined) return;
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      resolve();
    }, 500);
    watch.unref();
  });
}

/**
 * Serves dist/ until it is interrupted, and prints the address.
 * @param {readonly string[]} args
 */
export async function serveDist(args) {
  const wanted = readAddress(args, process.env);
  const server = await createStaticServer(inRoot('dist'));
  const address = await listen(server, wanted);
  if (wanted.port !== 0 && !address.endsWith(`:${wanted.port}/`)) console.log(`Port ${wanted.port} is in use.`);
  console.log(`决算年比 is served at ${address} (Ctrl-C stops)`);
  await interruption();
  server.closeAllConnections();
  server.close();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(() => serveDist(process.argv.slice(2)));
}
