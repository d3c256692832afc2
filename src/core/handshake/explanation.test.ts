import { beforeAll, describe, expect, it } from 'vitest';
import type { UpstreamTls } from '../implementations/types.ts';
import { testCertificate } from '../pki/certificate-builder.testing.ts';
import { encodePem } from '../pki/encode-pem.ts';
import { basicConstraints } from '../pki/extensions/extension-builder.testing.ts';
import { makeCa, makeLeaf } from '../pki/issuing/chain.testing.ts';
import type { IssuedCertificate } from '../pki/issuing/types.ts';
import type { TestSetup } from './handshake.testing.ts';
import { HOST, issueCast, mutualSetup, play, type Cast } from './play.testing.ts';

let cast: Cast;
let clientOnly: IssuedCertificate;
let renewed: IssuedCertificate;
beforeAll(async () => {
  cast = await issueCast();
  clientOnly = await makeLeaf(HOST, cast.root, { eku: ['clientAuth'] });
  renewed = await makeCa('Root');
});

const gateways: Readonly<Record<string, Partial<UpstreamTls>>> = {
  OpenSSL: {},
  BoringSSL: {
    implementation: 'envoy-gateway',
    version: '1.9',
    sanMatchers: [{ value: { san: 'dns', match: 'exact', value: HOST } }],
    verifyNames: [],
  },
  'rustls-webpki': { implementation: 'agentgateway', version: '1.3' },
};
const LIBRARIES = Object.keys(gateways);

const pem = ({ certificatePem, keyPem }: IssuedCertificate) => ({
  chain: certificatePem,
  key: keyPem,
});

function setup(library: string, more: Partial<TestSetup>): TestSetup {
  return { ...mutualSetup(cast), ...more, upstream: gateways[library] ?? {} };
}

async function explained(library: string, more: Partial<TestSetup>) {
  const run = await play(setup(library, more));
  const step = run.step(8);
  const tried = step?.issuersTried ?? [];
  return {
    ...run,
    rule: step?.rule ?? '',
    evidence: step?.evidence,
    tried,
    finding: run.findings[0],
  };
}

/** The texts name the library that judges, and no other one. */
function expectOwnRules(library: string, texts: readonly (string | undefined)[]): void {
  const others = LIBRARIES.filter((one) => one !== library);
  for (const text of texts) {
    expect(text).toContain(library);
    for (const other of others) expect(text).not.toContain(other);
  }
}

describe.each([
  ['OpenSSL', 'build_chain', undefined],
  ['BoringSSL', 'X509_verify_cert', 'RFC 5280 §6.1; BoringSSL X509_verify_cert'],
  [
    'rustls-webpki',
    'PathBuilder::build_chain',
    'RFC 5280 §6.1; rustls-webpki PathBuilder::build_chain',
  ],
])('a chain that %s cannot complete', (library, rule, source) => {
  const wrongCa = () => explained(library, { trust: cast.otherRoot.certificatePem });

  it('quotes its own rule with the paragraph', async () => {
    const { rule: said, finding } = await wrongCa();
    expect(said).toBe(`RFC 5280, section 6.1; ${library} ${rule}`);
    expect(finding?.source).toBe(source);
    expectOwnRules(library, [said, finding?.source ?? library]);
  });

  it('shows both sides of what was compared', async () => {
    const { evidence, tried } = await wrongCa();
    expect(evidence?.expected?.value).toBe('Other Root');
    expect(evidence?.found?.value).toBe('Root');
    const anchor = tried.find(({ from }) => from === 'backend-cert / ca.crt');
    expect(anchor).toMatchObject({ state: 'rejected' });
    expect(anchor?.reasons.slice(0, 2)).toEqual([
      'Trusted',
      'subject differs from the issuer name (Other Root, not Root)',
    ]);
  });

  it('names the intermediate that is missing and the file in which it lies', async () => {
    const { finding, tried } = await explained(library, {
      backend: pem(cast.deep),
      shelf: { 'issuing-ca.pem': cast.intermediate.certificatePem },
    });
    expect(finding).toMatchObject({
      code: 'TLS-MISSING-INTERMEDIATE',
      params: { found: 'Intermediate', foundIn: 'issuing-ca.pem' },
    });
    expect(tried.find(({ state }) => state === 'would-fit')).toMatchObject({
      from: 'issuing-ca.pem',
      reasons: [
        'Signature verifies',
        'not in any manifest yet',
        'no root: its own issuer is needed too',
      ],
    });
  });

  it('follows the presented intermediate before it misses the root', async () => {
    const { finding, tried } = await explained(library, {
      trust: cast.otherRoot.certificatePem,
      backend: {
        chain: cast.deep.certificatePem + cast.intermediate.certificatePem,
        key: cast.deep.keyPem,
      },
      shelf: { 'root.pem': cast.root.certificatePem },
    });
    expect(finding).toMatchObject({
      code: 'TLS-CA-DID-NOT-ISSUE',
      params: { issuer: 'Root', found: 'Root', foundIn: 'root.pem' },
    });
    expect(tried.find(({ state }) => state === 'would-fit')?.from).toBe('root.pem');
  });
});

