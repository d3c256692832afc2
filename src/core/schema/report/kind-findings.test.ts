import { describe, expect, it } from 'vitest';
import { parseFile } from '../../manifest/index.ts';
import { schemaWording } from '../findings.ts';
import { kindFindings } from './kind-findings.ts';

function findingsOf(apiVersion: string, kind: string) {
  const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: own }\n`;
  const { objects } = parseFile({ id: 'f', path: 'f.yaml', text }, { defaultNamespace: 'default' });
  return objects.flatMap(kindFindings);
}

const A1 = 'v1alpha1';

describe('kinds whose fields are not checked', () => {
  it.each([
    [
      'kgateway',
      `gateway.kgateway.dev/${A1}`,
      'TrafficPolicy HTTPListenerPolicy ListenerPolicy DirectResponse GatewayParameters GatewayExtension',
    ],
    ['agentgateway', `agentgateway.dev/${A1}`, 'AgentgatewayParameters AgentgatewayModel'],
    [
      'Envoy Gateway',
      `gateway.envoyproxy.io/${A1}`,
      'SecurityPolicy BackendTrafficPolicy ClientTrafficPolicy EnvoyExtensionPolicy EnvoyPatchPolicy HTTPRouteFilter',
    ],
    [
      'NGINX Gateway Fabric',
      `gateway.nginx.org/${A1}`,
      'ClientSettingsPolicy ObservabilityPolicy UpstreamSettingsPolicy ProxySettingsPolicy SnippetsFilter SnippetsPolicy AuthenticationFilter RateLimitPolicy WAFPolicy NginxGateway',
    ],
    ['the Gateway API', 'gateway.networking.k8s.io/v1alpha2', 'UDPRoute'],
  ])('of %s are named as outside backend TLS', (owner, apiVersion, kinds) => {
    for (const kind of kinds.split(' ')) {
      const [one, ...more] = findingsOf(apiVersion, kind);
      expect([kind, one?.code, one?.severity, one?.params.owner, more]).toEqual([
        kind,
        'SCHEMA-KIND-OUTSIDE',
        'note',
        owner,
        [],
      ]);
    }
  });

  it.each([
    [`gateway.envoyproxy.io/${A1}`, 'EnvoyPatchPolicy', 'A patch may change TLS to backends'],
    [`gateway.nginx.org/${A1}`, 'SnippetsFilter', 'proxy_ssl directives'],
    [`gateway.kgateway.dev/${A1}`, 'TrafficPolicy', 'so it is not checked'],
  ])('of %s, %s, say what they can reach', (apiVersion, kind, words) => {
    const [one] = findingsOf(apiVersion, kind);
    expect(one && schemaWording[one.code].detail(one.params)).toContain(words);
  });

  it.each([
    ['gateway.networking.k8s.io/v1', 'BackendTlsPolicy', 'BackendTLSPolicy'],
    [`gateway.kgateway.dev/${A1}`, 'BackendConfigPolicies', 'BackendConfigPolicy'],
    [`gateway.kgateway.dev/${A1}`, 'TraficPolicy', 'TrafficPolicy'],
    [`agentgateway.dev/${A1}`, 'AgentGatewayPolicy', 'AgentgatewayPolicy'],
    [`gateway.envoyproxy.io/${A1}`, 'Something', undefined],
  ])('of %s, %s, are not known; %s was meant', (apiVersion, kind, nearest) => {
    const [one] = findingsOf(apiVersion, kind);
    expect([one?.code, one?.severity, one?.params.nearest]).toEqual([
      'SCHEMA-KIND-UNKNOWN',
      'warning',
      nearest,
    ]);
    expect(one && schemaWording[one.code].detail(one.params)).toContain(
      `no matches for kind "${kind}" in version "${apiVersion}"`,
    );
  });

  it.each([
    ['cert-manager.io/v1', 'Certificate'],
    ['example.com/v1', 'Anything'],
    ['gateway.networking.k8s.io/v1alpha2', 'TCPRoute'],
    ['gateway.nginx.org/v1alpha2', 'NginxProxy'],
  ])('of %s, %s, go without a word', (apiVersion, kind) =>
    expect(findingsOf(apiVersion, kind)).toEqual([]),
  );
});
