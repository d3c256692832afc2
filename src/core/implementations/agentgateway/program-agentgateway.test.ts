import { describe, expect, it } from 'vitest';
import { indexObjects, resolve } from '../../gateway-api/index.ts';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';
import { configPolicy, dataObject, setup, tlsPolicy } from '../kgateway/setup.testing.ts';
import { issueCa } from '../nginx-gateway-fabric/setup.testing.ts';
import { programAgentgateway } from './program-agentgateway.ts';

const ca = await issueCa('Test CA');
const other = await issueCa('Another CA');
const pem = ca.certificatePem;
const pair = dataObject('Secret', 'pair', { 'tls.crt': pem, 'tls.key': ca.keyPem });
const SYSTEM = 'hostname: app.example, wellKnownCACertificates: System';

const refs = (...names: readonly string[]) =>
  `hostname: app.example, caCertificateRefs: [${names.map((name) => `{ group: "", kind: ConfigMap, name: ${name} }`).join(', ')}]`;

function run(...documents: readonly string[]) {
  const yaml = documents
    .join('\n---\n')
    .replaceAll('gatewayClassName: kgateway', 'gatewayClassName: agentgateway');
  const resolution = resolve(indexObjects(objectsFrom(yaml)), { overrides: {} });
  const [connection] = resolution.connections;
  if (connection === undefined) throw new Error('The manifests make no connection.');
  return programAgentgateway(connection, resolution, '1.3');
}

const codes = ({ findings }: ReturnType<typeof run>) => findings.map(({ code }) => code);
const client = (ref: string) =>
  setup({ gateway: `tls: { backend: { clientCertificateRef: ${ref} } }` });

describe('a BackendTLSPolicy on agentgateway', () => {
  it('gives SNI, name, and all CAs together', () => {
    const programmed = run(
      ...setup(),
      tlsPolicy('tls', refs('one', 'two')),
      dataObject('ConfigMap', 'one', { 'ca.crt': pem }),
      dataObject('ConfigMap', 'two', { 'ca.crt': other.certificatePem }),
    );
    const from = { objectId: 'file#3', path: ['spec', 'validation', 'hostname'] };
    expect(codes(programmed)).toEqual([]);
    expect(programmed.upstream).toMatchObject({
      mode: 'tls',
      versions: ['TLSv1.2', 'TLSv1.3'],
      alpn: { value: ['h2', 'http/1.1'] },
      sni: { value: 'app.example', from },
      verifyNames: [{ value: 'app.example', from }],
      sanMatchers: [],
      trust: { kind: 'bundle', material: { pem: `${pem}\n${other.certificatePem}` } },
    });
  });

  it('checks subjectAltNames instead of the hostname', () => {
    const sans =
      'subjectAltNames: [{ type: URI, uri: "spiffe://a/b" }, { type: Hostname, hostname: x.example }]';
    const { upstream } = run(...setup(), tlsPolicy('tls', `${SYSTEM}, ${sans}`));
    expect(upstream.verifyNames).toEqual([]);
    expect(upstream.sanMatchers?.map(({ value }) => `${value.san} ${value.value}`)).toEqual([
      'uri spiffe://a/b',
      'dns x.example',
    ]);
  });

  it.each([
    [refs('gone'), 'certificate reference not found: { ConfigMap gone}'],
    [refs('empty'), 'certificate invalid: ca.crt key missing'],
    [
      refs('empty').replace('ConfigMap', 'Secret'),
      'invalid certificate reference: { Secret empty}',
    ],
    [SYSTEM.replace('System', 'a.example/b'), 'unknown wellKnownCACertificates: a.example/b'],
  ])('with %s fails every request: %s', (validation, message) => {
    const programmed = run(
      ...setup(),
      tlsPolicy('tls', validation),
      dataObject('ConfigMap', 'empty', { 'ca.crt': '' }),
    );
    expect(programmed.upstream).toMatchObject({
      mode: 'blocked',
      blockedStatus: 503,
      reason: message,
    });
    expect(codes(programmed)).toEqual(['AGW-POLICY-REFUSED']);
  });

  it.each(['https', '"443"'])('for port %s comes before one for the Service', (section) => {
    const { upstream } = run(
      ...setup(),
      tlsPolicy('a', SYSTEM.replace('app.', 'service.')),
      tlsPolicy('b', SYSTEM.replace('app.', 'port.'), { section }),
    );
    expect(upstream.sni?.value).toBe('port.example');
  });

  it('leaves a BackendConfigPolicy without effect', () => {
    const alone = run(...setup(), configPolicy('c', 'tls: { insecureSkipVerify: true }'));
    expect(alone.upstream.mode).toBe('plaintext');
    expect(codes(alone)).toEqual(['AGW-CONFIG-POLICY-IGNORED']);
  });
});

