import { parseFile } from '../../src/core/manifest/index.ts';
import { admit } from '../../src/core/schema/index.ts';
import type { Row } from './report.ts';

const count = 1000;

function route(index: number): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: r${String(index)} }
spec:
  parentRefs: [{ name: edge, sectionName: https }]
  hostnames: [r${String(index)}.example.com]
  rules:
  - matches: [{ path: { type: PathPrefix, value: /a } }, { headers: [{ name: x, value: one }] }]
    filters: [{ type: RequestHeaderModifier, requestHeaderModifier: { set: [{ name: a, value: b }] } }]
    backendRefs: [{ name: web, port: 8443 }]
`;
}

/** What the API server would say to many routes, the compiling of their rules included, in processor time. */
export function benchAdmission(): Row[] {
  const text = Array.from({ length: count }, (_unused, index) => route(index)).join('---\n');
  const { objects } = parseFile({ id: 'f', path: 'f', text }, { defaultNamespace: 'default' });
  const start = process.cpuUsage();
  const answers = objects.map((one) => admit(one, { gatewayApi: '1.6', channel: 'standard' }));
  const { user, system } = process.cpuUsage(start);
  if (answers.some(({ status }) => status !== 'accepted')) throw new Error('a route is refused');
  const name = `${String(count)} routes admitted, processor time`;
  return [{ name, value: (user + system) / 1000, unit: 'ms', budget: 800 }];
}
