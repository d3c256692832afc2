import { valueAt } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { isFalse, withChanges } from '../../listeners/with-changes.ts';
import {
  namedListenerSets,
  type NamedListenerSet,
} from '../../listener-sets/named-listener-sets.ts';
import type { ObjectStatus, PredictedCondition } from '../../status.ts';
import type { KgatewayState } from '../kgateway-state.ts';
import type { KgatewayListener } from '../listeners/gateway-listeners.ts';
import { change } from '../listeners/listener-conditions.ts';
import { listenerStatuses } from '../../listeners/listener-statuses.ts';
import type { KgatewayFeatures } from '../versions.ts';
import { notPlaced } from './not-placed.ts';
import { someNotProgrammed } from './some-not-programmed.ts';

/**
 * Conditions of ListenerSets and XListenerSets and of their listeners.
 *
 * @see kgateway pkg/reports/status.go `BuildListenerSetStatus`; translator/listener/validation.go `rejectDeniedListenerSets`
 */
export function listenerSetStatuses(
  state: KgatewayState,
  gateways: readonly ManifestObject[],
): readonly ObjectStatus[] {
  return namedListenerSets(state.resolution, gateways).flatMap((named): ObjectStatus[] => {
    const { set, gateway, allowed } = named;
    if (!allowed) return [{ objectId: set.id, kind: 'object', conditions: refused(named) }];
    const all = state.listeners(gateway);
    const own = all.filter(({ listener }) => listener.listenerSetId === set.id);
    const somePlaced = all.some(({ placed }) => placed);
    const conditions = withChanges(ACCEPTED, changesOf(state.features, own, somePlaced));
    return [{ objectId: set.id, kind: 'object', conditions }, ...listenerStatuses(set, own)];
  });
}

const ACCEPTED: readonly PredictedCondition[] = [
  change('Accepted', 'True', 'Accepted', 'Successfully accepted ListenerSet'),
  change('Programmed', 'True', 'Programmed', 'Successfully programmed ListenerSet'),
];

/** @param somePlaced some listener of the Gateway has its port: else the sets are told nothing since 2.3 */
function changesOf(
  features: KgatewayFeatures,
  own: readonly KgatewayListener[],
  somePlaced: boolean,
): readonly PredictedCondition[] {
  const failed = own.filter(({ conditions }) => isFalse(conditions, 'Programmed'));
  if (own.length > 0 && failed.length === own.length)
    return ['Accepted', 'Programmed'].map((type) =>
      change(type, 'False', 'ListenersNotValid', 'No valid listeners'),
    );
  const lost = somePlaced || !features.gatewayAncestors ? notPlaced(features, own) : [];
  return [...lost, ...someNotProgrammed(own)];
}

function refused({ gateway }: NamedListenerSet): readonly PredictedCondition[] {
  const asks = valueAt(gateway.value, ['spec', 'allowedListeners']) !== undefined;
  const message = asks
    ? 'Attachment not allowed'
    : 'Unable to attach to parent, gateway has not enabled allowedListeners';
  return ['Accepted', 'Programmed'].map((type) => change(type, 'False', 'NotAllowed', message));
}
