import type { Page } from '@playwright/test';
import { exportZip } from './fixtures/export.ts';
import {
  dropFiles,
  expect,
  implementationTab,
  openStudio,
  readShared,
  setAsOf,
  showHandshake,
  showProblems,
  stepsOf,
  test,
  verdictOf,
} from './fixtures/index.ts';

const guide = 'guides/ngf-backend-mtls.md';
const untrusted =
  'upstream SSL certificate verify error: (21:unable to verify the first certificate) while SSL handshaking to upstream';
const expired =
  'upstream SSL certificate verify error: (10:certificate has expired) while SSL handshaking to upstream';

/** Objects with the relations that start at them, as the outline tells them. */
const outline = [
  'secure-app, HTTPRoute · default · /',
  'parentRefs, Gateway gateway',
  'backendRefs, Service secure-app',
  'gateway, Gateway · default · http :80',
  'clientCertificateRef, Secret gateway-presents-this-cert-for-validation',
  'secure-app, Service · default · :8443',
  'selector, Deployment secure-app',
  'secure-app, Deployment · default · nginx-unprivileged',
  'volumes, Secret app-tls-secret',
  'volumes, ConfigMap validate-gateway-cert-against-this-ca',
  'backend-tls, BackendTLSPolicy · default · secure-app.example.com',
  'targetRefs, Service secure-app',
  'caCertificateRefs, ConfigMap backend-cert',
  'backend-cert, ConfigMap · default · 1 CA, Fails',
  'app-tls-secret, Secret · default · no SAN, Warning',
  'Step 8, checked against ConfigMap backend-cert, Fails',
  'gateway-presents-this-cert-for-validation, Secret · default · no SAN',
  'Step 6 · secure-app accepts it, checked against ConfigMap validate-gateway-cert-against-this-ca, Passes',
  'validate-gateway-cert-against-this-ca, ConfigMap · default · 1 CA',
];

const nodes = [
  /^BackendTLSPolicy backend-tls,/,
  /^ConfigMap backend-cert,/,
  /^ConfigMap validate-gateway-cert-against-this-ca,/,
  /^Deployment secure-app,/,
  /^Gateway gateway,/,
  /^HTTPRoute secure-app,/,
  /^Secret app-tls-secret,/,
  /^Secret gateway-presents-this-cert-for-validation,/,
  /^Service secure-app,/,
];

async function dropGuide(page: Page): Promise<void> {
  const content = readShared(guide);
  await openStudio(page, '2025-11-13T12:00:00Z');
  await dropFiles(page, [{ name: 'ngf-backend-mtls.md', content }]);
  await expect(verdictOf(page)).toBeVisible();
}

/** Every step's line, number and verdict first. */
const stepLines = (page: Page): Promise<string[]> => stepsOf(page).allInnerTexts();

async function problemLines(page: Page): Promise<string[]> {
  return (await showProblems(page)).allInnerTexts();
}

