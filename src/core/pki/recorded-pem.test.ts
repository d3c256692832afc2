import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeBase64 } from './base64.ts';
import { latin1 } from './der/asn1-string.ts';
import { inspectMaterial } from './inspect-material.ts';
import { repairPem } from './repair-pem.ts';

interface Row {
  readonly id: string;
  readonly pem: Readonly<Record<string, string>>;
}

const fixture = new URL('../verify/fixtures/nginx-openssl.json', import.meta.url);
const { scenarios } = JSON.parse(readFileSync(fixture, 'utf8')) as { scenarios: readonly Row[] };

/** The file as nginx got it; the recording has what is no UTF-8 text in base64. */
function recorded(id: string, name: string): string {
  const text = scenarios.find((row) => row.id === id)?.pem[name];
  if (text === undefined) throw new Error(`no ${name} in ${id}`);
  if (!text.startsWith('base64:')) return text;
  return latin1(decodeBase64(text.slice(7)) ?? new Uint8Array());
}

describe('inspectMaterial on the damaged CA bundles that nginx was given', () => {
  it.each([
    ['p01-ca-empty', ['PEM-EMPTY'], false],
    ['p03-ca-der', ['PEM-DER-INSTEAD'], true],
    ['p04-ca-crlf', [], false],
    ['p05-ca-trailing-ws', [], false],
    ['p07-ca-base64-of-pem', ['PEM-BASE64-OF-PEM'], true],
    ['p08-ca-only-private-key', ['PEM-KEY-IN-CERTIFICATE-PLACE'], false],
    ['p10-ca-second-truncated', ['PEM-TRUNCATED'], false],
    ['p11-ca-second-corrupt-base64', ['PEM-BAD-BASE64'], false],
    ['p13-ca-trusted-certificate', ['PEM-UNEXPECTED-LABEL'], false],
    ['p15-ca-indented', ['PEM-INDENTED'], true],
    ['p16-ca-single-line-base64', [], false],
    ['p17-ca-no-final-newline', [], false],
    ['p18-ca-duplicate', [], false],
    ['p19-ca-no-end-line', ['PEM-TRUNCATED'], true],
    ['p20-ca-escaped-newlines', ['PEM-ESCAPED-NEWLINES'], true],
    ['p21-ca-utf8-bom', ['PEM-BYTE-ORDER-MARK'], true],
    ['p22-ca-all-one-line', ['PEM-ONE-LINE'], true],
    ['p23-ca-html-escaped', ['PEM-HTML-ESCAPED'], true],
    ['p26-ca-cert-then-key', ['PEM-KEY-BESIDE-CERTIFICATE'], false],
  ])('%s', (id, codes, mended) => {
    const text = recorded(id, 'gateway-ca.crt');
    expect(inspectMaterial(text, 'certificate').problems.map((each) => each.code)).toEqual(codes);
    const repair = repairPem(text);
    expect(repair !== null).toBe(mended);
    if (repair !== null) expect(inspectMaterial(repair.text, 'certificate').problems).toEqual([]);
  });

  it.each([
    ['g03-client-key-encrypted-pkcs8', [], ['KEY-ENCRYPTED']],
    ['g05-client-key-pkcs1', [], []],
    ['g08-client-cert-empty', ['PEM-EMPTY'], []],
    ['g10-client-crlf', [], []],
    ['g11-client-cert-der', ['PEM-DER-INSTEAD'], []],
    ['g14-client-cert-garbage', ['PEM-MISSING'], []],
  ])('%s', (id, certificateCodes, keyCodes) => {
    const certificate = inspectMaterial(recorded(id, 'client-tls.crt'), 'certificate');
    const key = inspectMaterial(recorded(id, 'client-tls.key'), 'private-key');
    expect(certificate.problems.map((each) => each.code)).toEqual(certificateCodes);
    expect(key.problems.map((each) => each.code)).toEqual(keyCodes);
  });
});

const guides = new URL('../../../../shared/guides/', import.meta.url);
const hasGuides = existsSync(guides);
if (!hasGuides)
  console.warn('recordedPem.test.ts: ../shared/guides is not there, the guides are skipped');

describe.skipIf(!hasGuides)('inspectMaterial on vendor guides as one text', () => {
  it.each([
    ['kgateway-backend-tls-page.txt', ['PEM-INDENTED', 'PEM-HTML-ESCAPED'], 2],
    ['kgateway-backend-tls-source.md', ['PEM-INDENTED'], 1],
    ['ngf-backend-mtls.md', ['PEM-INDENTED', 'PEM-INDENTED'], 2],
    ['envoy-gateway-backend-mtls.md', [], 0],
  ])('%s', (name, codes, certificates) => {
    const text = readFileSync(new URL(name, guides), 'utf8');
    expect(inspectMaterial(text, 'any').problems.map((each) => each.code)).toEqual(codes);
    const mended = inspectMaterial(repairPem(text)?.text ?? text, 'any');
    expect(mended.problems).toEqual([]);
    expect(mended.certificates).toHaveLength(certificates);
  });
});
