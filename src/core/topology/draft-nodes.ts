import { isMade, makerOf } from '../gateway-api/makers/makers.ts';
import type { Maker } from '../gateway-api/makers/types.ts';
import type { Reference, Resolution } from '../gateway-api/types.ts';
import type { ManifestObject } from '../manifest/types.ts';
import { carriesIdentity } from './carries-identity.ts';
import type { DraftNode } from './draft.ts';
import type { TopologyInput } from './input.ts';
import { placeOfKind, placeOfRole, placeOfTarget } from './place.ts';
import type { Place } from './place.ts';
import { identityRoles } from './roles.ts';
import type { IdentityRole } from './roles.ts';

interface Context {
  readonly input: TopologyInput;
  readonly roles: ReadonlyMap<string, IdentityRole>;
  /** Position of a key's first appearance, which a later redefinition does not change. */
  readonly order: ReadonlyMap<string, number>;
  readonly backing: ReadonlySet<string>;
}

/**
 * Picks what is drawn: objects on a request path, objects that carry identity, trust or permission,
 * and a ghost for every such object that is named and missing.
 */
export function draftNodes(input: TopologyInput): ReadonlyMap<string, DraftNode> {
  const { resolution } = input;
  const context: Context = {
    input,
    roles: identityRoles(input),
    order: firstAppearances(resolution),
    backing: workloadsOfBackends(input),
  };
  const nodes = new Map<string, DraftNode>();
  for (const object of resolution.index.byKey.values()) {
    const place = placeOf(object, context);
    if (place) nodes.set(object.key, objectNode(object, place, context));
  }
  resolution.references.forEach((reference, position) => {
    if (nodes.has(reference.target.key) || !isLive(reference, resolution)) return;
    const node = namedNode(reference, position, context);
    if (node) nodes.set(node.id, node);
  });
  return nodes;
}

/** False for fields of a definition that a later one replaces. */
export function isLive(reference: Reference, resolution: Resolution): boolean {
  return !resolution.index.shadowed.has(reference.from.objectId);
}

function placeOf(object: ManifestObject, { roles }: Context): Place | null {
  const role = roles.get(object.key);
  if (role) return placeOfRole(role);
  const place = placeOfKind(object.group, object.kind);
  if (place) return place;
  if (!carriesIdentity(object)) return null;
  return placeOfRole(object.kind === 'ConfigMap' ? 'trust' : 'presented');
}

function objectNode(object: ManifestObject, place: Place, context: Context): DraftNode {
  const { marks, facts, resolution } = context.input;
  const { key, kind, name, namespace } = object;
  const maker = isMade(object) ? makerOf(resolution.index, object) : undefined;
  const mark = marks.get(object.id) ?? null;
  const fact = facts.get(object.id) ?? '';
  const known =
    maker === undefined
      ? { objectId: object.id, fact, ghost: false }
      : { ...madeNode(maker), ...(fact === '' ? {} : { fact }) };
  return {
    id: key,
    kind,
    name,
    namespace,
    ...place,
    ...known,
    mark,
    order: context.order.get(key) ?? 0,
  };
}

/** What a controller makes is in no file, and nothing is wrong with that. */
function madeNode({ by, text }: Maker): Pick<DraftNode, 'fact' | 'ghost'> & { madeBy: string } {
  return { fact: `Made by ${by}`, ghost: true, madeBy: text };
}

/** The target of a reference that its kind alone did not bring in: a foreign kind, or a ghost. */
function namedNode(reference: Reference, position: number, context: Context): DraftNode | null {
  const { target } = reference;
  const { index } = context.input.resolution;
  const object = index.byKey.get(target.key);
  if (object) {
    // A mounted ConfigMap without certificates is configuration, not identity.
    const mounted = reference.kind === 'volume' || reference.kind === 'env';
    const place = mounted ? null : placeOfTarget(reference.kind);
    return place && objectNode(object, place, context);
  }
  const role = context.roles.get(target.key);
  const place = role
    ? placeOfRole(role)
    : (placeOfKind(target.group, target.kind) ?? placeOfTarget(reference.kind));
  if (!place || !missingMatters(reference, context)) return null;
  const maker = makerOf(index, target);
  const known =
    maker === undefined
      ? ({ fact: 'Not found', ghost: true, mark: 'error' } as const)
      : { ...madeNode(maker), mark: null };
  return {
    id: target.key,
    kind: target.kind,
    name: target.name,
    namespace: target.namespace,
    ...place,
    ...known,
    order: index.all.length + position,
  };
}

/** A missing mount matters where a backend's pods would not start for it. */
function missingMatters({ kind, from, optional }: Reference, { backing }: Context): boolean {
  switch (kind) {
    case 'gatewayClass':
    case 'env':
    case 'selector':
      return false;
    case 'volume':
      return optional !== true && backing.has(from.objectId);
    default:
      return true;
  }
}

function firstAppearances({ index }: Resolution): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  index.all.forEach(({ key }, position) => {
    if (!order.has(key)) order.set(key, position);
  });
  return order;
}

function workloadsOfBackends(input: TopologyInput): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { workloadId } of input.backends.values()) if (workloadId) ids.add(workloadId);
  return ids;
}
