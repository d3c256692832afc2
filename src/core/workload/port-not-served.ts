import { makeFinding } from '../gateway-api/index.ts';
import type { ManifestObject } from '../manifest/types.ts';
import type { Finding } from '../model/index.ts';
import type { WorkloadFindingCode } from './findings.ts';

/** A port that nobody in the workload listens on. */
export interface SilentPort {
  readonly workload: ManifestObject;
  readonly port: number;
  /** Where it does listen: `*:8443`. */
  readonly ports: readonly string[];
  /** `nginx`, `echo-basic`. */
  readonly process: string;
  /** What would open the port: an imperative clause. */
  readonly remedy: string;
}

/** The finding about a port that nobody listens on. */
export function portNotServed(silent: SilentPort): Finding<WorkloadFindingCode> {
  const { workload, port, ports, process, remedy } = silent;
  return makeFinding({
    code: 'WORKLOAD-PORT-NOT-SERVED',
    severity: 'error',
    object: workload,
    path: ['spec'],
    params: {
      workload: `${workload.kind} ${workload.name}`,
      port: String(port),
      ports: [...new Set(ports)].join(', ') || 'no port',
      process,
      remedy,
    },
    step: 3,
    suffix: String(port),
  });
}
