import {
  dataKeys,
  groups,
  itemsAt,
  namespacedName,
  numberAt,
  servicePorts,
  stringAt,
  targetOf,
  valueAt,
  type RawReference,
} from '../../gateway-api/index.ts';
import { scalarText } from '../../manifest/edits/scalar-text.ts';
import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import type { LanguageView } from '../language-view.ts';
import { referenceAround, referenceAt, type Typed } from '../reference-around.ts';
import type { CursorContext } from '../syntax/cursor-context.ts';
import { draftObject } from '../draft-object.ts';
import type { Offer } from './completion.ts';
import { targetKinds } from './target-kinds.ts';

/** What the other objects of the workspace have to offer at a place. */
export function completeReferences(
  view: LanguageView,
  fileId: string,
  { object, path }: CursorContext,
): readonly Offer[] {
  const typed = { fileId, object };
  const named = referenceAt(view, typed, path);
  if (named !== undefined) return names(view, named);
  const field = path.at(-1);
  if (field === 'namespace') return namespaces(view);
  const reference = referenceAround(view, typed, path);
  if (reference === undefined) return field === 'name' ? likeNames(view, typed, path) : [];
  const target = view.index.byKey.get(targetOf(reference).key);
  switch (field) {
    case 'kind':
      return targetKinds(reference.kind, object).map(({ kind, group }) => offer(kind, group, 1));
    case 'group':
      return targetKinds(reference.kind, object)
        .filter(({ kind }) => kind === reference.targetKind)
        .map(({ kind, group }) => offer(group, kind, 1));
    case 'sectionName':
      return sections(target);
    case 'port':
      return ports(target);
    case 'key':
      return target === undefined
        ? []
        : dataKeys(target).map((key) => offer(key, namespacedName(target), 1));
    default:
      return [];
  }
}

function names(view: LanguageView, reference: RawReference): readonly Offer[] {
  const { group, targetKind } = reference;
  return view.index
    .ofKind(`${group === 'core' ? '' : group}/${targetKind}`)
    .filter(({ namespace }) => namespace === '' || namespace === reference.namespace)
    .map((object) => objectOffer(view, object));
}

/** A map with `kind` and `name` that no list of references knows: a grant, or a field of a user's own kind. */
function likeNames(view: LanguageView, typed: Typed, path: readonly (string | number)[]) {
  const owner = path.slice(0, -1);
  const kind = stringAt(typed.object, [...owner, 'kind']);
  if (kind === undefined) return [];
  const { namespace } = draftObject(view, typed.fileId, typed.object);
  const group = stringAt(typed.object, [...owner, 'group']) ?? '';
  return view.index
    .ofKind(`${group}/${kind}`)
    .filter((object) => object.namespace === '' || object.namespace === namespace)
    .map((object) => objectOffer(view, object));
}

function objectOffer({ workspace }: LanguageView, object: ManifestObject): Offer {
  const file = workspace.files.find(({ id }) => id === object.fileId);
  const where = object.namespace === '' ? '' : ` in ${object.namespace}`;
  return {
    label: object.name,
    kind: 'object',
    detail: `${object.kind}${where}`,
    help: file === undefined ? '' : `Stands in ${file.path}.`,
    insert: scalarText(object.name, 'plain'),
    rank: 1,
  };
}

function namespaces({ index, workspace }: LanguageView): readonly Offer[] {
  const found = index.all.map((object) =>
    object.group === '' && object.kind === 'Namespace' ? object.name : object.namespace,
  );
  const all = new Set([...found, workspace.options.defaultNamespace]);
  return [...all].filter((name) => name !== '').map((name) => offer(name, 'namespace', 1));
}

/** Names of the ports of a Service, or of the listeners of a Gateway or ListenerSet. */
function sections(target: ManifestObject | undefined): readonly Offer[] {
  if (target === undefined) return [];
  if (target.kind === 'Service') {
    return servicePorts(target).flatMap(({ name, port }) =>
      name === undefined ? [] : [offer(name, `port ${String(port)} of ${target.name}`, 1)],
    );
  }
  return itemsAt(target.value, ['spec', 'listeners']).flatMap((listener) => {
    const name = stringAt(listener, ['name']);
    return name === undefined ? [] : [offer(name, listenerText(listener, target), 1)];
  });
}

function ports(target: ManifestObject | undefined): readonly Offer[] {
  if (target === undefined) return [];
  if (target.kind === 'Service') {
    return servicePorts(target).map(({ port, name }) =>
      offer(String(port), name === undefined ? target.name : `${name} of ${target.name}`, 1),
    );
  }
  return itemsAt(target.value, ['spec', 'listeners']).flatMap((listener) => {
    const port = numberAt(listener, ['port']);
    return port === undefined ? [] : [offer(String(port), listenerText(listener, target), 1)];
  });
}

function listenerText(listener: JsonValue, { name }: ManifestObject): string {
  const protocol = stringAt(listener, ['protocol']) ?? 'listener';
  const port = valueAt(listener, ['port']);
  return `${protocol}${typeof port === 'number' ? ` ${String(port)}` : ''} of ${name}`;
}

function offer(value: string, detail: string, rank: number): Offer {
  const isNumber = /^\d+$/.test(value) && detail !== groups.core;
  return {
    label: value === '' ? '""' : value,
    kind: 'value',
    detail,
    insert: isNumber ? value : scalarText(value, 'plain'),
    rank,
  };
}
