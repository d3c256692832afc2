import { itemsAt, stringAt } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { hasSoundListeners } from '../../has-sound-listeners.ts';
import type { ObjectStatus, PredictedCondition } from '../../status.ts';
import type { KgatewayState } from '../kgateway-state.ts';

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

/**
 * Conditions of Gateways and their listeners. A Gateway whose listeners name certificates that are not among
 * the files, or whose listeners conflict, gets no prediction: the frontend is outside backend TLS.
 */
export function gatewayStatuses(
  state: KgatewayState,
  gateways: readonly ManifestObject[],
): readonly ObjectStatus[] {
  return gateways
    .filter((gateway) => hasSoundListeners(state.resolution, gateway))
    .flatMap((gateway): ObjectStatus[] => [
      { objectId: gateway.id, kind: 'object', conditions: gatewayConditions(state, gateway) },
      ...itemsAt(gateway.value, ['spec', 'listeners']).map((listener): ObjectStatus => ({
        objectId: gateway.id,
        kind: 'listener',
        ref: {
          name: gateway.name,
          namespace: gateway.namespace,
          sectionName: stringAt(listener, ['name']) ?? '',
        },
        conditions: LISTENER,
      })),
    ]);
}

function gatewayConditions(
  state: KgatewayState,
  gateway: ManifestObject,
): readonly PredictedCondition[] {
  const client = state.clientCertificate(gateway);
  return [
    {
      type: 'Accepted',
      status: 'True',
      reason: 'Accepted',
      message: 'Successfully accepted Gateway',
    },
    {
      type: 'Programmed',
      status: 'True',
      reason: 'Programmed',
      message: 'Successfully programmed Gateway',
    },
    ...resolvedRefs(state, client),
  ];
}

/** The condition came with the client certificate in 2.3. */
function resolvedRefs(
  { features }: KgatewayState,
  client: ReturnType<KgatewayState['clientCertificate']>,
): readonly PredictedCondition[] {
  if (!features.gatewayAncestors) return [];
  if (client.kind === 'refused') {
    const { reason, message } = client;
    return [{ type: 'ResolvedRefs', status: 'False', reason, message }];
  }
  return [
    {
      type: 'ResolvedRefs',
      status: 'True',
      reason: 'ResolvedRefs',
      message: 'Successfully resolved all Gateway references',
    },
  ];
}
