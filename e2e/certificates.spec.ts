import type { Locator, Page } from '@playwright/test';
import {
  expect,
  expectNoAxeViolations,
  expectNoAxeViolationsInThemes,
  openExample,
  openStudio,
  preferTheme,
  test,
  themes,
  verdictOf,
} from './fixtures/index.ts';

const now = '2026-06-15T12:00:00Z';

async function openIssuing(page: Page): Promise<Locator> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('Issue a certificate');
  await page.getByRole('option', { name: /^Issue a certificate/ }).click();
  return page.getByRole('dialog', { name: 'Issue a certificate' });
}

const issued = (page: Page): Locator => page.getByRole('dialog', { name: 'Issued' });

async function choose(dialog: Locator, label: string, option: string): Promise<void> {
  await dialog.getByRole('combobox', { name: label }).click();
  await dialog.page().getByRole('option', { name: option }).click();
}

/** Places both parts of a server certificate with its new CA, by their buttons. */
async function placeBoth(page: Page, secret: string, configMap: string): Promise<void> {
  const server = issued(page).getByRole('region', { name: /^Server certificate/ });
  await server.getByRole('button', { name: secret }).click();
  await expect(server.getByRole('status')).toContainText('Placed: Secret');
  const ca = issued(page).getByRole('region', { name: /^CA certificate/ });
  await ca.getByRole('button', { name: configMap }).click();
  await expect(ca.getByRole('status')).toContainText('Placed: ConfigMap');
  await issued(page).getByRole('button', { name: 'Done' }).click();
}

test('a CA and a server certificate that are issued and placed repair a setup with a wrong CA, and undo takes them back', async ({
  page,
}) => {
  await openStudio(page, now);
  await openExample(page, 'wrong-ca');
  await expect(verdictOf(page).getByRole('heading')).toContainText('Fails at step 8');
  const dialog = await openIssuing(page);
  await expect(dialog.getByRole('textbox', { name: 'Subject alternative names' })).toHaveValue(
    'catalog.shop.svc.cluster.local',
  );
  await choose(dialog, 'Signed by', 'A new CA');
  await dialog.getByRole('button', { name: 'Issue', exact: true }).click();
  const key = issued(page)
    .getByRole('region', { name: /^Server certificate/ })
    .getByRole('button', { name: 'Key (PEM)' });
  const download = page.waitForEvent('download');
  await key.click();
  expect((await download).suggestedFilename()).toBe('catalog.shop.svc.cluster.local.key');
  await placeBoth(page, 'Place in Secret catalog-identity', 'Place in ConfigMap services-ca');
  await expect(verdictOf(page).getByRole('heading')).toContainText('All 11 steps pass');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(verdictOf(page).getByRole('heading')).toContainText('Fails at step 8');
});

test('an expired certificate is issued again from its inspector, with its names', async ({
  page,
}) => {
  await openStudio(page, now);
  await openExample(page, 'expired');
  await expect(verdictOf(page).getByRole('heading')).toContainText('Fails at step 8');
  await page
    .getByRole('treeitem', { name: /catalog\.shop\.svc\.cluster\.local.*[Ee]xpired/ })
    .click();
  await page.getByRole('button', { name: 'Issue again' }).click();
  const dialog = page.getByRole('dialog', { name: /again$/ });
  await expect(dialog).toContainText('catalog.shop.svc.cluster.local');
  await expect(dialog).toContainText('is not in the workspace');
  await dialog.getByRole('button', { name: 'Issue again' }).click();
  await placeBoth(page, 'Place in Secret catalog-identity', 'Place in ConfigMap services-ca');
  await expect(verdictOf(page).getByRole('heading')).toContainText('All 11 steps pass');
});

test('a PKCS#12 file is downloaded under a password that can be shown', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'expired');
  const dialog = await openIssuing(page);
  await choose(dialog, 'Signed by', 'Itself (self-signed)');
  await dialog.getByRole('button', { name: 'Issue', exact: true }).click();
  await issued(page).getByRole('button', { name: 'PKCS#12' }).click();
  const password = issued(page).getByRole('textbox', { name: /^Password for the PKCS#12 file/ });
  await password.fill('correct horse');
  await issued(page).getByRole('button', { name: 'Show the password' }).click();
  await expect(password).toHaveAttribute('type', 'text');
  const download = page.waitForEvent('download');
  await issued(page).getByRole('button', { name: 'Download PKCS#12' }).click();
  expect((await download).suggestedFilename()).toBe('catalog.shop.svc.cluster.local.p12');
});

