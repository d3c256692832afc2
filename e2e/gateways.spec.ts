import {
  expect,
  expectNoAxeViolations,
  implementationTab,
  openExample,
  openStudio,
  showProblems,
  test,
  verdictOf,
} from './fixtures/index.ts';

const now = '2026-06-15T12:00:00Z';

test('the same manifests get four verdicts, and each can be looked at', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'missing-ca-key');
  await expect(implementationTab(page, 'NGINX Gateway Fabric')).toContainText('client gets 500');
  await expect(implementationTab(page, 'Envoy Gateway')).toContainText('All 11 steps pass');
  await expect(implementationTab(page, 'kgateway')).toContainText('client gets 500');
  await expect(implementationTab(page, 'agentgateway')).toContainText('client gets 503');

  await implementationTab(page, 'Envoy Gateway').click();
  await expect(verdictOf(page).getByRole('heading')).toContainText('All 11 steps pass');
  await expect(page.getByText('Simulated on Envoy Gateway')).toBeVisible();

  // The second key does not wait for what the first one shows.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(implementationTab(page, 'agentgateway')).toHaveAttribute('aria-selected', 'true');
  await expect(verdictOf(page)).toContainText('client sees 503 Service Unavailable');
  await expectNoAxeViolations(page);

  await page.getByRole('button', { name: 'Back to NGINX Gateway Fabric' }).click();
  await expect(verdictOf(page)).toContainText('client sees 500 Internal Server Error');
  await expect(page.getByText('Simulated on')).toBeHidden();
});

test('a problem says which gateways mind it', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'Envoy Gateway: mutual TLS');
  await implementationTab(page, 'kgateway').click();
  await showProblems(page);
  const row = page.getByRole('row', { name: /No client certificate|client certificate/i });
  await expect(row.getByRole('img', { name: 'kgateway: fails' })).toBeVisible();
  await expect(row.getByRole('img', { name: 'Envoy Gateway: not affected' })).toBeVisible();
});

test('the installed CRDs are a setting: what they drop is gone', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'NGINX Gateway Fabric: mutual TLS');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder(/Search/).fill('settings');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Workspace settings' });
  await dialog.getByRole('combobox', { name: 'Gateway API release' }).click();
  await page.getByRole('option', { name: '1.4' }).click();
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Save settings' }).click();
  await expect(verdictOf(page).getByRole('heading')).toContainText('Fails at step 5');
  const rows = await showProblems(page);
  await expect(rows.filter({ hasText: 'needs the experimental channel' })).toHaveCount(1);
});
