import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { distFolder } from '../scripts/lib/paths.mjs';
import { metaContentSecurityPolicy, securityHeaders } from '../scripts/lib/security-policy.mjs';
import { attemptElements, attemptRequests } from './fixtures/attempts.ts';
import { expect, test } from './fixtures/index.ts';
import { startListener } from './fixtures/listener.ts';

/** A request that the policy stops is still announced to the test, and complained about. */
const refusals = /^(?:request to elsewhere|console error|page error)/;

/** Which attempts may end how; none of them may end with `open`, `load` or a response. */
const refused = /: (?:refused|error|nothing happened)$/;

function scriptsOf(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.js'));
}

test.describe('nothing leaves the page', () => {
  test.use({ allowedProblems: refusals });

  test('by a request from the page', async ({ page }) => {
    const listener = await startListener();
    await page.goto('./');
    const results = await page.evaluate(attemptRequests, listener.port);
    for (const [name, end] of Object.entries(results)) expect(`${name}: ${end}`).toMatch(refused);
    expect(listener.heard).toEqual([]);
    await listener.close();
  });

  test('by an element, a form, a beacon or a style', async ({ page }) => {
    const listener = await startListener();
    await page.goto('./');
    await page.evaluate(attemptElements, listener.port);
    expect(listener.heard).toEqual([]);
    await expect(page.locator('html')).not.toHaveAttribute('data-inline');
    await listener.close();
  });

  test('by a request from a worker', async ({ page }) => {
    const listener = await startListener();
    await page.goto('./');
    const scripts = scriptsOf(join(distFolder, 'assets'));
    const script = scripts.find((name) => /worker/i.test(name)) ?? scripts[0] ?? '';
    const started = page.waitForEvent('worker', (worker) => worker.url().endsWith('#probe'));
    await page.evaluate((url) => {
      new Worker(url, { type: 'module' });
    }, `assets/${script}#probe`);
    const worker = await started;
    const results = await worker.evaluate(attemptRequests, listener.port);
    for (const [name, end] of Object.entries(results)) expect(`${name}: ${end}`).toMatch(refused);
    expect(listener.heard).toEqual([]);
    await listener.close();
  });
});

test('every response carries the security headers, errors and workers too', async ({ request }) => {
  const files = scriptsOf(join(distFolder, 'assets')).map((name) => `assets/${name}`);
  for (const path of ['./', 'index.html', 'nowhere', 'assets/', ...files]) {
    const response = await request.get(path);
    const headers = response.headers();
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(`${path} ${name}: ${headers[name.toLowerCase()] ?? 'missing'}`).toBe(
        `${path} ${name}: ${value}`,
      );
    }
  }
});

test('the meta tag stands before everything it governs', async ({ page }) => {
  await page.goto('./');
  const first = page.locator('head > :first-child');
  await expect(first).toHaveAttribute('http-equiv', 'Content-Security-Policy');
  await expect(first).toHaveAttribute('content', metaContentSecurityPolicy);
});

test('no script knows WebRTC, which no policy can refuse', () => {
  const folder = join(distFolder, 'assets');
  const users = scriptsOf(folder).filter((name) =>
    readFileSync(join(folder, name), 'utf8').includes('RTCPeerConnection'),
  );
  expect(users).toEqual([]);
});
