import { beforeAll, describe, expect, it } from 'vitest';
import { buildExample } from './build-example.ts';
import { createAnalyzer } from '../analysis/index.ts';
import type { Workspace } from '../model/index.ts';
import { encodeBase64, issueCertificate } from '../pki/index.ts';
import { makeCa, makeLeaf, testCrypto } from '../pki/issuing/chain.testing.ts';
import type { IssuedCertificate } from '../pki/issuing/types.ts';

const DAY = 86_400_000;
const HOST = 'catalog.shop.svc.cluster.local';
const options = { now: Date.UTC(2026, 10, 20, 12), crypto: testCrypto };
const analyze = createAnalyzer();

let example: Workspace;
let ca: IssuedCertificate;
beforeAll(async () => {
  example = await buildExample('ngf-mutual-tls', options);
  ca = await makeCa('Services');
});

/** One data value of one object replaced, whatever form it had. */
function withValue(text: string, name: string, key: string, value: string): string {
  return text
    .split(/^---\n/m)
    .map((document) =>
      document.includes(`\n  name: ${name}\n`)
        ? document.replace(
            new RegExp(`^  ${key.replace('.', '\\.')}:.*\\n(?:    .*\\n)*`, 'm'),
            `  ${key}: ${value}\n`,
          )
        : document,
    )
    .join('---\n');
}

/** The example, whose backend presents `leaf` of `ca`. */
function presenting(leaf: IssuedCertificate): Workspace {
  const encode = (text: string): string => encodeBase64(new TextEncoder().encode(text));
  const files = example.files.map((file) => {
    const crt = withValue(file.text, 'catalog-identity', 'tls.crt', encode(leaf.certificatePem));
    const key = withValue(crt, 'catalog-identity', 'tls.key', encode(leaf.keyPem));
    const text = withValue(key, 'services-ca', 'ca.crt', JSON.stringify(ca.certificatePem));
    return { ...file, text };
  });
  return { ...example, files };
}

async function analysisOf(name: string, dnsNames: readonly string[]) {
  const leaf = await makeLeaf(name, ca, { dnsNames });
  const workspace = presenting(leaf);
  const { findings, handshakes } = await analyze(workspace, options);
  const said = findings.map(({ severity, code }) => `${severity} ${code}`);
  return { leaf, workspace, findings, said, outcome: handshakes[0]?.outcome };
}

describe('the certificates that connections use', () => {
  it('are held against the rules where they stand, and the verdict stays', async () => {
    const { leaf, workspace, findings, said, outcome } = await analysisOf('catalog', [
      HOST,
      '*.shop',
      'cat_alog.shop',
    ]);
    expect(outcome).toMatchObject({ stage: 'ok', headline: 'All 11 steps pass' });
    expect(said).toEqual([
      'warning LINT-BARE-WILDCARD',
      'note LINT-COMMON-NAME-ALONE',
      'note LINT-DNS-UNDERSCORE',
    ]);
    const [bare] = findings;
    expect(bare).toMatchObject({
      title: 'catalog in Secret shop/catalog-identity, tls.crt has a wildcard right under the top',
      detail: '*.shop: OpenSSL, Go and rustls want two labels behind a wildcard; Envoy matches it.',
      group: `certificate ${leaf.certificate.fingerprint}`,
      evidence: { found: { label: 'catalog', value: '*.shop', detail: 'e_san_bare_wildcard' } },
      connectionIds: [expect.any(String)],
    });
    const file = workspace.files.find(({ id }) => id === bare?.at?.fileId);
    const range = bare?.at?.range ?? { start: 0, end: 0 };
    expect(file?.text.slice(range.start, range.end)).toBe(
      encodeBase64(new TextEncoder().encode(leaf.certificatePem)),
    );
  });

  it('are not blamed twice for what the handshake says', async () => {
    const { said } = await analysisOf(HOST, []);
    expect(said).toEqual(['warning TLS-NO-SAN']);
  });

  it('are asked what they are for when a server presents them', async () => {
    const { findings } = await analyze(presenting(await withoutPurpose()), options);
    expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'note LINT-NO-EXTENDED-KEY-USAGE',
    ]);
  });
});

/** A leaf without extended key usage. */
function withoutPurpose(): Promise<IssuedCertificate> {
  return issueCertificate(
    {
      subject: { commonName: HOST },
      ca: false,
      dnsNames: [HOST],
      notBefore: options.now - DAY,
      notAfter: options.now + 90 * DAY,
      keyAlgorithm: 'EC P-256',
      issuer: { certificate: ca.certificate, key: ca.keyPem },
    },
    testCrypto,
  );
}
