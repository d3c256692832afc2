import type { Finding } from '../../model/index.ts';
import type { GatewayApiFindingCode } from '../findings.ts';
import type { Resolution } from '../types.ts';

/** Everything that is resolved before the first check runs. */
export type CheckContext = Omit<Resolution, 'findings'>;

/** A finding of this area. */
export type GatewayApiFinding = Finding<GatewayApiFindingCode>;

/** One rule: all findings of its kind, in document order. */
export type Check = (context: CheckContext) => readonly GatewayApiFinding[];
