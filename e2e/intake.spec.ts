import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { encryptKey, issueFor, pkcs12 } from './fixtures/certificates.ts';
import { exportZip } from './fixtures/export.ts';
import {
  expectNoAxeViolationsInThemes,
  dropFiles,
  dropPaths,
  expect,
  openStudio,
  readShared,
  showProblems,
  test,
} from './fixtures/index.ts';

const now = '2026-06-15T12:00:00Z';

const service = (name: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  ports:\n    - port: 8443\n`;

const workspaceOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Workspace' });

const objectOf = (page: Page, name: string): Locator =>
  workspaceOf(page).getByRole('treeitem', { name });

/** The card of one file on the shelf. */
const cardOf = (page: Page, path: string): Locator =>
  page
    .getByRole('region', { name: 'Unplaced files' })
    .getByRole('article')
    .filter({ has: page.getByRole('button', { name: path, exact: true }) });

/** The line of one file in the list of what was set aside. */
const asideOf = (page: Page, path: string): Locator =>
  page
    .getByRole('region', { name: 'Set aside' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: `Dismiss ${path}` }) });

test('the button opens several files', async ({ page }) => {
  await openStudio(page, now);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open files' }).click();
  const chooser = await choosing;
  expect(chooser.isMultiple()).toBe(true);
  await chooser.setFiles(
    ['first', 'second'].map((name) => ({
      name: `${name}.yaml`,
      mimeType: 'application/yaml',
      buffer: Buffer.from(service(name)),
    })),
  );
  await expect(objectOf(page, 'Service first')).toBeVisible();
  await expect(objectOf(page, 'Service second')).toBeVisible();
});

test('text is pasted into the dialog, and anywhere on the page', async ({ page, context }) => {
  await openStudio(page, now);
  await page.getByRole('button', { name: 'Paste text' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste text' });
  await dialog.getByRole('textbox', { name: 'Text to add' }).fill(service('typed'));
  await dialog.getByRole('button', { name: 'Add to the workspace' }).click();
  await expect(objectOf(page, 'Service typed')).toBeVisible();

  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const list = { apiVersion: 'v1', kind: 'List', items: [JSON.parse(asJson('pasted'))] };
  await page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify(list));
  await page.keyboard.press('ControlOrMeta+v');
  await expect(objectOf(page, 'Service pasted')).toBeVisible();
  await expect(objectOf(page, 'Service typed')).toBeVisible();
});

const asJson = (name: string): string =>
  JSON.stringify({ apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: {} });

test('a folder is dropped with everything in it', async ({ page }, testInfo) => {
  const folder = testInfo.outputPath('setup');
  mkdirSync(join(folder, 'nested'), { recursive: true });
  writeFileSync(join(folder, 'outer.yaml'), service('outer'));
  writeFileSync(join(folder, 'nested', 'inner.yaml'), service('inner'));
  await openStudio(page, now);
  await dropPaths(page, [folder]);
  await expect(objectOf(page, 'Service outer')).toBeVisible();
  await expect(objectOf(page, 'Service inner')).toBeVisible();
  await workspaceOf(page)
    .getByText(/^Files \d+$/)
    .click();
  await expect(page.getByRole('button', { name: 'Remove setup/nested/inner.yaml' })).toBeVisible();
});

const template = `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}-ca
data:
  ca.crt: {{ .Values.ca | quote }}
