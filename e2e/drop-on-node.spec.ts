import type { Locator, Page } from '@playwright/test';
import {
  dropFiles,
  expect,
  expectNoAxeViolations,
  hangFiles,
  openExample,
  openStudio,
  preferTheme,
  stepsOf,
  test,
  themes,
  verdictOf,
} from './fixtures/index.ts';
import { builtExample, dataOf } from './fixtures/built-example.ts';
import { issueFor } from './fixtures/certificates.ts';

const now = '2026-06-15T12:00:00Z';
const host = 'catalog.shop.svc.cluster.local';

const graph = (page: Page): Locator => page.getByRole('region', { name: 'Graph' });
const node = (page: Page, name: RegExp): Locator => graph(page).getByRole('button', { name });
const undo = (page: Page, label: RegExp): Locator => page.getByRole('button', { name: label });
const shelf = (page: Page): Locator => page.getByRole('region', { name: 'Unplaced files' });

/** The graph's node of an object, as a selector for the events of a drop. */
const nodeOf = (kind: string, name: string): string =>
  `.graph [data-object="/${kind}/shop/${name}"]`;

async function openWrongCa(page: Page): Promise<void> {
  await openStudio(page, now);
  await openExample(page, 'wrong-ca');
  await expect(verdictOf(page).getByRole('heading')).toContainText('Fails at step 8');
}

test('certificate and key dropped on the node of a Secret stand in it, and one undo takes both back', async ({
  page,
}) => {
  await openWrongCa(page);
  const { certificatePem, keyPem } = await issueFor(host);
  await dropFiles(
    page,
    [
      { name: 'server.crt', content: certificatePem },
      { name: 'server.key', content: keyPem },
    ],
    nodeOf('Secret', 'catalog-identity'),
  );
  await expect(undo(page, /^Undo Place 2 files in Secret catalog-identity/)).toBeVisible();
  await expect(stepsOf(page).nth(7)).toContainText(/self-signed|no trusted issuer/);
  await dropFiles(
    page,
    [{ name: 'server-ca.crt', content: (await issueFor('another')).certificatePem }],
    nodeOf('ConfigMap', 'services-ca'),
  );
  await expect(page.getByRole('status').filter({ hasText: 'server-ca.crt' })).toContainText(
    'server-ca.crt was not placed in ConfigMap services-ca: only CA certificates go there',
  );
  await expect(shelf(page)).toContainText('server-ca.crt');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(shelf(page)).toHaveCount(0);
  await expect(undo(page, /^Undo Place/)).toHaveCount(0);
});

test('a missing Secret that the workload mounts is made of the certificate and key dropped on its node', async ({
  page,
}) => {
  const built = await builtExample('ngf-mutual-tls', now);
  const isServer = (text: string): boolean =>
    text.includes('kind: Secret') && text.includes('name: catalog-identity');
  const held = built.find(isServer) ?? '';
  await openStudio(page, now);
  await dropFiles(page, [
    { name: 'setup.yaml', content: built.filter((text) => !isServer(text)).join('---\n') },
  ]);
  await expect(node(page, /^Secret catalog-identity,/)).toContainText('Not found');
  await dropFiles(
    page,
    [
      { name: 'server.key', content: dataOf(held, 'tls.key') },
      { name: 'server.crt', content: dataOf(held, 'tls.crt') },
    ],
    nodeOf('Secret', 'catalog-identity'),
  );
  await expect(verdictOf(page).getByRole('heading')).toContainText('All 11 steps pass');
  await expect(undo(page, /^Undo Place 2 files in Secret catalog-identity/)).toBeVisible();
});

test('a file dropped on a row of the tree stands in its object', async ({ page }) => {
  await openWrongCa(page);
  const { certificatePem, keyPem } = await issueFor(host);
  await dropFiles(
    page,
    [{ name: 'server.pem', content: certificatePem + keyPem }],
    '.tree [data-object="/Secret/shop/catalog-identity"]',
  );
  await expect(undo(page, /^Undo Place server\.pem in Secret catalog-identity/)).toBeVisible();
});

test('a file dropped beside the nodes waits on the shelf with a proposal', async ({ page }) => {
  await openWrongCa(page);
  const { certificatePem, keyPem } = await issueFor(host);
  await dropFiles(page, [{ name: 'server.pem', content: certificatePem + keyPem }], '.graph');
  await expect(
    shelf(page).getByRole('button', { name: 'Place in Secret catalog-identity' }),
  ).toBeVisible();
  await expect(undo(page, /^Undo Drop server\.pem/)).toBeVisible();
});

for (const theme of themes) {
  test(`while files hang over the page, nodes say what they take in the ${theme} theme`, async ({
    page,
  }) => {
    await preferTheme(page, theme);
    await openWrongCa(page);
    const over = await hangFiles(page, 2, nodeOf('ConfigMap', 'services-ca'));
    await expect(page.getByRole('status').filter({ hasText: 'Drop 2 files' })).toContainText(
      'On a node to place them there',
    );
    await expect(node(page, /^ConfigMap services-ca,/)).toContainText('Put here as ca.crt');
    await expect(node(page, /^Secret storefront-identity,/)).toContainText('Certificate or key');
    await expect(node(page, /^ConfigMap gateways-ca,/)).toContainText('CA certificate');
    await expect(node(page, /^Service catalog,/)).not.toContainText('certificate');
    await expectNoAxeViolations(page, ['.graph .hop', '.graph .node.leaves']);
    await over.leave();
    await expect(node(page, /^ConfigMap services-ca,/)).not.toContainText('Put here');
  });
}
