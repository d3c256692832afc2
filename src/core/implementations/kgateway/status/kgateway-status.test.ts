import { describe, expect, it } from 'vitest';
import { configPolicy, resolveYaml, setup, tlsPolicy } from '../setup.testing.ts';
import { kgatewayStatus } from './kgateway-status.ts';

const SYSTEM = 'hostname: app.example, wellKnownCACertificates: System';
const MISSING =
  'hostname: app.example, caCertificateRefs: [{ group: "", kind: ConfigMap, name: gone }]';

/** `Kind/name under place: Type=Status Reason message` of every condition. */
function conditions(version: string, kinds: readonly string[], ...documents: readonly string[]) {
  const resolution = resolveYaml(...documents);
  return kgatewayStatus(resolution, version).flatMap(({ objectId, ref, conditions: list }) => {
    const object = resolution.index.byId.get(objectId);
    if (object === undefined || !kinds.includes(object.kind)) return [];
    const place = ref === undefined ? '' : ` under ${ref.kind ?? ''} ${ref.name}`;
    return list.map(({ type, status, reason, message }) =>
      `${object.name}${place}: ${type}=${status} ${reason} ${message}`.trimEnd(),
    );
  });
}

describe('conditions of a BackendTLSPolicy', () => {
  const read = (version: string, ...documents: readonly string[]) =>
    conditions(version, ['BackendTLSPolicy'], ...documents);
  const cause = 'ConfigMap not found: default/gone';
  const message = `invalid CA certificate ref ConfigMap/gone: ${cause}`;

  it('stand under the Gateway since 2.3 and under the Service before', () => {
    const documents = [...setup(), tlsPolicy('tls', MISSING)];
    expect(read('2.4', ...documents)).toEqual([
      `tls under Gateway gw: ResolvedRefs=False InvalidCACertificateRef ${message}`,
      `tls under Gateway gw: Accepted=False NoValidCACertificate ${message}`,
    ]);
    expect(read('2.2', ...documents)).toEqual([
      `tls under Service app: Accepted=False Invalid ${cause}`,
      'tls under Service app: Attached=False Pending',
    ]);
  });

  it('are not written when no route uses the target', () => {
    const backendRef = '{ name: elsewhere, port: 80 }';
    expect(read('2.4', ...setup({ backendRef }), tlsPolicy('tls', SYSTEM))).toEqual([]);
  });

  it('leave ResolvedRefs out for a CA source that kgateway does not know', () => {
    const unknown = 'hostname: app.example, wellKnownCACertificates: example.com/ca';
    expect(read('2.4', ...setup(), tlsPolicy('tls', unknown))).toEqual([
      'tls under Gateway gw: Accepted=False Invalid invalid validation spec',
    ]);
  });

  it('name a loser, and nothing for a policy that one for the port hides', () => {
    const documents = [
      ...setup(),
      tlsPolicy('a', SYSTEM, { section: 'https' }),
      tlsPolicy('b', SYSTEM, { section: 'https' }),
      tlsPolicy('c', SYSTEM),
    ];
    expect(read('2.4', ...documents).filter((line) => line.includes('Accepted='))).toEqual([
      'a under Gateway gw: Accepted=True Accepted Policy accepted',
      'b under Gateway gw: Accepted=False Conflicted Policy conflicts with higher priority policy',
    ]);
  });
});

describe('conditions of a BackendConfigPolicy', () => {
  const read = (version: string, ...documents: readonly string[]) =>
    conditions(version, ['BackendConfigPolicy'], ...documents);
  const config = configPolicy('config', 'tls: { insecureSkipVerify: true }');
  const fine = [
    'config under Service app: Accepted=True Valid Policy accepted',
    'config under Service app: Attached=True Attached Attached to all targets',
  ];

  it('say since 2.4 that a sound BackendTLSPolicy overrides spec.tls', () => {
    const documents = [...setup(), config, tlsPolicy('tls', SYSTEM, { section: 'other' })];
    expect(read('2.4', ...documents)).toEqual([
      ...fine,
      'config under Service app: Overridden=True ConflictedWithBackendTLSPolicy spec.tls overridden by BackendTLSPolicy default/tls',
    ]);
    expect(read('2.3', ...documents)).toEqual(fine);
    expect(read('2.4', ...setup(), config, tlsPolicy('tls', MISSING))).toEqual(fine);
  });
});

describe('conditions of Gateways, routes and Backends', () => {
  const CLIENT = 'tls: { backend: { clientCertificateRef: { name: gone } } }';

  it('tell of the client certificate on the Gateway alone', () => {
    const read = conditions('2.4', ['Gateway'], ...setup({ gateway: CLIENT }));
    expect(read.filter((line) => line.startsWith('gw:'))).toEqual([
      'gw: Accepted=True Accepted Successfully accepted Gateway',
      'gw: Programmed=True Programmed Successfully programmed Gateway',
      'gw: ResolvedRefs=False InvalidClientCertificateRef Secret default/gone not found.',
    ]);
  });

  it('of a route stay True with a broken policy, and name a missing backend', () => {
    expect(conditions('2.4', ['HTTPRoute'], ...setup(), tlsPolicy('tls', MISSING))).toEqual([
      'route under Gateway gw: Accepted=True Accepted Successfully accepted Route',
      'route under Gateway gw: ResolvedRefs=True ResolvedRefs Successfully resolved all references',
      'route under Gateway gw: kgateway.dev/Programmed=True Programmed Successfully programmed Route',
    ]);
    const backendRef = '{ name: elsewhere, port: 80 }';
    expect(conditions('2.3', ['HTTPRoute'], ...setup({ backendRef }))).toEqual([
      'route under Gateway gw: Accepted=True Accepted Successfully accepted Route',
      'route under Gateway gw: ResolvedRefs=False BackendNotFound Service default/elsewhere not found',
    ]);
  });
});
