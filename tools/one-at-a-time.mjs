import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { inRoot } from './root.mjs';

/**
 * Runs `work` while no other process does work of that name: two commands started at once on a fresh clone must not
 * both install. The lock of a process that died is taken over.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneAtATime(name, work) {
  const lock = inRoot('.cache', `${name}.lock`);
  mkdirSync(inRoot('.cache'), { recursive: true });
  let said = false;
  while (!take(lock)) {
    if (!said)
      console.error(`Waiting for another command that does the same (${name}; its lock is .cache/${name}.lock)`);
    said = true;
    await delay(300);
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
  if (!holderLives(lock)) rmSync(lock, { force: true });
  return false;
}

/** @param {string} lock */
function holderLives(lock) {
  let pid;
  try {
    pid = Number(readFileSync(lock, 'utf8'));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return true;
    throw error;
  }
  // An empty lock has just been made and not yet signed.
  if (pid === 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
