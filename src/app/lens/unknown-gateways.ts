import type { Analysis } from '../../core/analysis/types.ts';
import type { DetectedImplementation } from '../../core/gateway-api/types.ts';

/** A Gateway whose implementation the user may have to say. */
export interface GatewayToName {
  readonly key: string;
  readonly name: string;
  readonly namespace: string;
  readonly detected: DetectedImplementation;
}

/** Gateways with connections whose implementation is not told by the files, or was set by the user. */
export function unknownGateways(analysis: Analysis | null): readonly GatewayToName[] {
  const found = new Map<string, GatewayToName>();
  for (const { connection } of analysis?.connections ?? []) {
    const { id, how } = connection.implementation;
    if (id !== null && how !== 'override') continue;
    const gateway = analysis?.objects.find((one) => one.id === connection.gatewayId);
    if (gateway === undefined) continue;
    const { key, name, namespace } = gateway;
    found.set(key, { key, name, namespace, detected: connection.implementation });
  }
  return [...found.values()];
}
