import { stringAt, type ServicePort } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { DataPlaneLine } from '../../data-plane.ts';
import type { BackendOutcome } from '../rule-outcome.ts';
import { balancesInvalidUpstream, upstreamKeepalive } from '../versions.ts';
import { INVALID_BACKEND, upstreamName, type DataPlaneContext } from './data-plane-context.ts';
import { block, directive } from './nginx-lines.ts';

const BALANCING = directive('random two least_conn');

/**
 * The upstream of one backend. The controller writes a `server` for each endpoint of the Service: the address, which
 * no manifest holds, stands as `<endpoint>`.
 *
 * @see NGF nginx/config/upstreams_template.go, upstreams.go
 */
export function upstreamLines(
  context: DataPlaneContext,
  backend: BackendOutcome,
): readonly DataPlaneLine[] {
  const { service, port, reference } = backend;
  const name = upstreamName(context, backend);
  if (service === undefined || port === undefined) return [];
  const keepalive = upstreamKeepalive(context.version);
  const body = [
    BALANCING,
    directive(`zone ${name} 512k`),
    serverLine(service, port),
    ...(keepalive === undefined || context.connection.routeKind === 'TLSRoute'
      ? []
      : [directive(`keepalive ${keepalive}`)]),
  ];
  return block(`upstream ${name}`, body, reference.from);
}

/** The upstream of refused backends, and of those without weight. */
export function invalidUpstreamLines(
  { version }: DataPlaneContext,
  { reference }: BackendOutcome,
): readonly DataPlaneLine[] {
  const server = directive('server unix:/var/run/nginx/nginx-500-server.sock');
  const body = balancesInvalidUpstream(version) ? [BALANCING, server] : [server];
  return block(`upstream ${INVALID_BACKEND}`, body, reference.from);
}

function serverLine(service: ManifestObject, port: ServicePort): DataPlaneLine {
  const at = ['spec', 'ports', port.index];
  if (stringAt(service.value, ['spec', 'type']) === 'ExternalName') {
    const name = stringAt(service.value, ['spec', 'externalName']) ?? '';
    const from = { objectId: service.id, path: ['spec', 'externalName'] };
    return directive(`server ${name}:${port.port} resolve`, from);
  }
  const { targetPort } = port;
  const text = typeof targetPort === 'number' ? String(targetPort) : `<${targetPort}>`;
  return directive(`server <endpoint>:${text}`, { objectId: service.id, path: at });
}
