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
  readonly target: ReferenceTarget;
  /** ReferenceGrant verdict for references that cross namespaces. */
  readonly permission: 'same-namespace' | 'granted' | 'denied' | 'not-needed';
}

export interface Listener {
  readonly gatewayId: string;
  readonly index: number;
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  readonly hostname?: string;
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
  /** `gatewayKey|listener|routeKey|rule|backendRef`. */
  readonly id: string;
  readonly gatewayId: string;
  readonly listener: Listener;
  readonly routeId: string;
  readonly routeKind: 'HTTPRoute' | 'GRPCRoute';
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
      /** kgateway or Envoy Gateway Backend with hosts outside the cluster. */
      readonly kind: 'external';
      readonly target: ReferenceTarget;
      readonly host: string;
      readonly port: number;
      readonly reference: Reference;
    }
  | { readonly kind: 'missing'; readonly target: ReferenceTarget; readonly reference: Reference };

export interface DetectedImplementation {
  readonly id: ImplementationId | null;
  readonly how: 'override' | 'controller-name' | 'well-known-class' | 'unknown';
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
  readonly findings: readonly Finding<GatewayApiFindingCode>[];
}
