import type { ListenerConflict } from '../../gateway-api/types.ts';

/**
 * What kgateway and agentgateway write of a listener whose place is taken.
 *
 * @see kgateway pkg/kgateway/translator/listener/condition.go, agentgateway controller/pkg/syncer `buildFinalListenerSetStatus`
 */
export const CONFLICT_MESSAGES: Readonly<Record<ListenerConflict, string>> = {
  HostnameConflict:
    'Found conflicting hostnames on listeners, all listeners on a single port must have unique hostnames',
  ProtocolConflict:
    'Found conflicting protocols on listeners, a single port can only contain listeners with compatible protocols',
};
