import {
  dropFiles,
  expect,
  expectNoAxeViolationsInThemes,
  implementationTab,
  openExample,
  openStudio,
  showProblems,
  test,
} from './fixtures/index.ts';

const now = '2026-06-15T12:00:00Z';
const limits =
  '\uFEFFapiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: limits\n  namespace: shop\ndata:\n  retries: 3\n  depth: 4\n';

test('a fix is looked at and applied by keyboard, and undone', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'missing-ca-key');
  await showProblems(page);
  const rename = 'Rename the key ca.pem of ConfigMap services-ca to ca.crt';
  await page
    .getByRole('button', { name: `Preview: ${rename}` })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: rename });
  await expect(dialog.getByRole('region', { name: 'What changes' })).toContainText('+   ca.crt: |');
  await expect(dialog.getByRole('status', { name: 'What it leads to' })).toContainText(
    'All 11 steps pass',
  );
  await expectNoAxeViolationsInThemes(page);
  await dialog.getByRole('button', { name: 'Apply fix' }).focus();
  await page.keyboard.press('Enter');
  const ngf = implementationTab(page, 'NGINX Gateway Fabric');
  await expect(ngf).toContainText('All 11 steps pass');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(ngf).not.toContainText('All 11 steps pass');
});

test('all safe fixes are one diff and one step to undo', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'NGINX Gateway Fabric: mutual TLS');
  await dropFiles(page, [{ name: 'limits.yaml', content: limits }]);
  await showProblems(page);
  const applyAll = page.getByRole('button', { name: 'Apply 3 safe fixes', exact: true });
  await applyAll.click();
  const dialog = page.getByRole('dialog', { name: 'Apply 3 safe fixes' });
  await expect(dialog).toContainText('Quote data.retries of ConfigMap limits');
  await expect(dialog.getByRole('region', { name: 'What changes' })).toContainText('"4"');
  await dialog.getByRole('button', { name: 'Apply 3 safe fixes' }).click();
  await expect(applyAll).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo Apply 3 safe fixes' }).click();
  await expect(applyAll).toBeVisible();
});
