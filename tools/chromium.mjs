import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { run, Stop } from './command.mjs';

const PLACES = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`),
  darwin: ['Google Chrome', 'Chromium'].flatMap((name) =>
    ['', homedir()].map((home) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
  ),
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((base) =>
    base ? [`${base}\\Google\\Chrome\\Application\\chrome.exe`, `${base}\\Chromium\\Application\\chrome.exe`] : [],
  ),
};

/** Flags under which Chromium runs alone: no sandbox where root forbids one, nothing asked of the network by itself. */
export const CHROMIUM_FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Its form filling asks its maker's servers about every page with a field to type in.
  '--disable-features=AutofillServerCommunication',
];

/**
 * The Chromium of this machine: CHROMIUM_PATH when it is set, else the first known place that has one.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {readonly string[]} [places]
 * @returns {string | undefined}
 */
export function findChromium(env = process.env, places = knownPlaces()) {
  if (env.CHROMIUM_PATH) return existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  return places.find((path) => existsSync(path));
}

/**
 * A Chromium that starts and a font that has Chinese; on Debian as root both are installed when they are missing.
 * @returns {Promise<string>} the path of Chromium
 * @throws {Stop} one line that says what to install
 */
export async function ensureChromium() {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH && !existsSync(CHROMIUM_PATH)) {
    throw new Stop('CHROMIUM_PATH names a file that does not exist: set it to a Chromium or Chrome, or unset it.');
  }
  const missing = () => [...(startable() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])];
  if (missing().length > 0 && isDebian() && process.getuid?.() === 0) await aptInstall(missing());
  const still = missing();
  const found = startable();
  if (found && still.length === 0) return found;
  const what = still.map((name) =>
    name === 'chromium' ? 'Chromium or Chrome (or set CHROMIUM_PATH)' : 'a Chinese font',
  );
  throw new Stop(
    `The browser tests need ${what.join(' and ')}; on Debian or Ubuntu: apt-get install ${still.join(' ')}`,
  );
}

/** The first browser that says its version: a place may hold a stub that only asks for a snap. */
function startable() {
  const places = process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : knownPlaces();
  return places.find((path) => {
    if (!existsSync(path)) return false;
    // chrome.exe has no --version: it would open a window.
    if (process.platform === 'win32') return true;
    return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
  });
}

/** Without one, every Chinese glyph is the same box, and a screenshot or a measured width says nothing. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const listed = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

function knownPlaces() {
  const { platform } = process;
  return platform === 'darwin' || platform === 'win32' ? PLACES[platform] : PLACES.linux;
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** @param {readonly string[]} packages */
async function aptInstall(packages) {
  console.log(`Installing ${packages.join(' and ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { env, stdio: /** @type {['ignore', 'ignore', 'inherit']} */ (['ignore', 'ignore', 'inherit']) };
  const command = `apt-get install ${packages.join(' ')}`;
  // A list that could not be fetched anew may still do.
  await run('apt-get', ['update', '-qq'], quiet);
  const status = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
  if (status !== 0)
    throw new Stop(`The browser tests need ${packages.join(' and ')}, and "${command}" failed (see above).`);
}
