import { booleanAt, itemsAt, stringAt, valueAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { attachedEnvoyProxies, envoyProxyField } from './attached-envoy-proxy.ts';
import type { EnvoyGatewayContext } from './context.ts';

/** Why a Gateway is not accepted: nothing of it is translated, and nothing is written to its listeners and routes. */
export interface GatewayRefusal {
  readonly reason: 'InvalidParameters' | 'UnsupportedAddress';
  readonly message: string;
}

const ADDRESS_TYPES = ['IPAddress', 'Hostname'];

/**
 * What the manifests alone tell of a Gateway that is refused as a whole; an EnvoyProxy that does not stand up to its own
 * checks is not looked for.
 *
 * @see Envoy Gateway internal/gatewayapi/translator.go `GetRelevantGateways`
 */
export function gatewayRefusal(
  { resolution: { index }, traits }: EnvoyGatewayContext,
  gateway: ManifestObject,
): GatewayRefusal | null {
  const proxies = attachedEnvoyProxies(index, gateway);
  if (
    traits.mergesBackends &&
    booleanAt(proxies.gatewayClass?.value, ['spec', 'mergeGateways']) === true &&
    envoyProxyField(proxies, ['mergeBackends']) !== undefined
  ) {
    const message = 'mergeGateways and mergeBackends cannot both be enabled';
    return { reason: 'InvalidParameters', message };
  }
  const type = itemsAt(gateway.value, ['spec', 'addresses'])
    .map((address) => stringAt(valueAt(address, []), ['type']))
    .find((one) => one !== undefined && !ADDRESS_TYPES.includes(one));
  if (!traits.refusesAddresses || type === undefined) return null;
  const message = `Gateway has an address with an unsupported type: ${type}`;
  return { reason: 'UnsupportedAddress', message };
}
