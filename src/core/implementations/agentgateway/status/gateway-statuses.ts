import { itemsAt, stringAt } from '../../../gateway-api/index.ts';
import { hasSoundListeners } from '../../has-sound-listeners.ts';
import type { ObjectStatus } from '../../status.ts';
import type { AgentgatewayState } from '../agentgateway-state.ts';
import { listenerConditions } from './listener-conditions.ts';
import { resolveClientReference } from './resolve-client-reference.ts';

/**
 * Conditions of Gateways and their listeners. A Gateway whose listeners name certificates that are not among
 * the files, or whose listeners conflict, gets no prediction: the frontend is outside backend TLS.
 */
export function gatewayStatuses(state: AgentgatewayState): readonly ObjectStatus[] {
  return state.gateways
    .filter((gateway) => hasSoundListeners(state.resolution, gateway))
    .flatMap((gateway): ObjectStatus[] => {
      const error = resolveClientReference(state.resolution, gateway);
      return [
        {
          objectId: gateway.id,
          kind: 'object',
          conditions: [
            { type: 'Accepted', status: 'True', reason: 'Accepted', message: '' },
            ...(error === undefined ? [] : [error]),
            {
              type: 'Programmed',
              status: 'True',
              reason: 'Programmed',
              message: 'Successfully programmed Gateway',
            },
          ],
        },
        ...itemsAt(gateway.value, ['spec', 'listeners']).map((listener): ObjectStatus => ({
          objectId: gateway.id,
          kind: 'listener',
          ref: {
            name: gateway.name,
            namespace: gateway.namespace,
            sectionName: stringAt(listener, ['name']) ?? '',
          },
          conditions: listenerConditions(error),
        })),
      ];
    });
}
