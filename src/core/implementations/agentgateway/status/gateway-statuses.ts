import { itemsAt, objectAt, stringAt } from '../../../gateway-api/index.ts';
import { letsAnyClientIn } from '../../../gateway-api/status/frontend-authorities.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { isFalse } from '../../listeners/with-changes.ts';
import type { ObjectStatus, PredictedCondition } from '../../status.ts';
import type { AgentgatewayState } from '../agentgateway-state.ts';
import type { AgentgatewayFeatures } from '../versions.ts';
import type { AgentgatewayListener } from '../listeners/gateway-listeners.ts';
import { listenerStatuses } from '../../listeners/listener-statuses.ts';
import { internalPortsError } from './internal-ports.ts';
import { isOfClientCertificate } from './resolve-client-reference.ts';

/**
 * Conditions of Gateways and their listeners. A conflict between two listeners of the Gateway itself is not told
 * anywhere: the later one gets no connection.
 *
 * @see agentgateway controller/pkg/reports/status.go `BuildGWStatus`
 */
export function gatewayStatuses({
  gateways,
  listeners,
  features,
}: AgentgatewayState): readonly ObjectStatus[] {
  return gateways.flatMap((gateway): ObjectStatus[] => {
    const own = listeners(gateway).filter(({ listener }) => listener.listenerSetId === undefined);
    return [
      {
        objectId: gateway.id,
        kind: 'object',
        conditions: conditionsOf(gateway, own, features),
      },
      ...listenerStatuses(gateway, own),
    ];
  });
}

function conditionsOf(
  gateway: ManifestObject,
  own: readonly AgentgatewayListener[],
  { unprogrammedGateway, internalPorts }: AgentgatewayFeatures,
): readonly PredictedCondition[] {
  const ports = internalPorts ? internalPortsError(gateway) : undefined;
  const admission = accepted(gateway, own, ports);
  const unprogrammed =
    unprogrammedGateway && admission.status === 'False'
      ? { ...admission, type: 'Programmed', reason: 'Invalid' }
      : PROGRAMMED;
  const programmed = usesHostname(gateway) ? HOSTNAME_ADDRESS : unprogrammed;
  return [admission, ...references(gateway, own), ...insecure(gateway), programmed];
}

const PROGRAMMED: PredictedCondition = {
  type: 'Programmed',
  status: 'True',
  reason: 'Programmed',
  message: 'Successfully programmed Gateway',
};

const HOSTNAME_ADDRESS: PredictedCondition = {
  type: 'Programmed',
  status: 'False',
  reason: 'AddressNotUsable',
  message: 'Hostname addresses may not be used',
};

/** Types of the addresses that are asked for; one without a type is an IP address. */
function addressTypes({ value }: ManifestObject): readonly string[] {
  return itemsAt(value, ['spec', 'addresses']).flatMap(
    (address) => stringAt(address, ['type']) ?? 'IPAddress',
  );
}

function usesHostname(gateway: ManifestObject): boolean {
  return addressTypes(gateway).includes('Hostname');
}

/**
 * False when no listener at all is accepted, for an address of a kind of somebody's own, and for internal ports that no
 * listener has.
 *
 * @param ports what is wrong with internal ports
 */
function accepted(
  gateway: ManifestObject,
  own: readonly AgentgatewayListener[],
  ports: string | undefined,
): PredictedCondition {
  if (addressTypes(gateway).some((type) => type !== 'IPAddress' && type !== 'Hostname'))
    return {
      type: 'Accepted',
      status: 'False',
      reason: 'UnsupportedAddress',
      message: 'Unknown address kind',
    };
  const told = own.flatMap(({ listener, conditions }) =>
    conditions
      .filter(({ type, status }) => TELLING.includes(type) && status === 'False')
      .map(({ message }) => `${listener.name}: ${message}`),
  );
  if (told.length === 0 && ports !== undefined)
    return { type: 'Accepted', status: 'False', reason: 'Invalid', message: ports };
  if (told.length === 0)
    return { type: 'Accepted', status: 'True', reason: 'Accepted', message: '' };
  const some = own.some(({ conditions }) => !isFalse(conditions, 'Accepted'));
  const message = `Some listeners are not accepted: ${told.join('; ')}`;
  return {
    type: 'Accepted',
    status: some ? 'True' : 'False',
    reason: 'ListenersNotValid',
    message,
  };
}

const TELLING: readonly string[] = ['Accepted', 'Programmed'];

/** Of the references of listeners only that to the client certificate for backends is told. */
function references(
  gateway: ManifestObject,
  own: readonly AgentgatewayListener[],
): readonly PredictedCondition[] {
  const client = own
    .flatMap(({ conditions }) => conditions)
    .find((condition) => condition.type === 'ResolvedRefs' && isOfClientCertificate(condition));
  if (client !== undefined) return [client];
  if (objectAt(gateway.value, ['spec', 'tls', 'backend']) === undefined) return [];
  const message = 'All references were resolved';
  return [{ type: 'ResolvedRefs', status: 'True', reason: 'ResolvedRefs', message }];
}

function insecure(gateway: ManifestObject): readonly PredictedCondition[] {
  if (!letsAnyClientIn(gateway)) return [];
  return [
    {
      type: 'InsecureFrontendValidationMode',
      status: 'True',
      reason: 'ConfigurationChanged',
      message: 'Insecure fallback mode enabled',
    },
  ];
}
