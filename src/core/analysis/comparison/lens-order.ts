import type { ImplementationId } from '../../model/index.ts';

/** The implementations in the order in which they stand side by side. */
export const LENS_ORDER: readonly ImplementationId[] = [
  'nginx-gateway-fabric',
  'envoy-gateway',
  'kgateway',
  'agentgateway',
];
