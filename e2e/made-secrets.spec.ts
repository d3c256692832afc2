import { builtExample, dataOf } from './fixtures/built-example.ts';
import { dropFiles, expect, openStudio, stepsOf, test, verdictOf } from './fixtures/index.ts';

const now = '2026-11-20T12:00:00Z';
const maker = `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: catalog-identity, namespace: shop }
spec:
  data: [{ secretKey: tls.crt }, { secretKey: tls.key }]
`;

test('a public certificate dropped for the Secret of an ExternalSecret runs the handshake with the key not proven', async ({
  page,
}) => {
  const documents = await builtExample('ngf-mutual-tls', now);
  const isSecret = (text: string): boolean =>
    text.includes('kind: Secret') && text.includes('name: catalog-identity');
  const chain = dataOf(documents.find(isSecret) ?? '', 'tls.crt');
  const manifests = [...documents.filter((text) => !isSecret(text)), maker].join('---\n');
  await openStudio(page, now);
  await dropFiles(page, [
    { name: 'setup.yaml', content: manifests },
    { name: 'catalog.crt', content: chain },
  ]);
  await expect(verdictOf(page).getByRole('heading')).toContainText('Not checked');
  await page
    .getByRole('button', { name: 'catalog.crt', exact: true })
    .dragTo(
      page
        .getByRole('region', { name: 'Graph' })
        .getByRole('button', { name: /^Secret catalog-identity,/ }),
    );
  await expect(stepsOf(page).filter({ hasText: 'key not proven' }).first()).toBeVisible();
  await expect(verdictOf(page).getByRole('heading')).not.toContainText('Fails');
  const shelf = page.getByRole('region', { name: 'Unplaced files' });
  await expect(shelf).toContainText('Placed: Secret shop/catalog-identity, tls.crt.');
});
