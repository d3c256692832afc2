import { namespacedName, valueAt } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { PredictedCondition } from '../../status.ts';
import { isInvalidGateway } from '../is-invalid-gateway.ts';
import { UNSUPPORTED_ADDRESS, unsupportedAddress } from '../unsupported-address.ts';
import { readsFrontendTls, readsGatewayBackendTls } from '../versions.ts';
import { conditionTexts } from './condition-texts.ts';
import { lastOfEachType, met, unmet } from './conditions.ts';
import { gatewayReferenceConditions } from './gateway-reference-conditions.ts';
import type { StatusContext } from './status-context.ts';

/**
 * Conditions of one Gateway.
 *
 * @param emerg nginx's message when it refuses the configuration, as it stands behind the fixed words
 * @see NGF status/prepare_requests.go `prepareGatewayRequest`
 */
export function gatewayConditions(
  context: StatusContext,
  gateway: ManifestObject,
  emerg: string | null,
): readonly PredictedCondition[] {
  const { version } = context;
  const own = [
    ...(unsupportedAddress(gateway) === undefined
      ? []
      : [unmet('Accepted', 'UnsupportedAddress', UNSUPPORTED_ADDRESS)]),
    ...unreadFields(gateway, version),
    ...gatewayReferenceConditions(context, gateway),
    ...limitConditions(context, gateway),
    ...listenersOf(context, gateway).flatMap(({ ofGateway }) => ofGateway),
  ];
  if (isInvalidGateway(context, gateway)) return lastOfEachType(own);
  const texts = conditionTexts(version);
  return lastOfEachType([
    met('Accepted', 'Accepted', texts.gatewayAccepted),
    met('Programmed', 'Programmed', texts.gatewayProgrammed),
    ...own,
    ...validityConditions(context, gateway),
    ...(emerg === null ? [] : [unmet('Programmed', 'Invalid', notProgrammed('Gateway', emerg))]),
  ]);
}

/** The message that Gateway and listeners share when nginx refuses the configuration. */
export function notProgrammed(kind: 'Gateway' | 'Listener', emerg: string): string {
  return `The ${kind} is not programmed due to a failure to reload nginx with the configuration: ${emerg}`;
}

function listenersOf({ state, version }: StatusContext, gateway: ManifestObject) {
  return state.listeners(gateway, version, 'missing');
}

/** The Gateway's own listeners count alone. */
function validityConditions(
  context: StatusContext,
  gateway: ManifestObject,
): readonly PredictedCondition[] {
  const own = listenersOf(context, gateway).filter(
    ({ listener }) => listener.listenerSetId === undefined,
  );
  const { someListeners, noListeners } = conditionTexts(context.version);
  const count = own.filter(({ valid }) => valid).length;
  if (count === own.length) return [];
  return count === 0
    ? [
        unmet('Accepted', 'ListenersNotValid', noListeners),
        unmet('Programmed', 'Invalid', noListeners),
      ]
    : [met('Accepted', 'ListenersNotValid', someListeners)];
}

/** Fields that the version passes over and says so; only the last one is told. */
function unreadFields({ value }: ManifestObject, version: string): readonly PredictedCondition[] {
  if (!readsGatewayBackendTls(version) || readsFrontendTls(version)) return [];
  const unread = [
    ['AllowedListeners', ['spec', 'allowedListeners']],
    ['TLS.Frontend', ['spec', 'tls', 'frontend']],
  ] as const;
  return unread
    .filter(([, path]) => valueAt(value, path) !== undefined)
    .map(([name]) =>
      met(
        'Accepted',
        'UnsupportedField',
        `The Gateway is accepted but the following unsupported parameters were ignored: ${name}`,
      ),
    );
}

/** @see NGF graph/backend_tls_policy.go `addPolicyAncestorLimitCondition` */
function limitConditions(
  { state, policies }: StatusContext,
  gateway: ManifestObject,
): readonly PredictedCondition[] {
  const ignored = policies
    .filter((policy) => state.ancestors(policy).ignored.some(({ id }) => id === gateway.id))
    .map((policy) => `BackendTLSPolicy ${namespacedName(policy)}`);
  if (ignored.length === 0) return [];
  const text =
    'Policies cannot be applied because the ancestor status list has reached the maximum size. The following policies have been ignored:';
  return [unmet('Accepted', 'AncestorLimitReached', `${text} ${ignored.join(', ')}`)];
}
