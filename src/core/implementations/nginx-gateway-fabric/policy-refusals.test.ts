import { describe, expect, it } from 'vitest';
import {
  configMap,
  issueCa,
  programmed,
  resolveYaml,
  secret,
  setup,
  type SetupParts,
} from './setup.testing.ts';

const ca = await issueCa('Test CA');
const other = await issueCa('Other CA');
const pem = ca.certificatePem;
const authority = configMap('ca', pem);

/** `Condition=False, Reason: message` of the refused policy. */
function policyConditions(parts: SetupParts, ...more: readonly string[]) {
  const { upstream, findings } = programmed(resolveYaml(...setup(parts), ...more));
  const refused = findings.find(({ code }) =>
    ['NGF-POLICY-REFUSED', 'NGF-SECRET-TYPE-REFUSED'].includes(code),
  );
  return { upstream, facts: refused?.evidence?.facts };
}

const REF = 'validation.caCertificateRefs[0]';
const AS_JSON = (kind: string, name: string): string =>
  `{"group":"","kind":"${kind}","name":"${name}"}`;
const NO_VALID = 'Accepted=False, NoValidCACertificate: No valid CACertificateRef found';

describe('a policy that NGINX Gateway Fabric refuses', () => {
  const refs = (list: string): string => `hostname: app.example, caCertificateRefs: [${list}]`;

  it.each<[string, string, readonly string[]]>([
    [
      'a CA that is missing',
      refs('{ group: "", kind: ConfigMap, name: none }'),
      [
        `ResolvedRefs=False, InvalidCACertificateRef: ${REF}: Invalid value: ${AS_JSON('ConfigMap', 'none')}: ConfigMap default/none does not exist, or is missing an expected key`,
        NO_VALID,
      ],
    ],
    [
      'a Secret that is missing',
      refs('{ group: "", kind: Secret, name: none }'),
      [
        `ResolvedRefs=False, InvalidCACertificateRef: ${REF}: Invalid value: ${AS_JSON('Secret', 'none')}: Secret default/none does not exist`,
        NO_VALID,
      ],
    ],
    [
      'an Opaque Secret',
      refs('{ group: "", kind: Secret, name: opaque }'),
      [
        `ResolvedRefs=False, InvalidCACertificateRef: ${REF}: Invalid value: ${AS_JSON('Secret', 'opaque')}: unsupported secret type "Opaque"`,
        NO_VALID,
      ],
    ],
    [
      'garbage in ca.crt',
      refs('{ group: "", kind: ConfigMap, name: garbage }'),
      [
        `ResolvedRefs=False, InvalidCACertificateRef: ${REF}: Invalid value: ${AS_JSON('ConfigMap', 'garbage')}: the data field "ca.crt" must hold a valid CERTIFICATE PEM block`,
        NO_VALID,
      ],
    ],
    [
      'an empty ca.crt',
      refs('{ group: "", kind: ConfigMap, name: empty }'),
      [
        `ResolvedRefs=False, InvalidCACertificateRef: ${REF}: Invalid value: ${AS_JSON('ConfigMap', 'empty')}: ConfigMap does not have the data or binaryData field ca.crt`,
        NO_VALID,
      ],
    ],
    [
      'another kind',
      refs('{ group: "", kind: Service, name: ca }'),
      [
        `ResolvedRefs=False, InvalidKind: ${REF}.kind: Unsupported value: "Service": supported values: "ConfigMap", "Secret"`,
        NO_VALID,
      ],
    ],
    [
      'another group',
      refs('{ group: apps, kind: ConfigMap, name: ca }'),
      [
        `ResolvedRefs=False, InvalidKind: ${REF}.group: Unsupported value: "apps": supported values: "", "core"`,
        NO_VALID,
      ],
    ],
    [
      'two CAs',
      refs('{ group: "", kind: ConfigMap, name: ca }, { group: "", kind: ConfigMap, name: ca2 }'),
      [
        'Accepted=False, Invalid: validation.caCertificateRefs: Too many: 2: must have at most 1 item',
      ],
    ],
    [
      'both sources',
      `${refs('{ group: "", kind: ConfigMap, name: ca }')}, wellKnownCACertificates: System`,
      [
        'Accepted=False, Invalid: CACertificateRefs and WellKnownCACertificates are mutually exclusive',
      ],
    ],
    [
      'no source',
      'hostname: app.example',
      [
        'Accepted=False, Invalid: Either CACertificateRefs or WellKnownCACertificates must be specified',
      ],
    ],
    [
      'an unknown well-known set',
      'hostname: app.example, wellKnownCACertificates: example.com/mine',
      [
        'Accepted=False, Invalid: invalid WellKnownCACertificates: tls.wellknowncacertificates: Unsupported value: "example.com/mine": supported values: "System"',
      ],
    ],
    [
      'no hostname',
      'wellKnownCACertificates: System',
      [
        'Accepted=False, Invalid: Invalid hostname: validation.hostname: Invalid value: "": cannot be empty string',
      ],
    ],
  ])('for %s', (_, validation, expected) => {
    const { upstream, facts } = policyConditions(
      { validation },
      authority,
      configMap('garbage', 'garbage'),
      configMap('empty', ''),
      secret('opaque', { 'ca.crt': pem }, 'Opaque'),
    );
    expect(facts).toEqual(expected);
    const message = expected[0]?.replace(/^\w+=False, \w+: /, '') ?? '';
    expect(upstream).toMatchObject({
      mode: 'blocked',
      blockedStatus: 500,
      reason: `The BackendTLSPolicy is invalid: ${message}`,
    });
  });

  it('names a hostname that is no RFC 1123 subdomain in the words of Kubernetes', () => {
    const validation = 'hostname: App_1, wellKnownCACertificates: System';
    const { facts } = policyConditions({ validation });
    expect(facts).toEqual([
      `Accepted=False, Invalid: Invalid hostname: validation.hostname: Invalid value: "App_1": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`,
    ]);
  });

  it('does not find an object that the API server refuses', () => {
    const broken =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ca }\nbinaryData: { ca.crt: "%%" }';
    const { facts } = policyConditions({}, broken);
    expect(facts?.[0]).toContain('ConfigMap default/ca does not exist');
  });
});

