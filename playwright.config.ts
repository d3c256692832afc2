import { defineConfig } from '@playwright/test';
import { chromiumArgs } from './scripts/lib/chromium-args.mjs';
import { ensureChromium } from './scripts/lib/chromium.mjs';
import { freePort } from './scripts/lib/free-port.mjs';

// This file runs in the main process and again in every worker: what was found goes on through the
// environment. A port that was given means a server that may be running already.
const givenPort = process.env.E2E_PORT;
const port = givenPort ?? String(await freePort());
process.env.E2E_PORT = port;
const chromium = process.env.CHROMIUM_PATH ?? (await ensureChromium());
if (chromium === null) throw new Error('No Chromium to test with.');
process.env.CHROMIUM_PATH = chromium;

const baseURL = `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  // Recording every test would double its time: one that fails is recorded on its second try, and told in the closing line.
  retries: 1,
  // Limits against hanging only: no test depends on speed.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL,
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    // All times are UTC; a zone with an odd offset shows whoever forgets it.
    timezoneId: 'Asia/Kathmandu',
    reducedMotion: 'reduce',
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: chromiumArgs(),
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
  webServer: {
    command: `node scripts/start.mjs --port ${port}`,
    url: baseURL,
    reuseExistingServer: givenPort !== undefined,
    timeout: 300_000,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
