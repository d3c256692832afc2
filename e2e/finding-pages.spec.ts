import {
  expect,
  expectNoAxeViolations,
  openExample,
  openStudio,
  preferTheme,
  showProblems,
  test,
  themes,
} from './fixtures/index.ts';

test('what a problem means is told beside it, and in the list of all checks by its code', async ({
  page,
}) => {
  await openStudio(page, '2026-06-15T12:00:00Z');
  await openExample(page, 'wrong-ca');
  const rows = await showProblems(page);
  await rows.getByRole('button', { name: /^CA in ConfigMap services-ca did not issue/ }).click();

  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByText('About this problem').click();
  await expect(inspector).toContainText('No path of signatures leads from the server certificate');
  await expect(inspector.getByRole('link', { name: 'RFC 5280' })).toHaveAttribute(
    'href',
    'https://www.rfc-editor.org/rfc/rfc5280',
  );

  await inspector.getByRole('button', { name: 'TLS-CA-DID-NOT-ISSUE in all checks' }).click();
  const dialog = page.getByRole('dialog', { name: 'All checks' });
  const title = 'The trusted CA did not issue the server certificate';
  await expect(dialog.getByRole('heading', { name: title })).toBeVisible();
  await expect(dialog.getByRole('button', { name: title })).toHaveAttribute('aria-current', 'true');
  for (const theme of themes) {
    await preferTheme(page, theme);
    await expectNoAxeViolations(page);
  }

  await dialog.getByRole('searchbox', { name: 'Filter checks' }).fill('fabric grpc');
  await expect(dialog.getByRole('status')).toHaveText(/^1 of \d+$/);
  await dialog.getByRole('button', { name: /NGF-CLIENT-CERTIFICATE-GRPC/ }).click();
  await expect(dialog).toContainText('grpc_ssl_certificate');
  await expect(dialog).toContainText('Not in this workspace.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('the palette opens the list of all checks before anything is dropped', async ({ page }) => {
  await openStudio(page, '2026-06-15T12:00:00Z');
  await page.keyboard.press('Control+K');
  await page.getByRole('option', { name: 'All checks' }).click();
  const dialog = page.getByRole('dialog', { name: 'All checks' });
  await expect(dialog.getByText('Choose a check')).toBeVisible();
  await expect(dialog.getByRole('searchbox', { name: 'Filter checks' })).toBeFocused();
  await expectNoAxeViolations(page);
});
