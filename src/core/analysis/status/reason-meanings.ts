import type { AttachmentReason, ListenerConflict } from '../../gateway-api/types.ts';
import type { RouteReason } from '../../implementations/envoy-gateway/refusal.ts';
import type { TlsPolicyError } from '../../implementations/kgateway/tls-policy-error.ts';
import type { BackendRefusal } from '../../implementations/nginx-gateway-fabric/check-backend-ref.ts';

/** Reasons that the types of gateway-api and implementations name: none of them may lack words. */
type NamedReason =
  | AttachmentReason
  | ListenerConflict
  | RouteReason
  | TlsPolicyError['kind']
  | BackendRefusal['reason'];

const meanings = {
  Accepted: 'The controller takes the object as it is written.',
  AddressNotAssigned: 'The Gateway has no address yet: its Service got none from the cluster.',
  AddressNotUsable: 'An address in spec.addresses cannot be used.',
  Aggregated: 'A status has room for 16 ancestors. Others exist and are not shown.',
  AncestorLimitReached:
    'A policy has room for 16 ancestors in its status. This Gateway is beyond them, so the policy does not hold here.',
  Attached: 'Every target of the policy was found and uses it.',
  BackendNotFound: 'A backendRef names something that does not exist.',
  ConfigurationChanged: 'Clients without a valid certificate are let through.',
  Conflicted: 'Another policy has the same target and takes precedence. This one does nothing.',
  ConflictedWithBackendTLSPolicy:
    'A BackendTLSPolicy has the same target. Its settings replace all of spec.tls here.',
  EndpointsNotFound: 'The Service has no endpoints: no Pod is ready behind it. Clients get 503.',
  HostnameConflict: 'Another listener has the same port and host name.',
  IncompatibleFilters: 'Filters of a rule cannot be used together, or not in that place.',
  Invalid: 'The spec says something the controller cannot use, so the object does nothing.',
  InvalidAddress: 'An endpoint of the Backend has an address that cannot be used.',
  InvalidBackendFilters:
    'A filter of a backendRef cannot be used, so its requests are answered with an error.',
  InvalidBackendRef: 'A backendRef names a Backend that cannot be used.',
  InvalidBackendTLS:
    'The TLS settings for a backend cannot be used, so its requests are answered with an error.',
  InvalidCACertificateRef:
    'A CA reference names nothing, or nothing that holds a CA certificate under ca.crt.',
  InvalidCACertificateKind: 'A CA reference names a kind that is not supported.',
  InvalidCertificateRef:
    'A certificate reference of a listener names nothing that holds a certificate and its key.',
  InvalidClientCertificateRef:
    'The client certificate reference names nothing that holds a certificate and its key.',
  InvalidFilter:
    'A filter names something that does not exist or cannot be used, so the rule answers with an error.',
  InvalidKind: 'A reference names a kind that this gateway does not take there.',
  InvalidListener: 'Every listener that takes the route is refused, so nothing listens for it.',
  InvalidParameters: 'It is used, but without the settings that parametersRef names.',
  InvalidRouteKinds: 'allowedRoutes names a kind that the protocol does not take.',
  InvalidRule: 'The number of rules is not what this kind of route takes.',
  ListenerSetsAttached: 'The Gateway has listeners of ListenerSets.',
  ListenerSetsNotAllowed: 'The Gateway has no spec.allowedListeners, so it takes no ListenerSet.',
  ListenersNotReady: 'A listener is not ready, so the Gateway is not either.',
  ListenersNotResolved: 'References of a listener are not resolved.',
  ListenersNotValid: 'A listener cannot be used.',
  NoConflicts: 'No other listener is in its place.',
  NoMatchingListenerHostname: 'The host names of route and listener do not meet.',
  NoMatchingParent: 'No listener has that sectionName and port.',
  NoReadyListeners:
    'No listener that allows the route is programmed, so nothing listens. Look at the conditions of the listeners.',
  NoResources: 'The data plane could not be started: the cluster lacks what it needs.',
  NoValidCACertificate:
    'No CA reference can be used, so the gateway has nothing to check the backend with and refuses its traffic.',
  NotAllowed: 'The Gateway does not allow the ListenerSet.',
  NotAllowedByListeners: 'allowedRoutes of no listener takes the route.',
  OverlappingCertificates:
    'Another HTTPS listener on the port has a certificate for some of the same names, so a client may reuse its connection.',
  OverlappingHostnames: 'Another HTTPS listener on the port serves some of the same host names.',
  ParametersRefInvalid: 'parametersRef names a kind or content that the controller cannot use.',
  ParametersRefNotFound: 'parametersRef names something that does not exist.',
  ParentNotAccepted: 'The Gateway is not accepted.',
  PartiallyInvalidCertificateRef:
    'Some certificates of the listener cannot be used; it works with the others.',
  PartiallyValid: 'It is used, but a part of it cannot be translated; the message says which.',
  Pending: 'The controller has not got round to it, or something it needs is not there yet.',
  PortNotFound: 'The Service has no such port.',
  PortNotSpecified: 'A backendRef to a Service needs a port.',
  PortUnavailable: 'The port belongs to a listener that conflicts.',
  Programmed: 'It is configured in the data plane.',
  ProtocolConflict: 'Another listener has the port with a protocol that does not go with this one.',
  RefNotPermitted: 'No ReferenceGrant allows a reference to another namespace.',
  ResolvedRefs: 'Everything it names was found and can be used.',
  RouteRuleReplaced:
    'A rule cannot be translated: every request it takes is answered with an error.',
  SDSCertificateOpaque:
    'A certificate on the port comes from an SDS server, so nobody can tell whether its names overlap: HTTP/2 is off.',
  SecretRefInvalid: 'The client certificate Secret does not exist or holds no usable pair.',
  SecretRefNotPermitted: 'No ReferenceGrant allows the reference to a Secret in another namespace.',
  SupportedVersion: 'The CRDs in the cluster are of a version the controller knows.',
  TargetNotFound: 'The target, or the port that sectionName names, does not exist.',
  TranslationError: 'The settings cannot be translated, so the backend is not configured.',
  UnsupportedAddress: 'An address in spec.addresses is of a type that is not supported.',
  UnsupportedAddressType: 'The backend has an address of a kind that cannot be used here.',
  UnsupportedField: 'It is used, but this version passes over a field.',
  UnsupportedProtocol: 'The protocol is not supported here.',
  UnsupportedValue: 'A field has a value that this gateway does not take.',
  UnsupportedVersion: 'The CRDs in the cluster are of a version the controller does not know.',
  Valid: 'The controller takes the policy as it is written.',
} as const satisfies Readonly<Record<NamedReason, string> & Record<string, string>>;

