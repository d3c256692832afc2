import type { Locator, Page } from '@playwright/test';
import { exportZip } from './fixtures/export.ts';
import { expect, openExample, openStudio, test } from './fixtures/index.ts';

const now = '2026-06-15T12:00:00Z';
const POLICY = 'catalog-tls.yaml';

const editorOf = (page: Page, path: string): Locator =>
  page.getByRole('textbox', { name: `YAML of ${path}` });

async function textOf(page: Page, path: string): Promise<string> {
  return (await exportZip(page, 'with keys')).files[path] ?? '';
}

/** The policy of an example in the editor, and its text. */
async function openPolicy(page: Page): Promise<string> {
  await openStudio(page, now);
  await openExample(page, 'NGINX Gateway Fabric: mutual TLS');
  const text = await textOf(page, POLICY);
  await page.getByRole('treeitem', { name: 'BackendTLSPolicy catalog-tls' }).click();
  await page.getByRole('tablist', { name: 'Panels' }).getByRole('tab', { name: 'YAML' }).click();
  await expect(editorOf(page, POLICY)).toBeAttached();
  await editorOf(page, POLICY).focus();
  return text;
}

/** Moves the cursor behind the last character of the line that holds `words`, by keyboard alone. */
async function goToLine(page: Page, text: string, words: string): Promise<void> {
  const line = text.slice(0, text.lastIndexOf(words)).split('\n').length;
  await page.getByRole('textbox', { name: /^YAML of/ }).focus();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let down = 1; down < line; down++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
}

test('completes the name of a ConfigMap', async ({ page }) => {
  const text = await openPolicy(page);
  await goToLine(page, text, 'name: services-ca');
  for (let left = '-ca'.length; left > 0; left -= 1) await page.keyboard.press('Backspace');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Space');
  await expect(page.getByRole('option', { name: /^services-ca/ })).toBeVisible();
  await page.keyboard.press('Enter');
  expect(await textOf(page, POLICY)).toBe(text);
});

test('explains a field, and tells which gateways ignore it', async ({ page }) => {
  const text = await openPolicy(page);
  await goToLine(page, text, 'hostname:');
  await page.keyboard.press('Home');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.press('ControlOrMeta+i');
  const help = page.getByRole('tooltip');
  await expect(help).toContainText('spec.validation.hostname');
  await expect(help).toContainText('Sent to the backend as SNI');
  await expect(help).toContainText('NGINX Gateway Fabric: SNI and the name checked');
});

test('goes from a name to the object that it names, and shows what else names it', async ({
  page,
}) => {
  const text = await openPolicy(page);
  await goToLine(page, text, 'name: catalog\n      sectionName');
  await page.keyboard.press('Shift+F12');
  await expect(page.getByText('References (3)')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(editorOf(page, POLICY)).toBeFocused();
  await page.keyboard.press('F12');
  await expect(editorOf(page, 'catalog.yaml')).toBeFocused();
});

test('renames an object with everything that names it, in one step of the history', async ({
  page,
}) => {
  const before = await openPolicy(page);
  const service = await textOf(page, 'catalog.yaml');
  await goToLine(page, before, 'name: catalog\n      sectionName');
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: /^Rename input/ })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('goods');
  await page.keyboard.press('Enter');
  const undo = page.getByRole('button', { name: 'Undo Rename Service catalog to goods' });
  await expect(undo).toBeVisible();
  const renamed = before.replace('name: catalog\n      section', 'name: goods\n      section');
  expect(await textOf(page, POLICY)).toBe(renamed);
  expect(await textOf(page, 'catalog.yaml')).toContain('name: goods');
  await undo.click();
  expect(await textOf(page, POLICY)).toBe(before);
  expect(await textOf(page, 'catalog.yaml')).toBe(service);
});

test('lays a file out and keeps its comments', async ({ page }) => {
  const before = await openPolicy(page);
  await goToLine(page, before, 'hostname:');
  await page.keyboard.type('   # the name in the certificate  ');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Alt+F');
  const commented = before.replace(/(hostname: .*)/, '$1   # the name in the certificate');
  await expect.poll(() => textOf(page, POLICY)).toBe(commented);
  await expect(page.getByRole('button', { name: `Undo Format ${POLICY}` })).toBeVisible();
});

test('undo and redo bring the cursor to what they change, in whichever file it is', async ({
  page,
}) => {
  const text = await openPolicy(page);
  await goToLine(page, text, 'hostname:');
  const line = text.slice(0, text.indexOf('hostname:')).split('\n').length;
  await page.keyboard.type('x');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Home');
  await expect(page.getByText('Line 1, column 1')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText(`Line ${String(line)}, column`)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ControlOrMeta+y');
  await expect(page.getByText(`Line ${String(line)}, column`)).toBeVisible();
  await page.getByRole('treeitem', { name: 'Service catalog' }).click();
  await expect(editorOf(page, 'catalog.yaml')).toBeAttached();
  await editorOf(page, 'catalog.yaml').focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editorOf(page, POLICY)).toBeFocused();
  await expect(page.getByText(`Line ${String(line)}, column`)).toBeVisible();
});

test('outlines the file', async ({ page }) => {
  await openPolicy(page);
  await page.keyboard.press('ControlOrMeta+Shift+o');
  await expect(page.getByRole('option', { name: /BackendTLSPolicy catalog-tls/ })).toBeVisible();
});
