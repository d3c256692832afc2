import type { ImplementationId, SourceRef } from '../../model/index.ts';

/** The field that made a line of configuration, ready to be named and shown in its file. */
export interface LineSource {
  readonly objectId: string;
  readonly objectKey: string;
  /** `BackendTLSPolicy catalog-tls`. */
  readonly object: string;
  /** `spec.validation.hostname`. */
  readonly field: string;
  readonly at: SourceRef;
}

export interface ListedLine {
  readonly text: string;
  /** Absent for what the gateway writes whatever the manifests say. */
  readonly source?: LineSource;
}

/** The configuration that serves one connection, in plain JSON. Private keys are not in it. */
export interface DataPlaneListing {
  readonly kind: 'listing';
  readonly connectionId: string;
  readonly implementation: ImplementationId;
  /** The release line whose configuration this is, e.g. `2.7`. */
  readonly version: string;
  readonly language: 'yaml' | 'nginx' | 'json';
  /** None where the gateway is told nothing about TLS to this backend. */
  readonly lines: readonly ListedLine[];
}

/** The configuration, or why there is none. */
export type DataPlaneAnswer =
  | DataPlaneListing
  /** It is not known which implementation runs the Gateway. */
  | {
      readonly kind: 'unknown-gateway';
      readonly connectionId: string;
      readonly gatewayName: string;
      /** The class or controller that was found instead. */
      readonly evidence: string;
    }
  /** The manifests make no such connection (any more). */
  | { readonly kind: 'no-connection'; readonly connectionId: string };
