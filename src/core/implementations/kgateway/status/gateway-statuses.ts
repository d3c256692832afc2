import type { ManifestObject } from '../../../manifest/types.ts';
import { letsAnyClientIn } from '../../../gateway-api/status/frontend-authorities.ts';
import { isFalse, withChanges } from '../../listeners/with-changes.ts';
import type { ObjectStatus, PredictedCondition } from '../../status.ts';
import type { KgatewayState } from '../kgateway-state.ts';
import type { KgatewayListener } from '../listeners/gateway-listeners.ts';
import { change } from '../listeners/listener-conditions.ts';
import { listenerStatuses } from '../../listeners/listener-statuses.ts';
import { someNotProgrammed } from './some-not-programmed.ts';

/**
 * Conditions of Gateways and their listeners.
 *
 * @see kgateway pkg/reports/status.go `BuildGWStatus`; translator/listener/validation.go `validateListeners`
 */
export function gatewayStatuses(
  state: KgatewayState,
  gateways: readonly ManifestObject[],
): readonly ObjectStatus[] {
  return gateways.flatMap((gateway): ObjectStatus[] => {
    const all = state.listeners(gateway);
    const own = all.filter(({ listener }) => listener.listenerSetId === undefined);
    const conditions = [
      ...withChanges(ACCEPTED, listenerChanges(all, own)),
      ...resolvedRefs(state, gateway, own),
    ];
    return [
      { objectId: gateway.id, kind: 'object', conditions },
      ...listenerStatuses(gateway, own),
    ];
  });
}

const ACCEPTED: readonly PredictedCondition[] = [
  change('Accepted', 'True', 'Accepted', 'Successfully accepted Gateway'),
  change('Programmed', 'True', 'Programmed', 'Successfully programmed Gateway'),
];

/** A Gateway without any listener that has its port is refused, unless one of them says that it is not programmed. */
function listenerChanges(
  all: readonly KgatewayListener[],
  own: readonly KgatewayListener[],
): readonly PredictedCondition[] {
  const changes = someNotProgrammed(own);
  if (all.some(({ placed }) => placed))
    return own.every(({ placed }) => placed)
      ? changes
      : [change('Accepted', 'True', 'ListenersNotValid', ''), ...changes];
  return [
    change('Accepted', 'False', 'ListenersNotValid', 'No valid listeners'),
    change('Programmed', 'False', 'Invalid', 'No valid listeners'),
    ...changes,
  ];
}

/** The condition came with the client certificate in 2.3. */
function resolvedRefs(
  { features, clientCertificate }: KgatewayState,
  gateway: ManifestObject,
  own: readonly KgatewayListener[],
): readonly PredictedCondition[] {
  if (!features.gatewayAncestors) return [];
  const insecure = letsAnyClientIn(gateway) ? [INSECURE] : [];
  const client = clientCertificate(gateway);
  if (client.kind === 'refused')
    return [...insecure, change('ResolvedRefs', 'False', client.reason, client.message)];
  const unresolved = own.some(({ conditions }) => isFalse(conditions, 'ResolvedRefs'));
  return [...insecure, unresolved ? NOT_RESOLVED : RESOLVED];
}

const RESOLVED = change(
  'ResolvedRefs',
  'True',
  'ResolvedRefs',
  'Successfully resolved all Gateway references',
);
const NOT_RESOLVED = change(
  'ResolvedRefs',
  'False',
  'ListenersNotResolved',
  'One or more listeners have unresolved references',
);
const INSECURE = change(
  'InsecureFrontendValidationMode',
  'True',
  'ConfigurationChanged',
  'Gateway frontend validation is configured to allow insecure fallback',
);
