import { expect, test } from 'vitest';
import { isInstalled } from '../../tools/install.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a-win32': { version: '1.0.0', optional: true },
  },
};

test('What the lock file asks for is installed, also without the optional packages of other platforms', () => {
  expect(isInstalled(wanted, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
});

test('An install that did not come to its end is none', () => {
  expect(isInstalled(wanted, null)).toBe(false);
});

test.each([
  ['another version', { 'node_modules/a': { version: '1.0.1' } }],
  [
    'another version of an optional package',
    { 'node_modules/a': { version: '1.0.0' }, 'node_modules/a-win32': { version: '0.9.0' } },
  ],
  ['a package missing', {}],
  ['a package too many', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } }],
])('%s is not what the lock file asks for', (_, packages) => {
  expect(isInstalled(wanted, { packages })).toBe(false);
});
