import type { JsonValue } from '../../manifest/types.ts';

/** A field that a conformance test sets before it looks; the object is made when it is not there. */
export interface ConformanceChange {
  /** `Kind/name` or `Kind/namespace/name`. */
  readonly object: string;
  readonly path: readonly (string | number)[];
  readonly value: JsonValue;
}

/**
 * One row of the Gateway API's conformance suite: a manifest, an object of it, and the conditions that the test asks
 * for.
 */
export interface ConformanceRow {
  /** File name in the suite. */
  readonly manifest: string;
  /** `Kind/name` in namespace gateway-conformance-infra, or `Kind/namespace/name`. */
  readonly object: string;
  /** Gateway under which a route or policy is looked at. */
  readonly under?: string;
  /** Listener of a Gateway. */
  readonly listener?: string;
  /** What the test has done before it looks. */
  readonly after?: string;
  readonly changes?: readonly ConformanceChange[];
  /** `status/reason` by condition type; reason `*` is any. */
  readonly conditions?: Readonly<Record<string, string>>;
  readonly attachedRoutes?: number;
  /** Kinds that must be among those that a listener supports. */
  readonly supportedKinds?: readonly string[];
  /** Server name towards the backend by request path. */
  readonly serverNames?: Readonly<Record<string, string>>;
}

/** What a row asks for, or what there is instead, by name of the column. */
export type ConformanceColumns = Readonly<Record<string, JsonValue>>;
