import { makeFinding, type Connection, type Resolution } from '../../gateway-api/index.ts';
import { withStop } from '../../gateway-api/wording/words.ts';
import type { Finding, ImplementationId } from '../../model/index.ts';
import { implementationInfo } from '../implementation-info.ts';
import type { Programmed } from '../types.ts';
import type { RefusedListenerFindingCode } from './findings.ts';
import { listenerRefusal, type ControllerRun, type ListenerRefusal } from './listener-refusal.ts';
import { unopened } from './unopened.ts';

/**
 * Adds a finding to a connection whose listener the controller refuses, wholly or in part; where it refuses all of it, no
 * request gets through. What the Gateway API itself says of a conflict is not told again.
 *
 * @param resolution as the controller reads it
 */
export function tellRefusedListener(
  programmed: Programmed,
  connection: Connection,
  resolution: Resolution,
  run: ControllerRun,
): Programmed {
  const { id, version } = run;
  const refusal = listenerRefusal(connection.listener, resolution, run);
  if (refusal === null) return programmed;
  const findings = [...programmed.findings, ...refusedFinding(connection, resolution, id, refusal)];
  if (refusal.works) return { ...programmed, findings };
  const { name } = implementationInfo[id];
  const reason = `${name} refuses listener ${connection.listener.name}: ${refusal.message}`;
  return { upstream: unopened(connection, id, version, reason), findings };
}

function refusedFinding(
  { gatewayId, listener }: Connection,
  { index }: Resolution,
  id: ImplementationId,
  { reason, message, condition, works, conflict }: ListenerRefusal,
): readonly Finding[] {
  const object = index.byId.get(listener.listenerSetId ?? gatewayId);
  if (object === undefined || (conflict !== undefined && listener.conflict !== undefined))
    return [];
  const said = condition ?? 'No condition says so';
  const refused = conflict === undefined ? EFFECTS[id] : NOT_OPENED;
  return [
    makeFinding<RefusedListenerFindingCode>({
      code: 'LISTENER-REFUSED',
      severity: works ? 'warning' : 'error',
      object,
      path: ['spec', 'listeners', listener.index],
      params: {
        gateway: implementationInfo[id].name,
        listener: listener.name,
        said,
        reason,
        message: withStop(message),
        effect: works ? 'It works with what can be used.' : refused,
      },
      step: 1,
      suffix: id,
    }),
  ];
}

const NOT_OPENED = 'Clients get no connection through it.';

const EFFECTS: Readonly<Record<ImplementationId, string>> = {
  'nginx-gateway-fabric': NOT_OPENED,
  'envoy-gateway': NOT_OPENED,
  kgateway: NOT_OPENED,
  agentgateway: 'The proxy listens, but no TLS handshake with a client succeeds.',
};
