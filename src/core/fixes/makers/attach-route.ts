import { itemsAt, stringAt, valueAt } from '../../gateway-api/index.ts';
import { insertKey, removeKey, setScalar, type ManifestObject } from '../../manifest/index.ts';
import type { Finding } from '../../model/index.ts';
import type { FixContext, FixDraft, ObjectFixMaker } from '../types.ts';
import { asWritten } from './as-written.ts';
import { oneFix } from './one-fix.ts';

/** Has a listener take the route: another listener's name, a wider allowedRoutes, or the listener's host name. */
export const attachRoute: ObjectFixMaker = (finding, route, context) => {
  const parent = parentOf(finding, context);
  if (parent === undefined) return [];
  switch (finding.params.reason) {
    case 'NoMatchingParent':
      return nameListener(finding, route, parent);
    case 'NotAllowedByListeners':
      return allowNamespace(route, parent);
    case 'NoMatchingListenerHostname':
      return takeHostname(route, parent);
    default:
      return [];
  }
};

/** The Gateway or ListenerSet of the text `Kind namespace/name`. */
function parentOf({ params }: Finding, context: FixContext): ManifestObject | undefined {
  const object = context.index.all.find(
    (one) => `${one.kind} ${one.namespace}/${one.name}` === params.parent,
  );
  return object === undefined ? undefined : asWritten(object, context);
}

function listenersOf(parent: ManifestObject) {
  return itemsAt(parent.value, ['spec', 'listeners']);
}

function nameListener(
  { field }: Finding,
  route: ManifestObject,
  parent: ManifestObject,
): readonly FixDraft[] {
  if (field === undefined) return [];
  const written = valueAt(route.value, field.path);
  if (stringAt(written, ['sectionName']) === undefined)
    return oneFix(
      `Let ${route.kind} ${route.name} use any listener of ${parent.kind} ${parent.name}`,
      removeKey(route, [...field.path, 'port']),
    );
  return listenersOf(parent)
    .slice(0, MOST)
    .flatMap((listener) => {
      const name = stringAt(listener, ['name']) ?? '';
      const title = `Attach ${route.kind} ${route.name} to listener ${name} of ${parent.kind} ${parent.name}`;
      return oneFix(title, setScalar(route, [...field.path, 'sectionName'], name));
    });
}

/** More listeners than these are not listed. */
const MOST = 4;

function allowNamespace(route: ManifestObject, parent: ManifestObject): readonly FixDraft[] {
  if (route.namespace === parent.namespace) return [];
  return listenersOf(parent)
    .slice(0, MOST)
    .flatMap((listener, index) => {
      const name = stringAt(listener, ['name']) ?? '';
      const path = ['spec', 'listeners', index, 'allowedRoutes'];
      const selector = { matchLabels: { 'kubernetes.io/metadata.name': route.namespace } };
      return [
        ...oneFix(
          `Let listener ${name} of ${parent.kind} ${parent.name} take routes of namespace ${route.namespace}`,
          insertKey(parent, path, 'namespaces', { from: 'Selector', selector }),
        ),
        ...oneFix(
          `Let listener ${name} of ${parent.kind} ${parent.name} take routes of all namespaces`,
          insertKey(parent, path, 'namespaces', { from: 'All' }),
        ),
      ];
    });
}

function takeHostname(route: ManifestObject, parent: ManifestObject): readonly FixDraft[] {
  const own = itemsAt(route.value, ['spec', 'hostnames']);
  const names = listenersOf(parent).flatMap((one) => stringAt(one, ['hostname']) ?? []);
  return [...new Set(names)]
    .slice(0, MOST)
    .flatMap((name) =>
      own.length === 1
        ? oneFix(
            `Set the host name of ${route.kind} ${route.name} to ${name}, as the listener has it`,
            setScalar(route, ['spec', 'hostnames', 0], name),
          )
        : [],
    );
}
