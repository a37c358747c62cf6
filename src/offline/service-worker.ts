import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import type { OfflineFile } from './offline-files.ts';
import { TAKE_OVER } from './take-over.ts';

declare const self: ServiceWorkerGlobalScope;
/** Every file of the build with its checksum; put in when the build is written. */
declare const OFFLINE_FILES: readonly OfflineFile[];

/**
 * A module with a try block, which engines without WebAssembly exceptions refuse. It decides as the database's loader does
 * which of its two builds will be asked for; the other 18 MB are not kept.
 */
const WITH_EXCEPTIONS = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11,
]);
const unused = WebAssembly.validate(WITH_EXCEPTIONS) ? /\/duckdb-mvp-/ : /\/duckdb-eh-/;

// One chart alone may stand in a frame elsewhere, which the headers kept with the page do not allow; a host that says
// something else than ours keeps its word.
self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate' || !new URL(event.request.url).searchParams.has('embed')) return;
  event.stopImmediatePropagation();
  event.respondWith(framed(event.request));
});

async function framed(request: Request): Promise<Response> {
  const kept = await matchPrecache('index.html');
  if (kept === undefined) return fetch(request);
  const headers = new Headers(kept.headers);
  const policy = headers.get('Content-Security-Policy');
  if (policy !== null)
    headers.set('Content-Security-Policy', policy.replace("frame-ancestors 'self'", 'frame-ancestors *'));
  return new Response(kept.body, { status: kept.status, headers });
}

// Each file is checked against its sum as it arrives: where a host is updated meanwhile, nothing is installed, and the
// version from before goes on. So the files of two versions never meet.
precacheAndRoute(
  OFFLINE_FILES.filter(({ url }) => !unused.test(url)),
  // What stands behind the question mark is the state of the page, never another file.
  { ignoreURLParametersMatching: [/./], directoryIndex: 'index.html', cleanURLs: false },
);
cleanupOutdatedCaches();

// Until all pages of the version from before are closed this one waits, unless the reader asks for it.
self.addEventListener('message', ({ data }) => {
  if (data === TAKE_OVER) void self.skipWaiting();
});
