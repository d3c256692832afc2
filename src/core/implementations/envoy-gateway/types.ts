import type { Connection, PolicyTarget, Reference } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { AbsentSecrets } from '../listeners/absent-secrets.ts';
import type { FieldPath } from '../../model/index.ts';
import type { GatewayLevel } from './backend-tls.ts';
import type { EnvoyGatewayContext } from './context.ts';
import type { FilterError } from './filters/filter-error.ts';
import type { GatewayRefusal } from './gateway-refusal.ts';
import type { EnvoyGatewayListener } from './listeners/gateway-listeners.ts';
import type { Checked, Refusal } from './refusal.ts';
import type { ServerValidation, TlsSettings } from './tls-settings.ts';

/** What many connections and conditions share, each worked out once for a resolution and version. */
export interface EnvoyGatewayState {
  readonly context: EnvoyGatewayContext;
  readonly policy: (policyId: string) => Checked<ServerValidation> | null;
  readonly gatewayLevel: (gateway: ManifestObject) => GatewayLevel;
  /** Why nothing of a Gateway is translated. */
  readonly refusal: (gateway: ManifestObject) => GatewayRefusal | null;
  /**
   * The Gateway's own and those of its ListenerSets, in order of precedence.
   *
   * @param absent how Secrets that are not among the files are judged
   */
  readonly listeners: (
    gateway: ManifestObject,
    absent: AbsentSecrets,
  ) => readonly EnvoyGatewayListener[];
  readonly rule: (gateway: ManifestObject, route: ManifestObject, ruleIndex: number) => RuleOutcome;
  /** The backend that a RequestMirror filter names at `path`. */
  readonly mirror: (
    gateway: ManifestObject,
    route: ManifestObject,
    path: FieldPath,
  ) => BackendOutcome | undefined;
}

/** What one backendRef comes to under one Gateway. */
export interface BackendOutcome {
  readonly reference: Reference;
  readonly index: number;
  readonly weight: number;
  /** Absent when the backendRef was refused before it was found. */
  readonly backend?: ManifestObject;
  readonly appProtocols: readonly string[];
  readonly dynamicResolver: boolean;
  /** The policy that was selected, whether or not it resolves. */
  readonly policy?: PolicyTarget;
  readonly policyReached: boolean;
  /** Null: plaintext. Absent: refused. */
  readonly tls?: TlsSettings | null;
  readonly refusal?: Refusal;
}

/** What one rule of a route comes to under one Gateway. */
export interface RuleOutcome {
  readonly backends: readonly BackendOutcome[];
  /** The status Envoy answers every request of the rule with, when no backend is left or a filter answers. */
  readonly response?: number;
  /** Why a filter answers in the backends' place. */
  readonly answeredBy?: string;
  /** Why the rule is not programmed at all. */
  readonly dropped?: string;
  /** What stands against filters and matches. */
  readonly errors: readonly FilterError[];
  /** Backends that get a copy of each request. */
  readonly mirrors: readonly BackendOutcome[];
  /** A dynamic resolver stands beside other backends. */
  readonly resolverNotAlone: boolean;
  /** SNI is taken from the request, for backends without one of their own. */
  readonly sniFromRequest: boolean;
}

/** A connection found again in the state of its Gateway. */
export interface TranslatedConnection {
  readonly connection: Connection;
  readonly state: EnvoyGatewayState;
  readonly gateway: ManifestObject;
  readonly route: ManifestObject;
  readonly rule: RuleOutcome;
  readonly outcome: BackendOutcome;
}
