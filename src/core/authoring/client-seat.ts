import { isAtLeast } from '../implementations/is-at-least.ts';
import type { EnvoyClientCertificate, SetupChoices } from './types.ts';

/** Where the gateway's client certificate is configured; null for one-way TLS. */
export type ClientSeat = EnvoyClientCertificate | 'config-policy';

/**
 * A BackendConfigPolicy holds CA and client certificate in one Secret; with the system's CAs there is no Secret,
 * and since 2.3 the Gateway's own certificate goes to these backends, too (kgateway #13705).
 */
export function clientSeat({ gateway, mode, authority }: SetupChoices): ClientSeat | null {
  if (mode === 'one-way') return null;
  switch (gateway.implementation) {
    case 'envoy-gateway':
      return gateway.clientCertificate;
    case 'kgateway':
      if (gateway.policy === 'backend-tls-policy') return 'gateway';
      return authority === 'system' && isAtLeast(gateway.version, 2, 3)
        ? 'gateway'
        : 'config-policy';
    case 'nginx-gateway-fabric':
    case 'agentgateway':
      return 'gateway';
    default:
      return gateway satisfies never;
  }
}

/** Namespace that the client certificate must be in, or null when it is free. */
export function seatNamespace(seat: ClientSeat, { namespaces }: SetupChoices): string | null {
  switch (seat) {
    case 'gateway':
    case 'envoy-proxy-of-class':
      return null;
    case 'envoy-proxy-of-gateway':
      return namespaces.gateway;
    case 'backend':
    case 'config-policy':
      return namespaces.app;
    default:
      return seat satisfies never;
  }
}
