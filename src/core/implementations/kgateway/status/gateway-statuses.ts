import { itemsAt, stringAt, valueAt } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { letsAnyClientIn } from '../../../gateway-api/status/frontend-authorities.ts';
import { isFalse, withChanges } from '../../listeners/with-changes.ts';
import type { ObjectStatus, PredictedCondition } from '../../status.ts';
import type { KgatewayState } from '../kgateway-state.ts';
import type { KgatewayListener } from '../listeners/gateway-listeners.ts';
import { change } from '../listeners/listener-conditions.ts';
import { listenerStatuses } from '../../listeners/listener-statuses.ts';
import type { KgatewayFeatures } from '../versions.ts';
import { notPlaced } from './not-placed.ts';
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
      ...withChanges(ACCEPTED, [
        ...listenerChanges(state.features, all, own),
        ...addressChanges(state.features, gateway),
      ]),
      ...attachedSets(state.features, gateway, all),
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
  features: KgatewayFeatures,
  all: readonly KgatewayListener[],
  own: readonly KgatewayListener[],
): readonly PredictedCondition[] {
  const changes = [...notPlaced(features, own), ...someNotProgrammed(own)];
  if (all.some(({ placed }) => placed)) return changes;
  const message = features.gatewayAncestors ? 'No valid listeners' : '';
  return [
    change('Accepted', 'False', 'ListenersNotValid', 'No valid listeners'),
    change('Programmed', 'False', 'Invalid', message),
    ...someNotProgrammed(own),
  ];
}

/** @see kgateway pkg/reports/status.go `handleInvalidAddresses` */
function addressChanges(
  { gatewayAncestors }: KgatewayFeatures,
  { value }: ManifestObject,
): readonly PredictedCondition[] {
  if (!gatewayAncestors) return [];
  return itemsAt(value, ['spec', 'addresses']).flatMap((address) => {
    const type = stringAt(address, ['type']) ?? 'IPAddress';
    if (type === 'IPAddress') return [];
    return type === 'Hostname'
      ? [change('Programmed', 'False', 'AddressNotUsable', 'Hostname addresses may not be used')]
      : [change('Accepted', 'False', 'UnsupportedAddress', 'Unknown address kind')];
  });
}

/** A condition of XListenerSets, given up when ListenerSet left the experimental channel. */
function attachedSets(
  { gatewayAncestors }: KgatewayFeatures,
  { value }: ManifestObject,
  all: readonly KgatewayListener[],
): readonly PredictedCondition[] {
  if (gatewayAncestors) return [];
  if (valueAt(value, ['spec', 'allowedListeners']) === undefined)
    return [change(SETS, 'Unknown', 'ListenerSetsNotAllowed', '')];
  const placed = all.filter((listener) => listener.placed);
  if (placed.length === 0) return [];
  return placed.some(({ listener }) => listener.listenerSetId !== undefined)
    ? [change(SETS, 'True', 'ListenerSetsAttached', '')]
    : [change(SETS, 'False', 'NoResources', '')];
}

const SETS = 'AttachedListenerSets';

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
