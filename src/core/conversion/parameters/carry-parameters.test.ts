import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../model/index.ts';
import {
  configMap,
  convert,
  gateway,
  lossesOf,
  PEM,
  policy,
  route,
  secret,
  service,
  textOf,
  workspace,
} from '../setup.testing.ts';

const authority = configMap('ca', 'ca.crt', PEM);
const checked = policy('caCertificateRefs: [{group: "", kind: ConfigMap, name: ca}]');

const named =
  '  infrastructure: {parametersRef: {group: gateway.envoyproxy.io, kind: EnvoyProxy, name: p}}';
const proxy = (tls: string) =>
  `apiVersion: gateway.envoyproxy.io/v1alpha1\nkind: EnvoyProxy\nmetadata: {name: p, namespace: a}\nspec:\n  backendTLS: {${tls}}`;
const envoyGateway = (tls: string, ...others: readonly string[]): Workspace =>
  workspace(proxy(tls), gateway('eg', named), route(), service, checked, authority, ...others);

const configPolicy = (tls: string) =>
  `apiVersion: gateway.kgateway.dev/v1alpha1\nkind: BackendConfigPolicy\nmetadata: {name: app, namespace: a}\nspec:\n  targetRefs: [{group: '', kind: Service, name: app}]\n  tls: {${tls}}`;
const kgateway = (tls: string, ...others: readonly string[]): Workspace =>
  workspace(gateway('kgateway'), route(), service, configPolicy(tls), ...others);

const agentgatewayPolicy = (tls: string) =>
  `apiVersion: agentgateway.dev/v1alpha1\nkind: AgentgatewayPolicy\nmetadata: {name: app, namespace: a}\nspec:\n  targetRefs: [{group: '', kind: Service, name: app}]\n  backend: {tls: {${tls}}}`;