test('an RSA 4096 key shows its progress and can be cancelled', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'expired');
  const dialog = await openIssuing(page);
  await choose(dialog, 'Key', 'RSA 4096');
  await dialog.getByRole('button', { name: 'Issue', exact: true }).click();
  await expect(dialog.getByRole('progressbar', { name: 'Making an RSA 4096 key' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('button', { name: 'Issue', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Unplaced files' })).toHaveCount(0);
});

test('a file of the shelf is dragged onto the node that takes it', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'wrong-ca');
  const dialog = await openIssuing(page);
  await choose(dialog, 'Signed by', 'A new CA');
  await dialog.getByRole('button', { name: 'Issue', exact: true }).click();
  await issued(page).getByRole('button', { name: 'Done' }).click();
  const graph = page.getByRole('region', { name: 'Graph' });
  const card = page.getByRole('button', {
    name: 'catalog.shop.svc.cluster.local.crt',
    exact: true,
  });
  await card.dragTo(graph.getByRole('button', { name: /^Secret catalog-identity,/ }));
  await expect(
    page.getByRole('button', { name: /^Undo Place catalog\.shop\.svc\.cluster\.local\.crt in/ }),
  ).toBeVisible();
});

test('a request is made by keyboard, its key is known by it, and Escape gives the focus back', async ({
  page,
}) => {
  await openStudio(page, now);
  await openExample(page, 'expired');
  const dialog = await openIssuing(page);
  await choose(dialog, 'Signed by', 'Nobody yet: make a request (CSR)');
  await expect(dialog).toContainText('Extended key usage serverAuth.');
  await expectNoAxeViolationsInThemes(page);
  await dialog.getByRole('button', { name: 'Make the request' }).press('Enter');
  await expect(issued(page)).toContainText('Certificate request');
  await page.keyboard.press('Escape');
  await expect(issued(page)).toBeHidden();
  const shelf = page.getByRole('region', { name: 'Unplaced files' });
  await expect(shelf).toContainText(
    'Private key of the certificate request for CN=catalog.shop.svc.cluster.local.',
  );
  const again = shelf.getByRole('button', { name: 'Issue a certificate…' });
  await again.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(again).toBeFocused();
});

test('issuing again and the chain of a Secret are accessible', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'expired');
  await page.getByRole('treeitem', { name: /^Secret catalog-identity/ }).click();
  await expect(page.getByRole('article', { name: /^Certificate / }).first()).toBeVisible();
  await expectNoAxeViolationsInThemes(page);
  await page
    .getByRole('treeitem', { name: /catalog\.shop\.svc\.cluster\.local.*[Ee]xpired/ })
    .click();
  const again = page.getByRole('button', { name: 'Issue again' });
  await again.press('Enter');
  await expect(page.getByRole('dialog', { name: /again$/ })).toBeVisible();
  await expectNoAxeViolationsInThemes(page);
  await page.keyboard.press('Escape');
  await expect(again).toBeFocused();
});

for (const theme of themes) {
  test(`the forms and the result are accessible in the ${theme} theme`, async ({ page }) => {
    await preferTheme(page, theme);
    await openStudio(page, now);
    await openExample(page, 'expired');
    const dialog = await openIssuing(page);
    await choose(dialog, 'Key', 'Ed25519');
    await expect(dialog).toContainText('does not complete a handshake with Ed25519 keys');
    await expectNoAxeViolations(page);
    await dialog.getByRole('button', { name: 'Issue', exact: true }).click();
    await expect(issued(page)).toBeVisible();
    await issued(page).getByRole('button', { name: 'PKCS#12' }).first().click();
    await expectNoAxeViolations(page);
    await issued(page).getByRole('button', { name: 'Done' }).click();
    await expectNoAxeViolations(page);
  });
}
