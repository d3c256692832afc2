import type { Connection } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { NgfState } from '../ngf-state.ts';

/** What the parts of the status prediction share. */
export interface StatusContext {
  readonly state: NgfState;
  readonly version: string;
  /** Gateways that NGINX Gateway Fabric runs. */
  readonly gateways: readonly ManifestObject[];
  /** All BackendTLSPolicies. */
  readonly policies: readonly ManifestObject[];
  /** Ways through one Gateway, by its id. */
  readonly connections: ReadonlyMap<string, readonly Connection[]>;
}
