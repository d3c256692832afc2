import { describe, expect, it } from 'vitest';
import { choiceProblems } from './choice-problems.ts';
import { defaultChoices } from './default-choices.ts';
import type { SetupChoices } from './types.ts';

const base = defaultChoices('nginx-gateway-fabric');
const kgateway = defaultChoices('kgateway');
const envoyGateway = defaultChoices('envoy-gateway');
const namesOf = (hosts: Partial<SetupChoices['hosts']>) => ({
  ...base,
  hosts: { ...base.hosts, ...hosts },
});

describe('choiceProblems', () => {
  it.each(['nginx-gateway-fabric', 'envoy-gateway', 'kgateway', 'agentgateway'] as const)(
    'has nothing against the answers that %s starts with',
    (implementation) => {
      expect(choiceProblems(defaultChoices(implementation))).toEqual([]);
    },
  );

  it.each<readonly [string, SetupChoices, readonly (readonly [string, readonly string[]])[]]>([
    [
      'an old NGINX Gateway Fabric and mutual TLS',
      { ...base, gateway: { implementation: 'nginx-gateway-fabric', version: '2.2' } },
      [
        ['EXPERIMENTAL-CHANNEL', ['Use NGINX Gateway Fabric 2.7']],
        ['NO-CLIENT-CERTIFICATE', ['Use NGINX Gateway Fabric 2.7', 'Use one-way TLS']],
      ],
    ],
    [
      'a BackendConfigPolicy and a ConfigMap',
      {
        ...kgateway,
        namespaces: { ...kgateway.namespaces, clientIdentity: 'payments' },
        gateway: {
          implementation: 'kgateway',
          version: '2.4',
          policy: 'backend-config-policy',
        },
      },
      [['CONFIG-POLICY-CONFIG-MAP', ['Keep the CA in a Secret', 'Use a BackendTLSPolicy']]],
    ],
    [
      'kgateway 2.2 and the Gateway as the holder of the client certificate',
      {
        ...kgateway,
        gateway: { implementation: 'kgateway', version: '2.2', policy: 'backend-tls-policy' },
      },
      [
        [
          'NO-CLIENT-CERTIFICATE',
          ['Use a BackendConfigPolicy', 'Use kgateway 2.4', 'Use one-way TLS'],
        ],
      ],
    ],
    [
      'agentgateway and a Secret',
      { ...defaultChoices('agentgateway'), authority: 'secret' },
      [['NO-SECRET-CA', ['Keep the CA in a ConfigMap']]],
    ],
    [
      'Envoy and an Ed25519 key',
      { ...envoyGateway, certificates: { kind: 'issued', keyAlgorithm: 'Ed25519' } },
      [['KEY-NOT-ACCEPTED', ['Issue EC P-256 keys', 'Issue RSA 2048 keys']]],
    ],
    [
      'OpenSSL and an Ed25519 key',
      { ...base, certificates: { kind: 'issued', keyAlgorithm: 'Ed25519' } },
      [],
    ],
    [
      'a CA in the namespace of the gateway',
      { ...base, namespaces: { ...base.namespaces, ca: 'infra' } },
      [
        [
          'CA-IN-OTHER-NAMESPACE',
          ['Keep the CA in namespace payments', 'Let trust-manager copy the CA there'],
        ],
      ],
    ],
    [
      'the system CAs and certificates issued here',
      { ...base, authority: 'system' },
      [
        [
          'ISSUED-FOR-SYSTEM-CA',
          ['Keep the CA in a ConfigMap', 'Drop a certificate of a public CA'],
        ],
      ],
    ],
    [
      'a release that nobody knows',
      { ...base, gateway: { implementation: 'nginx-gateway-fabric', version: '9.9' } },
      [['UNKNOWN-VERSION', ['Use NGINX Gateway Fabric 2.7']]],
    ],
    ['a wildcard for the clients', namesOf({ route: '*.example.com' }), []],
    [
      'a wildcard as SNI',
      namesOf({ sni: '*.example.com', verified: ['*.example.com'] }),
      [['HOST-NOT-ALLOWED', []]],
    ],
    [
      'an address as SNI',
      namesOf({ sni: '10.0.0.1', verified: ['10.0.0.1'] }),
      [['HOST-NOT-ALLOWED', []]],
    ],
    [
      'no name to verify',
      namesOf({ verified: [] }),
      [
        ['HOST-NOT-ALLOWED', ['Verify payments.internal.example alone']],
        ['NO-SUBJECT-ALT-NAMES', ['Verify payments.internal.example alone']],
      ],
    ],
    [
      'a namespace in capitals',
      { ...base, namespaces: { ...base.namespaces, gateway: 'Infra' } },
      [['NAME-NOT-ALLOWED', []]],
    ],
  ])('%s', (_, choices, expected) => {
    expect(
      choiceProblems(choices).map(({ code, alternatives }) => [
        code,
        alternatives.map(({ title }) => title),
      ]),
    ).toEqual(expected);
  });

  it.each([
    ['of the route', { route: 'Not A Host' }, '"Not A Host" is no host name of a route'],
    ['that is asked for', { sni: 'a_b', verified: ['ok.example'] }, '"a_b" cannot be sent as SNI'],
  ])('says of a host name %s what is wrong with it', (_what, hosts, fact) => {
    expect(choiceProblems(namesOf(hosts)).map((one) => one.fact)[0]).toContain(fact);
  });
});
