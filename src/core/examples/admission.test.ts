import { describe, expect, it } from 'vitest';
import { buildExample } from './build-example.ts';
import type { InstalledCrds, Workspace } from '../model/index.ts';
import { testCrypto } from '../pki/issuing/chain.testing.ts';
import { createAnalyzer } from '../analysis/index.ts';

const options = { now: Date.UTC(2026, 10, 20, 12), crypto: testCrypto };
const analyze = createAnalyzer();
const example = await buildExample('ngf-mutual-tls', options);

const on = (crds: InstalledCrds, workspace: Workspace = example): Workspace => ({
  ...workspace,
  options: { ...workspace.options, crds },
});
const withFile = (text: string, workspace: Workspace = example): Workspace => ({
  ...workspace,
  files: [...workspace.files, { id: 'own', path: 'own.yaml', text }],
});

const CRD = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: backendtlspolicies.gateway.networking.k8s.io }
spec:
  group: gateway.networking.k8s.io
  scope: Namespaced
  names: { kind: BackendTLSPolicy, plural: backendtlspolicies }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              x-kubernetes-preserve-unknown-fields: true
              x-kubernetes-validations:
                - rule: "has(self.targetRefs) && self.targetRefs.size() > 1"
                  message: must target two Services
`;

describe('admission in the analysis', () => {
  it.each([
    ['1.6', 'standard', [], 'All 11 steps pass'],
    ['1.4', 'experimental', [], 'All 11 steps pass'],
    // The server drops `spec.tls` of the Gateway without a word, so the gateway has no certificate to send.
    [
      '1.4',
      'standard',
      ['SCHEMA-EXPERIMENTAL-FIELD', 'TLS-CLIENT-CERT-MISSING'],
      'Fails at step 5',
    ],
  ] as const)(
    'with the CRDs of %s, %s channel: %j, %s',
    async (gatewayApi, channel, codes, headline) => {
      const { findings, handshakes } = await analyze(on({ gatewayApi, channel }), options);
      expect(findings.map(({ code }) => code).sort()).toEqual(codes);
      expect(handshakes.map(({ outcome }) => outcome.headline)).toEqual([headline]);
    },
  );

  it('asks a CRD among the files instead of the built-in one, rules included', async () => {
    const { findings, handshakes } = await analyze(withFile(CRD), options);
    expect(findings.map(({ code, params }) => [code, params.message])).toEqual([
      ['SCHEMA-RULE', expect.stringContaining('must target two Services') as unknown],
    ]);
    // Loud refusals stay visible for the rest, so that everything wrong is seen at once.
    expect(handshakes[0]?.outcome.headline).toBe('All 11 steps pass');
  });

  it('says which rule of a CRD it cannot evaluate', async () => {
    const optional = CRD.replace(/rule: .*/, 'rule: "self.?targetRefs.orValue([]).size() > 0"');
    const { findings } = await analyze(withFile(optional), options);
    expect(findings.map(({ code }) => code)).toEqual(['CRD-RULE-NOT-EVALUATED']);
  });

  it('answers the same warm and cold when CRDs and settings change', async () => {
    const states = [
      example,
      on({ gatewayApi: '1.4', channel: 'standard' }),
      withFile(CRD),
      on({ gatewayApi: '1.5', channel: 'experimental' }, withFile(CRD)),
      example,
    ];
    for (const state of states) {
      expect(await analyze(state, options)).toEqual(await createAnalyzer()(state, options));
    }
  });
});
