import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumArgs } from './chromium-args.mjs';
import { chromiumPlaces } from './chromium-places.mjs';
import { run, runPackage } from './run.mjs';

const proof = 'chromium-starts';

/** A launch takes a second or two; a minute passes only when it hangs. */
const launchLimitMs = 60_000;

/** @param {string} folder */
function removeProfile(folder) {
  // Chromium may still be writing while it ends, and on Windows a file in use cannot be removed.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/**
 * Starts the program headless and lets it print a page. A path that exists proves little: a wrapper
 * for a missing snap, another architecture or missing libraries all look the same from outside.
 *
 * @param {string} program
 * @returns {Promise<boolean>}
 */
export function launches(program) {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-check-'));
  return new Promise((resolve) => {
    const child = spawn(
      program,
      [
        '--headless',
        ...chromiumArgs(),
        `--user-data-dir=${profile}`,
        '--dump-dom',
        `data:text/html,<p>${proof}</p>`,
      ],
      { stdio: ['ignore', 'pipe', 'ignore'], timeout: launchLimitMs },
    );
    let output = '';
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
    child.on('error', () => resolve(false));
    child.on('close', () => resolve(output.includes(proof)));
  }).finally(() => removeProfile(profile));
}

/**
 * Looks for a Chromium that starts.
 *
 * @returns {Promise<string | null>} its path
 */
export async function findChromium() {
  const machine = { platform: process.platform, env: process.env, home: homedir() };
  for (const place of chromiumPlaces(machine)) {
    if (existsSync(place) && (await launches(place))) return place;
  }
  return null;
}

/** @returns {Promise<number>} exit code */
function installWithPlaywright() {
  console.log('No Chromium starts here: trying to install the one that belongs to Playwright.');
  return runPackage('@playwright/test/cli.js', ['install', 'chromium'], {
    ...process.env,
    // Behind a wall that swallows packets, say so soon.
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000',
  });
}

async function installWithApt() {
  console.log("Trying the distribution's package: apt-get install -y chromium.");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  return run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env });
}

/** Root on Debian or one of its children. */
const mayUseApt = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

/**
 * Finds a Chromium that starts, else installs one.
 *
 * @returns {Promise<string | null>} its path; null after saying what to run by hand
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found !== null) return found;
  for (const install of [installWithPlaywright, ...(mayUseApt() ? [installWithApt] : [])]) {
    await install();
    const installed = await findChromium();
    if (installed !== null) return installed;
  }
  console.error('No Chromium could be started or installed. Run this, then try again:');
  console.error('  npx playwright install --with-deps chromium');
  console.error('or set CHROMIUM_PATH to a Chromium, Chrome or Edge program that starts.');
  return null;
}
