import type { Locator, Page } from '@playwright/test';
import { exportZip } from './fixtures/export.ts';
import {
  dropFiles,
  expect,
  expectNoAxeViolations,
  openExample,
  openStudio,
  stepsOf,
  test,
  verdictOf,
} from './fixtures/index.ts';

const now = '2026-06-15T12:00:00Z';
const ngf = 'NGINX Gateway Fabric: mutual TLS';

/**
 * Names of what can be pressed, is smaller than 24 by 24 pixels and has another target within 24 pixels around its
 * middle; links inside a text apart (WCAG 2.5.8).
 */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pressable = 'button, a[href], input, select, [role=button], [role=tab], [role=radio]';
    const targets = [...document.querySelectorAll<HTMLElement>(pressable)].filter((element) => {
      const { width } = element.getBoundingClientRect();
      const { visibility, opacity, display } = getComputedStyle(element);
      return width > 1 && visibility !== 'hidden' && opacity !== '0' && display !== 'inline';
    });
    const isNear = (x: number, y: number, other: Element): boolean => {
      const { left, right, top, bottom } = other.getBoundingClientRect();
      const across = Math.max(left - x, 0, x - right);
      const down = Math.max(top - y, 0, y - bottom);
      return Math.hypot(across, down) < 12;
    };
    return targets.flatMap((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      if (width >= 24 && height >= 24) return [];
      const crowd = targets.filter(
        (other) =>
          !other.contains(element) &&
          !element.contains(other) &&
          isNear(x + width / 2, y + height / 2, other),
      );
      if (crowd.length === 0) return [];
      const name = element.getAttribute('aria-label') ?? element.textContent.trim();
      return [`${name} ${width.toFixed(0)}×${height.toFixed(0)}`];
    });
  });
}

/** What moves by itself, or would on the next change. */
async function motions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const long = (times: string): boolean => times.split(',').some((one) => parseFloat(one) > 0.01);
    return [...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
      const animates = animationName !== 'none' && long(animationDuration);
      return long(transitionDuration) || animates ? [element.outerHTML.slice(0, 90)] : [];
    });
  });
}

const inspectorOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' });

test('everything that can be pressed is large enough to be hit', async ({ page }) => {
  await openStudio(page, now);
  expect(await smallTargets(page)).toEqual([]);
  await openExample(page, 'wrong-ca');
  await expect(inspectorOf(page)).toBeVisible();
  expect(await smallTargets(page)).toEqual([]);
  await page.getByRole('tab', { name: /^Problems/ }).click();
  expect(await smallTargets(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByRole('dialog', { name: 'Export setup' })).toBeVisible();
  expect(await smallTargets(page)).toEqual([]);
});

test('nothing moves when the system asks for less motion', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, ngf);
  expect(await motions(page)).toEqual([]);
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(stepsOf(page).last()).toBeVisible();
  expect(await motions(page)).toEqual([]);
});

test.describe('at 200 % zoom of a 1440 pixel window', () => {
  test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });

  test('every step can be read and nothing is cut off', async ({ page }) => {
    await openStudio(page, now);
    await openExample(page, 'wrong-ca');
    await expect(verdictOf(page)).toContainText('Fails at step 8');
    const overhang = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overhang).toBe(0);
    for (const step of await stepsOf(page).all()) {
      await step.scrollIntoViewIfNeeded();
      await expect(step).toBeInViewport({ ratio: 0.9 });
    }
    await expectNoAxeViolations(page);
  });
});

test('Escape closes the topmost layer alone and gives the focus back', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, ngf);
  const opener = page.getByRole('button', { name: /^As of/ });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'As-of date' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog', { name: 'Search and commands' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Search and commands' })).toBeHidden();
  while ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
});

test('Ctrl+M lets Tab leave the editor, and takes that back', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, ngf);
  await page.getByRole('treeitem', { name: 'Gateway storefront' }).click();
  await page.getByRole('tablist', { name: 'Panels' }).getByRole('tab', { name: /^YAML/ }).click();
  const editor = page.getByRole('textbox', { name: 'YAML of gateway.yaml' });
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+m');
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+m');
  await page.keyboard.press('Tab');
  await expect(editor).toBeFocused();
});

test('what a backend presents is assigned by the keyboard alone', async ({ page, context }) => {
  await openStudio(page, now);
  await openExample(page, ngf);
  const { files } = await exportZip(page, 'with keys');
  const unknown = Object.entries(files).map(([name, text]) => ({
    name,
    content: text.replace(/image: .*/, 'image: registry.example.com/catalog:1.4'),
  }));
  const fresh = await context.newPage();
  await openStudio(fresh, now);
  await dropFiles(fresh, unknown);
  await expect(verdictOf(fresh)).toContainText('Not checked');
  await expectNoAxeViolations(fresh);
  await fresh.getByRole('list', { name: 'Handshake steps' }).getByRole('button').nth(6).focus();
  await fresh.keyboard.press('Enter');
  const form = inspectorOf(fresh).getByRole('form', { name: 'Assign what the backend uses' });
  const choose = async (field: string, option: string): Promise<void> => {
    await form.getByRole('combobox', { name: field }).focus();
    await fresh.keyboard.press('Enter');
    await expect(fresh.getByRole('listbox')).toBeVisible();
    await fresh.keyboard.type(option, { delay: 20 });
    await fresh.keyboard.press('Enter');
    await expect(form.getByRole('combobox', { name: field })).toContainText(option);
  };
  await choose('Presented chain', 'Secret shop/catalog-identity');
  await choose('Private key', 'Secret shop/catalog-identity');
  await choose('Client certificate', 'Required');
  await choose('Client CA', 'ConfigMap shop/gateways-ca');
  await form.getByRole('button', { name: 'Assign' }).focus();
  await fresh.keyboard.press('Enter');
  await expect(verdictOf(fresh)).toContainText('All 11 steps pass');
});

test('the export copies its text and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openStudio(page, now);
  await openExample(page, ngf);
  await page.keyboard.press('ControlOrMeta+s');
  const dialog = page.getByRole('dialog', { name: 'Export setup' });
  await dialog.getByRole('button', { name: 'Copy YAML' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'kind: BackendTLSPolicy',
  );
});
