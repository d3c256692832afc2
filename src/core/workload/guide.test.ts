import { describe, expect, it } from 'vitest';
import { indexObjects, resolve } from '../gateway-api/index.ts';
import { objectsFrom, sharedObjects } from '../gateway-api/objects.testing.ts';
import { backendTlsFor } from './backend-tls-for.ts';

const guide = sharedObjects('guides/ngf-backend-mtls.md');
const kgateway = sharedObjects('peer/kgateway/e2e/backendtls/nginx.yaml');
if (guide === null || kgateway === null)
  console.info('Skipped: the shared guides and peer manifests are not on this machine.');

describe.skipIf(guide === null)('the secure-app of the NGINX guide', () => {
  it('presents app-tls-secret and demands a client certificate of the mounted CA', () => {
    const resolution = resolve(indexObjects(guide ?? []), { overrides: {} });
    const backend = resolution.connections[0]?.backend;
    if (backend === undefined) throw new Error('The guide makes no connection.');
    const tls = backendTlsFor(backend, resolution, [], { blobs: () => undefined });
    expect(tls).toMatchObject({
      origin: 'nginx',
      mode: 'tls',
      unknowns: [],
      findings: [],
      assignmentTarget: 'apps/Deployment/default/secure-app',
    });
    expect(tls.servers).toHaveLength(1);
    expect(tls.servers[0]).toMatchObject({
      names: ['secure-app.example.com'],
      isDefault: true,
      verifyClient: 'on',
      verifyDepth: 1,
      chain: { source: { label: 'Secret app-tls-secret, tls.crt' } },
      key: { source: { label: 'Secret app-tls-secret, tls.key' } },
      clientCa: { source: { label: 'ConfigMap validate-gateway-cert-against-this-ca, ca.crt' } },
      where: { file: '/etc/nginx/conf.d/app.conf', line: 1 },
    });
  });
});

describe.skipIf(kgateway === null)('the nginx Pod of the kgateway tests', () => {
  it('is read through items of a ConfigMap and a named target port', () => {
    const route = `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: r, namespace: kgateway-base }
spec:
  parentRefs: [{ name: gw }]
  rules: [{ backendRefs: [{ name: nginx, port: 8443 }, { name: nginx, port: 8080 }] }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gw, namespace: kgateway-base }
spec: { gatewayClassName: kgateway, listeners: [{ name: http, port: 80, protocol: HTTP }] }
`;
    const objects = [...(kgateway ?? []), ...objectsFrom(route, 'default', 'routes')];
    const resolution = resolve(indexObjects(objects), { overrides: {} });
    const found = resolution.connections.map(({ backend }) =>
      backendTlsFor(backend, resolution, [], { blobs: () => undefined }),
    );
    expect(
      found.map(({ mode, servers, unknowns }) => [
        mode,
        servers.map(({ names, chain, verifyClient }) => [names, chain?.source.label, verifyClient]),
        unknowns,
      ]),
    ).toEqual([
      ['tls', [[['example.com'], 'ConfigMap nginx-conf, example.crt', 'off']], []],
      ['plaintext', [], []],
    ]);
  });
});
