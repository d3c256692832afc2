import { makeCa, makeLeaf, testCrypto } from '../../pki/issuing/chain.testing.ts';
import { reissueCertificate, type IssuedCertificate } from '../../pki/index.ts';

const DAY = 86_400_000;
const NAME = 'catalog.shop.svc.cluster.local';

/** PEM texts by the name that a case gives them; all leaves have one key. */
export async function issueMaterials(now: number): Promise<Readonly<Record<string, string>>> {
  const past = { notBefore: now - 400 * DAY, notAfter: now - 30 * DAY };
  const rootBefore = await makeCa('Shop Test Root', undefined, past);
  const root = await renewed(rootBefore, rootBefore.keyPem, now);
  const otherRoot = await makeCa('Another Root');
  const rootOtherKey = await makeCa('Shop Test Root');
  const intermediate = await makeCa('Shop Test Issuing CA', root);
  const leafBefore = await makeLeaf(NAME, root, past);
  const again = (issuer: IssuedCertificate, days: number, from = leafBefore) =>
    makeLeaf(NAME, issuer, { notBefore: now, notAfter: now + days * DAY }).then((long) =>
      renewed({ ...from, certificate: long.certificate }, leafBefore.keyPem, now, issuer),
    );
  const leaf = await again(root, 200);
  const below = await again(intermediate, 200);
  const pem = (one: IssuedCertificate): string => one.certificatePem;
  return {
    rootBefore: pem(rootBefore),
    root: pem(root),
    otherRoot: pem(otherRoot),
    rootOtherKey: pem(rootOtherKey),
    intermediate: pem(intermediate),
    leafBefore: pem(leafBefore),
    clientBefore: pem(leafBefore),
    leaf: pem(leaf),
    client: pem(leaf),
    leafSoon: pem(await again(root, 20)),
    leafThisWeek: pem(await again(root, 5)),
    leafBelow: pem(below),
    selfSigned: pem(
      await renewed({ ...leaf, certificate: (await makeLeaf(NAME)).certificate }, leaf.keyPem, now),
    ),
    leafKey: leaf.keyPem,
  };
}

/** The same certificate again, with the same key. */
function renewed(
  { certificate }: IssuedCertificate,
  key: string,
  now: number,
  issuer?: IssuedCertificate,
): Promise<IssuedCertificate> {
  return reissueCertificate(
    {
      certificate,
      key,
      keyAlgorithm: 'EC P-256',
      now,
      ...(issuer && { issuer: { certificate: issuer.certificate, key: issuer.keyPem } }),
    },
    testCrypto,
  );
}
