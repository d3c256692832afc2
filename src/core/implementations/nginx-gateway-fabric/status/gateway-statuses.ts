import type { ObjectStatus } from '../../status.ts';
import { listenerStatuses } from '../../listeners/listener-statuses.ts';
import { isInvalidGateway } from '../is-invalid-gateway.ts';
import { reloadFailure } from '../reload-failure.ts';
import { gatewayConditions } from './gateway-conditions.ts';
import { listenerConditions } from './listener-conditions.ts';
import type { StatusContext } from './status-context.ts';

/**
 * Conditions of Gateways and of their own listeners.
 *
 * @see NGF status/prepare_requests.go `prepareGatewayRequest`
 */
export function gatewayStatuses(context: StatusContext): readonly ObjectStatus[] {
  const { state, version } = context;
  return context.gateways.flatMap((gateway): ObjectStatus[] => {
    const failure = reloadFailure(context, gateway);
    const emerg = failure && agentMessage(failure.text);
    const conditions = gatewayConditions(context, gateway, emerg);
    const own: ObjectStatus = { objectId: gateway.id, kind: 'object', conditions };
    if (isInvalidGateway(context, gateway)) return [own];
    const listeners = state
      .listeners(gateway, version, 'missing')
      .filter(({ listener }) => listener.listenerSetId === undefined)
      .map((one) => ({ ...one, conditions: listenerConditions(version, one, emerg) }));
    return [own, ...listenerStatuses(gateway, listeners)];
  });
}

/**
 * What the agent reports when nginx refuses a configuration. Date and process are not known beforehand and stand as
 * `<date>` and `<pid>`.
 *
 * @see NGF pull request #5913 for the form
 */
function agentMessage(text: string): string {
  const test = 'failed validating config NGINX config test failed exit status 1';
  return `msg: Config apply failed, rolling back config; error: ${test}: <date> [emerg] <pid>#<pid>: ${text}\nnginx: [emerg] ${text}`;
}
