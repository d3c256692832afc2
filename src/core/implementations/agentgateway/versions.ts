import { isAtLeast } from '../is-at-least.ts';

/** What a release line of agentgateway knows. Pull request numbers are agentgateway's. */
export interface AgentgatewayFeatures {
  /** The certificate of a listener may be a CA that signs one for every host name asked for (1.4, #2134). */
  readonly dynamicAuthority: boolean;
  /** A Gateway that is not accepted is told to be not programmed (1.4, #2527). */
  readonly unprogrammedGateway: boolean;
  /** The annotation `agentgateway.dev/internal-ports` is read (1.4, #2380). */
  readonly internalPorts: boolean;
  /** A Secret may hold the CA of a `tls` block of agentgateway's own (1.5, #2868). */
  readonly secretAuthority: boolean;
}

/** @param version release line, e.g. `1.5` */
export function agentgatewayFeatures(version: string): AgentgatewayFeatures {
  return {
    dynamicAuthority: isAtLeast(version, 1, 4),
    unprogrammedGateway: isAtLeast(version, 1, 4),
    internalPorts: isAtLeast(version, 1, 4),
    secretAuthority: isAtLeast(version, 1, 5),
  };
}
