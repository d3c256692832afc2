import { describe, expect, it } from 'vitest';
import { indexObjects, resolve } from '../../gateway-api/index.ts';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';
import { dataObject, setup } from '../kgateway/setup.testing.ts';
import { issueCa } from '../nginx-gateway-fabric/setup.testing.ts';
import { programAgentgateway } from './program-agentgateway.ts';
import { agentgatewayStatus } from './status/agentgateway-status.ts';

const ca = await issueCa('ca.example');

describe('a Secret as the CA of an AgentgatewayPolicy', () => {
  const policy = `apiVersion: agentgateway.dev/v1alpha1
kind: AgentgatewayPolicy
metadata: { name: own }
spec:
  targetRefs: [{ group: "", kind: Service, name: app }]
  backend: { tls: { sni: app.example, caCertificateRefs: [{ kind: Secret, name: ca }] } }`;
  const documents = [
    ...setup(),
    policy,
    dataObject('Secret', 'ca', { 'ca.crt': ca.certificatePem }),
  ];
  const yaml = documents
    .join('\n---\n')
    .replaceAll('gatewayClassName: kgateway', 'gatewayClassName: agentgateway');
  const resolution = resolve(indexObjects(objectsFrom(yaml)), { overrides: {} });

  it.each([
    ['1.5', ['tls', 'bundle'], 'Policy accepted'],
    ['1.4', ['blocked', undefined], 'ConfigMap default/ca not found'],
    ['1.3', ['blocked', undefined], 'ConfigMap default/ca not found'],
  ])('in %s', (version, expected, message) => {
    const [connection] = resolution.connections;
    if (connection === undefined) throw new Error('The manifests make no connection.');
    const { upstream } = programAgentgateway(connection, resolution, version);
    expect([upstream.mode, upstream.trust?.kind]).toEqual(expected);
    const written = agentgatewayStatus(resolution, version).find(
      ({ objectId }) => resolution.index.byId.get(objectId)?.kind === 'AgentgatewayPolicy',
    );
    expect(written?.conditions[0]?.message).toBe(message);
  });
});
