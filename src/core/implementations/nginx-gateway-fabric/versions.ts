import { isAtLeast } from '../is-at-least.ts';

/** `proxy_ssl_verify_depth 4` since 2.6.0 (pull request #5174); nginx's default before. */
export function verifyDepth(version: string): number {
  return isAtLeast(version, 2, 6) ? 4 : 1;
}

/** `Gateway.spec.tls.backend` is read since 2.3 (pull request #3900). */
export function readsGatewayBackendTls(version: string): boolean {
  return isAtLeast(version, 2, 3);
}

/** Condition messages start with `The` and name kinds as written in the API since 2.3 (pull request #4253). */
export function namesKindsInFull(version: string): boolean {
  return isAtLeast(version, 2, 3);
}

/**
 * In 2.3 and 2.4 a client certificate that cannot be used makes the whole Gateway invalid; since 2.5 it keeps its
 * listeners and tells under ResolvedRefs (pull request #4672).
 */
export function clientCertificateInvalidatesGateway(version: string): boolean {
  return readsGatewayBackendTls(version) && !isAtLeast(version, 2, 5);
}

/** `parentRef.kind` of route statuses is written since 2.6, when ListenerSets became parents (pull request #5203). */
export function writesParentKind(version: string): boolean {
  return isAtLeast(version, 2, 6);
}

/** ListenerSets (v1, not XListenerSets) are read since 2.6; before, `allowedListeners` is an unsupported field. */
export function readsListenerSets(version: string): boolean {
  return isAtLeast(version, 2, 6);
}

/** `keepalive 16` in upstreams from 2.4 (pull request #4524) until nginx's own default was left alone in 2.7 (#5592). */
export function upstreamKeepalive(version: string): number | undefined {
  return isAtLeast(version, 2, 4) && !isAtLeast(version, 2, 7) ? 16 : undefined;
}

/** The variable of the Connection header: keepalive is on by default since 2.4. */
export function connectionHeader(version: string): string {
  return isAtLeast(version, 2, 4) ? '$connection_keepalive' : '$connection_upgrade';
}

/** `$request_uri` behind every `proxy_pass`; since 2.5 in internal locations alone (pull request #4935). */
export function alwaysPassesRequestUri(version: string): boolean {
  return !isAtLeast(version, 2, 5);
}

/** Names of split_clients variables end in the path rule's index since 2.3 (pull request #4439). */
export function numbersPathRules(version: string): boolean {
  return isAtLeast(version, 2, 3);
}

/** The load balancing method of the upstream that answers 500: written until it could be chosen (pull request #4251). */
export function balancesInvalidUpstream(version: string): boolean {
  return !isAtLeast(version, 2, 3);
}

/** A BackendTLSPolicy holds for TLSRoutes on terminating listeners since 2.7 (pull request #5287). */
export function readsTlsRoutePolicies(version: string): boolean {
  return isAtLeast(version, 2, 7);
}

/** Kinds that an ExtensionRef filter may name; AuthenticationFilter since 2.4. */
export function extensionFilterKinds(version: string): readonly string[] {
  return isAtLeast(version, 2, 4) ? ['SnippetsFilter', 'AuthenticationFilter'] : ['SnippetsFilter'];
}

/** TCP and UDP listeners are known since 2.4 (pull request #4518). */
export function readsTcpListeners(version: string): boolean {
  return isAtLeast(version, 2, 4);
}

/** All `certificateRefs` of a listener are read since 2.6 (pull request #5037); before, more than one is an error. */
export function readsSeveralCertificates(version: string): boolean {
  return isAtLeast(version, 2, 6);
}

/** Listeners of protocol TLS end TLS since 2.7 (pull request #5287). */
export function terminatesTlsListeners(version: string): boolean {
  return isAtLeast(version, 2, 7);
}

/** `tls.options` of a listener are read since 2.4 (pull request #4639); before, they are an error. */
export function readsTlsOptions(version: string): boolean {
  return isAtLeast(version, 2, 4);
}

/** Session and curve options of a listener are known since 2.7 (pull request #5534). */
export function readsSessionOptions(version: string): boolean {
  return isAtLeast(version, 2, 7);
}

/** `Gateway.spec.tls.frontend` is read since 2.6 (pull request #5127); before, it is an unsupported field. */
export function readsFrontendTls(version: string): boolean {
  return isAtLeast(version, 2, 6);
}

/** Conflicts are resolved with ListenerSets in mind, and a listener stands but once, since 2.6 (pull request #5208). */
export function resolvesListenerSets(version: string): boolean {
  return isAtLeast(version, 2, 6);
}
