import { booleanAt, kinds, stringAt } from '../../gateway-api/index.ts';
import { comparePrecedence } from '../../gateway-api/compare-precedence.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { attachedEnvoyProxies } from './attached-envoy-proxy.ts';
import type { EnvoyGatewayContext } from './context.ts';

/**
 * The Gateways that share one Envoy with a Gateway, itself among them, in order of precedence; the Gateway alone unless
 * the EnvoyProxy of its class says `mergeGateways`.
 *
 * @see Envoy Gateway internal/gatewayapi/helpers.go `IsMergeGatewaysEnabled`
 */
export function mergedGateways(
  { resolution: { index, implementations }, objectsFrom }: EnvoyGatewayContext,
  gateway: ManifestObject,
): readonly ManifestObject[] {
  const { gatewayClass } = attachedEnvoyProxies(index, gateway);
  if (booleanAt(gatewayClass?.value, ['spec', 'mergeGateways']) !== true) return [gateway];
  const classOf = ({ value }: ManifestObject) => stringAt(value, ['spec', 'gatewayClassName']);
  const all = index
    .ofKind(kinds.gateway)
    .filter(
      (one) =>
        implementations.get(one.key)?.id === 'envoy-gateway' && classOf(one) === classOf(gateway),
    );
  return objectsFrom === 'file' ? all : all.sort(comparePrecedence);
}
