import { webcrypto } from 'node:crypto';
import { issueCertificate, type IssuedCertificate } from '../src/core/pki/index.ts';
import { builtExample } from './fixtures/built-example.ts';
import { issueFor } from './fixtures/certificates.ts';
import { exportZip } from './fixtures/export.ts';
import {
  dropFiles,
  expect,
  expectNoAxeViolations,
  expectNoAxeViolationsInThemes,
  implementationTab,
  openExample,
  openStudio,
  showProblems,
  test,
  verdictOf,
} from './fixtures/index.ts';

const now = '2026-06-15T12:00:00Z';
const host = 'catalog.shop.svc.cluster.local';

function issue(
  commonName: string,
  ca: boolean,
  signer?: IssuedCertificate,
  until = Date.UTC(2028, 0, 1),
) {
  return issueCertificate(
    {
      subject: { commonName },
      ca,
      ...(ca ? {} : { dnsNames: [commonName], eku: ['serverAuth'] }),
      notBefore: Date.UTC(2026, 0, 1),
      notAfter: until,
      keyAlgorithm: 'EC P-256',
      ...(signer && { issuer: { certificate: signer.certificate, key: signer.keyPem } }),
    },
    // Node's Crypto and the browser's are one interface with two declarations.
    webcrypto as unknown as Crypto,
  );
}

/** The example of mutual TLS with NGINX Gateway Fabric, with another server certificate and trusted CA. */
async function setupWith(leaf: IssuedCertificate, root: IssuedCertificate): Promise<string> {
  const documents = await builtExample('ngf-mutual-tls', now);
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  return documents
    .join('---\n')
    .replace(
      /(kind: ConfigMap\nmetadata:\n {2}name: services-ca\n[^]*?ca\.crt: \|\n)( {4}.*\n)+/,
      (_, head: string) => head + root.certificatePem.replace(/^(?=.)/gm, '    '),
    )
    .replace(
      /(name: catalog-identity\n[^]*?tls\.crt: )\S+(\n +tls\.key: )\S+/,
      (_, head: string, key: string) =>
        head + base64(leaf.certificatePem) + key + base64(leaf.keyPem),
    );
}

test('an expired certificate is issued again in its place with one click, and one undo takes it back', async ({
  page,
}) => {
  const root = await issue('Shop Root', true);
  const leaf = await issue(host, false, root, Date.UTC(2026, 5, 1));
  await openStudio(page, now);
  await dropFiles(page, [
    { name: 'setup.yaml', content: await setupWith(leaf, root) },
    { name: 'root.key', content: root.keyPem },
  ]);
  const verdict = verdictOf(page).getByRole('heading');
  await expect(verdict).toContainText('Fails at step 8');
  const problems = await showProblems(page);
  await problems.filter({ hasText: 'expired' }).first().click();
  const offer = page.getByRole('region', { name: `Issue ${host} again` });
  await expect(offer).toContainText('It gets a new EC P-256 key.');
  await expect(offer).toContainText('Secret shop/catalog-identity, tls.crt');
  await expectNoAxeViolationsInThemes(page);
  await offer.getByRole('button', { name: 'Re-issue with Shop Root' }).press('Enter');
  const ngf = implementationTab(page, 'NGINX Gateway Fabric');
  await expect(ngf).toContainText('All 11 steps pass');
  await page.getByRole('button', { name: `Undo Issue ${host} again` }).click();
  await expect(ngf).toContainText('Fails at step 8');
});

