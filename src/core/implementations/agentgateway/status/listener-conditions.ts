import type { PredictedCondition } from '../../status.ts';

/**
 * Conditions of a listener that nothing stands against but the Gateway's client certificate.
 *
 * @param error the condition of a client certificate that cannot be used
 * @see agentgateway controller/pkg/agentgateway/translator/conversion.go `BuildListener`
 */
export function listenerConditions(
  error: PredictedCondition | undefined,
): readonly PredictedCondition[] {
  return [
    fine('Accepted', 'True', 'Accepted'),
    fine('Conflicted', 'False', 'NoConflicts'),
    fine('Programmed', 'True', 'Programmed'),
    error ?? fine('ResolvedRefs', 'True', 'ResolvedRefs'),
  ];
}

function fine(
  type: string,
  status: PredictedCondition['status'],
  reason: string,
): PredictedCondition {
  return { type, status, reason, message: 'No errors found' };
}
