import { numberAt, stringAt, valueAt } from '../../../gateway-api/index.ts';
import type { RouteAttachment } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { ruleBackends } from '../../rule-backends.ts';
import type { ObjectStatus, PredictedCondition, StatusRef } from '../../status.ts';
import type { AgentgatewayState } from '../agentgateway-state.ts';
import { checkBackendRef } from '../check-backend-ref.ts';
import { unsupportedExtension } from '../unsupported-extension.ts';
import { AGENTGATEWAY_CONTROLLER } from './controller-name.ts';

/** Conditions of every route under every Gateway that agentgateway runs. */
export function routeStatuses({
  resolution,
  attachments,
}: AgentgatewayState): readonly ObjectStatus[] {
  const backendRefs = ruleBackends(resolution.references);
  return attachments.flatMap((attachment): ObjectStatus[] => {
    const route = resolution.index.byId.get(attachment.routeId);
    if (route === undefined) return [];
    // An extension ends the translation; else of several errors the last one stands.
    const error =
      unsupportedExtension(route) ??
      (backendRefs.get(route.id) ?? [])
        .map((reference) => checkBackendRef(resolution.index, route, reference))
        .findLast((checked) => !checked.ok);
    const { reason } = attachment;
    const conditions: readonly PredictedCondition[] = [
      reason === undefined
        ? { type: 'Accepted', status: 'True', reason: 'Accepted', message: '' }
        : { type: 'Accepted', status: 'False', reason, message: '' },
      error === undefined
        ? { type: 'ResolvedRefs', status: 'True', reason: 'ResolvedRefs', message: '' }
        : { type: 'ResolvedRefs', status: 'False', reason: error.reason, message: error.message },
    ];
    return [
      {
        objectId: route.id,
        kind: 'parent',
        ref: parentRef(route, attachment),
        controllerName: AGENTGATEWAY_CONTROLLER,
        conditions,
      },
    ];
  });
}

/** agentgateway fills in group, kind and namespace of the parentRef. */
function parentRef(route: ManifestObject, { parent }: RouteAttachment): StatusRef {
  const written = valueAt(route.value, parent.from.path);
  const sectionName = stringAt(written, ['sectionName']);
  const port = numberAt(written, ['port']);
  const { group, kind, namespace, name } = parent.target;
  return {
    group,
    kind,
    namespace,
    name,
    ...(sectionName === undefined ? {} : { sectionName }),
    ...(port === undefined ? {} : { port }),
  };
}