test('without the key of its CA, an expired certificate gets a request with its names, and says why', async ({
  page,
}) => {
  await openStudio(page, now);
  await openExample(page, 'expired');
  await page
    .getByRole('treeitem', { name: /catalog\.shop\.svc\.cluster\.local.*[Ee]xpired/ })
    .click();
  const offer = page.getByRole('region', { name: /^Issue catalog.* again$/ });
  await expect(offer).toContainText('is not in the workspace');
  await expect(
    offer.getByRole('button', { name: 'Change to a new CA, step by step' }),
  ).toBeVisible();
  await offer.getByRole('button', { name: 'Choose signer and key…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: /again$/ });
  await dialog.getByRole('combobox', { name: 'Signed by' }).click();
  await page.getByRole('option', { name: 'Nobody yet: make a request (CSR)' }).click();
  await dialog.getByRole('button', { name: 'Make the request' }).click();
  await expect(page.getByRole('dialog', { name: 'Issued' })).toContainText('Certificate request');
});

test('an intermediate CA dropped on the Secret of what it issued completes the chain', async ({
  page,
}) => {
  const root = await issue('Shop Root', true);
  const middle = await issue('Shop Issuing CA', true, root);
  const leaf = await issue(host, false, middle);
  await openStudio(page, now);
  await dropFiles(page, [{ name: 'setup.yaml', content: await setupWith(leaf, root) }]);
  const verdict = verdictOf(page).getByRole('heading');
  await expect(verdict).toContainText('Fails at step 8');
  await dropFiles(
    page,
    [
      {
        name: 'stranger.pem',
        content: (await issue('Stranger', true, await issue('R', true))).certificatePem,
      },
    ],
    '.graph [data-object="/Secret/shop/catalog-identity"]',
  );
  await expect(page.getByRole('status').filter({ hasText: 'stranger.pem' })).toContainText(
    'it issued none of the certificates there',
  );
  await dropFiles(page, [{ name: 'issuing.pem', content: middle.certificatePem }]);
  const shelf = page.getByRole('region', { name: 'Unplaced files' });
  await expect(shelf).toContainText(`It issued ${host}, which is sent from there.`);
  await shelf.getByRole('button', { name: 'Place in Secret catalog-identity' }).click();
  await expect(verdict).toContainText('All 11 steps pass');
  await page.getByRole('button', { name: /^Undo Place issuing\.pem/ }).click();
  await expect(verdict).toContainText('Fails at step 8');
});

test("on the line of a gateway's own message, Ctrl+. offers the fix of its cause", async ({
  page,
}) => {
  await openStudio(page, now);
  await openExample(page, 'missing-ca-key');
  const text = (await exportZip(page, 'with keys')).files['catalog-tls.yaml'] ?? '';
  await page.getByRole('treeitem', { name: 'BackendTLSPolicy catalog-tls' }).click();
  await page.getByRole('tablist', { name: 'Panels' }).getByRole('tab', { name: 'YAML' }).click();
  await page.getByRole('textbox', { name: 'YAML of catalog-tls.yaml' }).focus();
  await page.keyboard.press('ControlOrMeta+Home');
  const line = text.slice(0, text.lastIndexOf('name: services-ca')).split('\n').length;
  for (let down = 1; down < line; down++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('ControlOrMeta+.');
  const rename = /Rename the key ca\.pem of ConfigMap services-ca to ca\.crt/;
  await expect(page.getByRole('option', { name: rename })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(implementationTab(page, 'NGINX Gateway Fabric')).toContainText('All 11 steps pass');
  await expect(
    page.getByRole('button', { name: /^Undo Rename the key ca\.pem of ConfigMap/ }),
  ).toBeVisible();
});

test('removing files of the shelf keeps the focus there and says what is left', async ({
  page,
}) => {
  await openStudio(page, now);
  await openExample(page, 'expired');
  const pem = async (name: string) => ({
    name: `${name}.pem`,
    content: (await issueFor(name)).certificatePem,
  });
  await dropFiles(page, [await pem('one'), await pem('two'), await pem('three')]);
  const shelf = page.getByRole('region', { name: 'Unplaced files' });
  const card = (name: string) => shelf.getByRole('button', { name, exact: true });
  await card('Remove two.pem').press('Enter');
  await expect(card('three.pem')).toBeFocused();
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: 'two.pem removed from the shelf. 2 files left there.' }),
  ).toBeAttached();
  await expectNoAxeViolations(page);
  await card('Remove three.pem').press('Enter');
  await expect(card('one.pem')).toBeFocused();
  await card('Remove one.pem').press('Enter');
  await expect(shelf).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Drop PEM/ })).toBeFocused();
  await expect(
    page.getByRole('status').filter({ hasText: 'No files are left there.' }),
  ).toBeAttached();
});
