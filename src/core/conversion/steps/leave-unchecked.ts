import { groups } from '../../gateway-api/index.ts';
import type { JsonObject, ManifestObject } from '../../manifest/types.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { freeName } from '../free-name.ts';
import { placeOf } from '../place.ts';
import { targetTraits } from '../target-traits.ts';
import type { Unchecked } from './convert-own-tls.ts';

/**
 * TLS without a check of the backend's certificate, where the target has a way: kgateway's BackendConfigPolicy, agentgateway's
 * policy, and the Backend of Envoy Gateway.
 */
export function leaveUnchecked(
  draft: ConversionDraft,
  { target, settings }: Unchecked,
  moved: ReadonlyMap<string, string>,
): void {
  const backend = draft.object(moved.get(target) ?? target);
  const owner = draft.object(settings.owner);
  if (backend === undefined || owner === undefined) return;
  const at = placeOf(owner, settings.path);
  const sni = settings.name.kind === 'written' ? { sni: settings.name.value } : {};
  const { to, version } = draft.request;
  if (to === 'envoy-gateway' && backend.group === groups.envoyGateway) {
    const tls = ['spec', 'tls'];
    if (draft.set(backend.key, tls, { ...sni, insecureSkipVerify: true }))
      draft.map(at, placeOf(backend, tls));
  } else if (to === 'kgateway') {
    const key = addPolicy(draft, backend, 'BackendConfigPolicy', groups.kgateway, {
      tls: { ...sni, insecureSkipVerify: true },
    });
    draft.map(at, key);
  } else if (to === 'agentgateway') {
    const near = settings.client !== null && owner.namespace === backend.namespace;
    const client = near ? { mtlsCertificateRef: [{ name: settings.client.name }] } : {};
    const key = addPolicy(draft, backend, 'AgentgatewayPolicy', groups.agentgateway, {
      backend: { tls: { ...sni, ...client, insecureSkipVerify: 'All' } },
    });
    draft.map(at, key);
  } else draft.lose('NOT-CHECKED', at, { target: targetTraits(to, version).title });
}

function addPolicy(
  draft: ConversionDraft,
  backend: ManifestObject,
  kind: string,
  group: string,
  spec: JsonObject,
) {
  const { namespace } = backend;
  const name = freeName(draft, { group, kind, namespace, name: `${backend.name}-tls` });
  const targetRefs = [{ group: backend.group, kind: backend.kind, name: backend.name }];
  const manifest: JsonObject = {
    apiVersion: `${group}/v1alpha1`,
    kind,
    metadata: { name: name.name, namespace },
    spec: { targetRefs, ...spec },
  };
  const key = draft.add(manifest, name, backend.key);
  return placeOf({ ...name, key }, ['spec']);
}
