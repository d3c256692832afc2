import {
  CLIENT_CERTIFICATE_REF,
  groups,
  isObject,
  kinds,
  objectAt,
  objectKey,
  stringAt,
  valueAt,
} from '../../gateway-api/index.ts';
import type { JsonObject, JsonValue, ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { freeName } from '../free-name.ts';
import { placeOf } from '../place.ts';
import { classKeyOf } from '../steps/convert-classes.ts';
import type { HeldReason } from './held.ts';
import type { TargetForm } from './target-form.ts';

const GROUP = groups.envoyGateway;
const KIND = 'EnvoyProxy';
const REF = ['spec', 'infrastructure', 'parametersRef'];
const TLS = ['spec', 'backendTLS'];

/**
 * Writes parameters into the EnvoyProxy of a Gateway, for all of its backends. It is read only where `Gateway.spec.tls.backend`
 * is not there, so the client certificate moves into it.
 *
 * @returns why they cannot be written, or null
 */
export function carryToGateway(
  draft: ConversionDraft,
  gatewayKey: string,
  { fields, carried }: TargetForm,
): HeldReason | null {
  const gateway = draft.object(gatewayKey);
  if (gateway === undefined) return null;
  const ofClass = valueAt(draft.object(classKeyOf(draft, gatewayKey))?.value, [
    'spec',
    'parametersRef',
  ]);
  const named = valueAt(gateway.value, REF);
  if (isObject(ofClass)) return 'other-proxy';
  const proxy = isObject(named) ? soleProxy(draft, gateway) : undefined;
  if (isObject(named) && proxy === undefined) return 'other-proxy';
  const client = readClient(draft, gateway);
  if (client === 'far') return 'client-far';
  const value = { ...(client && { clientCertificateRef: client }), ...fields };
  const written = proxy ?? addProxy(draft, gateway, value);
  if (proxy !== undefined)
    for (const [name, one] of Object.entries(value)) draft.set(proxy.key, [...TLS, name], one);
  if (client !== null) moveClient(draft, gateway, written);
  for (const at of carried) draft.map(at, placeOf(written, TLS));
  return null;
}

/** The EnvoyProxy that this Gateway names and no other one. */
function soleProxy(draft: ConversionDraft, gateway: ManifestObject): ManifestObject | undefined {
  const nameOf = ({ value }: ManifestObject) =>
    stringAt(value, [...REF, 'group']) === GROUP ? stringAt(value, [...REF, 'name']) : undefined;
  const name = nameOf(gateway);
  const users = draft.index
    .ofKind(kinds.gateway)
    .filter((one) => one.namespace === gateway.namespace && nameOf(one) === name);
  if (name === undefined || new Set(users.map(({ key }) => key)).size > 1) return undefined;
  return draft.object(objectKey(GROUP, KIND, gateway.namespace, name));
}

/** What the Gateway says itself, where that would keep the EnvoyProxy from being read. */
function readClient(draft: ConversionDraft, gateway: ManifestObject): JsonObject | 'far' | null {
  const ref = valueAt(gateway.value, CLIENT_CERTIFICATE_REF);
  if (!isObject(ref) || !draft.target.gatewayCertificate) return null;
  const name = stringAt(ref, ['name']) ?? '';
  const namespace = stringAt(ref, ['namespace']) ?? gateway.namespace;
  return namespace === gateway.namespace ? { group: '', kind: 'Secret', name } : 'far';
}

function moveClient(
  draft: ConversionDraft,
  gateway: ManifestObject,
  proxy: Parameters<typeof placeOf>[0],
): void {
  const tls: FieldPath = ['spec', 'tls'];
  const isAlone = Object.keys(objectAt(gateway.value, tls) ?? {}).length === 1;
  const hasOne = Object.keys(objectAt(gateway.value, [...tls, 'backend']) ?? {}).length === 1;
  const path = hasOne ? [...tls, 'backend'] : CLIENT_CERTIFICATE_REF;
  if (!draft.remove(gateway.key, isAlone && hasOne ? tls : path)) return;
  const from = placeOf(gateway, CLIENT_CERTIFICATE_REF);
  draft.map(from, placeOf(proxy, [...TLS, 'clientCertificateRef']), 'BESIDE-PARAMETERS');
}

/** One of the same namespace that says the same is named again. */
function addProxy(draft: ConversionDraft, gateway: ManifestObject, value: JsonObject) {
  const { namespace } = gateway;
  const { versions } = draft.target;
  const wanted = words(value, versions);
  const same = draft.index
    .ofKind(`${GROUP}/${KIND}`)
    .find(
      (one) => one.namespace === namespace && words(valueAt(one.value, TLS), versions) === wanted,
    );
  const name =
    same ?? freeName(draft, { group: GROUP, kind: KIND, namespace, name: `${gateway.name}-proxy` });
  const manifest: JsonObject = {
    apiVersion: `${GROUP}/v1alpha1`,
    kind: KIND,
    metadata: { name: name.name, namespace },
    spec: { backendTLS: value },
  };
  const key = same?.key ?? draft.add(manifest, name, gateway.key);
  draft.set(gateway.key, REF, { group: GROUP, kind: KIND, name: name.name });
  const { kind } = name;
  return { key, kind, namespace, name: name.name };
}

/** The same for the same settings: the client certificate by its name, lists in their order, versions with their defaults. */
function words(block: JsonValue | undefined, [min, max]: readonly [string, string]): string {
  if (!isObject(block)) return '';
  const { clientCertificateRef, ...rest } = block;
  const client = stringAt(clientCertificateRef, ['name']) ?? '';
  const all = Object.entries({ minVersion: min, maxVersion: max, ...rest });
  return JSON.stringify([client, all.sort(([a], [b]) => (a < b ? -1 : 1))]);
}