describe('a Secret as CA', () => {
  const parts = {
    validation: 'hostname: app.example, caCertificateRefs: [{ group: "", kind: Secret, name: s }]',
  };

  it('gives its ca.crt', () => {
    const s = secret('s', { 'tls.crt': pem, 'tls.key': ca.keyPem, 'ca.crt': other.certificatePem });
    const { upstream, findings } = programmed(resolveYaml(...setup(parts), s));
    expect(findings).toEqual([]);
    expect(upstream.trust).toMatchObject({ material: { pem: other.certificatePem } });
  });

  it('passes without ca.crt and leaves nginx an empty file', () => {
    const s = secret('s', { 'tls.crt': pem, 'tls.key': ca.keyPem });
    const { upstream, findings } = programmed(resolveYaml(...setup(parts), s));
    expect(findings.map(({ code }) => code)).toEqual(['NGF-CA-SECRET-WITHOUT-CA']);
    expect(upstream).toMatchObject({ mode: 'tls', trust: { material: { pem: '' } } });
  });

  it('hides a bad pair behind a good ca.crt', () => {
    const s = secret('s', { 'tls.crt': pem, 'tls.key': other.keyPem, 'ca.crt': pem });
    const { findings } = programmed(resolveYaml(...setup(parts), s));
    expect(findings.map(({ code, params }) => [code, params.message])).toEqual([
      [
        'NGF-KEY-PAIR-UNCHECKED',
        'tls secret is invalid: tls: private key does not match public key',
      ],
    ]);
  });
});
