import { webcrypto } from 'node:crypto';
import { buildExample } from '../src/core/examples/build-example.ts';
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
  const crypto = webcrypto as unknown as Crypto;
  const built = await buildExample('ngf-mutual-tls', { now: Date.parse(now), crypto });
  const documents = built.files.flatMap(({ text }) => text.split('---\n'));
  const isSecret = (text: string): boolean =>
    text.includes('kind: Secret') && text.includes('name: catalog-identity');
  const chain = /tls\.crt: (\S+)/.exec(documents.find(isSecret) ?? '')?.[1] ?? '';
  const manifests = [...documents.filter((text) => !isSecret(text)), maker].join('---\n');
  await openStudio(page, now);
  await dropFiles(page, [
    { name: 'setup.yaml', content: manifests },
    { name: 'catalog.crt', content: Buffer.from(chain, 'base64').toString() },
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
});
