import { CLIENT_CERTIFICATE_REF, isObject, stringAt, valueAt } from '../../gateway-api/index.ts';
import {
  attachedEnvoyProxies,
  envoyProxySettings,
} from '../../implementations/envoy-gateway/attached-envoy-proxy.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { placeOf } from '../place.ts';
import { targetTraits } from '../target-traits.ts';
import type { Place } from '../types.ts';
import type { OwnTls } from './types.ts';
import type { Scope } from './scope.ts';
import { sourceVersion } from './source-version.ts';

/** A client certificate that a Gateway presents, and where that is said. */
export interface Presented {
  readonly secret: { readonly namespace: string; readonly name: string };
  readonly at: Place;
  /** `gateway-field`: where the Gateway API has it. `backend`: for the backends of its owner alone. */
  readonly seat: 'gateway-field' | 'parameters' | 'backend';
}

/** What each Gateway presents, that for all of its backends first. */
export function presentedBy(
  draft: ConversionDraft,
  scope: Scope,
  own: readonly OwnTls[],
): ReadonlyMap<string, readonly Presented[]> {
  const traits = targetTraits(draft.request.from, sourceVersion(draft));
  return new Map(
    scope.gateways.map((key) => {
      const gateway = draft.object(key);
      if (gateway === undefined) return [key, []];
      const wide = ofField(gateway, traits.gatewayCertificate) ?? ofParameters(draft, gateway);
      const narrow = own.flatMap((one) => ofBackends(draft, scope, key, one));
      return [key, wide === null ? narrow : [wide, ...narrow]];
    }),
  );
}

/** Present at all, the field keeps Envoy Gateway from asking the EnvoyProxy. */
function ofField(gateway: ManifestObject, isRead: boolean): Presented | null {
  const ref = valueAt(gateway.value, CLIENT_CERTIFICATE_REF);
  if (!isRead || !isObject(ref)) return null;
  const namespace = stringAt(ref, ['namespace']) ?? gateway.namespace;
  const secret = { namespace, name: stringAt(ref, ['name']) ?? '' };
  return { secret, at: placeOf(gateway, CLIENT_CERTIFICATE_REF), seat: 'gateway-field' };
}

function ofParameters(draft: ConversionDraft, gateway: ManifestObject): Presented | null {
  if (draft.request.from !== 'envoy-gateway') return null;
  const settings = envoyProxySettings(attachedEnvoyProxies(draft.index, gateway));
  const name = stringAt(settings?.value, ['clientCertificateRef', 'name']);
  if (settings === null || name === undefined) return null;
  const { objectId, path } = settings.from('clientCertificateRef');
  const holder = draft.index.byId.get(objectId);
  if (holder === undefined) return null;
  const secret = { namespace: settings.owner.namespace, name };
  return { secret, at: placeOf(holder, path), seat: 'parameters' };
}

function ofBackends(
  draft: ConversionDraft,
  { backends, resolution }: Scope,
  gatewayKey: string,
  { client, owner, targets, besidePolicy }: OwnTls,
): readonly Presented[] {
  // Envoy Gateway merges Backend and policy; the others take one whole.
  const isWhole = draft.request.from !== 'envoy-gateway' && besidePolicy === 'policy-wins';
  const isReached = targets.some(
    (target) =>
      backends.get(target)?.gateways.has(gatewayKey) === true &&
      !(isWhole && resolution.policyTargets.has(target)),
  );
  const namespace = draft.object(owner)?.namespace;
  if (client === null || !isReached || namespace === undefined) return [];
  return [{ secret: { namespace, name: client.name }, at: client.at, seat: 'backend' }];
}
