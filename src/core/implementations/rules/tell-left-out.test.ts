import { describe, expect, it } from 'vitest';
import { indexObjects, resolve } from '../../gateway-api/index.ts';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';
import { program } from '../program.ts';

const manifests = (className: string, rule: string, weight = 1) => `
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: { name: eg }
spec: { controllerName: gateway.envoyproxy.io/gatewayclass-controller }
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gw }
spec:
  gatewayClassName: ${className}
  listeners: [{ name: http, port: 80, protocol: HTTP }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web }
spec:
  parentRefs: [{ name: gw }]
  rules:
    - ${rule}
      backendRefs: [{ name: app, port: 443, weight: ${weight} }]
---
apiVersion: v1
kind: Service
metadata: { name: app }
spec: { ports: [{ name: https, port: 443 }] }
`;
const EXTENSION =
  'filters: [{ type: ExtensionRef, extensionRef: { group: example.org, kind: Gone, name: x } }]';

function told(className: string, rule: string, weight = 1) {
  const text = manifests(className, rule, weight);
  const resolution = resolve(indexObjects(objectsFrom(text)), { overrides: {} });
  return resolution.connections.flatMap((connection) =>
    (program(connection, resolution, {})?.findings ?? []).map(({ code, params, field, step }) => [
      code,
      params.gateway,
      field?.path.join('.'),
      step,
    ]),
  );
}

describe('a rule that the controller leaves out', () => {
  it.each([
    ['eg', 'Envoy Gateway'],
    ['nginx', 'NGINX Gateway Fabric'],
    ['kgateway', 'kgateway'],
  ])('is a problem of the route on %s', (className, gateway) => {
    expect(told(className, EXTENSION)).toEqual([
      ['RULE-NOT-PROGRAMMED', gateway, 'spec.rules.0', 2],
    ]);
  });

  it('is none with sound filters, and none for a backend of weight 0', () => {
    const sound = 'filters: [{ type: URLRewrite, urlRewrite: { hostname: a.example } }]';
    expect(told('eg', sound)).toEqual([]);
    expect(told('eg', EXTENSION, 0)).toEqual([]);
  });
});
