import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testCrypto, TEST_START } from '../pki/issuing/chain.testing.ts';
import { runKeyTask } from './run-key-task.ts';
import type { CertificateOrder, CertificateUse, IssuedItem, RenewalOrder } from './types.ts';

const DAY = 86_400_000;
const NOW = TEST_START + 400 * DAY;

function order(use: CertificateUse, over: Partial<CertificateOrder> = {}): CertificateOrder {
  return {
    use,
    commonName: use,
    organization: '',
    dnsNames: [],
    ipAddresses: [],
    uris: [],
    keyAlgorithm: 'EC P-256',
    notBefore: TEST_START,
    notAfter: TEST_START + 365 * DAY,
    issuer: null,
    ...over,
  };
}

async function issue(
  use: CertificateUse,
  signer?: IssuedItem,
  over: Partial<CertificateOrder> = {},
): Promise<IssuedItem> {
  const issuer =
    signer?.key === undefined
      ? null
      : { certificate: signer.chain ?? signer.certificate ?? '', key: signer.key };
  const task = { kind: 'certificate', order: order(use, { issuer, ...over }) } as const;
  const [item] = await runKeyTask(task, testCrypto);
  if (item === undefined) throw new Error('nothing was issued');
  return item;
}

const x509 = (pem = ''): X509Certificate => new X509Certificate(pem);

const purposes: readonly (readonly [CertificateUse, boolean, readonly string[] | undefined])[] = [
  ['ca', true, undefined],
  ['intermediate', true, undefined],
  ['server', false, ['1.3.6.1.5.5.7.3.1']],
  ['client', false, ['1.3.6.1.5.5.7.3.2']],
  ['server-and-client', false, ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']],
];

describe('runKeyTask', () => {
  it.each(purposes)('issues a certificate for use as %s', async (use, ca, usages) => {
    const item = await issue(use);
    expect(item).toMatchObject({ role: use, name: use });
    expect(x509(item.certificate).ca).toBe(ca);
    expect(x509(item.certificate).keyUsage).toEqual(usages);
  });

  it('gives a chain without the root when an intermediate signs', async () => {
    const root = await issue('ca');
    const middle = await issue('intermediate', root);
    const leaf = await issue('server', middle, { dnsNames: ['a.example'], ipAddresses: ['::1'] });
    expect(root.chain).toBeUndefined();
    expect(middle.chain).toBeUndefined();
    expect(leaf.chain).toBe(`${leaf.certificate ?? ''}${middle.certificate ?? ''}`);
    expect(x509(leaf.certificate).verify(x509(middle.certificate).publicKey)).toBe(true);
    expect(x509(leaf.certificate).subjectAltName).toBe('DNS:a.example, IP Address:0:0:0:0:0:0:0:1');
  });

  it('makes a request with its key', async () => {
    const [item] = await runKeyTask({ kind: 'request', order: order('client') }, testCrypto);
    expect(item).toMatchObject({ role: 'request', name: 'client' });
    expect(item?.request).toContain('BEGIN CERTIFICATE REQUEST');
    expect(item?.key).toContain('BEGIN PRIVATE KEY');
  });
});

async function renew(item: IssuedItem, over: Partial<RenewalOrder>) {
  const asked: RenewalOrder = {
    certificate: item.certificate ?? '',
    issuer: 'itself',
    keyAlgorithm: 'EC P-256',
    dnsNames: [],
    now: NOW,
    ...over,
  };
  return runKeyTask({ kind: 'renewal', order: asked }, testCrypto);
}

describe('runKeyTask on a certificate that has expired', () => {
  it('makes a request with its names and a new key for whoever signs', async () => {
    const old = await issue('server', undefined, { dnsNames: ['a.example'] });
    const [item, ...others] = await renew(old, { issuer: 'nobody' });
    expect(others).toEqual([]);
    expect(item?.request).toContain('BEGIN CERTIFICATE REQUEST');
    expect(item?.key).toContain('BEGIN PRIVATE KEY');
    expect(item?.certificate).toBeUndefined();
  });

  it('keeps names and key, and holds again as long as before', async () => {
    const ca = await issue('ca', undefined, { notAfter: NOW + 365 * DAY });
    const old = await issue('server', ca, { dnsNames: ['a.example', 'b.example'] });
    const signer = { certificate: ca.certificate ?? '', key: ca.key ?? '' };
    const [again] = await renew(old, { issuer: signer, key: old.key ?? '' });
    const [was, is] = [x509(old.certificate), x509(again?.certificate)];
    expect(is.subjectAltName).toBe(was.subjectAltName);
    expect(is.publicKey.equals(was.publicKey)).toBe(true);
    expect(again?.key).toBeUndefined();
    expect(Date.parse(is.validFrom)).toBe(NOW - DAY);
    expect(Date.parse(is.validTo)).toBe(NOW + 364 * DAY);
    expect(is.verify(x509(ca.certificate).publicKey)).toBe(true);
  });

  it('makes a CA with the same name first when the key of the old one is not there', async () => {
    const ca = await issue('ca', undefined, { commonName: 'Example Root CA' });
    const old = await issue('server', ca);
    const [fresh, again] = await renew(old, { issuer: 'new-ca' });
    expect(fresh).toMatchObject({ role: 'ca', name: 'Example Root CA' });
    expect(x509(again?.certificate).verify(x509(fresh?.certificate).publicKey)).toBe(true);
    expect(x509(again?.certificate).checkIssued(x509(fresh?.certificate))).toBe(true);
    expect(again?.key).toContain('PRIVATE KEY');
  });

  it('writes names into a certificate that had none, and leaves those of another', async () => {
    const bare = await issue('server');
    const named = await issue('server', undefined, { dnsNames: ['a.example'] });
    const [added] = await renew(bare, { dnsNames: ['b.example'] });
    const [kept] = await renew(named, { dnsNames: ['b.example'] });
    expect(x509(added?.certificate).subjectAltName).toBe('DNS:b.example');
    expect(x509(kept?.certificate).subjectAltName).toBe('DNS:a.example');
  });
});
