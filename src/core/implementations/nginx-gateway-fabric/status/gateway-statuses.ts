import { mergeListeners } from '../../../gateway-api/merged-listeners.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { hasSoundListeners } from '../../has-sound-listeners.ts';
import type { ObjectStatus } from '../../status.ts';
import { isInvalidGateway } from '../is-invalid-gateway.ts';
import { reloadFailure } from '../reload-failure.ts';
import { gatewayConditions } from './gateway-conditions.ts';
import { listenerConditions } from './listener-conditions.ts';
import type { StatusContext } from './status-context.ts';

/**
 * Conditions of Gateways and their listeners. A Gateway whose listeners have something against them that backend
 * TLS does not know of gets no prediction.
 */
export function gatewayStatuses(context: StatusContext): readonly ObjectStatus[] {
  return context.gateways
    .filter((gateway) => hasSoundListeners(context.state.resolution, gateway))
    .flatMap((gateway): ObjectStatus[] => {
      const failure = reloadFailure(context, gateway);
      const emerg = failure && agentMessage(failure.text);
      const conditions = gatewayConditions(context, gateway, emerg);
      const own: ObjectStatus = { objectId: gateway.id, kind: 'object', conditions };
      return isInvalidGateway(context, gateway)
        ? [own]
        : [own, ...listenerStatuses(context, gateway, emerg)];
    });
}

function listenerStatuses(
  { version, state }: StatusContext,
  gateway: ManifestObject,
  emerg: string | null,
): readonly ObjectStatus[] {
  const { index, references } = state.resolution;
  const merged = mergeListeners(index, references);
  const all = merged.ofGateway(gateway.id);
  return merged.ofParent(gateway.id).map((listener) => ({
    objectId: gateway.id,
    kind: 'listener',
    ref: { name: gateway.name, namespace: gateway.namespace, sectionName: listener.name },
    conditions: listenerConditions(version, listener, all, emerg),
  }));
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
