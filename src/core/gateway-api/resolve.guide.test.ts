import { describe, expect, it } from 'vitest';
import { indexObjects } from './index-objects.ts';
import { fieldText } from './make-finding.ts';
import { sharedObjects } from './objects.testing.ts';
import { resolve } from './resolve.ts';

const objects = sharedObjects('guides/ngf-backend-mtls.md');
if (objects === null) console.info('Skipped: the shared guides are not on this machine.');

describe.skipIf(objects === null)('the NGINX mutual TLS guide', () => {
  const index = indexObjects(objects ?? []);
  const resolution = resolve(index, { overrides: {} });

  it('gives exactly the references that its manifests write', () => {
    const edges = resolution.references.map(({ from, target, kind }) => {
      const object = index.byId.get(from.objectId);
      const source = `${object?.kind ?? ''} ${object?.name ?? ''}`;
      const ghost = target.objectId === undefined ? ' (missing)' : '';
      return `${source} > ${kind} ${fieldText(from.path)} > ${target.kind} ${target.name}${ghost}`;
    });
    const volume = 'Deployment secure-app > volume spec.template.spec.volumes';
    expect(edges).toEqual([
      `${volume}[0] > Secret app-tls-secret`,
      `${volume}[1] > ConfigMap secure-config`,
      `${volume}[2] > ConfigMap validate-gateway-cert-against-this-ca`,
      `${volume}[3] > ConfigMap nginx-config`,
      'Service secure-app > selector spec.selector > Deployment secure-app',
      'HTTPRoute secure-app > parentRef spec.parentRefs[0] > Gateway gateway',
      'HTTPRoute secure-app > backendRef spec.rules[0].backendRefs[0] > Service secure-app',
      'Gateway gateway > gatewayClass spec.gatewayClassName > GatewayClass nginx (missing)',
      'Gateway gateway > clientCertificateRef spec.tls.backend.clientCertificateRef > Secret gateway-presents-this-cert-for-validation',
      'BackendTLSPolicy backend-tls > policyTarget spec.targetRefs[0] > Service secure-app',
      'BackendTLSPolicy backend-tls > caCertificateRef spec.validation.caCertificateRefs[0] > ConfigMap backend-cert',
    ]);
  });

  it('says that the second Gateway replaces the first and what it changes', () => {
    expect(
      resolution.findings.map(({ code, severity, params, subject }) => ({
        code,
        severity,
        changes: params.changes,
        subject,
      })),
    ).toEqual([
      {
        code: 'OBJECT-REDEFINED',
        severity: 'warning',
        changes: 'spec.tls',
        subject: { kind: 'object', objectId: 'guide-1#0' },
      },
    ]);
  });

  it('has one connection, from the http listener to port 8443 of the Service', () => {
    const [connection, ...others] = resolution.connections;
    expect(others).toEqual([]);
    expect(connection).toMatchObject({
      id: 'gateway.networking.k8s.io/Gateway/default/gateway|http|gateway.networking.k8s.io/HTTPRoute/default/secure-app|0|0',
      hostname: 'secure-app.example.com',
      path: '/',
      listener: { name: 'http', port: 80, protocol: 'HTTP' },
      backend: { kind: 'service', port: 8443, portName: 'https', targetPort: 8443 },
      implementation: {
        id: 'nginx-gateway-fabric',
        how: 'well-known-class',
        evidence: 'nginx',
      },
    });
    expect(connection?.fields.map(({ path }) => fieldText(path))).toEqual([
      'spec.listeners[0]',
      'spec.parentRefs[0]',
      'spec.rules[0]',
      'spec.rules[0].backendRefs[0]',
      'spec.ports[0]',
    ]);
  });

  it('puts the policy in charge of the whole Service', () => {
    expect([...resolution.policies.keys()]).toEqual(['/Service/default/secure-app']);
  });
});
