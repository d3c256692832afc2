import type { Resolution } from '../gateway-api/types.ts';
import type { Handshake } from '../handshake/types.ts';
import type { UpstreamTls } from '../implementations/types.ts';
import type { Severity } from '../model/index.ts';
import type { BackendTls } from '../workload/types.ts';

/** Everything the picture is made from; nothing in it is looked up elsewhere. */
export interface TopologyInput {
  readonly resolution: Resolution;
  /** What the workload presents and demands, by connection id. */
  readonly backends: ReadonlyMap<string, BackendTls>;
  /** What the gateway is programmed with, by connection id; null when no implementation is known. */
  readonly programmed: ReadonlyMap<string, UpstreamTls | null>;
  readonly handshakes: readonly Handshake[];
  /** Worst severity by object id. */
  readonly marks: ReadonlyMap<string, Severity>;
  /** The deciding fact by object id. */
  readonly facts: ReadonlyMap<string, string>;
}
