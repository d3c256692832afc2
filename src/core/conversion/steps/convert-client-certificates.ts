import { addGrants, nameOfKey } from '../../edits/grants.ts';
import { CLIENT_CERTIFICATE_REF, isObject, objectKey, valueAt } from '../../gateway-api/index.ts';
import type { JsonObject, ManifestObject } from '../../manifest/types.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { placeOf } from '../place.ts';
import type { Presented } from '../source/presented.ts';
import { sourceVersion } from '../source/source-version.ts';
import { targetTraits, type TargetTraits } from '../target-traits.ts';
import { writeProxy } from './write-proxy.ts';

/** Lets each Gateway present under the target what it presented before. */
export function convertClientCertificates(
  draft: ConversionDraft,
  presented: ReadonlyMap<string, readonly Presented[]>,
): void {
  const traits = draft.target;
  for (const [key, [first, ...others]] of presented) {
    const gateway = draft.object(key);
    if (gateway === undefined) continue;
    if (first === undefined) tellUnread(draft, gateway, traits);
    else {
      convertFirst(draft, gateway, first, traits);
      for (const { secret, at } of others)
        if (secret.name !== first.secret.name || secret.namespace !== first.secret.namespace)
          draft.lose('ONE-CERTIFICATE', at, { target: traits.title, value: secret.name });
    }
  }
}

/** Nothing was presented although the field is there: the release did not know it. */
function tellUnread(draft: ConversionDraft, gateway: ManifestObject, traits: TargetTraits): void {
  const isThere = isObject(valueAt(gateway.value, CLIENT_CERTIFICATE_REF));
  const wasRead = targetTraits(draft.request.from, sourceVersion(draft)).gatewayCertificate;
  if (isThere && !wasRead && traits.gatewayCertificate)
    draft.lose('PREVIOUS-UNREAD', placeOf(gateway, CLIENT_CERTIFICATE_REF), {
      target: traits.title,
    });
}

function convertFirst(
  draft: ConversionDraft,
  gateway: ManifestObject,
  first: Presented,
  traits: TargetTraits,
): void {
  if (traits.gatewayCertificate) {
    if (draft.request.to === 'agentgateway' && first.secret.namespace !== gateway.namespace)
      draft.lose('CLIENT-NAMESPACE', first.at, { value: first.secret.name });
    else if (first.seat === 'gateway-field') keepField(draft, gateway, first);
    else writeField(draft, gateway, first);
  } else if (draft.request.to === 'envoy-gateway') writeProxy(draft, gateway, first);
  else
    draft.lose('NO-CLIENT-CERTIFICATE', first.at, {
      target: traits.title,
      since: traits.gatewayCertificateSince,
    });
}

/** agentgateway refuses any written namespace, the Gateway's own too. */
function keepField(draft: ConversionDraft, gateway: ManifestObject, { at }: Presented): void {
  const namespace = [...CLIENT_CERTIFICATE_REF, 'namespace'];
  if (draft.request.to === 'agentgateway' && valueAt(gateway.value, namespace) !== undefined)
    draft.remove(gateway.key, namespace);
  draft.map(at, at);
}

function writeField(
  draft: ConversionDraft,
  gateway: ManifestObject,
  { secret, at, seat }: Presented,
): void {
  const isFar = secret.namespace !== gateway.namespace;
  const ref: JsonObject = {
    group: '',
    kind: 'Secret',
    name: secret.name,
    ...(isFar && { namespace: secret.namespace }),
  };
  if (!draft.set(gateway.key, CLIENT_CERTIFICATE_REF, ref)) return;
  const to = placeOf(gateway, CLIENT_CERTIFICATE_REF);
  draft.map(at, to, ...(seat === 'backend' ? (['FOR-EVERY-BACKEND'] as const) : []));
  const target = nameOfKey(objectKey('', 'Secret', secret.namespace, secret.name));
  const added = addGrants(draft.source, [{ from: gateway, to: target }], gateway.fileId);
  draft.perform({ ...added, renamed: {} });
  for (const { objectKey: key, object } of added.effects)
    draft.map(null, { objectKey: key, object, field: '' });
}
