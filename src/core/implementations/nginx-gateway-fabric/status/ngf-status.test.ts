import { describe, expect, it } from 'vitest';
import type { Resolution } from '../../../gateway-api/index.ts';
import type { ObjectStatus } from '../../status.ts';
import { configMap, issueCa, policy, resolveYaml, secret, setup } from '../setup.testing.ts';
import { ngfStatus } from './ngf-status.ts';

const ca = await issueCa('Test CA');
const pem = ca.certificatePem;
const authority = configMap('ca', pem);
const pair = secret('pair', { 'tls.crt': pem, 'tls.key': ca.keyPem });
const CLIENT = 'tls: { backend: { clientCertificateRef: { name: pair } } }';
const GATEWAY_CLASS = `apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: { name: nginx }
spec: { controllerName: gateway.nginx.org/nginx-gateway-controller }`;

/** `Type=Status Reason: message` for the statuses of one kind. */
function told(resolution: Resolution, kind: ObjectStatus['kind'], version = '2.7'): string[] {
  return ngfStatus(resolution, version)
    .filter((status) => status.kind === kind)
    .flatMap(({ conditions }) =>
      conditions.map(
        ({ type, status, reason, message }) => `${type}=${status} ${reason}: ${message}`,
      ),
    );
}

describe('a sound setup on NGINX Gateway Fabric', () => {
  const sound = resolveYaml(...setup({ gatewaySpec: CLIENT }), authority, pair, GATEWAY_CLASS);

  it.each<[string, ObjectStatus['kind'], readonly string[]]>([
    [
      '2.7',
      'object',
      [
        'Accepted=True Accepted: The GatewayClass is accepted',
        'SupportedVersion=True SupportedVersion: The Gateway API CRD versions are supported',
        'Accepted=True Accepted: The Gateway is accepted',
        'Programmed=True Programmed: The Gateway is programmed',
        'ResolvedRefs=True ResolvedRefs: The referenced resources are resolved',
      ],
    ],
    [
      '2.4',
      'object',
      [
        'Accepted=True Accepted: The GatewayClass is accepted',
        'SupportedVersion=True SupportedVersion: The Gateway API CRD versions are supported',
        'Accepted=True Accepted: The Gateway is accepted',
        'Programmed=True Programmed: The Gateway is programmed',
      ],
    ],
    [
      '2.2',
      'object',
      [
        'Accepted=True Accepted: GatewayClass is accepted',
        'SupportedVersion=True SupportedVersion: Gateway API CRD versions are supported',
        'Accepted=True Accepted: Gateway is accepted',
        'Programmed=True Programmed: Gateway is programmed',
      ],
    ],
    [
      '2.7',
      'listener',
      [
        'Accepted=True Accepted: The Listener is accepted',
        'Programmed=True Programmed: The Listener is programmed',
        'ResolvedRefs=True ResolvedRefs: All references are resolved',
        'Conflicted=False NoConflicts: No conflicts',
      ],
    ],
    [
      '2.7',
      'parent',
      [
        'Accepted=True Accepted: The Route is accepted',
        'ResolvedRefs=True ResolvedRefs: All references are resolved',
      ],
    ],
    [
      '2.2',
      'parent',
      [
        'Accepted=True Accepted: The route is accepted',
        'ResolvedRefs=True ResolvedRefs: All references are resolved',
      ],
    ],
    [
      '2.7',
      'ancestor',
      [
        'ResolvedRefs=True ResolvedRefs: All CACertificateRefs are resolved',
        'Accepted=True Accepted: The Policy is accepted',
      ],
    ],
    [
      '2.2',
      'ancestor',
      [
        'ResolvedRefs=True ResolvedRefs: All CACertificateRefs are resolved',
        'Accepted=True Accepted: Policy is accepted',
      ],
    ],
  ])('%s tells of each %s', (version, kind, expected) => {
    expect(told(sound, kind, version)).toEqual(expected);
  });

  it.each([
    ['2.7', { kind: 'Gateway', namespace: 'default', name: 'gw', sectionName: 'http' }],
    ['2.5', { namespace: 'default', name: 'gw', sectionName: 'http' }],
  ])('%s writes the only listener into the parentRef', (version, ref) => {
    const parents = ngfStatus(sound, version).filter(({ kind }) => kind === 'parent');
    expect(parents.map((status) => [status.ref, status.controllerName])).toEqual([
      [ref, 'gateway.nginx.org/nginx-gateway-controller'],
    ]);
  });

  it('names the Gateway as ancestor with group and kind', () => {
    const ancestors = ngfStatus(sound, '2.7').filter(({ kind }) => kind === 'ancestor');
    expect(ancestors.map(({ ref }) => ref)).toEqual([
      { group: 'gateway.networking.k8s.io', kind: 'Gateway', namespace: 'default', name: 'gw' },
    ]);
  });

  it('says nothing when another controller runs the Gateway', () => {
    const other = setup().map((text) =>
      text.replace('gatewayClassName: nginx', 'gatewayClassName: eg'),
    );
    expect(ngfStatus(resolveYaml(...other, authority), '2.7')).toEqual([]);
  });
});