describe("the Gateway's client certificate on agentgateway", () => {
  it('is presented as it stands in the Secret', () => {
    const { upstream } = run(...client('{ name: pair }'), tlsPolicy('tls', SYSTEM), pair);
    expect(upstream.clientCertificate).toMatchObject({
      chain: { pem },
      from: { objectId: 'file#0', path: ['spec', 'tls', 'backend', 'clientCertificateRef'] },
    });
  });

  it.each([
    ['{ name: gone }', 'Secret not found'],
    ['{ name: pair, namespace: default }', 'cross namespace reference is not permitted'],
    ['{ name: pair, kind: ConfigMap }', 'must refer to a Secret'],
    ['{ name: pair, group: x.example }', 'must use the core API group'],
    [
      '{ name: mixed }',
      'Secret invalid: invalid TLS secret default/mixed: tls: private key does not match public key',
    ],
  ])('%s fails every request: %s', (ref, cause) => {
    const mixed = dataObject('Secret', 'mixed', { 'tls.crt': pem, 'tls.key': other.keyPem });
    const programmed = run(...client(ref), tlsPolicy('tls', SYSTEM), pair, mixed);
    const reason = `Gateway.spec.tls.backend.clientCertificateRef ${cause}`;
    expect(programmed.upstream).toMatchObject({ mode: 'blocked', blockedStatus: 503, reason });
    expect(codes(programmed)).toEqual(['AGW-CLIENT-CERTIFICATE-REFUSED']);
  });
});

describe("agentgateway's own tls", () => {
  const backendRef = '{ group: agentgateway.dev, kind: AgentgatewayBackend, name: out }';
  const backend = (tls: string) => `apiVersion: agentgateway.dev/v1alpha1
kind: AgentgatewayBackend
metadata: { name: out }
spec: { static: { host: out.example, port: 8443 }, policies: { tls: { ${tls} } } }`;
  const policy = (tls: string, target = 'group: "", kind: Service, name: app') =>
    `apiVersion: agentgateway.dev/v1alpha1
kind: AgentgatewayPolicy
metadata: { name: own }
spec: { targetRefs: [{ ${target} }], backend: { tls: { ${tls} } } }`;

  it('of a backend checks the host by the system CAs', () => {
    const { upstream } = run(...setup({ backendRef }), backend(''));
    expect(upstream).toMatchObject({
      mode: 'tls',
      sni: { value: 'out.example' },
      verifyNames: [{ value: 'out.example' }],
      trust: { kind: 'system' },
    });
  });

  it.each([
    ['insecureSkipVerify: All', 'none', 'AGW-ANY-CERTIFICATE'],
    ['insecureSkipVerify: Hostname', 'system', 'AGW-NAME-UNCHECKED'],
  ])('with %s trusts %s', (tls, kind, code) => {
    const programmed = run(...setup({ backendRef }), backend(tls));
    expect(programmed.upstream).toMatchObject({ verifyNames: [], trust: { kind } });
    expect(codes(programmed)).toEqual([code]);
  });

  it('of a broken backend is not sent', () => {
    const tls = 'mtlsCertificateRef: [{ name: gone }], caCertificateRefs: [{ name: lost }]';
    const programmed = run(...setup({ backendRef }), backend(tls));
    expect(programmed.upstream).toMatchObject({
      mode: 'blocked',
      blockedStatus: 500,
      reason:
        'failed to translate backend: secret default/gone not found\nConfigMap default/lost not found',
    });
    expect(codes(programmed)).toEqual(['AGW-TLS-REFUSED']);
  });

  it('of a policy gives the pair and its ca.crt, but not the Gateway certificate', () => {
    const own = dataObject('Secret', 'own', {
      'tls.crt': other.certificatePem,
      'tls.key': other.keyPem,
      'ca.crt': pem,
    });
    const tls =
      'mtlsCertificateRef: [{ name: own }], sni: app.example, keyExchangeGroups: [X25519]';
    const programmed = run(...client('{ name: pair }'), policy(tls), own, pair);
    expect(programmed.upstream).toMatchObject({
      mode: 'tls',
      sni: { value: 'app.example' },
      curves: { value: ['X25519'] },
      trust: { kind: 'bundle', material: { pem } },
      clientCertificate: { chain: { pem: other.certificatePem } },
    });
    expect(codes(programmed)).toEqual(['AGW-CLIENT-CERTIFICATE-UNUSED']);
  });

  it.each([
    ['group: gateway.networking.k8s.io, kind: Gateway, name: gw', 'tls'],
    ['group: gateway.networking.k8s.io, kind: HTTPRoute, name: route', 'tls'],
    ['group: "", kind: Service, name: app, sectionName: "443"', 'tls'],
    ['group: "", kind: Service, name: app, sectionName: "444"', 'plaintext'],
  ])('of a policy on %s makes it %s', (target, mode) => {
    expect(run(...setup(), policy('sni: app.example', target)).upstream.mode).toBe(mode);
  });
});

describe('a backendRef on agentgateway', () => {
  it.each([
    ['{ name: gone, port: 443 }', 'backend(gone.default.svc.cluster.local) not found'],
    [
      '{ group: gateway.kgateway.dev, kind: Backend, name: x }',
      'referencing unsupported backendRef: group "gateway.kgateway.dev" kind "Backend"',
    ],
    [
      '{ name: app, namespace: far, port: 443 }',
      'backendRef far/app not accessible to a HTTPRoute in namespace "default" (missing a ReferenceGrant?)',
    ],
  ])('%s gets 500: %s', (backendRef, message) => {
    const programmed = run(...setup({ backendRef }));
    expect(programmed.upstream).toMatchObject({
      mode: 'blocked',
      blockedStatus: 500,
      reason: message,
    });
    expect(codes(programmed)).toEqual(['AGW-BACKEND-REFUSED']);
  });
});
