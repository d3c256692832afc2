import type { ImplementationId } from '../../core/model/index.ts';

/** What of its configuration each gateway's listing leaves out, in one sentence. */
export const leftOut: Readonly<Record<ImplementationId, string>> = {
  'nginx-gateway-fabric':
    'Only what serves this connection: other servers, filters and the choice among matches of one path are left out. <endpoint> stands for addresses that no manifest holds.',
  'envoy-gateway':
    'Only the cluster of this connection and its secrets, or the answer given instead: listeners, load balancing and health checks are left out. Private keys are never shown.',
  kgateway:
    'Only the cluster of this connection, or the route that finds none: listeners, load balancing and timeouts are left out. Private keys are never shown.',
  agentgateway:
    'Only what the controller tells the proxy about TLS to this backend: binds, routes and addresses are left out. Private keys are never shown.',
};
