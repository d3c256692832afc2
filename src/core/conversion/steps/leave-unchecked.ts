import { groups } from '../../gateway-api/index.ts';
import { kgatewayFeatures } from '../../implementations/kgateway/versions.ts';
import { addOwnPolicy } from '../add-own-policy.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { placeOf } from '../place.ts';
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
  const tellPolicy = (policy: Parameters<typeof placeOf>[0]): void => {
    draft.map(at, placeOf(policy, ['spec']));
  };
  if (to === 'envoy-gateway' && backend.group === groups.envoyGateway) {
    const tls = ['spec', 'tls'];
    if (draft.set(backend.key, tls, { ...sni, insecureSkipVerify: true }))
      draft.map(at, placeOf(backend, tls));
  } else if (to === 'kgateway' && kgatewayFeatures(version).configPolicy) {
    tellPolicy(addOwnPolicy(draft, to, backend, { ...sni, insecureSkipVerify: true }, backend.key));
  } else if (to === 'agentgateway') {
    const near = settings.client !== null && owner.namespace === backend.namespace;
    const client = near ? { mtlsCertificateRef: [{ name: settings.client.name }] } : {};
    const block = { ...sni, ...client, insecureSkipVerify: 'All' };
    tellPolicy(addOwnPolicy(draft, to, backend, block, backend.key));
  } else draft.lose('NOT-CHECKED', at, { target: draft.target.title });
}
