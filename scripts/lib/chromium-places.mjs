import { existsSync, readdirSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/**
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {string} home
 */

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
];
const linuxFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
const macApps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const windowsPrograms = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** @param {Machine} machine @returns {string[]} */
function linuxPlaces({ env }) {
  const path = (env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  const folders = [...new Set([...path, ...linuxFolders])];
  return linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

/** @param {Machine} machine @returns {string[]} */
function macPlaces({ home }) {
  return macApps.flatMap((app) =>
    ['/Applications', posix.join(home, 'Applications')].map((folder) =>
      posix.join(folder, `${app}.app/Contents/MacOS/${app}`),
    ),
  );
}

/** @param {Machine} machine @returns {string[]} */
function windowsPlaces({ env }) {
  const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(
    (name) => env[name] ?? [],
  );
  return windowsPrograms.flatMap((program) => roots.map((root) => win32.join(root, program)));
}

/**
 * The folder where Playwright keeps the browsers it installs.
 *
 * @param {Machine} machine
 * @returns {string}
 */
export function playwrightCache({ platform, env, home }) {
  const chosen = env['PLAYWRIGHT_BROWSERS_PATH'];
  if (chosen !== undefined && chosen !== '' && chosen !== '0') return chosen;
  if (platform === 'win32') {
    return win32.join(env['LOCALAPPDATA'] ?? win32.join(home, 'AppData\\Local'), 'ms-playwright');
  }
  if (platform === 'darwin') return posix.join(home, 'Library/Caches/ms-playwright');
  return posix.join(env['XDG_CACHE_HOME'] ?? posix.join(home, '.cache'), 'ms-playwright');
}

/** Programs inside one `chromium-<revision>` folder, by platform and age of Playwright. */
const cachedPrograms = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
];

/** @param {Machine} machine @returns {string[]} newest revision first */
function cachedPlaces(machine) {
  const cache = playwrightCache(machine);
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((revision) => cachedPrograms.map((program) => posix.join(cache, revision, program)));
}

/**
 * Every place where this machine may keep a Chromium, the most wanted first. Nothing is promised
 * about them: whoever asks has to look and to try.
 *
 * @param {Machine} machine
 * @returns {string[]} absolute paths
 */
export function chromiumPlaces(machine) {
  const chosen = machine.env['CHROMIUM_PATH'];
  const usual =
    machine.platform === 'win32'
      ? windowsPlaces(machine)
      : machine.platform === 'darwin'
        ? macPlaces(machine)
        : linuxPlaces(machine);
  return [...(chosen ? [chosen] : []), ...cachedPlaces(machine), ...usual];
}
