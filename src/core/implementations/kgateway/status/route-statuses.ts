import {
  itemsAt,
  kinds,
  numberAt,
  stringAt,
  valueAt,
  type ObjectIndex,
} from '../../../gateway-api/index.ts';
import type { RouteAttachment } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { ObjectStatus, PredictedCondition, StatusRef } from '../../status.ts';
import type { KgatewayState } from '../kgateway-state.ts';
import { unresolvedExtensions } from '../unresolved-extensions.ts';
import { KGATEWAY_CONTROLLER } from './controller-name.ts';
import type { Routing } from './routed-backends.ts';

/**
 * Conditions of every route under every Gateway that kgateway runs. They stay True when a policy of the
 * backend is broken: only traffic shows it.
 */
export function routeStatuses(
  { resolution, features }: KgatewayState,
  { attachments, backendRefs }: Routing,
): readonly ObjectStatus[] {
  return attachments.flatMap((attachment): ObjectStatus[] => {
    const route = resolution.index.byId.get(attachment.routeId);
    if (route === undefined) return [];
    const replaced = features.replacedRules ? replacedCondition(resolution.index, route) : null;
    const refused = (backendRefs.get(route.id) ?? []).find(({ ok }) => !ok);
    return [
      {
        objectId: route.id,
        kind: 'parent',
        ref: parentRef(route, attachment),
        controllerName: KGATEWAY_CONTROLLER,
        conditions: [
          attachment.reason === undefined && replaced !== null
            ? replaced
            : acceptedCondition(route, attachment),
          refused === undefined || refused.ok
            ? RESOLVED
            : {
                type: 'ResolvedRefs',
                status: 'False',
                reason: refused.reason,
                message: refused.message,
              },
          ...(features.programmedRoutes && attachment.reason === undefined && replaced === null
            ? [PROGRAMMED]
            : []),
        ],
      },
    ];
  });
}

const RESOLVED: PredictedCondition = {
  type: 'ResolvedRefs',
  status: 'True',
  reason: 'ResolvedRefs',
  message: 'Successfully resolved all references',
};

const PROGRAMMED: PredictedCondition = {
  type: 'kgateway.dev/Programmed',
  status: 'True',
  reason: 'Programmed',
  message: 'Successfully programmed Route',
};

/** One condition for all rules: the last one that is replaced tells its last match. */
function replacedCondition(index: ObjectIndex, route: ManifestObject): PredictedCondition | null {
  const rules = itemsAt(route.value, ['spec', 'rules']);
  const replaced = rules.flatMap((rule, at) => {
    const text = unresolvedExtensions(index, route, at);
    const match = Math.max(itemsAt(rule, ['matches']).length - 1, 0);
    return text === null ? [] : [`Replaced Rule (${match}): ${text}`];
  });
  const message = replaced.at(-1);
  if (message === undefined) return null;
  return { type: 'Accepted', status: 'False', reason: 'RouteRuleReplaced', message };
}

/** TLSRoutes and TCPRoutes are accepted without a message. */
function acceptedCondition(route: ManifestObject, { reason }: RouteAttachment): PredictedCondition {
  if (reason !== undefined) return { type: 'Accepted', status: 'False', reason, message: '' };
  const kind = `${route.group}/${route.kind}`;
  const layer4 = kind === kinds.tlsRoute || kind === kinds.tcpRoute;
  const message = layer4 ? '' : 'Successfully accepted Route';
  return { type: 'Accepted', status: 'True', reason: 'Accepted', message };
}

/** The parentRef as written, group and kind as the API server fills them in. */
function parentRef(route: ManifestObject, { parent }: RouteAttachment): StatusRef {
  const written = valueAt(route.value, parent.from.path);
  const namespace = stringAt(written, ['namespace']);
  const sectionName = stringAt(written, ['sectionName']);
  const port = numberAt(written, ['port']);
  return {
    group: parent.target.group,
    kind: parent.target.kind,
    ...(namespace === undefined ? {} : { namespace }),
    name: parent.target.name,
    ...(sectionName === undefined ? {} : { sectionName }),
    ...(port === undefined ? {} : { port }),
  };
}
