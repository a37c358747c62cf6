import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { fetchBytes } from '../../src/engine/fetch-bytes.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function serving(listener: RequestListener): Promise<URL> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/data/some.parquet`);
}

test('A file arrives whole, with its bytes counted', async () => {
  const address = await serving((_, response) => {
    response.write(new Uint8Array([1, 2, 3]));
    response.end(new Uint8Array([4, 5]));
  });
  const counts: number[] = [];
  const bytes = await fetchBytes(address, { stallLimit: 5_000, onBytes: (loaded) => counts.push(loaded) });
  expect([...bytes]).toEqual([1, 2, 3, 4, 5]);
  expect(counts.at(-1)).toBe(5);
});

test('A file without bytes is a file', async () => {
  const address = await serving((_, response) => response.end());
  expect(await fetchBytes(address, { stallLimit: 5_000 })).toEqual(new Uint8Array());
});

test.each([404, 500])('Status %d is an error that names the file', async (status) => {
  const address = await serving((_, response) => response.writeHead(status).end('<html>'));
  await expect(fetchBytes(address, { stallLimit: 5_000 })).rejects.toThrow(`/data/some.parquet: HTTP ${status}`);
});

test('A body that stalls is given up after the limit', async () => {
  const address = await serving((_, response) => response.write('PAR1'));
  await expect(fetchBytes(address, { stallLimit: 50 })).rejects.toThrow('nothing received for 0.05 s');
});

test('A host that never answers is given up after the limit', async () => {
  const address = await serving(() => {});
  await expect(fetchBytes(address, { stallLimit: 50 })).rejects.toThrow('nothing received for 0.05 s');
});

test('A body cut short by the host is an error', async () => {
  const address = await serving((_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('PAR1', () => response.destroy());
  });
  await expect(fetchBytes(address, { stallLimit: 5_000 })).rejects.toThrow();
});
