import { guideClasses } from '../edits/gateway-class.ts';
import type { SetupChoices } from './types.ts';

/** Names of the objects that a setup consists of. */
export interface SetupNames {
  readonly gateway: string;
  readonly gatewayClass: string;
  /** EnvoyProxy or NginxProxy. */
  readonly gatewayParameters: string;
  readonly clientIdentity: string;
  /** CA that issued the gateway's certificate, which the backend trusts. */
  readonly clientCa: string;
  readonly backend: string;
  readonly serverConfig: string;
  readonly serverIdentity: string;
  readonly serverCa: string;
  readonly policy: string;
  /** Name of the Service port. */
  readonly port: 'https';
}

/** Where cert-manager keeps the CAs of ClusterIssuers, and trust-manager reads its sources. */
export const TRUST_NAMESPACE = 'cert-manager';

/** One name a concern, told from the gateway's and the backend's. */
export function setupNames({ gateway, gatewayName, backend, authority }: SetupChoices): SetupNames {
  const serverCa = `${backend.name}-ca`;
  return {
    gateway: gatewayName,
    gatewayClass: guideClasses[gateway.implementation],
    gatewayParameters: `${gatewayName}-proxy`,
    clientIdentity: `${gatewayName}-client`,
    // One issuer signs for both sides there.
    clientCa: authority === 'cert-manager' ? serverCa : `${gatewayName}-client-ca`,
    backend: backend.name,
    serverConfig: `${backend.name}-nginx`,
    serverIdentity: `${backend.name}-identity`,
    serverCa,
    policy: `${backend.name}-tls`,
    port: 'https',
  };
}
