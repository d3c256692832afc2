import { kinds, stringAt } from '../gateway-api/index.ts';
import type { ImplementationId } from '../model/index.ts';
import type { EditSource } from './types.ts';

/** What the guides of each implementation call its GatewayClass. */
export const guideClasses: Readonly<Record<ImplementationId, string>> = {
  'nginx-gateway-fabric': 'nginx',
  'envoy-gateway': 'eg',
  kgateway: 'kgateway',
  agentgateway: 'agentgateway',
};

/**
 * The class of a new Gateway: the one that is among the files or that other Gateways have; else that of the gateway looked at.
 *
 * @param lens the implementation looked at
 */
export function usualGatewayClass({ index }: EditSource, lens: ImplementationId | null): string {
  const [written] = index.ofKind(kinds.gatewayClass);
  const used = index
    .ofKind(kinds.gateway)
    .flatMap(({ value }) => stringAt(value, ['spec', 'gatewayClassName']) ?? []);
  return used[0] ?? written?.name ?? guideClasses[lens ?? 'nginx-gateway-fabric'];
}
