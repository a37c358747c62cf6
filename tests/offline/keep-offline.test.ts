import { expect, test } from 'vitest';
import { keepOffline, type OfflineState } from '../../src/offline/keep-offline.ts';
import { TAKE_OVER } from '../../src/offline/take-over.ts';
import { dataVersion } from '../../src/snapshot/data-version.ts';

/** A worker whose state the test sets. */
class Worker extends EventTarget {
  messages: unknown[] = [];
  constructor(public state: string) {
    super();
  }
  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
  postMessage(message: unknown): void {
    this.messages.push(message);
  }
}

class Registration extends EventTarget {
  installing: Worker | null = null;
  waiting: Worker | null = null;
  active: Worker | null = null;
}

async function kept({ controlled, registration }: { controlled: boolean; registration: Registration | Error }) {
  const told: OfflineState[] = [];
  let reloads = 0;
  const container = Object.assign(new EventTarget(), {
    controller: controlled ? {} : null,
    register: async () => {
      if (registration instanceof Error) throw registration;
      return registration;
    },
  });
  await keepOffline(
    {
      workers: container as unknown as ServiceWorkerContainer,
      script: new URL('http://localhost/service-worker.js'),
      reload: () => (reloads += 1),
    },
    (state) => told.push(state),
  );
  return { told, kinds: () => told.map(({ kind }) => kind), container, reloads: () => reloads };
}

test('Where the browser keeps no pages, that is said', async () => {
  const told: OfflineState[] = [];
  const script = new URL('http://192.0.2.1/service-worker.js');
  await keepOffline({ workers: null, script, reload: () => {} }, (state) => told.push(state));
  expect(told).toEqual([{ kind: 'impossible' }]);
});

test('The first visit saves the files and then is ready, without loading the page anew', async () => {
  const registration = new Registration();
  const worker = (registration.installing = new Worker('installing'));
  const { kinds, container, reloads } = await kept({ controlled: false, registration });
  expect(kinds()).toEqual(['saving']);
  registration.installing = null;
  registration.active = worker;
  worker.become('activated');
  expect(kinds()).toEqual(['saving', 'ready']);
  container.dispatchEvent(new Event('controllerchange'));
  expect(reloads()).toBe(0);
});

test('A new version is offered; it is told to take over, and then every page loads it', async () => {
  const registration = new Registration();
  registration.active = new Worker('activated');
  const { told, kinds, container, reloads } = await kept({ controlled: true, registration });
  expect(kinds()).toEqual(['ready']);
  const next = (registration.installing = new Worker('installing'));
  registration.dispatchEvent(new Event('updatefound'));
  registration.installing = null;
  registration.waiting = next;
  next.become('installed');
  expect(kinds()).toEqual(['ready', 'saving', 'update']);
  const update = told.at(-1)!;
  if (update.kind === 'update') update.use();
  expect(next.messages).toEqual([TAKE_OVER]);
  container.dispatchEvent(new Event('controllerchange'));
  expect(reloads()).toBe(1);
});

test('A new version whose files cannot be had leaves the one that is kept, which goes on being ready', async () => {
  const registration = new Registration();
  registration.active = new Worker('activated');
  const { kinds } = await kept({ controlled: true, registration });
  const next = (registration.installing = new Worker('installing'));
  registration.dispatchEvent(new Event('updatefound'));
  registration.installing = null;
  next.become('redundant');
  expect(kinds()).toEqual(['ready', 'saving', 'ready']);
});

test('A first saving that fails, and a worker that cannot be had, are told', async () => {
  const registration = new Registration();
  const worker = (registration.installing = new Worker('installing'));
  const { kinds } = await kept({ controlled: false, registration });
  registration.installing = null;
  worker.become('redundant');
  expect(kinds()).toEqual(['saving', 'failed']);
  const { told } = await kept({ controlled: false, registration: new Error('no script') });
  expect(told).toEqual([{ kind: 'failed', message: 'no script' }]);
});

test('The version of the data is the same for the same files in any order, and another for any other file', () => {
  const [first, second] = [{ sha256: 'a' }, { sha256: 'b' }];
  expect(dataVersion([first, second])).toMatch(/^[0-9a-f]{8}$/);
  expect(dataVersion([second, first])).toBe(dataVersion([first, second]));
  expect(dataVersion([first])).not.toBe(dataVersion([first, second]));
});
