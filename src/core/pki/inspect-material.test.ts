import { createPrivateKey } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeBase64 } from './base64.ts';
import { pkiWording } from './findings.ts';
import { inspectMaterial } from './inspect-material.ts';
import { makeLeaf } from './issuing/chain.testing.ts';
import { latin1 } from './der/asn1-string.ts';

let certificate = '';
let key = '';
let der: Uint8Array = new Uint8Array();
beforeAll(async () => {
  const leaf = await makeLeaf('catalog.shop.example');
  certificate = leaf.certificatePem;
  key = leaf.keyPem;
  der = leaf.certificate.der;
});

const codes = (text: string, expects: 'certificate' | 'private-key' | 'any'): string[] =>
  inspectMaterial(text, expects).problems.map((problem) => problem.code);

const locked = (type: 'pkcs8' | 'sec1'): string =>
  createPrivateKey(key)
    .export({ type, format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
    .toString();

describe('inspectMaterial where a certificate belongs', () => {
  const rows: readonly (readonly [string, () => string, readonly string[]])[] = [
    ['a certificate', () => certificate, []],
    ['two certificates', () => certificate + certificate, []],
    ['nothing', () => ' \n', ['PEM-EMPTY']],
    ['prose', () => 'see the wiki', ['PEM-MISSING']],
    ['a key', () => key, ['PEM-KEY-IN-CERTIFICATE-PLACE']],
    ['an encrypted key', () => locked('pkcs8'), ['PEM-KEY-IN-CERTIFICATE-PLACE']],
    ['a certificate and a key', () => certificate + key, ['PEM-KEY-BESIDE-CERTIFICATE']],
    [
      'a request',
      () => certificate.replaceAll('CERTIFICATE', 'CERTIFICATE REQUEST'),
      ['PEM-UNEXPECTED-LABEL'],
    ],
    [
      'a TRUSTED CERTIFICATE',
      () => certificate.replaceAll('CERT', 'TRUSTED CERT'),
      ['PEM-UNEXPECTED-LABEL'],
    ],
    ['a byte order mark', () => `\uFEFF${certificate}`, ['PEM-BYTE-ORDER-MARK']],
    ['escaped characters', () => certificate.replace('M', '&#77;'), ['PEM-HTML-ESCAPED']],
    ['a cut block', () => certificate.slice(0, 200), ['PEM-TRUNCATED']],
    [
      'base64 of PEM',
      () => encodeBase64(new TextEncoder().encode(certificate)),
      ['PEM-BASE64-OF-PEM'],
    ],
    ['bare base64', () => encodeBase64(der), ['PEM-BARE-BASE64']],
    ['DER', () => latin1(der), ['PEM-DER-INSTEAD']],
    ['a shortened body', () => certificate.replace(/\n.{64}\n/, '\n'), ['CERTIFICATE-UNREADABLE']],
  ];
  it.each(rows)('judges %s', (_, text, expected) => {
    expect(codes(text(), 'certificate')).toEqual(expected);
  });

  it('tells which block and line, and whether it can be mended', () => {
    const text = `${certificate}\n  ${certificate.trimEnd().replaceAll('\n', '\n  ')}\n`;
    const found = inspectMaterial(text, 'certificate');
    const lines = certificate.split('\n').length;
    expect(found.certificates.map((entry) => entry.block)).toEqual([0]);
    expect(found.problems).toMatchObject([
      {
        code: 'PEM-INDENTED',
        severity: 'error',
        params: { label: 'CERTIFICATE', line: String(lines + 1) },
        repairable: true,
      },
    ]);
    expect(inspectMaterial(certificate.slice(0, 200), 'any').problems).toMatchObject([
      { code: 'PEM-TRUNCATED', repairable: false },
    ]);
  });
});

describe('inspectMaterial where a private key belongs', () => {
  const rows: readonly (readonly [string, () => string, readonly string[]])[] = [
    ['a key', () => key, []],
    ['a key behind its certificate', () => certificate + key, []],
    ['a certificate', () => certificate, ['PEM-CERTIFICATE-IN-KEY-PLACE']],
    ['an encrypted key', () => locked('pkcs8'), ['KEY-ENCRYPTED']],
    ['a key in the old encryption', () => locked('sec1'), ['KEY-LEGACY-ENCRYPTION']],
    ['an OpenSSH key', () => key.replaceAll('PRIVATE', 'OPENSSH PRIVATE'), ['KEY-OPENSSH']],
    [
      'a certificate under a key label',
      () => certificate.replaceAll('CERTIFICATE', 'PRIVATE KEY'),
      ['KEY-UNREADABLE'],
    ],
  ];
  it.each(rows)('judges %s', (_, text, expected) => {
    expect(codes(text(), 'private-key')).toEqual(expected);
  });
});

describe('inspectMaterial anywhere', () => {
  it('leaves values alone that hold no material', () => {
    expect(inspectMaterial('worker_processes auto;', 'any')).toEqual({
      blocks: [],
      certificates: [],
      keys: [],
      problems: [],
    });
  });

  it('says where reading stops in a text with too many blocks', () => {
    const text = '-----BEGIN CERTIFICATE-----\n'.repeat(10_001);
    const { blocks, problems } = inspectMaterial(text, 'any');
    expect(blocks).toHaveLength(10_000);
    expect(problems.filter((problem) => problem.code === 'PEM-TOO-MANY-BLOCKS')).toMatchObject([
      { severity: 'warning', params: { limit: '10000', line: '10000' } },
    ]);
  });

  it('never puts key material into problems', () => {
    const secret = key.split('\n')[1] ?? '';
    const texts = [
      key,
      key.slice(0, 120),
      key.replaceAll(/^/gm, ' '),
      locked('sec1'),
      `${certificate}${key}`,
    ];
    for (const text of texts) {
      for (const expects of ['certificate', 'private-key', 'any'] as const) {
        expect(JSON.stringify(inspectMaterial(text, expects).problems)).not.toContain(
          secret.slice(8, 24),
        );
      }
    }
  });

  it('has a full sentence for every code, with and without parameters', () => {
    for (const [code, wording] of Object.entries(pkiWording)) {
      const params = { where: 'Secret shop/catalog-tls, tls.crt', label: 'CERTIFICATE', line: '3' };
      for (const given of [params, {}]) {
        const texts = [wording.title(given), wording.detail(given), wording.action(given)];
        for (const text of texts) {
          expect(text, code).toMatch(/^[A-Z]/);
          expect(text, code).not.toMatch(/undefined|!|[Pp]lease/);
        }
      }
      expect(wording.source, code).not.toBe('');
    }
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '-----BEGIN CERTIFICATE-----',
      '-----END CERTIFICATE-----',
      '\n',
      'MIIB',
      '0\u0003',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (parts) => {
        const { problems } = inspectMaterial(parts.join(''), 'certificate');
        expect(problems.every((problem) => problem.code in pkiWording)).toBe(true);
      }),
    );
  });
});
