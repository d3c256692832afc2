import {
  CLIENT_CERTIFICATE_REF,
  groups,
  objectAt,
  stringAt,
  valueAt,
} from '../../gateway-api/index.ts';
import type { JsonObject, ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import { keyOf, type ConversionDraft } from '../conversion-draft.ts';
import { freeName } from '../free-name.ts';
import { placeOf } from '../place.ts';
import type { Presented } from '../source/presented.ts';
import { classKeyOf } from './convert-classes.ts';

const GROUP = groups.envoyGateway;
const KIND = 'EnvoyProxy';
const OF_CLASS = ['spec', 'parametersRef'];
const OF_GATEWAY = ['spec', 'infrastructure', 'parametersRef'];
const SECRET = ['spec', 'backendTLS', 'clientCertificateRef'];

/**
 * Before 1.8 Envoy Gateway has the client certificate in an EnvoyProxy beside the Secret. A Gateway names one of its own
 * namespace; one of another namespace can only be named by the class, for all of its Gateways.
 */
export function writeProxy(
  draft: ConversionDraft,
  gateway: ManifestObject,
  presented: Presented,
): void {
  const { secret, at } = presented;
  const isNear = secret.namespace === gateway.namespace;
  const holder = isNear ? gateway.key : classKeyOf(draft, gateway.key);
  const path = isNear ? OF_GATEWAY : OF_CLASS;
  const known = namedBy(draft, holder, path);
  if (known !== secretWords(presented)) {
    if (known !== null) {
      draft.lose('PROXY-NAMESPACE', at, { value: secret.name });
      return;
    }
    const place = addProxy(draft, gateway, presented);
    const namespace = isNear ? {} : { namespace: secret.namespace };
    draft.set(holder, path, { group: GROUP, kind: KIND, name: place.name, ...namespace });
    draft.map(at, place.at);
  }
  // Envoy Gateway would tell that the field is not read; nothing is lost with it.
  if (valueAt(gateway.value, CLIENT_CERTIFICATE_REF) !== undefined)
    draft.remove(gateway.key, CLIENT_CERTIFICATE_REF);
}

function secretWords({ secret }: Presented): string {
  return `${secret.namespace}/${secret.name}`;
}

/** The Secret of the EnvoyProxy that is named there already; null when none is. */
function namedBy(draft: ConversionDraft, holder: string, path: FieldPath): string | null {
  const ref = valueAt(draft.object(holder)?.value, path);
  const name = stringAt(ref, ['name']);
  if (name === undefined) return null;
  const namespace = stringAt(ref, ['namespace']) ?? (draft.object(holder)?.namespace || 'default');
  const proxy = draft.object(keyOf({ group: GROUP, kind: KIND, namespace, name }));
  return `${namespace}/${stringAt(proxy?.value, [...SECRET, 'name']) ?? ''}`;
}

/** One that names the Secret from before is used again. */
function addProxy(draft: ConversionDraft, gateway: ManifestObject, { secret }: Presented) {
  const { namespace } = secret;
  const idle = draft.index.ofKind(`${GROUP}/${KIND}`).find(
    (one) =>
      one.namespace === namespace &&
      stringAt(one.value, [...SECRET, 'name']) === secret.name &&
      // Parameters would come with it.
      Object.keys(objectAt(one.value, ['spec', 'backendTLS']) ?? {}).length === 1,
  );
  if (idle !== undefined) return { name: idle.name, at: placeOf(idle, SECRET) };
  const name = freeName(draft, {
    group: GROUP,
    kind: KIND,
    namespace,
    name: `${gateway.name}-proxy`,
  });
  const manifest: JsonObject = {
    apiVersion: `${GROUP}/v1alpha1`,
    kind: KIND,
    metadata: { name: name.name, namespace },
    spec: {
      backendTLS: { clientCertificateRef: { group: '', kind: 'Secret', name: secret.name } },
    },
  };
  const key = draft.add(manifest, name, gateway.key);
  return { name: name.name, at: placeOf({ ...name, key }, SECRET) };
}