describe('TLS parameters', () => {
  it('of an EnvoyProxy become a BackendConfigPolicy in the place of the BackendTLSPolicy', () => {
    const done = convert(
      'envoy-gateway',
      'kgateway',
      envoyGateway(
        'minVersion: "1.3", ecdhCurves: [X25519, P-384], signatureAlgorithms: [ecdsa_secp256r1_sha256], alpnProtocols: [http/1.1]',
      ),
    );
    expect(lossesOf(done)).toEqual([]);
    expect(textOf(done)).not.toContain('BackendTLSPolicy');
    expect(textOf(done)).toContain(`---
apiVersion: v1
kind: Secret
metadata:
  name: ca
  namespace: a
type: Opaque
stringData:
  ca.crt: |
    -----BEGIN CERTIFICATE-----
    MIIB
    -----END CERTIFICATE-----
`);
    expect(textOf(done)).toContain(`kind: BackendConfigPolicy
metadata:
  name: app-tls
  namespace: a
spec:
  targetRefs:
  - group: ""
    kind: Service
    name: app
  tls:
    secretRef:
      name: ca
    sni: app.internal
    verifySubjectAltNames:
    - app.internal
    parameters:
      minVersion: "1.3"
      maxVersion: "1.3"
      ecdhCurves:
      - X25519
      - P-384
      signatureAlgorithms:
      - ecdsa_secp256r1_sha256
    alpnProtocols:
    - http/1.1
`);
  });

  it('of an EnvoyProxy become an AgentgatewayPolicy as far as it has fields', () => {
    const files = envoyGateway(
      'clientCertificateRef: {name: id}, maxVersion: "1.2", ciphers: [ECDHE-RSA-AES128-GCM-SHA256], ecdhCurves: [P-256, P-521]',
      secret('id', PEM),
    );
    const done = convert('envoy-gateway', 'agentgateway', files);
    expect(lossesOf(done)).toEqual([
      'TLS-VERSIONS EnvoyProxy a/p spec.backendTLS.maxVersion',
      'CIPHER-SUITES EnvoyProxy a/p spec.backendTLS.ciphers',
      'GROUPS EnvoyProxy a/p spec.backendTLS.ecdhCurves',
    ]);
    expect(done.notExpressible.map(({ fact }) => fact)).toEqual([
      'agentgateway 1.5 has no field that says TLS 1.2. It offers TLS 1.2 and 1.3.',
      'agentgateway 1.5 has no field for cipher suites. It offers ECDHE with AES-GCM in TLS 1.2, and the AES suites of TLS 1.3.',
      'agentgateway 1.5 cannot be told to offer the groups P-521. keyExchangeGroups knows X25519, P-256, P-384 and X25519_MLKEM768.',
    ]);
    expect(textOf(done)).toContain(`  backend:
    tls:
      caCertificateRefs:
      - name: ca
      mtlsCertificateRef:
      - name: id
      sni: app.internal
      keyExchangeGroups:
      - P-256
`);
  });

  it('are told as lost with NGINX Gateway Fabric, each with what nginx does', () => {
    const done = convert(
      'envoy-gateway',
      'nginx-gateway-fabric',
      envoyGateway('minVersion: "1.3", ecdhCurves: [P-384]'),
    );
    expect(done.notExpressible.map(({ fact, offer }) => `${fact} ${offer}`)).toEqual([
      'NGINX Gateway Fabric 2.7 has no field that says TLS 1.3. nginx offers TLS 1.2 and 1.3. Write proxy_ssl_protocols in a SnippetsFilter, where the installation allows snippets.',
      'NGINX Gateway Fabric 2.7 cannot be told to offer the groups P-384. nginx offers the default groups of OpenSSL. Write proxy_ssl_conf_command Groups in a SnippetsFilter, where the installation allows snippets.',
    ]);
  });

  it('are told as lost with kgateway 2.0, which has no BackendConfigPolicy', () => {
    const files = envoyGateway(
      'minVersion: "1.3", ecdhCurves: [P-384], signatureAlgorithms: [rsa_pss_rsae_sha256], alpnProtocols: [h2]',
    );
    const done = convert('envoy-gateway', 'kgateway', files, false, '2.0');
    expect(done.notExpressible.map(({ code, fact }) => [code, fact])).toEqual([
      ['TLS-VERSIONS', 'kgateway 2.0 has no field that says TLS 1.3. Envoy offers TLS 1.2 alone.'],
      [
        'GROUPS',
        'kgateway 2.0 cannot be told to offer the groups P-384. Envoy offers X25519 and P-256.',
      ],
      [
        'SIGNATURE-ALGORITHMS',
        "kgateway 2.0 has no field for signature algorithms. Envoy's own list holds.",
      ],
      [
        'ALPN',
        'kgateway 2.0 cannot be told to offer h2 by ALPN: the release has no field for it, and none is offered.',
      ],
    ]);
    expect(textOf(done)).not.toContain('BackendConfigPolicy');
    expect(textOf(done)).toContain('kind: BackendTLSPolicy');
  });

  it('of a BackendConfigPolicy lead straight to the AgentgatewayPolicy', () => {
    const tls =
      'wellKnownCACertificates: System, sni: app.internal, parameters: {ecdhCurves: [P-256]}';
    const done = convert('kgateway', 'agentgateway', kgateway(tls));
    const led = done.mapped.filter(({ from }) => from?.object === 'BackendConfigPolicy a/app');
    expect(led.map(({ from, to }) => [from?.field, to?.object])).toEqual([
      ['spec.tls', 'AgentgatewayPolicy a/app-tls'],
      ['spec.tls.parameters.ecdhCurves', 'AgentgatewayPolicy a/app-tls'],
    ]);
    expect(JSON.stringify(done.mapped)).not.toContain('BackendTLSPolicy a/');
  });

  it('that come to the defaults of the target are no loss', () => {
    const files = envoyGateway('minVersion: "1.2", maxVersion: "1.3"');
    expect(lossesOf(convert('envoy-gateway', 'nginx-gateway-fabric', files))).toEqual([]);
    expect(lossesOf(convert('envoy-gateway', 'agentgateway', files))).toEqual([]);
  });

  it('of a BackendConfigPolicy become the EnvoyProxy of the Gateway, which takes the client certificate in', () => {
    const done = convert(
      'kgateway',
      'envoy-gateway',
      kgateway(
        'secretRef: {name: id}, sni: app.internal, verifySubjectAltNames: [app.internal], parameters: {maxVersion: "1.2", cipherSuites: [ECDHE-RSA-AES128-GCM-SHA256]}',
        secret('id', PEM),
      ),
    );
    expect(lossesOf(done)).toEqual([]);
    expect(textOf(done)).toContain(`  gatewayClassName: eg # the class
  listeners: [{name: http, port: 80, protocol: HTTP}]
  infrastructure:
    parametersRef:
      group: gateway.envoyproxy.io
      kind: EnvoyProxy
      name: web-proxy
`);
    expect(textOf(done)).toContain(`spec:
  backendTLS:
    clientCertificateRef:
      group: ""
      kind: Secret
      name: id
    minVersion: "1.2"
    maxVersion: "1.2"
    ciphers:
    - ECDHE-RSA-AES128-GCM-SHA256
`);
    const back = convert('envoy-gateway', 'kgateway', done.workspace);
    expect(lossesOf(back)).toEqual([]);
    expect(textOf(back)).toContain('kind: BackendConfigPolicy');
    expect(textOf(back)).not.toContain('kind: BackendTLSPolicy');
  });

  it('are held where they would hold for other backends too', () => {
    const other = service.replace('name: app, namespace', 'name: other, namespace');
    const second = route('{name: other, port: 443}').replace('name: app, n', 'name: other, n');
    const plain = checked.replaceAll('name: app', 'name: other');
    const files = kgateway(
      'secretRef: {name: id}, sni: app.internal, verifySubjectAltNames: [app.internal], parameters: {ecdhCurves: [P-256]}',
      ...[secret('id', PEM), other, second, plain, authority],
    );
    const done = convert('kgateway', 'envoy-gateway', files);
    expect(lossesOf(done)).toContain(
      'PARAMETERS-HELD BackendConfigPolicy a/app spec.tls.parameters.ecdhCurves',
    );
    expect(textOf(done)).not.toContain('EnvoyProxy');
  });

  it('are held where the Gateway has to name a Secret of another namespace', () => {
    const done = convert(
      'kgateway',
      'envoy-gateway',
      workspace(
        gateway('kgateway', '  tls: {backend: {clientCertificateRef: {name: id, namespace: b}}}'),
        ...[route(), service, authority],
        configPolicy(
          'wellKnownCACertificates: System, parameters: {minVersion: "1.3", maxVersion: "1.3"}',
        ),
      ),
    );
    expect(lossesOf(done)).toContain(
      'PARAMETERS-HELD BackendConfigPolicy a/app spec.tls.parameters.minVersion',
    );
  });

  it('of an AgentgatewayPolicy become the EnvoyProxy, with the groups in the words of Envoy', () => {
    const files = workspace(
      gateway('agentgateway'),
      ...[route(), service, authority],
      agentgatewayPolicy(
        'sni: app.internal, caCertificateRefs: [{name: ca}], keyExchangeGroups: [X25519_MLKEM768, P-256]',
      ),
    );
    const done = convert('agentgateway', 'envoy-gateway', files);
    expect(lossesOf(done)).toEqual([]);
    expect(textOf(done)).toContain('    ecdhCurves:\n    - X25519MLKEM768\n    - P-256\n');
  });

  it.each([
    ['[h2]', '', ['ALPN-NOT-SPOKEN EnvoyProxy a/p spec.backendTLS.alpnProtocols']],
    ['[h2]', ', appProtocol: http2', []],
    ['[]', '', []],
  ] as const)('ALPN %s with a port%s comes to %j on kgateway', (alpn, port, losses) => {
    const files = envoyGateway(`alpnProtocols: ${alpn}`);
    const [file] = files.files;
    const text = (file?.text ?? '').replace(
      '{name: https, port: 443}',
      `{name: https, port: 443${port}}`,
    );
    const done = convert('envoy-gateway', 'kgateway', {
      ...files,
      files: [{ id: 'a', path: 'a.yaml', text }],
    });
    expect(lossesOf(done)).toEqual(losses);
    expect(textOf(done).includes('    alpnProtocols:\n    - h2\n')).toBe(port !== '');
  });
});
