import type { ManifestObject } from '../../../manifest/types.ts';
import type { ObjectStatus } from '../../status.ts';
import { backendOutcome } from '../backend-outcome.ts';
import type { KgatewayState } from '../kgateway-state.ts';

/**
 * The Accepted condition of kgateway Backends: errors of the policies that make the cluster count as errors
 * of the Backend.
 *
 * @see kgateway proxy_syncer/status.go `GenerateBackendStatusReport`
 */
export function backendStatuses(
  state: KgatewayState,
  backends: readonly ManifestObject[],
): readonly ObjectStatus[] {
  return backends.map((backend): ObjectStatus => {
    const { errors } = backendOutcome(state, backend.key, undefined);
    return {
      objectId: backend.id,
      kind: 'object',
      conditions: [
        errors.length === 0
          ? { type: 'Accepted', status: 'True', reason: 'Accepted', message: 'Backend accepted' }
          : {
              type: 'Accepted',
              status: 'False',
              reason: 'Invalid',
              message: `Backend error: "${errors.join('\n')}"`,
            },
      ],
    };
  });
}
