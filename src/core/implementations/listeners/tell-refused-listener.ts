import { makeFinding, type Connection, type Resolution } from '../../gateway-api/index.ts';
import type { Listener } from '../../gateway-api/types.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { ImplementationId } from '../../model/index.ts';
import { agentgatewayState } from '../agentgateway/agentgateway-state.ts';
import { implementationInfo } from '../implementation-info.ts';
import { kgatewayState } from '../kgateway/kgateway-state.ts';
import type { PredictedCondition } from '../status.ts';
import type { Programmed } from '../types.ts';
import type { RefusedListenerFindingCode } from './findings.ts';
import { listenerCertificateRefs } from './references-at.ts';
import { isFalse } from './with-changes.ts';

/**
 * Adds a finding to a connection whose listener the controller refuses, wholly or in part. A certificate that is not among
 * the files is told as a reference: the cluster may have it.
 *
 * @param resolution as the controller reads it
 */
export function tellRefusedListener(
  programmed: Programmed,
  { gatewayId, listener }: Connection,
  resolution: Resolution,
  id: ImplementationId,
  version: string,
): Programmed {
  const gateway = resolution.index.byId.get(gatewayId);
  const object = resolution.index.byId.get(listener.listenerSetId ?? gatewayId);
  if (gateway === undefined || object === undefined) return programmed;
  const conditions = conditionsOf(id, version, resolution, gateway, listener);
  const refused = TELLING.map((type) =>
    conditions.find((condition) => condition.type === type && condition.status === 'False'),
  ).find((condition) => condition !== undefined);
  const absent = listenerCertificateRefs(resolution, listener).some(
    ({ target }) => target.objectId === undefined,
  );
  if (refused === undefined || absent) return programmed;
  const { type, reason, message } = refused;
  const works = !isFalse(conditions, 'Programmed') && !isFalse(conditions, 'Accepted');
  const finding = makeFinding<RefusedListenerFindingCode>({
    code: 'LISTENER-REFUSED',
    severity: works ? 'warning' : 'error',
    object,
    path: ['spec', 'listeners', listener.index],
    params: {
      gateway: implementationInfo[id].name,
      listener: listener.name,
      type,
      reason,
      message: message.endsWith('.') ? message : `${message}.`,
      effect: works ? 'It works with what can be used.' : EFFECTS[id],
    },
    step: 1,
    suffix: id,
  });
  return { ...programmed, findings: [...programmed.findings, finding] };
}

/** The condition that says most comes first. */
const TELLING = ['ResolvedRefs', 'Accepted', 'Programmed'] as const;

const NOT_OPENED = 'Clients get no connection through it.';

const EFFECTS: Readonly<Record<ImplementationId, string>> = {
  'nginx-gateway-fabric': NOT_OPENED,
  'envoy-gateway': NOT_OPENED,
  kgateway: NOT_OPENED,
  agentgateway: 'The proxy listens, but no TLS handshake with a client succeeds.',
};

/** A client certificate for backends that cannot be used is told elsewhere. */
function conditionsOf(
  id: ImplementationId,
  version: string,
  resolution: Resolution,
  gateway: ManifestObject,
  listener: Listener,
): readonly PredictedCondition[] {
  const all =
    id === 'kgateway'
      ? kgatewayState(resolution, version).listeners(gateway)
      : id === 'agentgateway'
        ? agentgatewayState(resolution).listeners(gateway)
        : [];
  const found = all.find(
    (one) =>
      one.listener.listenerSetId === listener.listenerSetId &&
      one.listener.index === listener.index,
  );
  return (found?.conditions ?? []).filter(
    ({ reason, message }) =>
      reason !== 'InvalidClientCertificateRef' && !message.startsWith('clientCertificateRef'),
  );
}
