import {
  groups,
  isObject,
  objectKey,
  stringAt,
  valueAt,
  type ObjectIndex,
} from '../../gateway-api/index.ts';
import type { JsonObject, JsonValue, ManifestObject } from '../../manifest/types.ts';
import type { FieldRef } from '../../model/index.ts';
import type { ClientSettingsSource } from './client-settings.ts';

/** The EnvoyProxies that a Gateway and its class name. */
export interface AttachedEnvoyProxies {
  readonly gateway?: ManifestObject;
  readonly gatewayClass?: ManifestObject;
}

const BACKEND_TLS = ['spec', 'backendTLS'];

/** Follows `infrastructure.parametersRef` of the Gateway and `parametersRef` of its class. */
export function attachedEnvoyProxies(
  index: ObjectIndex,
  gateway: ManifestObject,
): AttachedEnvoyProxies {
  const own = valueAt(gateway.value, ['spec', 'infrastructure', 'parametersRef']);
  const className = stringAt(gateway.value, ['spec', 'gatewayClassName']) ?? '';
  const gatewayClass = index.byKey.get(objectKey(groups.gateway, 'GatewayClass', '', className));
  const reference = valueAt(gatewayClass?.value, ['spec', 'parametersRef']);
  const namespace = stringAt(reference, ['namespace']) ?? 'default';
  const ofGateway = envoyProxy(index, own, gateway.namespace);
  const ofClass = envoyProxy(index, reference, namespace);
  return {
    ...(ofGateway && { gateway: ofGateway }),
    ...(ofClass && { gatewayClass: ofClass }),
  };
}

function envoyProxy(
  index: ObjectIndex,
  reference: JsonValue | undefined,
  namespace: string,
): ManifestObject | undefined {
  const isEnvoyProxy =
    stringAt(reference, ['kind']) === 'EnvoyProxy' &&
    stringAt(reference, ['group']) === groups.envoyGateway;
  const name = stringAt(reference, ['name']) ?? '';
  if (!isEnvoyProxy) return undefined;
  return index.byKey.get(objectKey(groups.envoyGateway, 'EnvoyProxy', namespace, name));
}

/**
 * `EnvoyProxy.spec.backendTLS` that holds for a Gateway: the Gateway's EnvoyProxy replaces the class's, unless
 * `mergeType` of either asks for a merge; then fields of the Gateway's go before fields of the class's.
 *
 * @returns null when there is no `backendTLS`
 * @see internal/gatewayapi/envoyproxy_merge.go `MergeEnvoyProxyConfigs`
 */
export function envoyProxySettings(proxies: AttachedEnvoyProxies): ClientSettingsSource | null {
  const specific = proxies.gateway ?? proxies.gatewayClass;
  if (specific === undefined) return null;
  const own = valueAt(specific.value, BACKEND_TLS);
  const base =
    specific === proxies.gatewayClass || !isMerged(proxies)
      ? undefined
      : valueAt(proxies.gatewayClass?.value, BACKEND_TLS);
  if (!isObject(own) && !isObject(base)) return null;
  const value = merge(base, own);
  const from = (field: string): FieldRef => {
    const holder = valueAt(own, [field]) === undefined ? proxies.gatewayClass : specific;
    return { objectId: (holder ?? specific).id, path: [...BACKEND_TLS, field] };
  };
  return { value, from, owner: specific };
}

/**
 * `EnvoyProxy.spec.routingType: Service`: Envoy connects to the Service's own address, and endpoints are not looked
 * at (internal/gatewayapi/route.go `IsServiceRouting`).
 */
export function routesToServices(proxies: AttachedEnvoyProxies): boolean {
  return envoyProxyField(proxies, ['routingType']) === 'Service';
}

/** A field of the spec that holds for a Gateway, where it is not put together of both. */
export function envoyProxyField(
  proxies: AttachedEnvoyProxies,
  path: readonly string[],
): JsonValue | undefined {
  const fieldOf = (proxy: ManifestObject | undefined): JsonValue | undefined =>
    valueAt(proxy?.value, ['spec', ...path]);
  const { gateway, gatewayClass } = proxies;
  if (gateway === undefined) return fieldOf(gatewayClass);
  return fieldOf(gateway) ?? (isMerged(proxies) ? fieldOf(gatewayClass) : undefined);
}

function isMerged({ gateway, gatewayClass }: AttachedEnvoyProxies): boolean {
  const typeOf = (proxy: ManifestObject | undefined): string | undefined =>
    stringAt(proxy?.value, ['spec', 'mergeType']);
  return ['StrategicMerge', 'JSONMerge'].includes(typeOf(gateway) ?? typeOf(gatewayClass) ?? '');
}

/** Mappings merge key by key, null removes, everything else replaces (RFC 7396; the strategic merge of these fields is the same). */
function merge(base: JsonValue | undefined, patch: JsonValue | undefined): JsonValue | undefined {
  if (patch === undefined) return base;
  if (!isObject(patch)) return patch;
  const result: Record<string, JsonValue> = { ...(isObject(base) ? base : {}) };
  for (const [key, value] of Object.entries(patch)) {
    const merged = merge(ownValue(result, key), value);
    if (value === null || merged === undefined) Reflect.deleteProperty(result, key);
    else result[key] = merged;
  }
  return result;
}

function ownValue(value: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
