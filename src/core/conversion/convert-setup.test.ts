import { describe, expect, it } from 'vitest';
import {
  configMap,
  convert,
  gateway,
  lossesOf,
  OTHER,
  PEM,
  policy,
  route,
  secret,
  service,
  textOf,
  workspace,
} from './setup.testing.ts';

describe('convertSetup', () => {
  it('changes nothing without a Gateway of the implementation, and for the same one', () => {
    const files = workspace(gateway('nginx'), route(), service);
    for (const one of [
      convert('kgateway', 'envoy-gateway', files),
      convert('nginx-gateway-fabric', 'nginx-gateway-fabric', files),
    ])
      expect([one.edits, one.mapped, one.notExpressible]).toEqual([[], [], []]);
  });

  it('edits one line for a class that the installation makes, and keeps its comment', () => {
    const files = workspace(gateway('nginx'), route(), service);
    const { edits } = convert('nginx-gateway-fabric', 'kgateway', files);
    expect(edits.map(({ text }) => text)).toEqual(['  gatewayClassName: kgateway # the class\n']);
  });

  it('adds the class that Envoy Gateway leaves to the user, and renames it on the way on', () => {
    const there = convert('nginx-gateway-fabric', 'envoy-gateway', workspace(gateway('nginx')));
    expect(textOf(there)).toContain('kind: GatewayClass\nmetadata:\n  name: eg\n');
    const on = convert('envoy-gateway', 'agentgateway', there.workspace);
    expect(textOf(on)).toContain('  gatewayClassName: agentgateway # the class\n');
    expect(textOf(on)).toContain('  controllerName: agentgateway.dev/agentgateway\n');
    expect(textOf(on)).not.toContain('envoyproxy');
  });

  it('moves the client certificate of an EnvoyProxy to the Gateway, with a grant for another namespace', () => {
    const files = workspace(
      `apiVersion: gateway.networking.k8s.io/v1\nkind: GatewayClass\nmetadata: {name: eg}\nspec:\n  controllerName: gateway.envoyproxy.io/gatewayclass-controller\n  parametersRef: {group: gateway.envoyproxy.io, kind: EnvoyProxy, name: p, namespace: b}`,
      `apiVersion: gateway.envoyproxy.io/v1alpha1\nkind: EnvoyProxy\nmetadata: {name: p, namespace: b}\nspec:\n  backendTLS: {clientCertificateRef: {name: id}, ciphers: [A]}\n  logging: {}`,
      gateway('eg'),
    );
    const done = convert('envoy-gateway', 'kgateway', files);
    expect(textOf(done)).toMatch(
      /clientCertificateRef:\n +group: ""\n +kind: Secret\n +name: id\n +namespace: b\n/,
    );
    expect(textOf(done)).toContain('kind: ReferenceGrant');
    expect(textOf(done)).not.toContain('parametersRef');
    expect(lossesOf(done)).toEqual([
      'OTHER-PARAMETERS EnvoyProxy b/p spec.logging',
      'PARAMETERS-HELD EnvoyProxy b/p spec.backendTLS.ciphers',
    ]);
    expect(done.idle).toEqual([
      {
        objectKey: 'gateway.envoyproxy.io/EnvoyProxy/b/p',
        object: 'EnvoyProxy b/p',
        removed: false,
      },
    ]);
    expect(lossesOf(convert('envoy-gateway', 'agentgateway', files))).toContain(
      'CLIENT-NAMESPACE EnvoyProxy b/p spec.backendTLS.clientCertificateRef',
    );
    const without = convert('envoy-gateway', 'kgateway', files, true);
    expect(textOf(without)).not.toContain('EnvoyProxy');
  });

  it('puts one bundle in the place of several CAs, in their order', () => {
    const refs = policy(
      'caCertificateRefs: [{group: "", kind: ConfigMap, name: one}, {group: "", kind: ConfigMap, name: two}]',
    );
    const files = workspace(
      gateway('eg'),
      route(),
      service,
      refs,
      configMap('one', 'ca.crt', PEM),
      configMap('two', 'ca.crt', OTHER),
    );
    const done = convert('envoy-gateway', 'nginx-gateway-fabric', files);
    expect(lossesOf(done)).toEqual([]);
    expect(textOf(done)).toContain(
      'name: app-ca\n  namespace: a\ndata:\n  ca.crt: |\n    -----BEGIN CERTIFICATE-----\n    MIIB\n    -----END CERTIFICATE-----\n    -----BEGIN CERTIFICATE-----\n    MIIC\n',
    );
    expect(textOf(convert('envoy-gateway', 'agentgateway', files))).not.toContain('app-ca');
  });

  it('copies the public certificates of a Secret alone', () => {
    const refs = policy('caCertificateRefs: [{group: "", kind: Secret, name: both}]');
    const files = workspace(
      gateway('kgateway'),
      route(),
      service,
      refs,
      secret('both', `${PEM}-----BEGIN PRIVATE KEY-----\nAA\n-----END PRIVATE KEY-----\n`),
    );
    const done = convert('kgateway', 'agentgateway', files);
    expect(textOf(done)).toContain('{group: "", kind: ConfigMap, name: both-ca}');
    expect(textOf(done)).toContain('  ca.crt: |\n    -----BEGIN CERTIFICATE-----\n    MIIB\n');
    expect(textOf(done)).not.toContain('PRIVATE KEY');
    expect(done.mapped.flatMap(({ note }) => (note === null ? [] : [note.code]))).toContain(
      'COPY-OF-CA',
    );
  });

  it.each([
    [
      'NO-SUBJECT-ALT-NAMES',
      'nginx-gateway-fabric',
      'subjectAltNames: [{type: Hostname, hostname: b.example}]\n    wellKnownCACertificates: System',
    ],
    [
      'NO-CA-TEXT',
      'agentgateway',
      'caCertificateRefs: [{group: "", kind: Secret, name: elsewhere}]',
    ],
    [
      'NO-CA-TEXT',
      'kgateway',
      'caCertificateRefs: [{group: "", kind: ClusterTrustBundle, name: all}]',
    ],
  ] as const)('tells %s on %s', (code, to, validation) => {
    const done = convert(
      'envoy-gateway',
      to,
      workspace(gateway('eg'), route(), service, policy(validation)),
    );
    expect(done.notExpressible.map((one) => one.code)).toEqual([code]);
    for (const { fact, source, offer } of done.notExpressible)
      expect([fact, source, offer].every((text) => /^[A-Za-z]/.test(text))).toBe(true);
  });

  it('leads routes, policies and the host name server to an ExternalName Service and back to the Backend', () => {
    const backend = `apiVersion: gateway.kgateway.dev/v1alpha1\nkind: Backend\nmetadata: {name: out, namespace: a}\nspec: {type: Static, static: {hosts: [{host: api.example.net, port: 8443}]}}`;
    const target = policy('wellKnownCACertificates: System').replace(
      "group: '', kind: Service, name: app",
      'group: gateway.kgateway.dev, kind: Backend, name: out',
    );
    const files = workspace(
      gateway('kgateway'),
      route('{group: gateway.kgateway.dev, kind: Backend, name: out} # out'),
      backend,
      target,
    );
    const there = convert('kgateway', 'nginx-gateway-fabric', files);
    expect(textOf(there)).toContain('{kind: Service, name: out, port: 8443} # out');
    expect(textOf(there)).toContain('externalName: api.example.net');
    expect(textOf(there)).toContain(
      'dnsResolver:\n    addresses:\n    - type: IPAddress\n      value: 10.96.0.10\n',
    );
    const back = convert('nginx-gateway-fabric', 'kgateway', there.workspace);
    expect(textOf(back)).toContain('{kind: Backend, name: out, group: gateway.kgateway.dev} # out');
    expect(textOf(back).match(/kind: Backend\n/g)).toHaveLength(1);
    expect(textOf(back)).toContain('hostname: api.example.net');
  });

  it('says what a BackendConfigPolicy says in a BackendTLSPolicy, and what it cannot', () => {
    const own = `apiVersion: gateway.kgateway.dev/v1alpha1\nkind: BackendConfigPolicy\nmetadata: {name: app, namespace: a}\nspec:\n  targetRefs: [{group: '', kind: Service, name: app}]\n  tls: {secretRef: {name: both}, sni: app.internal, parameters: {minVersion: "1.3", maxVersion: "1.3"}}`;
    const files = workspace(gateway('kgateway'), route(), service, own, secret('both', PEM));
    const done = convert('kgateway', 'nginx-gateway-fabric', files);
    expect(lossesOf(done)).toEqual([
      'CHECK-ADDED BackendConfigPolicy a/app spec.tls',
      'TLS-VERSIONS BackendConfigPolicy a/app spec.tls.parameters.minVersion',
    ]);
    expect(textOf(done)).toContain(
      'hostname: app.internal\n    caCertificateRefs:\n    - group: ""\n      kind: ConfigMap\n      name: both-ca\n',
    );
    expect(textOf(done)).toMatch(
      /clientCertificateRef:\n +group: ""\n +kind: Secret\n +name: both\n/,
    );
  });

  it.each([
    ['nginx-gateway-fabric', '2.7', 'NOT-CHECKED', 'externalName: api.example.net'],
    ['kgateway', '2.4', undefined, 'tls:\n    insecureSkipVerify: true'],
    ['kgateway', '2.0', 'NOT-CHECKED', 'host: api.example.net'],
    ['agentgateway', '1.3', undefined, 'insecureSkipVerify: All'],
  ] as const)('leaves a certificate unchecked on %s %s as it can', (to, version, loss, text) => {
    const backend = `apiVersion: gateway.envoyproxy.io/v1alpha1\nkind: Backend\nmetadata: {name: out, namespace: a}\nspec: {endpoints: [{fqdn: {hostname: api.example.net, port: 443}}], tls: {insecureSkipVerify: true}}`;
    const done = convert(
      'envoy-gateway',
      to,
      workspace(
        gateway('eg'),
        route('{group: gateway.envoyproxy.io, kind: Backend, name: out}'),
        backend,
      ),
      false,
      version,
    );
    expect(done.notExpressible.map(({ code }) => code)).toEqual(loss === undefined ? [] : [loss]);
    expect(textOf(done)).toContain(text);
  });

  it('keeps both definitions of an object in step', () => {
    const done = convert(
      'nginx-gateway-fabric',
      'kgateway',
      workspace(gateway('nginx'), gateway('nginx')),
    );
    expect(textOf(done).match(/gatewayClassName: kgateway/g)).toHaveLength(2);
  });

  it('tells of kinds and filters that only the gateway left behind reads', () => {
    const filtered = route().replace(
      '    - backendRefs',
      '    - filters: [{type: ExtensionRef, extensionRef: {group: gateway.nginx.org, kind: SnippetsFilter, name: s}}]\n      backendRefs',
    );
    const snippet = `apiVersion: gateway.nginx.org/v1alpha1\nkind: SnippetsFilter\nmetadata: {name: s, namespace: a}\nspec: {snippets: []}`;
    const done = convert(
      'nginx-gateway-fabric',
      'kgateway',
      workspace(gateway('nginx'), filtered, service, snippet),
    );
    expect(lossesOf(done)).toEqual([
      'FOREIGN-FILTER HTTPRoute a/app spec.rules[0].filters[0].extensionRef',
      'FOREIGN-OBJECT SnippetsFilter a/s ',
    ]);
  });
});
