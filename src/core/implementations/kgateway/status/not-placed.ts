import { isFalse } from '../../listeners/with-changes.ts';
import type { PredictedCondition } from '../../status.ts';
import type { KgatewayListener } from '../listeners/gateway-listeners.ts';
import { change } from '../listeners/listener-conditions.ts';
import type { KgatewayFeatures } from '../versions.ts';

/**
 * What listeners without their port change in the Gateway or ListenerSet that they stand in. Before 2.3 a protocol that
 * is not known changed nothing, and a lost place showed in Programmed too.
 *
 * @see kgateway pkg/kgateway/translator/listener/validation.go `rejectConflictedListener`, `validateListeners`
 */
export function notPlaced(
  { gatewayAncestors }: KgatewayFeatures,
  own: readonly KgatewayListener[],
): readonly PredictedCondition[] {
  const lost = own.filter(({ placed }) => !placed);
  const told = gatewayAncestors
    ? lost
    : lost.filter(({ conditions }) => isFalse(conditions, 'Programmed'));
  if (told.length === 0) return [];
  return (gatewayAncestors ? ['Accepted'] : ['Accepted', 'Programmed']).map((type) =>
    change(type, 'True', 'ListenersNotValid', ''),
  );
}