/** A reason that has another meaning under one type, as `Type/Reason`. */
const special: Readonly<Record<string, string>> = {
  'Attached/Pending': 'The policy is not attached: it has an error.',
  'AttachedListenerSets/NoResources': 'No listener of a ListenerSet has a place in the Gateway.',
  'Invalid/Accepted':
    'The Backend is refused. Envoy Gateway writes type and reason the wrong way round here: read Accepted=False, reason Invalid.',
  'PartiallyInvalid/IncompatibleFilters':
    'Some rules have filters that do not go together and answer with an error. The others work.',
  'PartiallyInvalid/UnsupportedValue':
    'Some rules have a value that this gateway does not take and are left out or answer with an error. The others work.',
  'ResolvedRefs/UnsupportedValue':
    'A backend cannot be used as it is set up; the message says why. Its requests get an error.',
  'kgateway.dev/Programmed/Conflicted':
    'An older TCPRoute has the listener, which takes one. This one gets no connection.',
  'Programmed/Invalid':
    'Nothing new of it reaches the data plane: it is refused as it stands, or the data plane does not take its configuration. The message and the other conditions say why.',
};

/**
 * What a condition says, in plain words; null for a reason that is not known. Several reasons joined with commas,
 * as Envoy Gateway writes them, get a sentence each.
 *
 * @see Gateway API GEP-1364, GEP-713, GEP-1897; each implementation's own reasons
 */
export function reasonMeaning(type: string, reason: string): string | null {
  const whole = lookup(special, `${type}/${reason}`) ?? lookup(meanings, reason);
  if (whole !== null) return whole;
  const parts = reason.split(',').map((part) => lookup(meanings, part));
  return parts.includes(null) ? null : parts.join(' ');
}

function lookup(table: Readonly<Record<string, string>>, key: string): string | null {
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}
