import type { PredictedCondition } from '../../status.ts';

/** Conditions of a listener without a problem. @see kgateway reports/status.go */
export const LISTENER: readonly PredictedCondition[] = [
  {
    type: 'Accepted',
    status: 'True',
    reason: 'Accepted',
    message: 'Successfully accepted Listener',
  },
  {
    type: 'Conflicted',
    status: 'False',
    reason: 'NoConflicts',
    message: 'Successfully verified that Listener has no conflicts',
  },
  {
    type: 'ResolvedRefs',
    status: 'True',
    reason: 'ResolvedRefs',
    message: 'Successfully resolved all references',
  },
  {
    type: 'Programmed',
    status: 'True',
    reason: 'Programmed',
    message: 'Successfully programmed Listener',
  },
];

/** One condition that kgateway sets. */
export function change(
  type: string,
  status: PredictedCondition['status'],
  reason: string,
  message: string,
): PredictedCondition {
  return { type, status, reason, message };
}
