import type { ConnectionEnds } from '../../analysis/index.ts';
import type { ImplementationId } from '../../model/index.ts';
import type { RotationSide, RotationStepId } from './types.ts';

/** How each gateway takes over a changed Secret or ConfigMap: none of them needs a restart. */
const gatewayTakesOver: Readonly<Record<ImplementationId, string>> = {
  'nginx-gateway-fabric':
    'NGINX Gateway Fabric writes the file anew and reloads NGINX by itself. One block that is no certificate makes that reload fail for the whole Gateway.',
  'envoy-gateway':
    'Envoy Gateway sends it to Envoy as a secret of its own (SDS): no reload and no restart.',
  kgateway: 'kgateway sends it to Envoy inside the cluster’s configuration: no restart.',
  agentgateway: 'agentgateway sends all CAs of the policy as one text to its proxy: no restart.',
};

/** What a step makes the two ends do before it holds. */
export function reloadFacts(
  id: RotationStepId,
  side: RotationSide,
  { upstream, backend }: ConnectionEnds,
): readonly string[] {
  // The gateway is the one that trusts on the server side, and the one that presents on the client side.
  const isGateways = (side === 'server') === (id !== 'new-leaf');
  if (isGateways) return upstream === null ? [] : [gatewayTakesOver[upstream.implementation]];
  return [
    backend.software === 'nginx'
      ? 'The NGINX of the backend reads its files when it starts or reloads: roll out its pods, or reload each.'
      : 'Restart or reload the backend, unless it watches its files.',
  ];
}
