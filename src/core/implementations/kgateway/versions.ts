import { isAtLeast } from '../is-at-least.ts';

/** What a release line of kgateway knows. Pull request numbers are kgateway's. */
export interface KgatewayFeatures {
  /** BackendConfigPolicy exists, and BackendTLSPolicy takes `wellKnownCACertificates` and `subjectAltNames` (2.1). */
  readonly configPolicy: boolean;
  /** A rule whose ExtensionRef names no policy is replaced and told (2.1). */
  readonly replacedRules: boolean;
  /** Listeners read `tls.options` beyond ALPN, and refuse one they do not know (2.2, #12917, #13064). */
  readonly listenerOptions: boolean;
  /** A Secret may hold the CA of a BackendTLSPolicy (2.2, #13117). */
  readonly secretAuthority: boolean;
  /** BackendTLSPolicy status under Gateways, port before Service, Gateway client certificate (2.3, #13801, #13705). */
  readonly gatewayAncestors: boolean;
  /** BackendConfigPolicies merge, and BackendTLSPolicy beats them for TLS (2.4, #14043). */
  readonly configPolicyMerge: boolean;
  /** `parameters.signatureAlgorithms` of BackendConfigPolicy (2.4, #14282). */
  readonly signatureAlgorithms: boolean;
  /** A listener works with those of its certificates that can be used (2.4, #13963). */
  readonly partialCertificates: boolean;
  /** An option that is not known leaves ResolvedRefs of the listener True and is named (2.4, #14454). */
  readonly namedOptions: boolean;
  /** Routes carry `kgateway.dev/Programmed`, TLSRoutes make ancestors (2.4, #14071). */
  readonly programmedRoutes: boolean;
}

/** @param version release line, e.g. `2.4` */
export function kgatewayFeatures(version: string): KgatewayFeatures {
  return {
    configPolicy: isAtLeast(version, 2, 1),
    replacedRules: isAtLeast(version, 2, 1),
    listenerOptions: isAtLeast(version, 2, 2),
    secretAuthority: isAtLeast(version, 2, 2),
    gatewayAncestors: isAtLeast(version, 2, 3),
    configPolicyMerge: isAtLeast(version, 2, 4),
    signatureAlgorithms: isAtLeast(version, 2, 4),
    partialCertificates: isAtLeast(version, 2, 4),
    namedOptions: isAtLeast(version, 2, 4),
    programmedRoutes: isAtLeast(version, 2, 4),
  };
}
