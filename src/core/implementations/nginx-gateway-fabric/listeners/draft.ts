import type { Listener } from '../../../gateway-api/types.ts';
import type { PredictedCondition } from '../../status.ts';
import { unmet } from '../status/conditions.ts';

/** A listener while it is judged: what is found later may cost one its place that was judged before. */
export interface Draft {
  readonly listener: Listener;
  readonly conditions: PredictedCondition[];
  /** What the Gateway tells for its sake. */
  readonly ofGateway: PredictedCondition[];
  valid: boolean;
}

/** A field of the listener has a value that NGINX Gateway Fabric does not take. */
export function unsupportedValue(message: string): readonly PredictedCondition[] {
  return [unmet('Accepted', 'UnsupportedValue', message), notProgrammed(message)];
}

/** No certificateRef can be used. */
export function refusedCertificates(
  reason: string,
  message: string,
): readonly PredictedCondition[] {
  return [
    unmet('Accepted', reason, message),
    unmet('ResolvedRefs', reason, message),
    notProgrammed(message),
  ];
}

/** The listener is not written to nginx. */
export function notProgrammed(message: string, reason = 'Invalid'): PredictedCondition {
  return unmet('Programmed', reason, message);
}
