import { itemsAt, stringAt, valueAt } from '../../../gateway-api/index.ts';
import type { FieldRef } from '../../../model/index.ts';
import type { DataPlaneLine } from '../../data-plane.ts';
import { tlsSettings } from '../rule-tls.ts';
import type { PolicyVerdict } from '../validate-policy.ts';
import { alwaysPassesRequestUri, connectionHeader, verifyDepth } from '../versions.ts';
import {
  backendsOf,
  INVALID_BACKEND,
  upstreamName,
  type DataPlaneContext,
} from './data-plane-context.ts';
import { block, directive } from './nginx-lines.ts';
import type { PlacedMatch } from './server-matches.ts';

/**
 * The location, or the two of a prefix without a slash at its end, that passes requests of the rule on. Filters are left
 * out, and so is the location that chooses among several matches of one path.
 *
 * @param group name of the split_clients variable
 * @see NGF nginx/config/servers_template.go, servers.go `initializeExternalLocations`
 */
export function locationLines(
  context: DataPlaneContext,
  placed: PlacedMatch,
  group: string,
): readonly DataPlaneLine[] {
  const { route, connection } = context;
  const body = locationBody(context, placed.isInternal, group);
  const from = { objectId: route.id, path: ['spec', 'rules', connection.ruleIndex] };
  return locationPaths(placed).flatMap((path) => block(`location ${path}`, body, from));
}

function locationPaths({
  match: { path, type },
  isInternal,
  pathRule,
  matchRule,
}: PlacedMatch): readonly string[] {
  if (isInternal) return [`/_ngf-internal-rule${pathRule}-route${matchRule}`];
  if (type === 'exact') return [`= ${path}`];
  if (type === 'regularExpression') return [`~ ^${path}`];
  return path.endsWith('/') ? [path] : [`${path}/`, `= ${path}`];
}

function locationBody(
  context: DataPlaneContext,
  isInternal: boolean,
  group: string,
): readonly DataPlaneLine[] {
  const isGrpc = context.connection.routeKind === 'GRPCRoute';
  const prefix = isGrpc ? 'grpc' : 'proxy';
  const { verdict } = context;
  return [
    ...(isInternal ? [directive('internal')] : []),
    ...(isInternal && isGrpc ? [directive('rewrite ^ $request_uri break')] : []),
    ...(isGrpc ? [directive('include /etc/nginx/grpc-error-pages.conf')] : []),
    directive('proxy_http_version 1.1'),
    ...headerLines(context, prefix),
    directive(
      `${prefix}_pass ${passTarget(context, isInternal, group)}`,
      context.backend.reference.from,
    ),
    ...(verdict === undefined ? [] : sslLines(prefix, verdict, context.version)),
  ];
}

/** @see NGF nginx/config/servers.go `createProxyPass`, `backendGroupName` */
function passTarget(context: DataPlaneContext, isInternal: boolean, group: string): string {
  const { connection, verdict, version } = context;
  const isGrpc = connection.routeKind === 'GRPCRoute';
  const scheme = `${isGrpc ? 'grpc' : 'http'}${verdict === undefined ? '' : 's'}`;
  const wantsUri = !isGrpc && (isInternal || alwaysPassesRequestUri(version));
  const uri = wantsUri && !rewritesPath(context) ? '$request_uri' : '';
  return `${scheme}://${groupName(context, group)}${uri}`;
}

/** The one upstream, or the variable that split_clients sets. */
export function groupName(context: DataPlaneContext, group: string): string {
  const [only, ...others] = backendsOf(context);
  if (others.length > 0) return `$${group}`;
  if (only === undefined) return INVALID_BACKEND;
  const weight = valueAt(context.route.value, [...only.reference.from.path, 'weight']);
  return weight === 0 ? INVALID_BACKEND : upstreamName(context, only);
}

function rewritesPath({ route, connection }: DataPlaneContext): boolean {
  return itemsAt(route.value, ['spec', 'rules', connection.ruleIndex, 'filters']).some(
    (filter) => valueAt(filter, ['urlRewrite', 'path']) !== undefined,
  );
}

/** @see NGF nginx/config/servers.go `createBaseProxySetHeaders` */
function headerLines(context: DataPlaneContext, prefix: string): readonly DataPlaneLine[] {
  const [hostValue, hostField] = hostHeader(context);
  const isGrpc = prefix === 'grpc';
  const fixed = [
    ['X-Forwarded-For', '$proxy_add_x_forwarded_for'],
    ['X-Real-IP', '$remote_addr'],
    ['X-Forwarded-Proto', '$scheme'],
    ['X-Forwarded-Host', '$host'],
    ['X-Forwarded-Port', '$server_port'],
    ...(isGrpc
      ? [['Authority', '$gw_api_compliant_host']]
      : [
          ['Upgrade', '$http_upgrade'],
          ['Connection', connectionHeader(context.version)],
        ]),
  ];
  return [
    directive(`${prefix}_set_header Host "${hostValue}"`, hostField),
    ...fixed.map(([name, value]) =>
      directive(`${prefix}_set_header ${name ?? ''} "${value ?? ''}"`),
    ),
  ];
}

/** An ExternalName Service of the rule gives its name to all requests. */
function hostHeader(context: DataPlaneContext): readonly [string, FieldRef | undefined] {
  for (const { service } of backendsOf(context)) {
    const name = stringAt(service?.value, ['spec', 'externalName']);
    if (service === undefined || name === undefined) continue;
    return [name, { objectId: service.id, path: ['spec', 'externalName'] }];
  }
  return ['$gw_api_compliant_host', undefined];
}

/**
 * The directives that a policy makes.
 *
 * @param prefix `proxy` or `grpc`
 */
export function sslLines(
  prefix: string,
  verdict: PolicyVerdict,
  version: string,
): readonly DataPlaneLine[] {
  const { trust, verifyNames } = tlsSettings(verdict);
  const policy = { objectId: verdict.policy.id, path: ['spec', 'validation'] };
  const depth = verifyDepth(version);
  const [name] = verifyNames;
  return [
    directive(`${prefix}_ssl_server_name on`, policy),
    directive(`${prefix}_ssl_verify on`, policy),
    ...(depth === 1 ? [] : [directive(`${prefix}_ssl_verify_depth ${depth}`, policy)]),
    directive(`${prefix}_ssl_name ${name?.value ?? ''}`, name?.from),
    directive(`${prefix}_ssl_trusted_certificate ${trustFile(trust)}`, trust?.from),
  ];
}

/** The system's list in the Alpine image. @see NGF state/dataplane `AlpineSSLRootCAPath` */
const SYSTEM_FILE = '/etc/ssl/cert.pem';

function trustFile(trust: ReturnType<typeof tlsSettings>['trust']): string {
  return trust?.kind === 'bundle' ? (trust.material.path ?? '') : SYSTEM_FILE;
}
