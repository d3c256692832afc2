import { describe, expect, it } from 'vitest';
import { backendOf, routing } from './setup.testing.ts';

const workload = (kind: string, replicas: string): string => `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: web-${kind.toLowerCase()} }
spec: { ${replicas} template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: acme }] } } }`;

const slice = (ports: string, endpoints: string, service = 'app'): string => `
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: slice-${service}, labels: { kubernetes.io/service-name: ${service} } }
addressType: IPv4
ports: [${ports}]
endpoints: [${endpoints}]`;

const HTTPS = '{ name: https, port: 8443 }';
const none = 'No EndpointSlice of Service app has an endpoint';

function absence(...documents: readonly string[]) {
  return backendOf([routing(), ...documents].join('\n---\n')).absence;
}

describe('a Service', () => {
  it.each<readonly [string, readonly string[], string | undefined]>([
    [
      'whose workload has 0 replicas',
      [workload('Deployment', 'replicas: 0,')],
      'Deployment web-deployment has 0 replicas',
    ],
    ['whose workload has one', [workload('Deployment', 'replicas: 1,')], undefined],
    ['whose workload does not say', [workload('Deployment', '')], undefined],
    [
      'one of whose workloads runs',
      [workload('Deployment', 'replicas: 0,'), workload('StatefulSet', 'replicas: 1,')],
      undefined,
    ],
    ['whose slice is empty', [slice(HTTPS, '')], none],
    [
      'whose slice has another port',
      [slice('{ name: http, port: 80 }', '{ addresses: [10.0.0.1] }')],
      none,
    ],
    ['whose slice has an endpoint', [slice(HTTPS, '{ addresses: [10.0.0.1] }')], undefined],
    ['whose slice is of another Service', [slice(HTTPS, '', 'other')], undefined],
    [
      'whose pods are scaled down and still there',
      [workload('Deployment', 'replicas: 0,'), slice(HTTPS, '{ addresses: [10.0.0.1] }')],
      undefined,
    ],
  ])('%s', (_, documents, expected) => {
    const kind = 'no-endpoint';
    expect(absence(...documents)).toEqual(expected && { kind, text: expected });
  });

  it('is not ready while no endpoint is', () => {
    const unready = '{ addresses: [10.0.0.1], conditions: { ready: false } }';
    expect(absence(slice(HTTPS, unready))).toEqual({
      kind: 'not-ready',
      text: 'No endpoint of Service app is ready',
    });
    expect(absence(slice(HTTPS, `${unready}, { addresses: [10.0.0.2] }`))).toBeUndefined();
  });

  it('is read from the workload that runs', () => {
    const documents = [workload('Deployment', 'replicas: 0,'), workload('StatefulSet', '')];
    const { unknowns } = backendOf([routing(), ...documents].join('\n---\n'));
    expect(unknowns.join()).toContain('StatefulSet web-statefulset');
  });
});
