import { expect, it } from 'vitest';
import { createRequest } from '../../pki/index.ts';
import { testCrypto, TEST_START } from '../../pki/issuing/chain.testing.ts';
import { blob, workspaceOf } from '../placement/placement.testing.ts';
import { createAnalyzer } from '../create-analyzer.ts';

it('says of a key that it is the key of a certificate request on the shelf', async () => {
  const asked = (commonName: string) =>
    createRequest(
      { subject: { commonName }, ca: false, keyAlgorithm: 'EC P-256', eku: ['serverAuth'] },
      testCrypto,
    );
  const [own, other] = await Promise.all([asked('catalog'), asked('other')]);
  const workspace = workspaceOf('', [
    blob('catalog.csr', own.requestPem),
    blob('catalog.key', own.keyPem),
    blob('lone.key', other.keyPem),
  ]);
  const { blobs } = await createAnalyzer()(workspace, { now: TEST_START, crypto: testCrypto });
  expect(blobs.map(({ suggestion }) => suggestion)).toEqual([
    'Certificate request for CN=catalog.',
    'Private key of the certificate request for CN=catalog.',
    'Private key, EC P-256. No certificate here belongs to it.',
  ]);
});
