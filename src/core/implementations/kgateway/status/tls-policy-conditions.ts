import type { PredictedCondition } from '../../status.ts';
import type { TlsPolicyVerdict } from '../backend-tls-policy.ts';
import type { KgatewayFeatures } from '../versions.ts';

/**
 * The conditions of a BackendTLSPolicy under one ancestor.
 *
 * @param wins it is the policy in charge of the backend that the ancestor stands for
 * @see kgateway extensions2/plugins/backendtlspolicy/helpers.go `BuildPolicyConditions`
 */
export function tlsPolicyConditions(
  { error }: Pick<TlsPolicyVerdict, 'error'>,
  wins: boolean,
  features: KgatewayFeatures,
): readonly PredictedCondition[] {
  if (!features.gatewayAncestors) return attachedConditions(error?.message);
  if (error !== undefined) {
    const { kind, message } = error;
    const accepted = {
      type: 'Accepted',
      status: 'False',
      reason: kind === 'Invalid' ? 'Invalid' : 'NoValidCACertificate',
      message,
    } as const;
    if (kind === 'Invalid') return [accepted];
    return [{ type: 'ResolvedRefs', status: 'False', reason: kind, message }, accepted];
  }
  return [
    {
      type: 'ResolvedRefs',
      status: 'True',
      reason: 'ResolvedRefs',
      message: 'Resolved all references',
    },
    wins
      ? { type: 'Accepted', status: 'True', reason: 'Accepted', message: 'Policy accepted' }
      : {
          type: 'Accepted',
          status: 'False',
          reason: 'Conflicted',
          message: 'Policy conflicts with higher priority policy',
        },
  ];
}

/**
 * kgateway's own vocabulary: BackendConfigPolicy, and BackendTLSPolicy before 2.3.
 *
 * @param error the errors joined with `; `, absent when there is none
 * @see kgateway proxy_syncer/status.go `GenerateBackendPolicyReport`
 */
export function attachedConditions(error: string | undefined): readonly PredictedCondition[] {
  if (error !== undefined)
    return [
      { type: 'Accepted', status: 'False', reason: 'Invalid', message: error },
      { type: 'Attached', status: 'False', reason: 'Pending', message: '' },
    ];
  return [
    { type: 'Accepted', status: 'True', reason: 'Valid', message: 'Policy accepted' },
    { type: 'Attached', status: 'True', reason: 'Attached', message: 'Attached to all targets' },
  ];
}
