import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findChromium } from '../../tools/chromium.mjs';

const here = process.execPath; // a program that exists on any machine that runs this

test('CHROMIUM_PATH goes before the known places', () => {
  expect(findChromium({ CHROMIUM_PATH: here }, ['/usr/bin/env'])).toBe(here);
});

test('A CHROMIUM_PATH that leads nowhere is not passed over in silence', () => {
  expect(findChromium({ CHROMIUM_PATH: '/no/such/file' }, [here])).toBeUndefined();
});

test('The first known place that has a browser is taken', () => {
  expect(existsSync(here)).toBe(true);
  expect(findChromium({}, ['/no/such/file', here])).toBe(here);
  expect(findChromium({}, ['/no/such/file'])).toBeUndefined();
});
