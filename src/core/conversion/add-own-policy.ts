import { groups } from '../gateway-api/index.ts';
import type { JsonObject, ManifestObject } from '../manifest/types.ts';
import type { ConversionDraft } from './conversion-draft.ts';
import { freeName } from './free-name.ts';

/** Kinds of policies that kgateway and agentgateway have beside BackendTLSPolicy, and where their TLS block stands. */
export const OWN_POLICY = {
  kgateway: { group: groups.kgateway, kind: 'BackendConfigPolicy', path: ['spec', 'tls'] },
  agentgateway: {
    group: groups.agentgateway,
    kind: 'AgentgatewayPolicy',
    path: ['spec', 'backend', 'tls'],
  },
} as const;

/**
 * Adds a policy of the target's own with a TLS block for one backend.
 *
 * @param besideKey the object in whose file it is put
 */
export function addOwnPolicy(
  draft: ConversionDraft,
  to: keyof typeof OWN_POLICY,
  { group: targetGroup, kind: targetKind, namespace, name: target }: ManifestObject,
  block: JsonObject,
  besideKey: string,
) {
  const { group, kind, path } = OWN_POLICY[to];
  const name = freeName(draft, { group, kind, namespace, name: `${target}-tls` });
  const targetRefs = [{ group: targetGroup, kind: targetKind, name: target }];
  const spec = path.slice(1).reduceRight<JsonObject>((inner, part) => ({ [part]: inner }), block);
  const manifest: JsonObject = {
    apiVersion: `${group}/v1alpha1`,
    kind,
    metadata: { name: name.name, namespace },
    spec: { targetRefs, ...spec },
  };
  return { ...name, key: draft.add(manifest, name, besideKey) };
}
