import { namingFields } from '../../edits/index.ts';
import { itemsAt, kinds, objectKey, stringAt } from '../../gateway-api/index.ts';
import { removeObject } from '../../manifest/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { placeOf } from '../place.ts';
import type { Scope } from '../source/scope.ts';
import type { IdleObject } from '../types.ts';
import { ownGroup } from './foreign-groups.ts';

/** Kinds of which the conversion carries all that matters here over, or tells what it does not. */
const HANDLED: ReadonlySet<string> = new Set<string>([
  kinds.envoyBackend,
  kinds.envoyProxy,
  kinds.envoyGateway,
  kinds.kgatewayBackend,
  kinds.backendConfigPolicy,
  kinds.agentgatewayBackend,
  kinds.agentgatewayPolicy,
  'gateway.nginx.org/NginxProxy',
]);

/** Objects that only the implementation left behind reads; filters of routes that name such; removed where that is wanted. */
export function findIdle(draft: ConversionDraft, scope: Scope): readonly IdleObject[] {
  tellFilters(draft, scope);
  // Another Gateway of the implementation that is left still reads them.
  if (remaining(draft, scope)) return [];
  const group = ownGroup[draft.request.from];
  const { title } = draft.target;
  const idle = draft.index.all.filter(
    (object) => object.group === group && !draft.index.shadowed.has(object.id),
  );
  for (const object of idle)
    if (!HANDLED.has(`${object.group}/${object.kind}`))
      draft.lose('FOREIGN-OBJECT', placeOf(object), { target: title });
  return idle.map((object) => {
    const { objectKey: key, object: words } = placeOf(object);
    return { objectKey: key, object: words, removed: removed(draft, object, group) };
  });
}

function remaining({ index, request, source }: ConversionDraft, { gateways }: Scope): boolean {
  const { implementationOverrides } = source.workspace.options;
  return index
    .ofKind(kinds.gateway)
    .some(({ key }) => !gateways.includes(key) && implementationOverrides[key] === request.from);
}

/** What something else still names stays. */
function removed(draft: ConversionDraft, { key }: ManifestObject, group: string): boolean {
  if (!draft.request.removeIdle) return false;
  const isNamed = namingFields(draft.source, key).some(
    (field) => field.role === 'reference' && field.object.group !== group,
  );
  const object = draft.object(key);
  const parsed = draft.source.parsed.find(({ file }) => file.id === object?.fileId);
  if (isNamed || object === undefined || parsed === undefined) return false;
  const edits = removeObject(parsed, object);
  draft.perform({ edits, files: [], renamed: {} });
  return edits.length > 0;
}

function tellFilters(draft: ConversionDraft, { routes }: Scope): void {
  const group = ownGroup[draft.request.from];
  const { title } = draft.target;
  for (const key of routes) {
    const route = draft.object(key);
    if (route === undefined) continue;
    for (const [at, rule] of itemsAt(route.value, ['spec', 'rules']).entries())
      for (const [place, filter] of itemsAt(rule, ['filters']).entries()) {
        const named = ['group', 'kind', 'name'].map(
          (field) => stringAt(filter, ['extensionRef', field]) ?? '',
        );
        if (named[0] !== group) continue;
        const path = ['spec', 'rules', at, 'filters', place, 'extensionRef'];
        const value = objectKey(group, named[1] ?? '', route.namespace, named[2] ?? '');
        draft.lose('FOREIGN-FILTER', placeOf(route, path), {
          target: title,
          value: value.split('/').slice(1).join(' '),
        });
      }
  }
}
