import { itemsAt, stringAt } from '../../../gateway-api/index.ts';
import type { FieldRef } from '../../../model/index.ts';
import type { DataPlaneLine } from '../../data-plane.ts';
import { keyPairPath } from '../file-paths.ts';
import type { DataPlaneContext } from './data-plane-context.ts';
import { block, directive } from './nginx-lines.ts';

/**
 * The server of the listener and host name, with the locations given. TLS towards clients is left out, but for the
 * certificate.
 *
 * @see NGF nginx/config/servers_template.go
 */
export function serverLines(
  context: DataPlaneContext,
  serverName: string,
  locations: readonly DataPlaneLine[],
): readonly DataPlaneLine[] {
  const { listener } = context.connection;
  const isTls = listener.protocol === 'HTTPS';
  const port = listenerField(context, 'port');
  const suffix = isTls ? ' ssl' : '';
  const body = [
    directive(`listen ${listener.port}${suffix}`, port),
    directive(`listen [::]:${listener.port}${suffix}`, port),
    ...(isTls ? certificateLines(context) : []),
    directive(`server_name ${serverName === '*' ? '~^' : serverName}`, nameField(context)),
    ...locations,
    ...(context.connection.routeKind === 'GRPCRoute'
      ? [directive('include /etc/nginx/grpc-error-locations.conf')]
      : []),
  ];
  return block('server', body, listenerField(context));
}

/** The server behind `invalid-backend-ref`. */
export const INVALID_BACKEND_SERVER: readonly DataPlaneLine[] = block('server', [
  directive('listen unix:/var/run/nginx/nginx-500-server.sock'),
  directive('access_log off'),
  directive('return 500'),
]);

/** The server that a TLSRoute with a refused backend leads to: it closes the connection. */
export const CLOSING_SERVER: readonly DataPlaneLine[] = block('server', [
  directive('listen unix:/var/run/nginx/connection-closed-server.sock'),
  directive('return ""'),
]);

/** The first certificate of the listener. */
function certificateLines(context: DataPlaneContext): readonly DataPlaneLine[] {
  const { gateway, connection, state } = context;
  const owner = state.resolution.index.byId.get(connection.listener.listenerSetId ?? '') ?? gateway;
  const path = ['spec', 'listeners', connection.listener.index, 'tls', 'certificateRefs'];
  const [reference] = itemsAt(owner.value, path);
  if (reference === undefined) return [];
  const namespace = stringAt(reference, ['namespace']) ?? owner.namespace;
  const file = keyPairPath(namespace, stringAt(reference, ['name']) ?? '');
  const from = { objectId: owner.id, path: [...path, 0] };
  return [
    directive(`ssl_certificate ${file}`, from),
    directive(`ssl_certificate_key ${file}`, from),
  ];
}

function listenerField(
  { gateway, connection: { listener } }: DataPlaneContext,
  ...rest: readonly string[]
): FieldRef {
  const objectId = listener.listenerSetId ?? gateway.id;
  return { objectId, path: ['spec', 'listeners', listener.index, ...rest] };
}

/** The route's names decide; without any the listener's does. */
function nameField(context: DataPlaneContext): FieldRef | undefined {
  const { route, connection } = context;
  if (itemsAt(route.value, ['spec', 'hostnames']).length > 0)
    return { objectId: route.id, path: ['spec', 'hostnames'] };
  return connection.listener.hostname === undefined
    ? undefined
    : listenerField(context, 'hostname');
}
