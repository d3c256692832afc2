import { valueAt } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import {
  listenerSetStatus,
  ownListenerSets,
  type OwnListenerSet,
} from '../../listener-sets/own-listener-sets.ts';
import type { ObjectStatus, PredictedCondition } from '../../status.ts';
import type { KgatewayState } from '../kgateway-state.ts';
import { LISTENER } from './gateway-statuses.ts';

/**
 * Conditions of ListenerSets and XListenerSets and of their listeners.
 *
 * @see kgateway pkg/reports/status.go `BuildListenerSetStatus`; translator/listener/validation.go `rejectDeniedListenerSets`
 */
export function listenerSetStatuses(
  { resolution }: KgatewayState,
  gateways: readonly ManifestObject[],
): readonly ObjectStatus[] {
  return ownListenerSets(resolution, gateways).flatMap((own) =>
    listenerSetStatus(own, own.allowed ? ACCEPTED : refused(own), () => LISTENER),
  );
}

const ACCEPTED: readonly PredictedCondition[] = [
  {
    type: 'Accepted',
    status: 'True',
    reason: 'Accepted',
    message: 'Successfully accepted ListenerSet',
  },
  {
    type: 'Programmed',
    status: 'True',
    reason: 'Programmed',
    message: 'Successfully programmed ListenerSet',
  },
];

function refused({ gateway }: OwnListenerSet): readonly PredictedCondition[] {
  const asks = valueAt(gateway.value, ['spec', 'allowedListeners']) !== undefined;
  const message = asks
    ? 'Attachment not allowed'
    : 'Unable to attach to parent, gateway has not enabled allowedListeners';
  return ['Accepted', 'Programmed'].map((type) => ({
    type,
    status: 'False',
    reason: 'NotAllowed',
    message,
  }));
}