`;

const broken = `apiVersion: v1
kind: Service
metadata:
  name: broken
  labels: [a, b
spec:
  ports: []
`;

test('every file of a mixed drop is listed, with what it is or why it is not taken', async ({
  page,
}) => {
  const { certificatePem, certificate } = await issueFor('shelf.example');
  const binary = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 255, 254, 1]);
  await openStudio(page, now);
  await dropFiles(page, [
    { name: 'good.yaml', content: service('good') },
    { name: 'shelf.pem', content: `subject=CN = shelf.example\n${certificatePem}trailing\n` },
    { name: 'shelf.der', content: Buffer.from(certificate.der) },
    { name: 'templates/ca.yaml', content: template },
    { name: 'broken.yaml', content: broken },
    { name: 'logo.png', content: binary },
    { name: 'huge.yaml', content: Buffer.alloc(20 * 1024 * 1024 + 1, '#') },
    { name: 'empty.yaml', content: '' },
    { name: 'notes.txt', content: 'Ask the platform team about the old CA.\n' },
    { name: 'values.yaml', content: 'replicas: 3\n' },
  ]);
  await expect(objectOf(page, 'Service good')).toBeVisible();
  for (const path of ['shelf.pem', 'shelf.der']) {
    await expect(cardOf(page, path)).toContainText('Certificate of shelf.example');
  }
  const reasons = {
    'logo.png': 'no text, no certificate or key',
    'huge.yaml': '20 MB is the most that is read',
    'empty.yaml': 'has no bytes',
    'notes.txt': 'text without a Kubernetes manifest, certificate or key',
    'values.yaml': 'YAML without apiVersion and kind',
  };
  for (const [path, reason] of Object.entries(reasons)) {
    await expect(asideOf(page, path)).toContainText(reason);
  }
  await workspaceOf(page)
    .getByText(/^Files \d+$/)
    .click();
  for (const path of ['good.yaml', 'templates/ca.yaml', 'broken.yaml']) {
    await expect(page.getByRole('button', { name: `Remove ${path}` })).toBeVisible();
  }
  const problems = await showProblems(page);
  const row = (text: string | RegExp): Locator => problems.filter({ hasText: text });
  await expect(row('A template has to be rendered first')).toContainText('templates/ca.yaml');
  await expect(row(/Line \d+ cannot be read as YAML/)).toHaveCount(1);
  for (const path of Object.keys(reasons)) await expect(row(path)).not.toHaveCount(0);
});

test('a password opens an encrypted key, and is asked for again when it is wrong', async ({
  page,
}) => {
  const identity = await issueFor('locked.example');
  await openStudio(page, now);
  await dropFiles(page, [
    { name: 'server.pem', content: identity.certificatePem },
    { name: 'server.key', content: encryptKey(identity.keyPem, 'correct horse') },
  ]);
  const card = cardOf(page, 'server.key');
  await expect(card).toContainText('Locked with a password.');
  await card.getByRole('button', { name: 'Unlock' }).click();
  const password = card.getByRole('textbox', { name: 'Password of server.key' });
  await expect(password).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card.getByRole('button', { name: 'Unlock' })).toBeFocused();
  await page.keyboard.press('Enter');
  await password.fill('battery staple');
  await page.keyboard.press('Enter');
  await expect(card).toContainText('The password does not open this file.');
  await expectNoAxeViolationsInThemes(page);
  await password.fill('correct horse');
  await page.keyboard.press('Enter');
  await expect(card).toContainText('Private key of locked.example.');
  await expect(card.getByRole('button', { name: 'server.key', exact: true })).toBeFocused();
});

test('a password opens a PKCS#12 file', async ({ page }) => {
  const bytes = pkcs12(await issueFor('bundle.example'), 'correct horse');
  await openStudio(page, now);
  await dropFiles(page, [{ name: 'identity.p12', content: bytes }]);
  const card = cardOf(page, 'identity.p12');
  await card.getByRole('button', { name: 'Unlock' }).click();
  await card.getByRole('textbox', { name: 'Password of identity.p12' }).fill('correct horse');
  await card.getByRole('button', { name: 'Unlock' }).click();
  await expect(card).toContainText('Certificate of bundle.example with its key');
});

test('base64 that a web page has escaped is repaired by its quick fix', async ({ page }) => {
  const { certificatePem } = await issueFor('escaped.example');
  // A certificate of this size has a plus or a slash; which ones is up to its key.
  const escaped = certificatePem.replace(/[+/]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
  const indented = escaped.trim().replaceAll(/^/gm, '    ');
  const content = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: trust\ndata:\n  ca.crt: |\n${indented}\n`;
  await openStudio(page, now);
  await dropFiles(page, [{ name: 'trust.yaml', content }]);
  const problems = await showProblems(page);
  await expect(problems.filter({ hasText: 'escaped' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Fix: Repair ca.crt of ConfigMap trust' }).click();
  await expect(problems.filter({ hasText: 'escaped' })).toHaveCount(0);
  await expect(objectOf(page, 'Certificate escaped.example')).toBeVisible();
});

test('byte order mark, CRLF, comments and odd spacing come out as they went in', async ({
  page,
}) => {
  const content = `\uFEFF# first\r\n${service('odd').replaceAll('\n', '\r\n')}---\r\n\r\n{"apiVersion": "v1",   "kind": "Secret", "metadata": {"name": "flow"}}   # last\r\n`;
  await openStudio(page, now);
  await dropFiles(page, [{ name: 'odd.yaml', content }]);
  await expect(objectOf(page, 'Secret flow')).toBeVisible();
  const { files } = await exportZip(page, 'with keys');
  expect(files['odd.yaml']).toBe(content);
});

const otherGuides = [
  {
    name: 'envoy-gateway-backend-mtls.md',
    objects: [
      'EnvoyProxy custom-proxy-config',
      'Backend tls-backend-client-cert',
      'GatewayClass eg',
    ],
    aside: 'openssl req would write clientca.key and clientca.crt',
    problem: 'Secret default/example-client-cert is not among the files',
  },
  {
    name: 'kgateway-backend-tls-page.txt',
    objects: [
      'HTTPRoute nginx-route',
      'BackendConfigPolicy nginx-tls-policy',
      'Backend httpbin-org',
    ],
    aside: 'kubectl apply -f reads https:',
    problem: 'Service default/nginx is not among the files',
  },
  {
    name: 'kgateway-backend-tls-source.md',
    objects: ['HTTPRoute nginx-route', 'BackendTLSPolicy nginx-tls-policy', 'ConfigMap ca'],
    aside: 'kubectl apply -f reads https:',
    problem: 'Service default/nginx is not among the files',
  },
];

for (const { name, objects, aside, problem } of otherGuides) {
  test(`${name} loads as it is`, async ({ page }) => {
    const content = readShared(`guides/${name}`);
    await openStudio(page, now);
    await dropFiles(page, [{ name, content }]);
    for (const object of objects) await expect(objectOf(page, object)).toBeVisible();
    await expect(asideOf(page, name).filter({ hasText: aside })).not.toHaveCount(0);
    await workspaceOf(page)
      .getByText(/^Files \d+$/)
      .click();
    await expect(page.getByRole('button', { name: `${name} Guide, read-only.` })).toBeVisible();
    const problems = await showProblems(page);
    await expect(problems.filter({ hasText: problem })).not.toHaveCount(0);
  });
}
