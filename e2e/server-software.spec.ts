import type { Locator, Page } from '@playwright/test';
import { builtExample } from './fixtures/built-example.ts';
import {
  dropFiles,
  expect,
  expectNoAxeViolationsInThemes,
  openStudio,
  stepsOf,
  test,
  verdictOf,
} from './fixtures/index.ts';

const now = '2026-11-20T12:00:00Z';

const form = (page: Page): Locator =>
  page.getByRole('form', { name: 'Assign what the backend uses' });

/** Chooses with the keyboard alone. */
async function choose(page: Page, label: string, option: RegExp): Promise<void> {
  await form(page).getByRole('combobox', { name: label }).focus();
  await page.keyboard.press('Enter');
  const found = page.getByRole('option', { name: option });
  await found.focus();
  await page.keyboard.press('Enter');
  await expect(found).toHaveCount(0);
}

async function assign(page: Page): Promise<void> {
  await form(page).getByRole('button', { name: 'Assign', exact: true }).focus();
  await page.keyboard.press('Enter');
}

test('the server software of a backend decides how a refused client certificate shows', async ({
  page,
}) => {
  const documents = await builtExample('ngf-mutual-tls', now);
  const content = documents
    .join('---\n')
    .replace('nginxinc/nginx-unprivileged:1.29-alpine', 'registry.example/catalog:4');
  await openStudio(page, now);
  await dropFiles(page, [{ name: 'setup.yaml', content }]);
  await expect(verdictOf(page).getByRole('heading')).toContainText('Not checked');
  await page.getByRole('treeitem', { name: /^Deployment catalog/ }).click();
  await choose(page, 'Presented chain', /^Secret shop\/catalog-identity, tls\.crt/);
  await choose(page, 'Private key', /^Secret shop\/catalog-identity/);
  await choose(page, 'Client certificate', /^Required/);
  await choose(page, 'Client CA', /^ConfigMap shop\/services-ca/);
  await choose(page, 'Server software', /^nginx/);
  await assign(page);
  await expect(verdictOf(page).getByRole('heading')).toContainText('Fails at step 6');
  await expect(verdictOf(page)).toContainText('400');
  await choose(page, 'Server software', /^OpenSSL/);
  await assign(page);
  await expect(verdictOf(page)).not.toContainText('400');
  await expect(verdictOf(page)).toContainText(/alert/i);
  await expect(stepsOf(page).nth(5)).toContainText('Fails here');
  await choose(page, 'Server software', /^Node\.js/);
  await assign(page);
  await expect(verdictOf(page)).not.toContainText('alert number 48');
  await expectNoAxeViolationsInThemes(page);
});
