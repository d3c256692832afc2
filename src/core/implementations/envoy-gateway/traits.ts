import { isAtLeast } from '../is-at-least.ts';

/** What one release of Envoy Gateway does differently from another, as far as backend TLS goes. */
export interface EnvoyGatewayTraits {
  /** `Gateway.spec.tls` is read: 1.8. */
  readonly gatewayBackendTls: boolean;
  /** A Gateway with an address of another type than IPAddress and Hostname is refused: 1.8. */
  readonly refusesAddresses: boolean;
  /** `EnvoyProxy.spec.mergeBackends`: 1.9. */
  readonly mergesBackends: boolean;
  /** ListenerSets of Gateway API v1 are read: 1.8 (issue #8409). */
  readonly listenerSets: boolean;
  /** Of listeners in one place one of the Gateway's own stays, and the names of all are told: 1.9 (pull request #9192). */
  readonly listenerPrecedence: boolean;
  /** A route is refused where none of its listeners is ready: until 1.8. */
  readonly needsReadyListener: boolean;
  /** A listener works with those of its certificates that can be used: 1.7. */
  readonly partialCertificates: boolean;
  /** What is wrong with the dates of a listener's certificate is told with its name and the date: 1.6. */
  readonly tellsDates: boolean;
  /** Values that a selector may not have are printed as Go has them: until 1.5 (Kubernetes libraries 1.33). */
  readonly printsGoValues: boolean;
  /** A listener's key has to fit its certificate: 1.9. */
  readonly matchesPairs: boolean;
  /** Listeners take certificates from SDS servers: 1.9. */
  readonly sdsListeners: boolean;
  /** A TLS listener that ends TLS takes TLSRoutes: 1.7 (pull request #7676). */
  readonly terminatedTlsRoutes: boolean;
  /** HTTPS listeners whose host names alone overlap keep HTTP/2: 1.8 (pull request #8934). */
  readonly keepsHttp2: boolean;
  /** `Backend.spec.tls` has a client certificate and TLS parameters of its own: 1.6. */
  readonly backendClientSettings: boolean;
  /** `Backend.spec.tls.sni`, and without it the SNI taken from the request: 1.6. */
  readonly backendSni: boolean;
  /** `Backend.spec.tls.autoSNIFromEndpointHostname`: 1.9 (pull request #9137). */
  readonly sniFromEndpoint: boolean;
  /** A policy with a sectionName goes before one for the whole target: 1.9 (pull request #9068). */
  readonly sectionFirst: boolean;
  /** `tls.crt` is taken for the CA when there is no `ca.crt`: 1.9. */
  readonly tlsCrtAsAuthority: boolean;
  /** The cache of ConfigMaps keeps a few known keys and the first one: 1.7. */
  readonly cachedConfigMaps: boolean;
  /** One Secret `system_ca_certificates` for all that trust the system's roots: 1.9. */
  readonly sharedSystemSecret: boolean;
  /** TLS 1.2 to 1.3 is written when nothing is configured; Envoy's own default is 1.2 alone: 1.8.3. */
  readonly writesTls13: boolean;
  /** Errors of filters and matches are told rule by rule, and the rule answers 500: 1.7. */
  readonly tellsRuleErrors: boolean;
  /** The client does not see why the upstream connection failed (Envoy 1.38.1): 1.8.1. */
  readonly hidesTransportFailure: boolean;
}

/**
 * The traits of a release.
 *
 * @param version release line or release, e.g. `1.8` or `1.8.2`
 */
export function traitsOf(version: string): EnvoyGatewayTraits {
  const since = (minor: number, patch = 0): boolean => isAtLeast(version, 1, minor, patch);
  return {
    gatewayBackendTls: since(8),
    refusesAddresses: since(8),
    mergesBackends: since(9),
    listenerSets: since(8),
    listenerPrecedence: since(9),
    needsReadyListener: !since(9),
    partialCertificates: since(7),
    tellsDates: since(6),
    printsGoValues: !since(6),
    matchesPairs: since(9),
    sdsListeners: since(9),
    terminatedTlsRoutes: since(7),
    keepsHttp2: since(8),
    backendClientSettings: since(6),
    backendSni: since(6),
    sniFromEndpoint: since(9),
    sectionFirst: since(9),
    tlsCrtAsAuthority: since(9),
    cachedConfigMaps: since(7),
    sharedSystemSecret: since(9),
    writesTls13: since(8, 3),
    tellsRuleErrors: since(7),
    hidesTransportFailure: since(8, 1),
  };
}
