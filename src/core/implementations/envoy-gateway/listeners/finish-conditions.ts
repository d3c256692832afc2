import type { Listener } from '../../../gateway-api/types.ts';
import type { PredictedCondition } from '../../status.ts';
import { setCondition } from '../conditions.ts';
import type { EnvoyGatewayTraits } from '../traits.ts';
import { PARTLY } from './certificate-conditions.ts';
import { ACCEPTED, notProgrammed, PROGRAMMED, RESOLVED } from './conditions.ts';
import { isInSet } from './conflict.ts';

const SEE_OTHERS = notProgrammed('Listener is invalid, see other Conditions for details.');

/**
 * Completes what was found wrong with a listener: without anything it is ready, and so with some certificates that
 * cannot be used.
 *
 * @see Envoy Gateway internal/gatewayapi/validate.go `validateListenerConditions`
 */
export function finishConditions(
  { listenerSets }: EnvoyGatewayTraits,
  listener: Listener,
  found: readonly PredictedCondition[],
): readonly PredictedCondition[] {
  const [first, second] = found;
  if (first === undefined)
    return [
      PROGRAMMED,
      ACCEPTED,
      RESOLVED,
      ...(listenerSets && isInSet(listener) ? [NO_CONFLICTS] : []),
    ];
  if (second === undefined && first.reason === PARTLY) return [first, ACCEPTED, PROGRAMMED];
  const isCertificate = second === undefined && first.reason === 'InvalidCertificateRef';
  const whole =
    listenerSets && isCertificate
      ? [first, ACCEPTED, SEE_OTHERS]
      : [...missing(found, SEE_OTHERS), ...missing(found, RESOLVED)].reduce(setCondition, found);
  return listenerSets && isInSet(listener) ? whole.map(inSet) : whole;
}

const NO_CONFLICTS: PredictedCondition = {
  type: 'Conflicted',
  status: 'False',
  reason: 'NoConflicts',
  message: 'No conflicts detected',
};

function missing(
  found: readonly PredictedCondition[],
  condition: PredictedCondition,
): readonly PredictedCondition[] {
  return found.some(({ type }) => type === condition.type) ? [] : [condition];
}

/** ListenerSets have a reason of their own. @see internal/gatewayapi/contexts.go `SetCondition` */
function inSet(condition: PredictedCondition): PredictedCondition {
  return condition.reason === 'Invalid' ? { ...condition, reason: 'ListenersNotValid' } : condition;
}
