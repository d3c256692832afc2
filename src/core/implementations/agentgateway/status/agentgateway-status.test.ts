import { describe, expect, it } from 'vitest';
import { indexObjects, resolve } from '../../../gateway-api/index.ts';
import { objectsFrom } from '../../../gateway-api/objects.testing.ts';
import { dataObject, setup, tlsPolicy } from '../../kgateway/setup.testing.ts';
import { agentgatewayStatus } from './agentgateway-status.ts';

const SYSTEM = 'hostname: app.example, wellKnownCACertificates: System';

/** `name under place: Type=Status Reason message` of every condition of one kind. */
function conditions(kind: string, ...documents: readonly string[]): readonly string[] {
  const yaml = documents
    .join('\n---\n')
    .replaceAll('gatewayClassName: kgateway', 'gatewayClassName: agentgateway');
  const resolution = resolve(indexObjects(objectsFrom(yaml)), { overrides: {} });
  return agentgatewayStatus(resolution, '1.5').flatMap(({ objectId, ref, conditions: list }) => {
    const object = resolution.index.byId.get(objectId);
    if (object?.kind !== kind) return [];
    const place = ref === undefined ? '' : ` under ${ref.name}`;
    return list.map(({ type, status, reason, message }) =>
      `${object.name}${place}: ${type}=${status} ${reason} ${message}`.trimEnd(),
    );
  });
}

describe('conditions that agentgateway writes', () => {
  it('name the winner of two BackendTLSPolicies', () => {
    const documents = [...setup(), tlsPolicy('a', SYSTEM), tlsPolicy('b', SYSTEM)];
    expect(conditions('BackendTLSPolicy', ...documents)).toEqual([
      'a under gw: Accepted=True Accepted Configuration is valid',
      'a under gw: ResolvedRefs=True ResolvedRefs Configuration is valid',
      'b under gw: Accepted=False Conflicted policy a matches the same target but with higher priority',
      'b under gw: ResolvedRefs=True ResolvedRefs Configuration is valid',
    ]);
  });

  it('refuse a Secret as CA', () => {
    const validation =
      'hostname: app.example, caCertificateRefs: [{ group: "", kind: Secret, name: ca }]';
    expect(conditions('BackendTLSPolicy', ...setup(), tlsPolicy('tls', validation))).toEqual([
      'tls under gw: Accepted=False NoValidCACertificate invalid certificate reference: { Secret ca}',
      'tls under gw: ResolvedRefs=False InvalidKind Certificate reference invalid: Secret',
    ]);
  });

  it.each([
    ['{ name: gone }', 'invalid certificate reference /Secret/gone., secret not found'],
    [
      '{ kind: ConfigMap, name: x }',
      'invalid certificate reference /ConfigMap/x., only secret is allowed',
    ],
    [
      '{ name: bare }',
      "invalid certificate reference /Secret/bare., found secret, but didn't have expected keys (tls.crt and tls.key); found: ca.crt",
    ],
  ])('tell of client certificate %s on the Gateway and its listener', (ref, message) => {
    const gateway = `tls: { backend: { clientCertificateRef: ${ref} } }`;
    const bare = dataObject('Secret', 'bare', { 'ca.crt': 'x' });
    const written = conditions('Gateway', ...setup({ gateway }), bare);
    expect(written.filter((line) => line.includes('ResolvedRefs'))).toEqual([
      `gw: ResolvedRefs=False InvalidClientCertificateRef ${message}`,
      `gw under gw: ResolvedRefs=False InvalidClientCertificateRef ${message}`,
    ]);
  });

  it('accept an AgentgatewayPolicy that is partly usable', () => {
    const policy = (tls: string) => `apiVersion: agentgateway.dev/v1alpha1
kind: AgentgatewayPolicy
metadata: { name: own }
spec: { targetRefs: [{ group: "", kind: Service, name: app }], backend: { tls: { ${tls} } } }`;
    expect(conditions('AgentgatewayPolicy', ...setup(), policy('sni: app.example'))).toEqual([
      'own under gw: Accepted=True Valid Policy accepted',
      'own under gw: Attached=True Attached Attached to all targets',
    ]);
    const broken = policy('caCertificateRefs: [{ name: gone }]');
    expect(conditions('AgentgatewayPolicy', ...setup(), broken)).toEqual([
      'own under gw: Accepted=True PartiallyValid ConfigMap default/gone not found',
    ]);
  });

  it('name a backend that is missing on the route', () => {
    const backendRef = '{ name: elsewhere, port: 80 }';
    expect(conditions('HTTPRoute', ...setup({ backendRef }))).toEqual([
      'route under gw: Accepted=True Accepted',
      'route under gw: ResolvedRefs=False BackendNotFound backend(elsewhere.default.svc.cluster.local) not found',
    ]);
  });
});
