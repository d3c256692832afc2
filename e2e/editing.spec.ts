import type { Locator, Page } from '@playwright/test';
import { exportZip } from './fixtures/export.ts';
import {
  expect,
  implementationTab,
  openExample,
  openStudio,
  showProblems,
  test,
  verdictOf,
} from './fixtures/index.ts';

const now = '2026-06-15T12:00:00Z';
const mismatch =
  'upstream SSL certificate does not match "catalog.shop.svc.cluster.local" while SSL handshaking to upstream';

const ngf = (page: Page): Locator => implementationTab(page, 'NGINX Gateway Fabric');

async function showYaml(page: Page): Promise<void> {
  await page.getByRole('tablist', { name: 'Panels' }).getByRole('tab', { name: 'YAML' }).click();
}

/** Presses the key for undo until everything typed into the file is taken back. */
async function undoTyping(page: Page, path: string): Promise<void> {
  const undo = page.getByRole('button', { name: `Undo Edit ${path}` });
  await expect(undo).toBeVisible();
  while ((await undo.count()) > 0) await page.keyboard.press('ControlOrMeta+z');
}

/** The text field of the editor, named after the file on show. */
const editorOf = (page: Page, path: string): Locator =>
  page.getByRole('textbox', { name: `YAML of ${path}` });

test('a problem leads to its node and its line, typing there changes the verdict, undo restores it', async ({
  page,
}) => {
  await openStudio(page, now);
  await openExample(page, 'no-san');
  await expect(verdictOf(page).getByText(mismatch, { exact: true })).toBeVisible();
  const before = await exportZip(page, 'with keys');
  await showProblems(page);
  await page.getByRole('button', { name: /^Server certificate does not match/ }).click();
  const node = page
    .getByRole('region', { name: 'Graph' })
    .getByRole('button', { name: /^BackendTLSPolicy catalog-tls,/ });
  await expect(node).toHaveAttribute('aria-current', 'true');

  await showYaml(page);
  const editor = editorOf(page, 'catalog-tls.yaml');
  await expect(editor).toBeAttached();
  const text = before.files['catalog-tls.yaml'] ?? '';
  const line = text.slice(0, text.indexOf('hostname:')).split('\n').length;
  await expect(page.getByText(`Line ${String(line)}, column`)).toBeVisible();

  // Down to the name that the certificate has: catalog.
  await editor.focus();
  await page.keyboard.press('End');
  const surplus = '.shop.svc.cluster.local'.length;
  for (let typed = 0; typed < surplus; typed++) await page.keyboard.press('Backspace');
  await expect(ngf(page)).toContainText('Passes with 1 warning');
  await undoTyping(page, 'catalog-tls.yaml');
  await expect(ngf(page)).toContainText('Fails at step 8');
  expect((await exportZip(page, 'with keys')).files).toEqual(before.files);
});

test('the editor follows the selection in tree and graph to another file', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'NGINX Gateway Fabric: mutual TLS');
  await page.getByRole('treeitem', { name: 'BackendTLSPolicy catalog-tls' }).click();
  await showYaml(page);
  await expect(editorOf(page, 'catalog-tls.yaml')).toBeAttached();
  await page
    .getByRole('region', { name: 'Graph' })
    .getByRole('button', { name: /^Gateway storefront,/ })
    .click();
  await expect(editorOf(page, 'gateway.yaml')).toBeAttached();
  await page.getByRole('treeitem', { name: 'BackendTLSPolicy catalog-tls' }).click();
  await expect(editorOf(page, 'catalog-tls.yaml')).toBeAttached();
});

test('text that is no YAML while it is being typed is a problem, not a loss', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'NGINX Gateway Fabric: mutual TLS');
  await page.getByRole('treeitem', { name: 'Gateway storefront' }).click();
  await showYaml(page);
  await editorOf(page, 'gateway.yaml').focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('\n}: [');
  await expect(page.getByRole('tab', { name: /^Problems [1-9]/ })).toBeVisible();
  await expect(page.getByRole('treeitem', { name: 'HTTPRoute catalog' })).toBeVisible();
  const problems = await showProblems(page);
  await expect(problems.filter({ hasText: 'cannot be read as YAML' })).not.toHaveCount(0);
  await page.getByRole('button', { name: 'Undo Edit gateway.yaml' }).focus();
  await undoTyping(page, 'gateway.yaml');
  await expect(ngf(page)).toContainText('All 11 steps pass');
  await expect(page.getByText('No problems found')).toBeVisible();
});

test('a quick fix repairs a setup, and undo takes it back', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'missing-ca-key');
  await showProblems(page);
  await page
    .getByRole('button', { name: 'Fix: Rename the key ca.pem of ConfigMap services-ca to ca.crt' })
    .first()
    .click();
  await expect(ngf(page)).toContainText('All 11 steps pass');
  await page.getByRole('button', { name: /^Undo Rename the key ca.pem/ }).click();
  await expect(ngf(page)).toContainText('Fails at step 2');
});
