import fc from 'fast-check';
import { isObject, kinds, valueAt } from '../../gateway-api/index.ts';
import type { JsonObject } from '../../manifest/types.ts';
import type { ImplementationId, Workspace } from '../../model/index.ts';
import { ConversionDraft } from '../conversion-draft.ts';
import { convertTo } from '../product.testing.ts';

/** Parameters in Envoy Gateway's words. */
export const parametersArbitrary: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      versions: fc.constantFrom(
        ['1.2', '1.2'] as const,
        ['1.2', '1.3'] as const,
        ['1.3', '1.3'] as const,
      ),
      ciphers: fc.constantFrom(
        ['ECDHE-ECDSA-AES256-GCM-SHA384'],
        ['ECDHE-RSA-AES128-GCM-SHA256', 'ECDHE-ECDSA-AES128-GCM-SHA256'],
      ),
      ecdhCurves: fc.subarray(['X25519', 'P-256', 'P-384', 'P-521'], { minLength: 1 }),
      signatureAlgorithms: fc.constant(['ecdsa_secp256r1_sha256', 'rsa_pss_rsae_sha256']),
      alpnProtocols: fc.constantFrom(['http/1.1'], ['h2', 'http/1.1'], ['h2']),
    },
    { requiredKeys: [] },
  )
  .map(({ versions, ciphers, ...others }) => ({
    ...others,
    ...(versions && { minVersion: versions[0], maxVersion: versions[1] }),
    // Envoy Gateway does not admit ciphers of which none is ever offered.
    ...(ciphers && versions?.[0] !== '1.3' && { ciphers }),
  }));

/**
 * The setup with parameters wherever its implementation reads them; null where it has no place for them. For agentgateway, a setup
 * of Envoy Gateway that was converted to it.
 */
export function tuned(
  workspace: Workspace,
  from: ImplementationId,
  parameters: JsonObject,
): Workspace | null {
  const request = { from, to: from, version: '', removeIdle: false };
  const draft = new ConversionDraft(workspace, request);
  switch (from) {
    case 'nginx-gateway-fabric':
      return null;
    case 'envoy-gateway':
      return setEach(draft, kinds.envoyProxy, ['spec', 'backendTLS'], parameters);
    case 'kgateway': {
      const { alpnProtocols, ciphers, ...others } = parameters;
      const value = { ...others, ...(ciphers !== undefined && { cipherSuites: ciphers }) };
      const fields = { parameters: value, ...(alpnProtocols !== undefined && { alpnProtocols }) };
      return setEach(draft, kinds.backendConfigPolicy, ['spec', 'tls'], fields);
    }
    case 'agentgateway': {
      const source = tuned(workspace, 'envoy-gateway', parameters);
      return source && convertTo('envoy-gateway', 'agentgateway', source).workspace;
    }
    default:
      return from satisfies never;
  }
}

function setEach(
  draft: ConversionDraft,
  kind: string,
  path: readonly string[],
  fields: JsonObject,
): Workspace | null {
  const keys = draft.index
    .ofKind(kind)
    .filter(({ value }) => isObject(valueAt(value, path)))
    .map(({ key }) => key);
  for (const key of keys)
    for (const [name, value] of Object.entries(fields)) draft.set(key, [...path, name], value);
  return keys.length === 0 ? null : draft.source.workspace;
}
