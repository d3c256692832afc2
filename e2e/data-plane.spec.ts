import type { Locator, Page } from '@playwright/test';
import {
  expect,
  expectNoAxeViolationsInThemes,
  implementationTab,
  openExample,
  openStudio,
  test,
} from './fixtures/index.ts';

const now = '2026-06-15T12:00:00Z';

/** Shows the configuration of the connection and returns its lines. */
async function showDataPlane(page: Page): Promise<Locator> {
  await page
    .getByRole('tablist', { name: 'Panels' })
    .getByRole('tab', { name: 'Data plane' })
    .click();
  return page.getByRole('list', { name: 'Configuration' });
}

/** The button of the first line with a field whose text begins so: a prefix has two locations that are alike. */
const line = (lines: Locator, text: string): Locator =>
  lines.getByRole('button', { name: new RegExp(`^\\s*${text}`) }).first();

test('a line of the nginx configuration leads to the field that made it', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'NGINX Gateway Fabric: mutual TLS');
  const lines = await showDataPlane(page);
  await expect(page.getByRole('heading', { name: 'nginx of NGINX Gateway Fabric' })).toBeVisible();
  const name = line(lines, 'proxy_ssl_name catalog\\.shop\\.svc\\.cluster\\.local;');
  await expect(name).toHaveAccessibleName(/from BackendTLSPolicy catalog-tls spec\.validation/);
  await expectNoAxeViolationsInThemes(page);

  await name.click();
  const tab = page.getByRole('tablist', { name: 'Panels' }).getByRole('tab', { name: 'YAML' });
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('textbox', { name: /^YAML of / })).toBeAttached();
  await expect(
    page.locator('.view-line', { hasText: 'hostname: catalog.shop.svc.cluster.local' }),
  ).toBeInViewport();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('heading', { name: 'catalog-tls', level: 2 })).toBeVisible();

  const again = await showDataPlane(page);
  const verify = again.getByRole('listitem').filter({ hasText: 'proxy_ssl_verify on' });
  await expect(verify.first()).toHaveClass(/own/);
  await expect(verify.first()).toBeInViewport();
  await expect(page.getByRole('banner')).toBeInViewport({ ratio: 1 });
  await expectNoAxeViolationsInThemes(page);
});

test('the arrow keys go from field to field', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'NGINX Gateway Fabric: mutual TLS');
  const lines = await showDataPlane(page);
  await line(lines, 'proxy_ssl_server_name on').focus();
  await page.keyboard.press('ArrowDown');
  await expect(line(lines, 'proxy_ssl_verify on')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(line(lines, 'proxy_ssl_certificate ')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.view-line', { hasText: 'clientCertificateRef' })).toBeInViewport();
});

test('another gateway writes another configuration', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'NGINX Gateway Fabric: mutual TLS');
  const lines = await showDataPlane(page);
  await implementationTab(page, 'kgateway').click();
  await expect(page.getByRole('heading', { name: 'Envoy of kgateway' })).toBeVisible();
  await expect(line(lines, 'sni: catalog\\.shop\\.svc\\.cluster\\.local')).toBeVisible();
  await expect(lines).toContainText('envoy.transport_sockets.tls');
  await implementationTab(page, 'agentgateway').click();
  await expect(page.getByRole('heading', { name: /^agentgateway/ })).toBeVisible();
  await expectNoAxeViolationsInThemes(page);
});

test('a refused rule shows what is written instead', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'missing-ca-key');
  const lines = await showDataPlane(page);
  await expect(page.getByText('this is what the gateway writes instead')).toBeVisible();
  await expect(lines).toContainText('return 500;');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the menu leads to it, and a line to its field', async ({ page }) => {
    await openStudio(page, now);
    await openExample(page, 'wrong-ca');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Show the data plane configuration' }).click();
    const lines = page.getByRole('list', { name: 'Configuration' });
    await expect(lines).toContainText('proxy_ssl_verify on;');
    await expectNoAxeViolationsInThemes(page);
    await line(lines, 'proxy_ssl_trusted_certificate').click();
    await expect(
      page.locator('.view-line', { hasText: 'caCertificateRefs' }).first(),
    ).toBeInViewport();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the configuration is reached by the keyboard through the menu', async ({ page }) => {
    await openStudio(page, now);
    await openExample(page, 'NGINX Gateway Fabric: mutual TLS');
    const more = page.getByRole('button', { name: 'More' });
    const { width = 0, height = 0 } = (await more.boundingBox()) ?? {};
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    await more.focus();
    await page.keyboard.press('Enter');
    const item = page.getByRole('menuitem', { name: /data plane/i });
    await expect(item).toBeVisible();
    const box = (await item.boundingBox()) ?? { height: 0 };
    expect(box.height).toBeGreaterThanOrEqual(24);
    for (let step = 0; step < 5; step += 1) {
      if (await item.evaluate((node) => node === document.activeElement)) break;
      await page.keyboard.press('ArrowDown');
    }
    await expect(item).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: 'Configuration' })).toBeVisible();
    await expectNoAxeViolationsInThemes(page);
  });
});
