import { expect, it } from 'vitest';
import { issueCa } from '../nginx-gateway-fabric/setup.testing.ts';
import { implementationWording } from '../findings.ts';
import { program } from '../program.ts';
import { fronts, secretOf } from './listeners.testing.ts';

const one = await issueCa('one.example');
const other = await issueCa('other.example');
const ROUTE = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: r }
spec: { parentRefs: [{ name: gw }], rules: [{ backendRefs: [{ name: svc, port: 80 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: svc }
spec: { ports: [{ port: 80 }] }`;

function told(id: 'kgateway' | 'agentgateway', refs: string, secret: string) {
  const listeners = `{ name: https, port: 443, protocol: HTTPS, tls: { certificateRefs: [${refs}] } }`;
  const found = fronts(id, { listeners, more: [ROUTE, secret] });
  const [connection] = found.connections;
  const { findings = [] } = (connection && program(connection, found, {})) ?? {};
  return findings
    .filter(({ code }) => code === 'LISTENER-REFUSED')
    .map(({ severity, params }) => [
      severity,
      implementationWording['LISTENER-REFUSED'].detail(params),
    ]);
}

const MIXED = secretOf('serving', one.certificatePem, other.keyPem);
const SERVING = '{ name: serving }';

it.each([
  [
    'kgateway',
    'ResolvedRefs=False, reason InvalidCertificateRef: invalid TLS secret default/serving: tls: private key does not match public key. Clients get no connection through it.',
  ],
  [
    'agentgateway',
    'ResolvedRefs=False, reason InvalidCertificateRef: invalid certificate reference, the certificate is malformed: tls: private key does not match public key. The proxy listens, but no TLS handshake with a client succeeds.',
  ],
] as const)('%s tells of a key of another certificate', (id, detail) => {
  expect(told(id, SERVING, MIXED)).toEqual([['error', detail]]);
});

it('says that a listener works with its other certificate', () => {
  const both = `${MIXED}\n---\n${secretOf('sound', one.certificatePem, one.keyPem)}`;
  expect(told('kgateway', `${SERVING}, { name: sound }`, both)).toEqual([
    [
      'warning',
      'ResolvedRefs=False, reason InvalidCertificateRef: invalid TLS secret default/serving: tls: private key does not match public key. It works with what can be used.',
    ],
  ]);
});

it('leaves a certificate that is not among the files to the finding of its reference', () => {
  expect(told('kgateway', '{ name: gone }', MIXED)).toEqual([]);
});
