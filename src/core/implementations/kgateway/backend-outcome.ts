import type { ManifestObject } from '../../manifest/types.ts';
import type { ClientCertificate } from '../types.ts';
import type { TlsPolicyVerdict } from './backend-tls-policy.ts';
import type { ConfigPolicyTls, ConfigPolicyVerdict } from './config-policy.ts';
import type { KgatewayState } from './kgateway-state.ts';

/** What the policies of one backend come to, before the Gateway adds its client certificate. */
export interface BackendOutcome {
  /** The BackendTLSPolicy in charge, and those that lost to it. */
  readonly tlsPolicy?: TlsPolicyVerdict;
  readonly losers: readonly ManifestObject[];
  /** The BackendConfigPolicy whose `spec.tls` counts, or would count without the BackendTLSPolicy. */
  readonly configPolicy?: ConfigPolicyVerdict;
  readonly configPolicies: readonly ConfigPolicyVerdict[];
  /** Any error leaves the cluster out of Envoy's configuration. */
  readonly errors: readonly string[];
  readonly proxyProtocol: boolean;
  readonly source: 'tls-policy' | 'config-policy' | 'none';
}

/**
 * Which policy makes the transport socket. A BackendTLSPolicy wins over `spec.tls` of a BackendConfigPolicy
 * as soon as it is attached, even a broken one; up to 2.3 both wrote the socket in random order, and this
 * takes the BackendTLSPolicy.
 *
 * @see kgateway translator/irtranslator/backend.go `applyBasePolicies`
 */
export function backendOutcome(
  { attached, tlsPolicy, configPolicy }: KgatewayState,
  targetKey: string,
  portName: string | undefined,
): BackendOutcome {
  const policies = attached(targetKey, portName);
  const [first, ...losers] = policies.tls;
  const winner = first && tlsPolicy(first);
  const configPolicies = policies.config.map(configPolicy);
  const withTls = configPolicies.find(({ hasTls }) => hasTls);
  const tlsErrors = winner?.error === undefined ? [] : [winner.error.message];
  const configErrors = configPolicies.flatMap(({ error }) =>
    error === undefined ? [] : [error.message],
  );
  return {
    ...(winner === undefined ? {} : { tlsPolicy: winner }),
    losers,
    ...(withTls === undefined ? {} : { configPolicy: withTls }),
    configPolicies,
    errors: [...tlsErrors, ...configErrors],
    proxyProtocol: configPolicies.some(({ proxyProtocol }) => proxyProtocol),
    source: sourceOf(winner, withTls?.tls),
  };
}

function sourceOf(
  winner: TlsPolicyVerdict | undefined,
  tls: ConfigPolicyTls | undefined,
): BackendOutcome['source'] {
  if (winner !== undefined) return 'tls-policy';
  return tls === undefined ? 'none' : 'config-policy';
}

/**
 * The client certificate that Envoy presents: the Gateway's replaces a BackendConfigPolicy's own, `simpleTLS`
 * or not, unless proxy protocol wraps the socket.
 *
 * @see kgateway translator/irtranslator/backend.go `injectGatewayBackendClientCertificate`
 */
export function presentedCertificate(
  outcome: BackendOutcome,
  gateway: ClientCertificate | undefined,
): ClientCertificate | undefined {
  if (gateway !== undefined && !outcome.proxyProtocol) return gateway;
  return outcome.source === 'config-policy' ? outcome.configPolicy?.clientCertificate : undefined;
}