describe.each(LIBRARIES)('what %s refuses a certificate for', (library) => {
  it('is told with its own rule when it is the date', async () => {
    const { rule, finding } = await explained(library, { at: '2027-03-01T00:00:00Z' });
    expect(finding?.code).toBe('TLS-SERVER-CERT-EXPIRED');
    expectOwnRules(library, [rule, finding?.source ?? library]);
    expect(rule).toContain('section 6.1.3 (a)(2)');
  });

  it('is told with its own rule when it is the purpose', async () => {
    const { rule, finding, evidence } = await explained(library, { backend: pem(clientOnly) });
    expect(finding?.code).toBe('TLS-CERT-PURPOSE');
    expectOwnRules(library, [rule, finding?.source ?? library, evidence?.expected?.label]);
    expect(rule).toContain('section 4.2.1.12');
  });

  it('is told with the rule for names when no name fits', async () => {
    const run = await explained(library, { hostname: 'other.test' });
    const other = { value: { san: 'dns', match: 'exact', value: 'other.test' } } as const;
    const upstream = { ...gateways[library], sanMatchers: [other] };
    const { findings } = await play({ ...setup(library, { hostname: 'other.test' }), upstream });
    const [finding] = library === 'BoringSSL' ? findings : run.findings;
    expect(finding?.code).toBe('TLS-HOST-MISMATCH');
    const rules: Readonly<Record<string, string | undefined>> = {
      OpenSSL: undefined,
      BoringSSL: 'Envoy DefaultCertValidator, match_typed_subject_alt_names; RFC 9525 §6',
      'rustls-webpki': 'rustls-webpki verify_is_valid_for_subject_name; RFC 9525 §6',
    };
    expect(finding?.source).toBe(rules[library]);
  });

  it('is the key identifier when a CA was renewed with another key', async () => {
    const { tried } = await explained(library, { trust: renewed.certificatePem });
    const [anchor] = tried;
    // webpki knows no key identifiers: it tries the signature.
    expect(anchor?.reasons[1]).toMatch(
      library === 'rustls-webpki'
        ? /^its key does not verify the signature$/
        : /^key ID differs \((?:..:){3}..…, not (?:..:){3}..…\)$/,
    );
  });
});

describe('trusted CAs of one name', () => {
  const twins = (): string => {
    const subject = [['O', 'Test'] as const, ['CN', 'Root'] as const];
    const twin = testCertificate({
      subject,
      issuer: subject,
      extensions: [basicConstraints(true)],
    });
    return cast.root.certificatePem + encodePem('CERTIFICATE', twin.der);
  };

  it.each([
    ['OpenSSL', true],
    ['BoringSSL', true],
    ['rustls-webpki', false],
  ])('are ambiguous for %s: %s', async (library, ambiguous) => {
    const { codes, findings } = await explained(library, { trust: twins() });
    expect(codes.includes('8 TLS-AMBIGUOUS-ANCHORS')).toBe(ambiguous);
    const finding = findings.find(({ code }) => code === 'TLS-AMBIGUOUS-ANCHORS');
    expect(finding?.params.library).toBe(ambiguous ? library : undefined);
  });

  it('do not matter where the key identifiers tell them apart', async () => {
    const trust = cast.root.certificatePem + renewed.certificatePem;
    expect((await explained('OpenSSL', { trust })).codes).toEqual([]);
  });
});