async function applyOtherCa(page: Page): Promise<void> {
  await expect(
    page.getByText(/^Trust Internet Widgits Pty Ltd in ConfigMap backend-cert$/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Apply fix' }).click();
  await expect(verdictOf(page)).toContainText('Passes with 1 warning');
}

test('the guide, dropped as it is, becomes nine objects with the edges between them', async ({
  page,
}) => {
  await dropGuide(page);
  const graph = page.getByRole('region', { name: 'Graph' });
  for (const name of nodes) await expect(graph.getByRole('button', { name })).toHaveCount(1);
  const objects = graph.getByRole('button', { name: /, namespace default,/ });
  await expect(objects).toHaveCount(nodes.length);
  await expect(
    graph.getByRole('button', {
      name: 'TLS hop gateway to secure-app port 8443, Mutual TLS, SNI secure-app.example.com, Fails at step 8',
    }),
  ).toBeVisible();

  await graph.getByRole('radio', { name: 'Outline' }).click();
  const rows = graph.getByRole('tree', { name: 'Outline of the graph' }).getByRole('treeitem');
  await expect(rows).toHaveCount(outline.length + 1);
  const names = await rows.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  expect(names).toEqual([
    'gateway to secure-app:8443, Mutual TLS, SNI secure-app.example.com, Fails at step 8',
    ...outline,
  ]);
});

test('the guide fails at step 8 with the words of nginx, and 502 for the client', async ({
  page,
}) => {
  await dropGuide(page);
  const verdict = verdictOf(page);
  await expect(verdict.getByRole('heading')).toContainText('Fails at step 8');
  await expect(verdict).toContainText('client sees 502 Bad Gateway');
  await expect(verdict.getByText(untrusted, { exact: true })).toBeVisible();
  await expect(implementationTab(page, 'NGINX Gateway Fabric')).toContainText('client gets 502');
  await expect(stepsOf(page)).toHaveCount(11);
  await expect(stepsOf(page).nth(7)).toContainText('Fails here');
  // nginx checks the server's certificate when TLS is complete: 9 did happen, 10 and 11 did not.
  await expect(stepsOf(page).nth(8)).toContainText('Passes');
  await expect(stepsOf(page).nth(9)).toContainText('Not reached');
  const problems = await showProblems(page);
  await expect(problems.filter({ hasText: 'The shell empties $remote_addr' })).toHaveCount(1);
  await expect(problems.filter({ hasText: 'Gateway gateway is given twice' })).toHaveCount(1);
});

test('the other CA and the date decide, and undo brings everything back', async ({ page }) => {
  await dropGuide(page);
  const asDropped = await stepLines(page);
  await applyOtherCa(page);
  await setAsOf(page, '2025-11-13');
  await expect(page.getByRole('button', { name: /^As of 13 Nov 2025/ })).toBeVisible();
  await expect(verdictOf(page)).toContainText('Passes with 1 warning');
  const passing = await stepLines(page);
  expect(passing.filter((line) => /\b(?:Passes|Warning)\b/.test(line))).toHaveLength(11);
  expect(passing[7]).toMatch(/Warning\s+path of 2, common name matches, no SAN/);
  const problems = await showProblems(page);
  await expect(problems.filter({ hasText: 'Server certificate has no SAN' })).toContainText(
    /Envoy and agentgateway never look at the common name and refuse it/,
  );

  await showHandshake(page);
  await setAsOf(page, '2026-11-20');
  const verdict = verdictOf(page);
  await expect(verdict.getByRole('heading')).toContainText('Fails at step 8');
  await expect(verdict.getByText(expired, { exact: true })).toBeVisible();
  await expect(stepsOf(page).nth(7)).toContainText('Fails here');
  await expect(stepsOf(page).nth(5)).toContainText('Also fails');

  const undo = page.getByRole('button', { name: /^Undo (?!Drop)/ });
  while ((await undo.count()) > 0) await page.keyboard.press('Control+z');
  await expect(verdict.getByText(untrusted, { exact: true })).toBeVisible();
  await expect.poll(() => stepLines(page)).toEqual(asDropped);
});

test('an export with keys comes back as the same analysis and the same bytes', async ({
  page,
  context,
}) => {
  await dropGuide(page);
  await applyOtherCa(page);
  await setAsOf(page, '2026-11-20');
  await expect(verdictOf(page)).toContainText('(10:certificate has expired)');
  const before = await stepLines(page);
  const problems = await problemLines(page);
  const first = await exportZip(page, 'with keys');
  const texts = Object.values(first.files).join('\n');
  expect(texts.match(/^\s*tls\.key: \S/gm)).toHaveLength(2);

  const fresh = await context.newPage();
  await openStudio(fresh, '2027-01-01T00:00:00Z');
  await dropFiles(fresh, [{ name: 'ngf-backend-mtls.zip', content: first.zip }]);
  await expect(verdictOf(fresh).getByText(expired, { exact: true })).toBeVisible();
  expect(await stepLines(fresh)).toEqual(before);
  // The guide itself is no part of the setup; what its shell would have done to the text is done.
  expect(await problemLines(fresh)).toEqual(problems.filter((line) => !line.includes('The shell')));
  const second = await exportZip(fresh, 'with keys');
  expect(Object.keys(second.files)).toEqual(Object.keys(first.files));
  expect(second.files).toEqual(first.files);
});

test('an export without keys carries no key, and the command that makes each Secret', async ({
  page,
}) => {
  await dropGuide(page);
  const { files } = await exportZip(page, 'without keys');
  const texts = Object.values(files).join('\n');
  expect(texts).not.toMatch(/^\s*tls\.key:/m);
  expect(texts).not.toContain('PRIVATE KEY');
  // The guide's first Secret has no type and is Opaque, the second is kubernetes.io/tls.
  expect(texts).toMatch(/^# +kubectl create secret generic app-tls-secret /m);
  expect(texts).toMatch(
    /^# +kubectl create secret tls gateway-presents-this-cert-for-validation /m,
  );
});
