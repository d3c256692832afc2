import { describe, expect, it } from 'vitest';
import { missingPart } from '../../../views/missing-part.ts';
import { graphItems } from './graph-items.ts';
import { guideTopology, shortName } from './model.testing.ts';

describe('items of the graph', () => {
  const items = graphItems(guideTopology());
  const named = (start: string) => items.all.find(({ name }) => name.startsWith(start))?.name;

  it('come in reading order: by row, then by rank', () => {
    expect(items.all.map(shortName)).toEqual([
      'HTTPRoute secure-app',
      'Gateway gateway',
      'hop',
      'Service secure-app',
      'Deployment secure-app',
      'BackendTLSPolicy backend-tls',
      'ConfigMap backend-cert',
      'Step 8',
      'Secret app-tls-secret',
      'Secret gateway-presents-this-cert-for-validation',
      'Step 6',
      'ConfigMap validate-gateway-cert-against-this-ca',
    ]);
  });

  it('say kind, name, namespace, verdict and relations', () => {
    expect(named('BackendTLSPolicy')).toBe(
      'BackendTLSPolicy backend-tls, namespace default, Fails, targetRefs: Service secure-app, ' +
        'caCertificateRefs: ConfigMap backend-cert',
    );
    expect(named('TLS hop')).toBe(
      'TLS hop gateway to secure-app port 8443, Mutual TLS, SNI secure-app.example.com, Fails at step 8',
    );
    expect(named('Step 8')).toBe(
      'Step 8, Secret app-tls-secret checked against ConfigMap backend-cert, Fails',
    );
  });

  it('say what is not found', () => {
    const references = [
      [
        'BackendTLSPolicy/backend-tls',
        'caCertificateRef',
        'spec.caCertificateRefs.0',
        'ConfigMap/gone',
      ],
    ] as const;
    const names = graphItems(guideTopology({ references })).all.map(({ name }) => name);
    expect(names).toContain(
      'BackendTLSPolicy backend-tls, namespace default, Fails, caCertificateRefs: ConfigMap gone, not found',
    );
    expect(names).toContain(
      'ConfigMap gone, namespace default, Not found, caCertificateRefs of BackendTLSPolicy backend-tls',
    );
  });
});

describe('what a picture without a hop lacks', () => {
  it.each([
    ['nothing when there is one', ['Gateway/g', 'HTTPRoute/r', 'Service/s'], true, null],
    ['the Gateway first', ['Service/s'], false, 'Add a Gateway to see where requests enter.'],
    [
      'then the route',
      ['Gateway/g'],
      false,
      'Add an HTTPRoute whose parentRefs names the Gateway.',
    ],
    [
      'then the backend',
      ['Gateway/g', 'HTTPRoute/r'],
      false,
      'Add the Service that a backendRef names.',
    ],
  ] as const)('%s', (_, objects, connected, words) => {
    const hops = connected ? ([['Gateway/g', 'HTTPRoute/r', 'Service/s']] as const) : [];
    const empty = { references: [], programmed: [], backends: [], handshakes: [] };
    const part = missingPart(guideTopology({ ...empty, objects, hops }));
    expect(part?.words ?? null).toBe(words);
    expect(part?.way?.label ?? null).toBe(words === null ? null : 'Add object');
  });

  it('by its name where it is named', () => {
    const references = [
      ['HTTPRoute/r', 'parentRef', 'spec.parentRefs.0', 'Gateway/infra/edge'],
    ] as const;
    const setup = { objects: ['HTTPRoute/r'], references, hops: [], programmed: [], backends: [] };
    expect(missingPart(guideTopology(setup))).toEqual({
      words: 'Add Gateway edge in infra.',
      way: {
        label: 'Create Gateway edge',
        task: { do: 'create', objectKey: 'gateway.networking.k8s.io/Gateway/infra/edge' },
      },
    });
  });
});
