/**
 * Imported first by the worker, before the database: from here on the worker can talk to its own origin only. The
 * page's Content-Security-Policy, when it stands in a <meta>, does not reach workers, and SQL can name any address.
 */
function refuseOthers(address: string | URL): URL {
  const url = new URL(address, self.location.href);
  if (url.origin !== self.location.origin) throw new TypeError(`request to another origin refused: ${url.origin}`);
  return url;
}

const ownFetch = self.fetch.bind(self);
self.fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
  refuseOthers(input instanceof Request ? input.url : input);
  return ownFetch(input, init);
};

const ownOpen = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function open(this: XMLHttpRequest, method: string, address: string | URL, ...rest) {
  refuseOthers(address);
  return (ownOpen as (...call: unknown[]) => void).call(this, method, address, ...rest);
} as typeof ownOpen;

// Nothing of ours uses these; nothing else shall.
for (const name of ['WebSocket', 'EventSource', 'WebTransport', 'importScripts']) {
  Object.defineProperty(self, name, { value: undefined, configurable: false, writable: false });
}

export {};
