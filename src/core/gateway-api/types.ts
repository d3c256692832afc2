import type { FieldRef, Finding, ImplementationId } from '../model/index.ts';
import type { ManifestObject } from '../manifest/types.ts';
import type { GatewayApiFindingCode } from './findings.ts';

/** Objects of the workspace by key, the later definition winning as with `kubectl apply`. */
export interface ObjectIndex {
  readonly all: readonly ManifestObject[];
  readonly byId: ReadonlyMap<string, ManifestObject>;
  /** Winners only. */
  readonly byKey: ReadonlyMap<string, ManifestObject>;
  /** Ids of definitions that a later one replaces. */
  readonly shadowed: ReadonlySet<string>;
  /** Winners of one kind (`group/Kind`), in order. */
  readonly ofKind: (groupKind: string) => readonly ManifestObject[];
}

export type ReferenceKind =
  | 'gatewayClass'
  | 'parentRef'
  | 'backendRef'
  | 'policyTarget'
  | 'caCertificateRef'
  | 'clientCertificateRef'
  | 'listenerCertificateRef'
  | 'parametersRef'
  | 'secretRef'
  | 'selector'
  | 'volume'
  | 'env';

/** What a reference names, whether or not it exists. */
export interface ReferenceTarget {
  readonly key: string;
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Id of the winning object; absent when it is not among the files. */
  readonly objectId?: string;
}

/** One field that names another object. Every edge of the graph comes from one of these. */
export interface Reference {
  readonly id: string;
  readonly kind: ReferenceKind;
  readonly from: FieldRef;
  /** The field that holds the target's name, for a rename; absent where labels select. */
  readonly nameField?: FieldRef;
  readonly target: ReferenceTarget;
  /** `optional: true` of a volume or variable: the target may be missing. */
  readonly optional?: boolean;
  /** ReferenceGrant verdict for references that cross namespaces. */
  readonly permission: 'same-namespace' | 'granted' | 'denied' | 'not-needed';
}

/** Why a listener cannot be told from another one of the same Gateway; its port is then not configured. */
export type ListenerConflict = 'HostnameConflict' | 'ProtocolConflict';

export interface Listener {
  readonly gatewayId: string;
  /** The ListenerSet that it stands in; absent for a listener of the Gateway itself. */
  readonly listenerSetId?: string;
  /** Place in `spec.listeners` of the Gateway or ListenerSet. */
  readonly index: number;
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  readonly hostname?: string;
  /** Set for protocol TLS; `Terminate` is the default of the schema. */
  readonly tlsMode?: 'Terminate' | 'Passthrough';
  readonly conflict?: ListenerConflict;
}

/** What became of the parentRef of one ListenerSet. */
export interface ListenerSetAttachment {
  readonly listenerSetId: string;
  readonly parent: Reference;
  /** Absent when the Gateway is not among the files. */
  readonly gatewayId?: string;
  /** `spec.allowedListeners` of the Gateway; `assumed` when labels that are not known would decide. */
  readonly allowed: 'yes' | 'no' | 'assumed';
  /** Those that join the Gateway's; none when the Gateway does not allow it. */
  readonly listeners: readonly Listener[];
}

/** Why one listener does not take a route. The names are the Gateway API's route condition reasons. */
export type AttachmentReason =
  'NoMatchingParent' | 'NotAllowedByListeners' | 'NoMatchingListenerHostname';

/** What became of one parentRef of a route. */
export interface RouteAttachment {
  readonly routeId: string;
  readonly parentIndex: number;
  readonly parent: Reference;
  /** Absent when the parent is not among the files or leads to no Gateway. */
  readonly gatewayId?: string;
  /** Set when the parent is a ListenerSet of that Gateway. */
  readonly listenerSetId?: string;
  /** Listeners whose `allowedRoutes` take the route, whatever their host name. */
  readonly allowed: readonly Listener[];
  /** Listeners that take the route, with the host names it then serves; `*` stands for any. */
  readonly listeners: readonly {
    readonly listener: Listener;
    readonly hostnames: readonly string[];
  }[];
  /** Set when no listener takes it. */
  readonly reason?: AttachmentReason;
  /** A namespace selector was taken to match, because the Namespace is not among the files. */
  readonly assumedNamespaceLabels: boolean;
}

/** One targetRef of a BackendTLSPolicy that names an object of its namespace. */
export interface PolicyTarget {
  readonly policyId: string;
  readonly targetIndex: number;
  /** Name of a Service port; absent for the whole target. */
  readonly sectionName?: string;
}

/** A BackendTLSPolicy that holds for one Service port (or whole Service). */
export interface EffectivePolicy {
  readonly policyId: string;
  readonly targetIndex: number;
  /** Ids of policies on the same target that lost, with the rule that decided. */
  readonly conflicted: readonly string[];
}

/** One way a request can take: listener, route rule, backendRef. */
export interface Connection {
  /** `gatewayKey|listener|routeKey|rule|backendRef`; a ListenerSet's listener is `namespace/set/listener`. */
  readonly id: string;
  readonly gatewayId: string;
  readonly listener: Listener;
  readonly routeId: string;
  readonly routeKind: 'HTTPRoute' | 'GRPCRoute' | 'TLSRoute';
  readonly ruleIndex: number;
  readonly backendRefIndex: number;
  /** The host name a client would use: first of the intersection, or an example for a wildcard. */
  readonly hostname: string;
  readonly path: string;
  readonly backend: BackendTarget;
  /** Every field that takes part, from the listener to the port. */
  readonly fields: readonly FieldRef[];
  readonly implementation: DetectedImplementation;
}

export type BackendTarget =
  | {
      readonly kind: 'service';
      readonly target: ReferenceTarget;
      readonly port: number;
      readonly portName?: string;
      readonly targetPort?: number | string;
      readonly appProtocol?: string;
      readonly reference: Reference;
    }
  | {
      /** Backend of kgateway, Envoy Gateway or agentgateway with hosts outside the cluster. */
      readonly kind: 'external';
      readonly target: ReferenceTarget;
      readonly host: string;
      readonly port: number;
      readonly reference: Reference;
      /** Further hosts of the same Backend; the connection is shown for the first. */
      readonly otherHosts?: readonly string[];
    }
  | { readonly kind: 'missing'; readonly target: ReferenceTarget; readonly reference: Reference };

export interface DetectedImplementation {
  readonly id: ImplementationId | null;
  readonly how: 'override' | 'simulated' | 'controller-name' | 'well-known-class' | 'unknown';
  /** The value that told it: controllerName or class name. */
  readonly evidence: string;
}

/** Everything that follows from the Gateway API alone, before any implementation is asked. */
export interface Resolution {
  readonly index: ObjectIndex;
  readonly references: readonly Reference[];
  readonly connections: readonly Connection[];
  /** Policy per `serviceKey` (whole) or `serviceKey|portName`. */
  readonly policies: ReadonlyMap<string, EffectivePolicy>;
  readonly implementations: ReadonlyMap<string, DetectedImplementation>;
  /** Every parentRef of every HTTPRoute, GRPCRoute and TLSRoute. */
  readonly attachments: readonly RouteAttachment[];
  /** All BackendTLSPolicy targets by object key, in order of precedence, winners and losers. */
  readonly policyTargets: ReadonlyMap<string, readonly PolicyTarget[]>;
  readonly findings: readonly Finding<GatewayApiFindingCode>[];
}
