import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../manifest/types.ts';
import { admit } from '../admit.ts';

function answer(spec: JsonObject, kind = 'AgentgatewayPolicy') {
  const value = { metadata: { name: 'p' }, spec };
  const object = { group: 'agentgateway.dev', version: 'v1alpha1', kind, value };
  const { errors, unknownFields, status } = admit(object, {
    gatewayApi: '1.6',
    channel: 'standard',
  });
  const unknown = unknownFields.map((path) => `unknown ${path.join('.')}`);
  return status === 'unknown-kind'
    ? [status]
    : [...errors.map(({ message }) => message), ...unknown];
}

const SERVICE = { group: '', kind: 'Service', name: 's' };
const ROUTE = { group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', name: 'r' };
const policy = (tls: JsonObject, targetRefs: readonly JsonObject[] = [SERVICE]): JsonObject => ({
  targetRefs,
  backend: { tls },
});
const TLS = 'spec.backend.tls';

describe('an AgentgatewayPolicy', () => {
  it.each<readonly [string, JsonObject, readonly string[]]>([
    ['nothing but TLS', policy({}), []],
    [
      'all of TLS',
      policy({
        alpnProtocols: ['h2'],
        caCertificateRefs: [{ name: 'ca' }],
        keyExchangeGroups: ['X25519'],
        mtlsCertificateRef: [{ name: 'pair' }],
        sni: 'a.example',
        verifySubjectAltNames: ['a.example', 'spiffe://a/b'],
      }),
      [],
    ],
    ['settings of other parts', { ...policy({}), traffic: { cors: {} }, targetRefs: [ROUTE] }, []],
    [
      'a field that there is not',
      policy({ wellKnownCACertificates: 'System' }),
      [`unknown ${TLS}.wellKnownCACertificates`],
    ],
    [
      'an empty server name',
      policy({ sni: '' }),
      [`${TLS}.sni: Invalid value: "": ${TLS}.sni in body should be at least 1 chars long`],
    ],
    [
      'a CA and no check',
      policy({ caCertificateRefs: [{ name: 'ca' }], insecureSkipVerify: 'All' }),
      [
        `${TLS}: Invalid value: "object": insecureSkipVerify All and caCertificateRefs may not be set together`,
      ],
    ],
    [
      'names and no check',
      policy({ verifySubjectAltNames: ['a'], insecureSkipVerify: 'Hostname' }),
      [
        `${TLS}: Invalid value: "object": at most one of the fields in [verifySubjectAltNames insecureSkipVerify] may be set`,
        `${TLS}: Invalid value: "object": insecureSkipVerify and verifySubjectAltNames may not be set together`,
      ],
    ],
    [
      'no target',
      { backend: { tls: {} } },
      [
        'spec: Invalid value: "object": exactly one of the fields in [targetRefs targetSelectors] must be set',
      ],
    ],
    [
      'targets of two kinds',
      policy({}, [SERVICE, ROUTE]),
      [
        'spec.targetRefs: Invalid value: "array": Only one Kind of targetRef can be set on one policy',
      ],
    ],
    [
      'nothing to set',
      { targetRefs: [SERVICE] },
      [
        'spec: Invalid value: "object": At least one of traffic, frontend, or backend must be provided.',
      ],
    ],
  ])('with %s', (_what, spec, errors) => expect(answer(spec)).toEqual(errors));

  it('takes one CA reference', () => {
    const refs = [{ name: 'a' }, { name: 'b' }];
    expect(answer(policy({ caCertificateRefs: refs }))[0]).toContain(
      `${TLS}.caCertificateRefs: Too many: 2: must have at most 1 item`,
    );
  });

  it.each<readonly [string, JsonObject]>([
    ['of another kind', { group: 'apps', kind: 'Deployment', name: 'd' }],
    ['of another group', { group: 'core', kind: 'Service', name: 's' }],
  ])('refuses a target %s', (_what, ref) => {
    expect(answer(policy({}, [ref]))).toEqual([
      expect.stringContaining('targetRefs may only reference Gateway, HTTPRoute'),
    ]);
  });
});

describe('an AgentgatewayBackend', () => {
  it('takes what it is and has its TLS checked', () => {
    const host: JsonObject = { static: { host: 'a.example', port: 443 } };
    expect(answer({ ...host, policies: { tls: {}, auth: {} } }, 'AgentgatewayBackend')).toEqual([]);
    const tls = { insecureSkipVerify: 'Never' };
    expect(answer({ ...host, policies: { tls } }, 'AgentgatewayBackend')[0]).toBe(
      'spec.policies.tls.insecureSkipVerify: Unsupported value: "Never": supported values: "All", "Hostname"',
    );
  });
});