describe('BackendTLSPolicies on NGINX Gateway Fabric', () => {
  const refs = 'caCertificateRefs: [{ group: "", kind: ConfigMap, name: ca }]';

  it.each<[string, string, readonly string[]]>([
    [
      'several CA references',
      'hostname: app.example, caCertificateRefs: [{ group: "", kind: ConfigMap, name: ca }, { group: "", kind: ConfigMap, name: b }]',
      [
        'Accepted=False Invalid: validation.caCertificateRefs: Too many: 2: must have at most 1 item',
      ],
    ],
    [
      'a missing ConfigMap',
      'hostname: app.example, caCertificateRefs: [{ group: "", kind: ConfigMap, name: none }]',
      [
        'ResolvedRefs=False InvalidCACertificateRef: validation.caCertificateRefs[0]: Invalid value: {"group":"","kind":"ConfigMap","name":"none"}: ConfigMap default/none does not exist, or is missing an expected key',
        'Accepted=False NoValidCACertificate: No valid CACertificateRef found',
      ],
    ],
    [
      'an Opaque Secret',
      'hostname: app.example, caCertificateRefs: [{ group: "", kind: Secret, name: opaque }]',
      [
        'ResolvedRefs=False InvalidCACertificateRef: validation.caCertificateRefs[0]: Invalid value: {"group":"","kind":"Secret","name":"opaque"}: unsupported secret type "Opaque"',
        'Accepted=False NoValidCACertificate: No valid CACertificateRef found',
      ],
    ],
    [
      'another kind',
      'hostname: app.example, caCertificateRefs: [{ group: "", kind: Pod, name: ca }]',
      [
        'ResolvedRefs=False InvalidKind: validation.caCertificateRefs[0].kind: Unsupported value: "Pod": supported values: "ConfigMap", "Secret"',
        'Accepted=False NoValidCACertificate: No valid CACertificateRef found',
      ],
    ],
    [
      'system certificates',
      'hostname: app.example, wellKnownCACertificates: System',
      ['Accepted=True Accepted: The Policy is accepted'],
    ],
    [
      'a bad host name beside a good CA',
      `hostname: "-", ${refs}`,
      [
        "Accepted=False Invalid: Invalid hostname: validation.hostname: Invalid value: \"-\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
      ],
    ],
    [
      'a SAN list, passed over in silence',
      `hostname: app.example, ${refs}, subjectAltNames: [{ type: Hostname, hostname: b.example }]`,
      [
        'ResolvedRefs=True ResolvedRefs: All CACertificateRefs are resolved',
        'Accepted=True Accepted: The Policy is accepted',
      ],
    ],
  ])('%s', (_, validation, expected) => {
    const opaque = secret('opaque', { 'ca.crt': pem }, 'Opaque');
    const resolution = resolveYaml(...setup({ validation }), authority, opaque);
    expect(told(resolution, 'ancestor')).toEqual(expected);
  });

  it('conflict by age alone, and a policy that no route leads to has no status', () => {
    const younger = policy('z', 'app', `validation: { hostname: app.example, ${refs} }`);
    const idle = policy('idle', 'other', `validation: { hostname: app.example, ${refs} }`);
    const resolution = resolveYaml(...setup(), authority, younger, idle);
    expect(told(resolution, 'ancestor')).toEqual([
      'ResolvedRefs=True ResolvedRefs: All CACertificateRefs are resolved',
      'Accepted=True Accepted: The Policy is accepted',
      'ResolvedRefs=True ResolvedRefs: All CACertificateRefs are resolved',
      'Accepted=False Conflicted: Conflicts with another BackendTLSPolicy targeting the same Service',
    ]);
  });

  it('count ancestors of other controllers against the limit of 16', () => {
    const others = Array.from(
      { length: 16 },
      (_, index) =>
        `{ ancestorRef: { name: g${index} }, controllerName: other.example/c, conditions: [] }`,
    );
    const parts = setup().map((text) =>
      text.includes('kind: BackendTLSPolicy')
        ? `${text}\nstatus: { ancestors: [${others.join(', ')}] }`
        : text,
    );
    const resolution = resolveYaml(...parts, authority);
    expect(told(resolution, 'ancestor')).toEqual([]);
    expect(told(resolution, 'object')).toEqual([
      'Programmed=True Programmed: The Gateway is programmed',
      'Accepted=False AncestorLimitReached: Policies cannot be applied because the ancestor status list has reached the maximum size. The following policies have been ignored: BackendTLSPolicy default/tls',
    ]);
  });
});

