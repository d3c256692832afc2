import { kinds } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { ObjectStatus, PredictedCondition } from '../status.ts';
import { checkBackend } from './check-backend.ts';
import type { EnvoyGatewayContext } from './context.ts';

/**
 * Status of the Backends that routes name. A refused one has type and reason swapped, as Envoy Gateway writes them.
 *
 * @see internal/gatewayapi/status/backend.go `computeBackendAcceptedCondition`
 */
export function backendStatuses(context: EnvoyGatewayContext): readonly ObjectStatus[] {
  const { index, references } = context.resolution;
  const named = new Set(
    references.flatMap(({ kind, target }) =>
      kind === 'backendRef' && target.objectId !== undefined ? [target.objectId] : [],
    ),
  );
  return index
    .ofKind(kinds.envoyBackend)
    .filter(({ id }) => context.objectsFrom === 'file' || named.has(id))
    .map((backend) => ({
      objectId: backend.id,
      kind: 'object',
      conditions: [backendCondition(context, backend)],
    }));
}

function backendCondition(
  context: EnvoyGatewayContext,
  backend: ManifestObject,
): PredictedCondition {
  const refuse = (message: string): PredictedCondition => ({
    type: 'Invalid',
    status: 'False',
    reason: 'Accepted',
    message: `The Backend was not accepted${message}`,
  });
  if (context.config.backendEnabled === false)
    return refuse(' since Backend is not enabled in Envoy Gateway Config');
  const rejection = checkBackend(context, backend);
  if (rejection !== null) return refuse(`: ${rejection.message}`);
  return {
    type: 'Accepted',
    status: 'True',
    reason: 'Accepted',
    message: 'The Backend was accepted',
  };
}
