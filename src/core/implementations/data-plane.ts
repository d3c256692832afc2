import type { FieldRef } from '../model/index.ts';

/** One line of a data plane's configuration and the manifest field that made it. */
export interface DataPlaneLine {
  readonly text: string;
  /** Absent for what the control plane writes whatever the manifests say. */
  readonly from?: FieldRef;
}

/** The part of a data plane's configuration that serves one connection. */
export interface DataPlaneConfig {
  readonly language: 'yaml' | 'nginx' | 'json';
  readonly lines: readonly DataPlaneLine[];
}
