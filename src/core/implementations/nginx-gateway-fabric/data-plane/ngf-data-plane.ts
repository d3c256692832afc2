import type { Connection, Resolution } from '../../../gateway-api/index.ts';
import { exampleHostname } from '../../../gateway-api/hostnames.ts';
import type { DataPlaneConfig, DataPlaneLine } from '../../data-plane.ts';
import { isInvalidGateway } from '../is-invalid-gateway.ts';
import { ngfState } from '../ngf-state.ts';
import { ruleVerdict } from '../rule-tls.ts';
import { numbersPathRules, readsGatewayBackendTls } from '../versions.ts';
import {
  backendsOf,
  INVALID_BACKEND,
  isValidBackend,
  upstreamName,
  type DataPlaneContext,
} from './data-plane-context.ts';
import { groupName, locationLines, sslLines } from './location-lines.ts';
import { block, directive } from './nginx-lines.ts';
import { CLOSING_SERVER, INVALID_BACKEND_SERVER, serverLines } from './server-lines.ts';
import { placedMatch } from './server-matches.ts';
import { splitClientsLines } from './split-clients-lines.ts';
import { invalidUpstreamLines, upstreamLines } from './upstream-lines.ts';

/**
 * The part of nginx's configuration that serves one connection, in the order of NGINX Gateway Fabric's templates: the
 * Gateway's client certificate, the shares of the rule's backends, the upstream, the server and its location. It stands
 * in `http`, for a TLSRoute in `stream`. Addresses of endpoints, which no manifest holds, stand as `<endpoint>`. A Gateway
 * that is invalid as a whole has no nginx.
 *
 * @param version release line, e.g. `2.6`
 */
export function ngfDataPlane(
  connection: Connection,
  resolution: Resolution,
  version: string,
): DataPlaneConfig {
  const context = contextOf(connection, resolution, version);
  if (context === null) return { language: 'nginx', lines: [] };
  const lines = connection.routeKind === 'TLSRoute' ? streamLines(context) : httpLines(context);
  return { language: 'nginx', lines: [...clientCertificateLines(context), ...lines] };
}

function contextOf(
  connection: Connection,
  resolution: Resolution,
  version: string,
): DataPlaneContext | null {
  const state = ngfState(resolution);
  const gateway = resolution.index.byId.get(connection.gatewayId);
  const route = resolution.index.byId.get(connection.routeId);
  const rule = route && state.rule(route, connection.ruleIndex);
  const backend = rule?.backends.get(connection.backendRefIndex);
  if (gateway === undefined || route === undefined || rule === undefined || backend === undefined)
    return null;
  const verdict = ruleVerdict(state, gateway, rule);
  if (isInvalidGateway({ state, version }, gateway)) return null;
  const base = { connection, state, version, gateway, route, rule, backend };
  return verdict === undefined ? base : { ...base, verdict };
}

/** @see NGF nginx/config/base_http_config_template.go */
function clientCertificateLines({
  state,
  gateway,
  version,
}: DataPlaneContext): readonly DataPlaneLine[] {
  const client = state.clientCertificate(gateway);
  if (client.kind !== 'used' || !readsGatewayBackendTls(version)) return [];
  const { chain, from } = client.certificate;
  return [
    directive(`proxy_ssl_certificate ${chain.path ?? ''}`, from),
    directive(`proxy_ssl_certificate_key ${chain.path ?? ''}`, from),
  ];
}

function httpLines(context: DataPlaneContext): readonly DataPlaneLine[] {
  const { backend } = context;
  const serverName = serverNameOf(context);
  const placed = placedMatch(context, serverName);
  const group = variableName(context, placed.pathRule);
  const refused =
    groupName(context, group) === INVALID_BACKEND || !isValidBackend(context, backend);
  return [
    ...splitClientsLines(context, group),
    ...(refused ? invalidUpstreamLines(context, backend) : upstreamLines(context, backend)),
    ...serverLines(context, serverName, locationLines(context, placed, group)),
    ...(refused ? INVALID_BACKEND_SERVER : []),
  ];
}

/** A refused backend closes the connection. @see NGF nginx/config/stream_servers_template.go */
function streamLines(context: DataPlaneContext): readonly DataPlaneLine[] {
  const { backend, verdict, version } = context;
  if (!isValidBackend(context, backend)) return CLOSING_SERVER;
  const group = variableName(context, 0);
  const target = backendsOf(context).length > 1 ? `$${group}` : upstreamName(context, backend);
  const body = [
    directive(`proxy_pass ${target}`, backend.reference.from),
    ...(verdict === undefined ? [] : [proxySsl(verdict.policy.id)]),
    ...(verdict === undefined ? [] : sslLines('proxy', verdict, version)),
  ];
  return [
    ...splitClientsLines(context, group),
    ...upstreamLines(context, backend),
    ...block('server', body, context.backend.reference.from),
  ];
}

function proxySsl(policyId: string): DataPlaneLine {
  return directive('proxy_ssl on', { objectId: policyId, path: ['spec', 'validation'] });
}

/** The name whose server the connection's example request meets. */
function serverNameOf({ connection, state }: DataPlaneContext): string {
  const { gatewayId, routeId, listener } = connection;
  const hostnames = state.resolution.attachments
    .filter((attachment) => attachment.gatewayId === gatewayId && attachment.routeId === routeId)
    .flatMap(({ listeners }) => listeners)
    .filter(
      (taken) => taken.listener.name === listener.name && taken.listener.port === listener.port,
    )
    .flatMap((taken) => taken.hostnames);
  return hostnames.find((name) => exampleHostname([name]) === connection.hostname) ?? '*';
}

/** @see NGF state/dataplane `BackendGroup.Name`, nginx/config/variable_names.go */
function variableName({ route, connection, version }: DataPlaneContext, pathRule: number): string {
  const suffix = numbersPathRules(version) ? `_pathRule${pathRule}` : '';
  const name = `group_${route.namespace}__${route.name}_rule${connection.ruleIndex}${suffix}`;
  return name.replaceAll('-', '_');
}