describe('routes on NGINX Gateway Fabric', () => {
  const both = '{ name: app, port: 443 }, { name: app2, port: 443 }';
  const app2 =
    'apiVersion: v1\nkind: Service\nmetadata: { name: app2 }\nspec: { ports: [{ port: 443 }] }';

  it.each<[string, Parameters<typeof setup>[0], string]>([
    [
      'an invalid policy',
      { validation: 'hostname: app.example' },
      'ResolvedRefs=False UnsupportedValue: The BackendTLSPolicy is invalid: Either CACertificateRefs or WellKnownCACertificates must be specified',
    ],
    [
      'policies that differ within a rule',
      { backendRefs: both },
      'ResolvedRefs=False UnsupportedValue: Backend TLS policies do not match for all backends',
    ],
    [
      'the last of several refused backendRefs',
      { backendRefs: '{ name: none, port: 443 }, { name: app, port: 1 }' },
      'ResolvedRefs=False BackendNotFound: No matching port for Service app and port 1',
    ],
  ])('tell of %s', (_, parts, expected) => {
    const resolution = resolveYaml(...setup(parts), authority, app2);
    expect(told(resolution, 'parent')).toEqual([
      'Accepted=True Accepted: The Route is accepted',
      expected,
    ]);
  });

  it('tell why no listener takes them', () => {
    const parts = setup().map((text) =>
      text.replace('parentRefs: [{ name: gw }]', 'parentRefs: [{ name: gw, sectionName: none }]'),
    );
    expect(told(resolveYaml(...parts, authority), 'parent', '2.2')).toContain(
      'Accepted=False NoMatchingParent: Listener is not found for this parent ref',
    );
  });

  it('tell of an ExternalName Service without resolver', () => {
    const parts = setup().map((text) =>
      text.replace('spec: { ports', 'spec: { type: ExternalName, externalName: x.example, ports'),
    );
    expect(told(resolveYaml(...parts, authority), 'parent')).toContain(
      "ResolvedRefs=False UnsupportedValue: ExternalName service requires DNS resolver configuration in Gateway's NginxProxy",
    );
  });
});
