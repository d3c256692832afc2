import type { Locator, Page } from '@playwright/test';
import {
  dropFiles,
  expect,
  expectNoAxeViolations,
  implementationTab,
  openExample,
  openStudio,
  preferTheme,
  test,
  themes,
  verdictOf,
} from './fixtures/index.ts';
import { tabTo } from './fixtures/keyboard.ts';

const now = '2026-06-15T12:00:00Z';
const example = 'NGINX Gateway Fabric: mutual TLS';

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Convert the setup' });

/** Looks through the lens of a gateway and asks for the conversion to it. */
async function convertTo(page: Page, name: string): Promise<Locator> {
  await implementationTab(page, name).click();
  await page.getByRole('button', { name: `Convert the setup to ${name}` }).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByRole('table', { name: 'Verdict' })).toBeVisible();
  return dialog;
}

test('to kgateway and back keeps the verdict, each in one step to undo', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, example);
  const there = await convertTo(page, 'kgateway');
  await expect(there.getByRole('status').first()).toContainText('Nothing is lost with kgateway.');
  await expect(there.getByRole('row').filter({ hasText: 'catalog' }).first()).toContainText(
    /All 11 steps pass.*All 11 steps pass/,
  );
  await expect(there.getByRole('region', { name: 'Changes in the text' })).toContainText(
    '+   gatewayClassName: kgateway',
  );
  await expect(
    there
      .getByRole('table', { name: 'What handshakes offer and check' })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'TLS versions' }) }),
  ).toContainText(/TLS 1\.2\s*TLS 1\.3\s*TLS 1\.2/);
  await expectNoAxeViolations(page);
  await there.getByRole('button', { name: 'Convert to kgateway' }).click();
  await expect(there).toBeHidden();
  await expect(verdictOf(page).getByRole('heading')).toContainText('All 11 steps pass');
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAccessibleName(
    /Convert to kgateway/,
  );

  const back = await convertTo(page, 'NGINX Gateway Fabric');
  await back.getByRole('button', { name: 'Convert to NGINX Gateway Fabric' }).click();
  await expect(verdictOf(page).getByRole('heading')).toContainText('All 11 steps pass');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAccessibleName(/Open NGINX/);
});

for (const theme of themes)
  test(`asked for on a narrow page, ${theme}`, async ({ page }) => {
    await preferTheme(page, theme);
    await openStudio(page, now);
    await openExample(page, 'Envoy Gateway: mutual TLS');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Convert to another gateway' }).click();
    const dialog = dialogOf(page);
    await dialog.getByRole('combobox', { name: 'To' }).click();
    await page.getByRole('option', { name: 'agentgateway' }).click();
    await expect(dialog.getByRole('table', { name: 'Verdict' })).toContainText('agentgateway 1.5');
    await expectNoAxeViolations(page);
  });

const elsewhere = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: web, namespace: shop}
spec:
  gatewayClassName: nginx # as installed
  listeners: [{name: http, port: 80, protocol: HTTP}]
  tls: {backend: {clientCertificateRef: {name: id, namespace: identities}}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: app, namespace: shop}
spec:
  parentRefs: [{name: web}]
  rules: [{backendRefs: [{name: app, port: 443}]}]
---
apiVersion: v1
kind: Service
metadata: {name: app, namespace: shop}
spec: {selector: {app: app}, ports: [{name: https, port: 443}]}
`;

test('what a gateway cannot be told has its fact, source and offer', async ({ page }) => {
  await openStudio(page, now);
  await dropFiles(page, [{ name: 'elsewhere.yaml', content: elsewhere }]);
  await expect(implementationTab(page, 'NGINX Gateway Fabric')).toBeVisible();
  const dialog = await convertTo(page, 'agentgateway');
  const losses = dialog.getByRole('region', { name: 'Not as before with agentgateway' });
  await expect(losses.getByRole('listitem')).toHaveCount(1);
  await expect(losses).toContainText('refuses a client certificate of another namespace');
  await expect(losses).toContainText('Put a copy of Secret id into the namespace of the Gateway');
  await expect(losses).toContainText('backend_tls_plugin.go');
  await expectNoAxeViolations(page);
});

test('by keyboard alone, from the palette to the converted files', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'Envoy Gateway: mutual TLS');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('convert to another');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const dialog = dialogOf(page);
  const target = dialog.getByRole('combobox', { name: 'To' });
  await tabTo(page, target);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.type('kg', { delay: 20 });
  await page.keyboard.press('Enter');
  await expect(target).toHaveText('kgateway');
  await tabTo(page, dialog.getByRole('checkbox'));
  await page.keyboard.press('Space');
  const idle = dialog.getByRole('region', { name: 'Does nothing any more' });
  await expect(idle).toContainText('EnvoyProxy shop/storefront-proxy is taken out');
  await tabTo(page, dialog.getByRole('button', { name: 'Convert to kgateway' }));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(implementationTab(page, 'kgateway')).toHaveAttribute('aria-selected', 'true');
  await expect(verdictOf(page).getByRole('heading')).toContainText('All 11 steps pass');
});
