import type { Locator, Page } from '@playwright/test';
import { expectNoAxeViolations, expectNoAxeViolationsInThemes } from './fixtures/axe.ts';
import { exportZip } from './fixtures/export.ts';
import { expect, implementationTab, openExample, openStudio, test } from './fixtures/index.ts';

const now = '2026-06-15T12:00:00Z';

const ngf = (page: Page): Locator => implementationTab(page, 'NGINX Gateway Fabric');
const row = (page: Page, name: string): Locator =>
  page.getByRole('tree', { name: 'Objects by namespace' }).getByRole('treeitem', { name });
const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });
const texts = async (page: Page) => (await exportZip(page, 'with keys')).files;

async function press(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeEnabled();
  await target.focus();
  await page.keyboard.press('Enter');
}

async function open(page: Page, name: string): Promise<void> {
  await openStudio(page, now);
  await openExample(page, 'NGINX Gateway Fabric: mutual TLS');
  await expect(ngf(page)).toContainText('All 11 steps pass');
  await press(page, row(page, name));
  await expect(page.getByRole('heading', { name: 'Fields' })).toBeVisible();
}

test('a field is added, filled in and taken away by keyboard, and the focus stays with it', async ({
  page,
}) => {
  await open(page, 'Gateway storefront');
  const before = await texts(page);
  const listener = page.getByRole('group', { name: 'listeners 1' });
  const fold = listener.getByRole('button', { name: /^listeners 1/ });
  await expect(fold).toContainText('http · HTTP · 80');
  await press(page, fold);
  await press(page, button(page, 'Add field to listeners 1'));
  await press(page, page.getByRole('menuitem', { name: 'hostname' }));
  const field = listener.getByRole('textbox', { name: 'hostname' });
  await expect(field).toBeFocused();
  await page.keyboard.type('shop.example');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Undo Set hostname of Gateway/ })).toBeVisible();
  await expectNoAxeViolationsInThemes(page);
  await press(page, button(page, 'Remove hostname'));
  await expect(field).toHaveCount(0);
  await expect(listener.getByRole('textbox', { name: 'name (required)' })).toBeFocused();
  expect(await texts(page)).toEqual(before);
});

test('what a field takes, and what each gateway makes of it, opens beside it', async ({ page }) => {
  await open(page, 'BackendTLSPolicy catalog-tls');
  const about = button(page, 'About hostname');
  await press(page, about);
  const said = page.getByRole('dialog', { name: 'About hostname' });
  await expect(said).toContainText('string · 1 to 253 characters');
  await expect(said).toContainText('NGINX Gateway Fabric');
  await expectNoAxeViolationsInThemes(page);
  await page.keyboard.press('Escape');
  await expect(said).toHaveCount(0);
  await expect(about).toBeFocused();
});

test('an item is added to a list, and one is chosen from several', async ({ page }) => {
  await open(page, 'HTTPRoute catalog');
  await press(page, button(page, 'Add to hostnames'));
  const second = page.getByRole('textbox', { name: 'hostnames 2' });
  await expect(second).toBeFocused();
  await page.keyboard.type('m.shop.example');
  await page.keyboard.press('Enter');
  await press(page, button(page, 'Move hostnames 2 up'));
  await expect(page.getByRole('textbox', { name: 'hostnames 1' })).toHaveValue('m.shop.example');
  await press(page, page.getByRole('combobox', { name: 'type' }));
  await press(page, page.getByRole('option', { name: 'Exact' }));
  await expect(page.getByRole('combobox', { name: 'type' })).toContainText('Exact');
  await expectNoAxeViolations(page);
});

test('a change made while a fault is simulated goes to the documents and ends it', async ({
  page,
}) => {
  await open(page, 'BackendTLSPolicy catalog-tls');
  await button(page, 'What if: try a fault').click();
  const dialog = page.getByRole('dialog', { name: 'What if' });
  await dialog.getByRole('tab', { name: 'Faults' }).click();
  await dialog.getByRole('button', { name: /^Wrong CA/ }).click();
  const simulated = page.getByRole('status').filter({ hasText: 'Simulated:' });
  await expect(simulated).toBeVisible();
  await press(page, row(page, 'BackendTLSPolicy catalog-tls'));
  await expect(page.getByText(/a change goes there and ends the simulation/)).toBeVisible();
  await page.getByRole('textbox', { name: 'hostname (required)' }).fill('other.example');
  await page.keyboard.press('Enter');
  await expect(simulated).toBeHidden();
  await expect(ngf(page)).toContainText('Fails at step 8');
  const after = await texts(page);
  expect(after['catalog-tls.yaml']).toContain('hostname: other.example');
  await page.getByRole('button', { name: /^Undo Set hostname/ }).click();
  await expect(ngf(page)).toContainText('All 11 steps pass');
});
