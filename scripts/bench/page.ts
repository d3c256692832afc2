import { chromium } from '@playwright/test';
import { chromiumArgs } from '../lib/chromium-args.mjs';
import { ensureChromium } from '../lib/chromium.mjs';
import { distFolder } from '../lib/paths.mjs';
import { createStaticServer, listen } from '../lib/static-server.mjs';
import { median } from './report.ts';
import type { Row } from './report.ts';

const repetitions = 5;

/** Runs in the page: milliseconds from navigation to the first text or picture on the screen. */
function firstContentfulPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const paint = list.getEntriesByName('first-contentful-paint')[0];
      if (paint !== undefined) resolve(paint.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
}

/** First paint of the built app, served as `npm start` serves it, with an empty cache each time. */
export async function benchPage(): Promise<Row[]> {
  const executablePath = await ensureChromium();
  if (executablePath === null) throw new Error('No Chromium to measure with.');
  const server = createStaticServer(distFolder);
  const address = await listen(server, 0);
  const chromiumSandbox = process.getuid?.() !== 0;
  const browser = await chromium.launch({ executablePath, args: chromiumArgs(), chromiumSandbox });
  const times: number[] = [];
  for (let turn = 0; turn < repetitions; turn += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address);
    times.push(await page.evaluate(firstContentfulPaint));
    await context.close();
  }
  await browser.close();
  server.close();
  server.closeAllConnections();
  return [{ name: 'first paint of the app', value: median(times), unit: 'ms', budget: null }];
}
