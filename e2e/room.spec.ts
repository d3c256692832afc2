import type { Locator } from '@playwright/test';
import { expect, openExample, openStudio, stepsOf, test } from './fixtures/index.ts';

const now = '2026-06-15T12:00:00Z';
const mutual = 'NGINX Gateway Fabric: mutual TLS';

const widthOf = async (element: Locator): Promise<number> =>
  (await element.boundingBox())?.width ?? 0;

test('the inspector makes room for a chain of certificates, and gives it back', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openStudio(page, now);
  await openExample(page, mutual);
  await stepsOf(page).nth(7).click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const before = await widthOf(inspector);
  await inspector.getByRole('tab', { name: /^Chain/ }).click();
  await expect.poll(() => widthOf(inspector)).toBeGreaterThan(before + 300);
  await inspector.getByRole('tab', { name: 'Summary' }).click();
  await expect.poll(() => widthOf(inspector)).toBe(before);
  await inspector.getByRole('tab', { name: /^Chain/ }).click();
  await page.getByRole('treeitem', { name: 'Service catalog' }).click();
  await expect.poll(() => widthOf(inspector)).toBe(before);
});

test('the years of the timeline are whole, the first and the last too', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openStudio(page, now);
  await openExample(page, mutual);
  const cut = await page.getByRole('img', { name: /^Expiry dates/ }).evaluate((timeline) => {
    const { left, right } = timeline.getBoundingClientRect();
    return [...timeline.querySelectorAll('text')]
      .filter((year) => {
        const box = year.getBoundingClientRect();
        return box.left < left - 0.5 || box.right > right + 0.5;
      })
      .map((year) => year.textContent);
  });
  expect(cut).toEqual([]);
});

test('a quick fix of the light bulb is written out with what it leads to', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'missing-ca-key');
  await page.getByRole('treeitem', { name: 'BackendTLSPolicy catalog-tls' }).click();
  await page.getByRole('tablist', { name: 'Panels' }).getByRole('tab', { name: 'YAML' }).click();
  const editor = page.getByRole('textbox', { name: /^YAML of/ });
  await expect(editor).toBeAttached();
  await editor.focus();
  await page.keyboard.press('F8');
  await expect(page.getByText(/ refuses BackendTLSPolicy catalog-tls$/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+.');
  const fix = page.getByText(/^Rename the key ca.pem .*\(All 11 steps pass\)$/);
  await expect(fix).toBeVisible();
  expect(await fix.evaluate((text) => text.scrollWidth - text.clientWidth)).toBeLessThanOrEqual(0);
});

test('a step of the rotation has its button on a line of its own in a narrow window', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openStudio(page, now);
  await openExample(page, mutual);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'What if: try a fault' }).click();
  const dialog = page.getByRole('dialog', { name: 'What if' });
  await dialog.getByRole('tab', { name: 'Rotation' }).click();
  const apply = dialog.getByRole('button', { name: /^Apply to the documents/ });
  const step = dialog
    .getByRole('list', { name: 'Steps in the order to apply' })
    .getByRole('listitem')
    .first();
  await expect(apply).toBeVisible();
  expect(await widthOf(apply)).toBeGreaterThan(0.85 * (await widthOf(step)));
});
