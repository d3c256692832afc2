import type { ManifestObject } from '../../manifest/types.ts';
import { attachRoutes } from '../attach-routes.ts';
import { numberAt, stringAt, valueAt } from '../json.ts';
import { kinds } from '../kinds.ts';
import type { ObjectStatus, StatusRef } from '../status.ts';
import type { RouteAttachment } from '../types.ts';
import { backendProblem } from './backend-problem.ts';
import { condition, resolvedRefs } from './condition.ts';
import type { StatusContext } from './context.ts';
import { controllerName } from './controller-name.ts';

/**
 * Conditions of every route under every parentRef that leads to a Gateway among the files (shared_types.go
 * L342-479). ResolvedRefs is told whether or not the route is accepted; a parent that does not exist gets no entry
 * (L518-523).
 */
export function routeStatuses(context: StatusContext): readonly ObjectStatus[] {
  const { index, references, attachments } = context.resolution;
  const streams = attachRoutes(index, references, [kinds.tcpRoute, kinds.udpRoute]);
  return [...attachments, ...streams].flatMap((attachment) => {
    const route = index.byId.get(attachment.routeId);
    const gateway = index.byId.get(attachment.gatewayId ?? '');
    if (route === undefined || gateway === undefined) return [];
    return [routeStatus(context, route, gateway, attachment)];
  });
}

function routeStatus(
  { resolution, referencesAt }: StatusContext,
  route: ManifestObject,
  gateway: ManifestObject,
  { parent, reason }: RouteAttachment,
): ObjectStatus {
  const problem = referencesAt(route.id, ['spec', 'rules'])
    .filter(({ kind }) => kind === 'backendRef')
    .map((reference) => backendProblem(resolution, route, reference))
    .find((found) => found !== undefined);
  return {
    objectId: route.id,
    kind: 'parent',
    ref: parentRef(route, parent.from.path),
    ...controllerName(resolution.index, gateway),
    conditions: [
      condition('Accepted', reason === undefined, reason ?? 'Accepted'),
      resolvedRefs(problem),
    ],
  };
}

/** The parentRef with the defaults that the API server fills in. */
function parentRef(
  route: ManifestObject,
  path: RouteAttachment['parent']['from']['path'],
): StatusRef {
  const written = valueAt(route.value, path);
  const namespace = stringAt(written, ['namespace']);
  const sectionName = stringAt(written, ['sectionName']);
  const port = numberAt(written, ['port']);
  return {
    group: stringAt(written, ['group']) ?? 'gateway.networking.k8s.io',
    kind: stringAt(written, ['kind']) ?? 'Gateway',
    ...(namespace !== undefined && { namespace }),
    name: stringAt(written, ['name']) ?? '',
    ...(sectionName !== undefined && { sectionName }),
    ...(port !== undefined && { port }),
  };
}
