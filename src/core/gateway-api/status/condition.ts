import type { PredictedCondition } from '../status.ts';

/** What each reason means. Messages are left to implementations by the Gateway API; these say it in plain words. */
const MEANINGS: Readonly<Record<string, string>> = {
  Accepted: 'It is valid and used.',
  AddressNotUsable: 'An address cannot be used.',
  BackendNotFound: 'A backendRef names something that does not exist.',
  ConfigurationChanged: 'Clients without a valid certificate are let through.',
  Conflicted: 'Another policy takes precedence for the same target.',
  HostnameConflict: 'Another listener has the same port and host name.',
  Invalid: 'What is written cannot be used.',
  InvalidCACertificateKind: 'A CA reference names a kind that is not supported.',
  InvalidCACertificateRef:
    'A CA reference names nothing, or nothing with a CA certificate under ca.crt.',
  InvalidCertificateRef:
    'A certificate reference names nothing that holds a certificate and its key.',
  InvalidClientCertificateRef:
    'The client certificate reference names nothing that holds a certificate and its key.',
  InvalidKind: 'A reference names a kind that is not supported.',
  InvalidRouteKinds: 'allowedRoutes names a kind that the protocol does not take.',
  ListenersNotResolved: 'References of a listener are not resolved.',
  ListenersNotValid: 'A listener cannot be used.',
  NoConflicts: 'No other listener is in its place.',
  NoMatchingListenerHostname: 'The host names of route and listener do not meet.',
  NoMatchingParent: 'No listener has that sectionName and port.',
  NoValidCACertificate: 'None of the CA references can be used.',
  NotAllowed: 'The Gateway does not allow the ListenerSet.',
  NotAllowedByListeners: 'allowedRoutes of no listener takes the route.',
  OverlappingHostnames: 'Another HTTPS listener on the port serves some of the same host names.',
  ParentNotAccepted: 'The Gateway is not accepted.',
  PortUnavailable: 'The port belongs to a listener that conflicts.',
  Programmed: 'It is configured in the data plane.',
  ProtocolConflict: 'Another listener has the port with a protocol that does not go with this one.',
  RefNotPermitted: 'No ReferenceGrant allows a reference to another namespace.',
  ResolvedRefs: 'Every reference is resolved.',
  TargetNotFound: 'The target, or the port that sectionName names, does not exist.',
  UnsupportedProtocol: 'The protocol is not supported.',
};

/** One condition with the meaning of its reason as message. */
export function condition(type: string, holds: boolean, reason: string): PredictedCondition {
  const message = Object.hasOwn(MEANINGS, reason) ? (MEANINGS[reason] ?? '') : '';
  return { type, status: holds ? 'True' : 'False', reason, message };
}

/** `ResolvedRefs`: True, or False with the reason of the first reference that is not resolved. */
export function resolvedRefs(problem: string | undefined): PredictedCondition {
  return condition('ResolvedRefs', problem === undefined, problem ?? 'ResolvedRefs');
}
