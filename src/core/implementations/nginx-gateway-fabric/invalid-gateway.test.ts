import { describe, expect, it } from 'vitest';
import { ngfDataPlane } from './data-plane/ngf-data-plane.ts';
import {
  configMap,
  issueCa,
  programmed,
  resolveYaml,
  secret,
  service,
  setup,
} from './setup.testing.ts';
import { ngfStatus } from './status/ngf-status.ts';

const ca = await issueCa('Test CA');
const other = await issueCa('Other CA');
const gatewaySpec = 'tls: { backend: { clientCertificateRef: { name: pair } } }';
const backendRefs = '{ name: gone, port: 443 }, { name: app, port: 443 }';
const bad = secret('pair', { 'tls.crt': ca.certificatePem, 'tls.key': other.keyPem });
const good = secret('pair', { 'tls.crt': ca.certificatePem, 'tls.key': ca.keyPem });
const parts = setup({ gatewaySpec, backendRefs });
const authority = configMap('ca', ca.certificatePem);
const REASON =
  'is invalid and NGINX Gateway Fabric 2.4 removes its nginx: backend.clientCertificateRef: Invalid value: {"Namespace":"default","Name":"pair"}: tls secret is invalid: tls: private key does not match public key';

describe('a Gateway that is invalid for its client certificate', () => {
  const resolution = resolveYaml(...parts, authority, bad);

  it('has no nginx in 2.4: no connection, and no answer either', () => {
    const { upstream, findings } = programmed(resolution, 1, '2.4');
    expect(upstream).toEqual({
      implementation: 'nginx-gateway-fabric',
      version: '2.4',
      mode: 'blocked',
      reason: `Gateway default/gw ${REASON}`,
      verifyNames: [],
      verifyDepth: 1,
      versions: ['TLSv1.2', 'TLSv1.3'],
      isGrpc: false,
    });
    expect(findings.map(({ code }) => code)).toEqual(['NGF-CLIENT-CERTIFICATE-REFUSED']);
    expect(findings[0]?.params.result).toBe(
      'The whole Gateway is invalid: its nginx is removed, and clients get no connection.',
    );
    const [connection] = resolution.connections;
    expect(connection && ngfDataPlane(connection, resolution, '2.4').lines).toEqual([]);
  });

  it('blocks refused backends and plaintext ones alike, and says once why', () => {
    const refused = programmed(resolution, 0, '2.3');
    expect([refused.upstream.mode, refused.upstream.blockedStatus]).toEqual(['blocked', undefined]);
    expect(refused.findings.map(({ code }) => code)).toEqual([
      'NGF-BACKEND-REFUSED',
      'NGF-CLIENT-CERTIFICATE-REFUSED',
    ]);
    const withoutPolicy = [...setup({ gatewaySpec }).slice(0, 2), service('app'), bad];
    const plain = programmed(resolveYaml(...withoutPolicy), 0, '2.3');
    expect([plain.upstream.mode, plain.upstream.blockedStatus]).toEqual(['blocked', undefined]);
    expect(plain.findings).toHaveLength(1);
  });

  it.each<[string, readonly string[]]>([
    ['2.5', [bad]],
    ['2.2', [bad]],
    ['2.4', [good]],
  ])('is another matter in %s', (version, more) => {
    const { upstream } = programmed(
      resolveYaml(...setup({ gatewaySpec }), authority, ...more),
      0,
      version,
    );
    expect(upstream.mode).toBe('tls');
  });
});

describe('a Gateway with an address that is no IP address', () => {
  const addresses = 'addresses: [{ value: 10.0.0.1 }, { type: Hostname, value: a.example }]';
  const resolution = resolveYaml(...setup({ gatewaySpec: addresses }), authority);

  it.each(['2.7', '2.2'])('has no listeners and no nginx in %s', (version) => {
    expect(
      ngfStatus(resolution, version).map(({ kind, conditions }) => [
        kind,
        conditions.map(({ type, status, reason }) => `${type}=${status} ${reason}`),
      ]),
    ).toContainEqual(['object', ['Accepted=False UnsupportedAddress']]);
    expect(ngfStatus(resolution, version).map(({ kind }) => kind)).not.toContain('listener');
  });

  it('blocks its connections and says why', () => {
    const { upstream, findings } = programmed(resolution, 0, '2.7');
    expect([upstream.mode, upstream.blockedStatus, upstream.reason]).toEqual([
      'blocked',
      undefined,
      'Gateway default/gw is invalid and NGINX Gateway Fabric 2.7 removes its nginx: Only AddressType IPAddress is supported',
    ]);
    expect(findings.map(({ code, field }) => [code, field?.path])).toContainEqual([
      'NGF-ADDRESS-REFUSED',
      ['spec', 'addresses', 1, 'type'],
    ]);
  });

  it('of type IPAddress is another matter', () => {
    const ip = setup({ gatewaySpec: 'addresses: [{ type: IPAddress, value: 10.0.0.1 }]' });
    expect(programmed(resolveYaml(...ip, authority), 0, '2.7').upstream.mode).toBe('tls');
  });
});
