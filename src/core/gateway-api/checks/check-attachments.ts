import type { ManifestObject } from '../../manifest/types.ts';
import { groupBy } from '../group-by.ts';
import { itemsAt, numberAt, stringAt, valueAt } from '../json.ts';
import { makeFinding } from '../make-finding.ts';
import { mergeListeners, type MergedListeners } from '../merged-listeners.ts';
import type { AttachmentReason, RouteAttachment } from '../types.ts';
import type { CheckContext, GatewayApiFinding } from './check-context.ts';
import { targetText } from './name-directory.ts';

interface Words {
  readonly message: string;
  readonly remedy: string;
}

/** A route that no listener of a named Gateway takes: reason and text of the route's Accepted condition. */
export function checkAttachments({
  index,
  references,
  attachments,
}: CheckContext): readonly GatewayApiFinding[] {
  const merged = mergeListeners(index, references);
  return attachments.flatMap((attachment) => {
    const route = index.byId.get(attachment.routeId);
    const parent = index.byId.get(attachment.listenerSetId ?? attachment.gatewayId ?? '');
    const { reason } = attachment;
    if (route === undefined || parent === undefined || reason === undefined) return [];
    return [
      makeFinding({
        code: 'ROUTE-NOT-ATTACHED',
        severity: 'error',
        object: route,
        path: fieldOf(reason, attachment),
        params: {
          parent: targetText(attachment.parent.target),
          reason,
          ...wordsOf(reason, attachment, route, parent, merged),
        },
        step: 2,
        suffix: String(attachment.parentIndex),
      }),
    ];
  });
}

function fieldOf(reason: AttachmentReason, { parent }: RouteAttachment) {
  return reason === 'NoMatchingListenerHostname' ? ['spec', 'hostnames'] : parent.from.path;
}

function wordsOf(
  reason: AttachmentReason,
  attachment: RouteAttachment,
  route: ManifestObject,
  parent: ManifestObject,
  merged: MergedListeners,
): Words {
  const listeners = merged.ofParent(parent.id);
  switch (reason) {
    case 'NoMatchingParent': {
      if (merged.listenerSetOf(parent.id)?.allowed === 'no') return NOT_JOINED;
      const parentRef = valueAt(route.value, attachment.parent.from.path);
      const section = stringAt(parentRef, ['sectionName']);
      const port = numberAt(parentRef, ['port']);
      const wanted = [section && `name ${section}`, port && `port ${port}`].filter(Boolean);
      const existing = listeners.map(({ name, port: own }) => `${name} (${own})`).join(', ');
      return {
        message: `no listener has ${wanted.join(' and ')}. Listeners that exist: ${existing || 'none'}.`,
        remedy: 'Change sectionName or port in parentRefs to a listener that exists.',
      };
    }
    case 'NotAllowedByListeners':
      return {
        message: `no listener's allowedRoutes takes a ${route.kind} of namespace ${route.namespace}.`,
        remedy: `Change allowedRoutes of ${parent.kind} ${parent.name} (the default is namespaces.from: Same), or move the route.`,
      };
    case 'NoMatchingListenerHostname': {
      const own = itemsAt(route.value, ['spec', 'hostnames'])
        .filter((name) => typeof name === 'string')
        .join(', ');
      const offered = listeners.map(({ hostname }) => hostname ?? '*').join(', ');
      return {
        message: `the route's host names (${own}) and the listeners' (${offered}) do not meet.`,
        remedy: 'Change hostnames of the route, or hostname of the listener.',
      };
    }
    default:
      return reason satisfies never;
  }
}

/** GEP-1713: without allowedListeners a Gateway takes no listeners from elsewhere. */
const NOT_JOINED: Words = {
  message: 'the Gateway does not take the listeners of this ListenerSet.',
  remedy: 'Allow the ListenerSet in spec.allowedListeners of the Gateway.',
};

/** A listener that selects namespaces by labels nobody gave. */
export function checkNamespaceLabels(context: CheckContext): readonly GatewayApiFinding[] {
  return context.attachments.flatMap((attachment) => {
    const object = context.index.byId.get(attachment.routeId);
    if (object === undefined || !attachment.assumedNamespaceLabels) return [];
    return [
      makeFinding({
        code: 'ROUTE-NAMESPACE-LABELS-UNKNOWN',
        severity: 'warning',
        object,
        path: attachment.parent.from.path,
        params: { parent: targetText(attachment.parent.target), namespace: object.namespace },
      }),
    ];
  });
}

/** A route with several parents is several connections. */
export function checkSeveralParents({
  index,
  attachments,
}: CheckContext): readonly GatewayApiFinding[] {
  const byRoute = groupBy(attachments, ({ routeId }) => routeId);
  return [...byRoute].flatMap(([routeId, list]) => {
    const object = index.byId.get(routeId);
    const parents = [...new Set(list.map(({ parent }) => targetText(parent.target)))];
    if (object === undefined || parents.length < 2) return [];
    return [
      makeFinding({
        code: 'ROUTE-SEVERAL-PARENTS',
        severity: 'note',
        object,
        path: ['spec', 'parentRefs'],
        params: { count: String(parents.length), parents: parents.join(', ') },
      }),
    ];
  });
}
