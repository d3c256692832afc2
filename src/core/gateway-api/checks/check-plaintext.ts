import { CLIENT_CERTIFICATE_REF } from '../client-certificate-ref.ts';
import { groupBy } from '../group-by.ts';
import { valueAt } from '../json.ts';
import { makeFinding } from '../make-finding.ts';
import { rememberByIdentity } from '../remember-by-identity.ts';
import { servicePorts } from '../service-ports.ts';
import { turnsOnTls } from '../turns-on-tls.ts';
import type { Connection } from '../types.ts';
import type { CheckContext, GatewayApiFinding } from './check-context.ts';
import { targetText } from './name-directory.ts';

/** gateway_types.go L633-638: a client certificate does not imply TLS; a BackendTLSPolicy does. */
export function checkClientCertificateUse(context: CheckContext): readonly GatewayApiFinding[] {
  const plain = plaintextConnections(context);
  return [...groupBy(plain, ({ gatewayId }) => gatewayId)].flatMap(([gatewayId, list]) => {
    const object = context.index.byId.get(gatewayId);
    if (object === undefined || valueAt(object.value, CLIENT_CERTIFICATE_REF) === undefined)
      return [];
    const backends = [...new Set(list.map(({ backend }) => targetText(backend.target)))];
    return [
      makeFinding({
        code: 'CLIENT-CERTIFICATE-NEVER-SENT',
        severity: 'warning',
        object,
        path: CLIENT_CERTIFICATE_REF,
        params: { backends: backends.join(', ') },
        step: 5,
        connectionIds: list.map(({ id }) => id),
      }),
    ];
  });
}

/** Issue gateway-api#5107: appProtocol says what the port speaks and turns nothing on. */
export function checkAppProtocols(context: CheckContext): readonly GatewayApiFinding[] {
  const seen = new Set<string>();
  return plaintextConnections(context).flatMap(({ backend }) => {
    if (
      backend.kind !== 'service' ||
      !/^(?:https|kubernetes\.io\/wss)$/i.test(backend.appProtocol ?? '')
    )
      return [];
    const object = context.index.byId.get(backend.target.objectId ?? '');
    const place = `${backend.target.key}|${backend.port}`;
    if (object === undefined || seen.has(place)) return [];
    seen.add(place);
    const at = servicePorts(object).find(({ port }) => port === backend.port)?.index ?? 0;
    return [
      makeFinding({
        code: 'TLS-PORT-WITHOUT-POLICY',
        severity: 'warning',
        object,
        path: ['spec', 'ports', at, 'appProtocol'],
        params: {
          target: targetText(backend.target),
          appProtocol: `appProtocol: ${backend.appProtocol ?? ''}`,
        },
        step: 3,
      }),
    ];
  });
}

/** Connections to backends that exist and for which nothing asks for TLS. */
const plaintextConnections = rememberByIdentity((context: CheckContext): readonly Connection[] => {
  const known = new Map<string, boolean>();
  return context.connections.filter(({ backend }) => {
    if (backend.kind === 'missing') return false;
    const place = `${backend.target.key}|${backend.kind === 'service' ? backend.port : ''}`;
    const tls = known.get(place) ?? turnsOnTls(backend, context);
    known.set(place, tls);
    return !tls;
  });
});
