import { describe, expect, it } from 'vitest';
import { makeCa } from '../../pki/issuing/chain.testing.ts';
import { goCertPool } from './cert-pool.ts';

const ca = await makeCa('Root');
const good = ca.certificatePem;
const block = (body: string): string =>
  `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
const broken = block('MII!!!');
const noCertificate = block('aGVsbG8=');

// What AppendCertsFromPEM of Go 1.26.8 took from such files.
describe('goCertPool', () => {
  it.each([
    ['a certificate', good, 1],
    ['nothing', '', 0],
    ['no PEM', 'garbage\n', 0],
    ['DER', '0\u0082\u0001\u007a0\u0082', 0],
    ['a damaged block', broken, 0],
    ['a block that holds no certificate', noCertificate, 0],
    ['a damaged block, then a certificate', broken + good, 1],
    ['a block without certificate, then one', noCertificate + good, 1],
    ['a certificate, then a damaged block', good + broken, 1],
    ['a certificate, then a block without one', good + noCertificate, 1],
    ['a certificate with headers', good.replace('-----\n', '-----\nX: y\n\n'), 0],
    ['a TRUSTED CERTIFICATE', good.replaceAll('CERTIFICATE', 'TRUSTED CERTIFICATE'), 0],
    ['half a block', good.slice(0, 300), 0],
    ['a private key', ca.keyPem, 0],
  ])('takes from %s %#', (_, text, count) => {
    expect(goCertPool(text)).toHaveLength(count);
  });
});
