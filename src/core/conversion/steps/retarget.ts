import { addGrants, nameOfKey } from '../../edits/grants.ts';
import { namingFields } from '../../edits/index.ts';
import { itemsAt, kinds, valueAt } from '../../gateway-api/index.ts';
import { appendItem, type ManifestObject } from '../../manifest/index.ts';
import type { FieldPath } from '../../model/index.ts';
import type { ConversionDraft, ObjectName } from '../conversion-draft.ts';
import { placeOf } from '../place.ts';
import type { Scope } from '../source/scope.ts';

/** What routes name from now on. */
export interface Destination extends ObjectName {
  readonly key: string;
  /** Port of a Service; null for a kind that has its ports in itself. */
  readonly port: { readonly number: number; readonly name?: string } | null;
  /** The host behind it. */
  readonly host: string;
  readonly inCluster: boolean;
}

const ROUTES: ReadonlySet<string> = new Set([
  kinds.httpRoute,
  kinds.grpcRoute,
  kinds.tlsRoute,
  kinds.tcpRoute,
  kinds.udpRoute,
]);

/** Lets routes and BackendTLSPolicies that name a backend name another one, with the grants that it takes. */
export function retarget(
  draft: ConversionDraft,
  scope: Scope,
  backend: ManifestObject,
  to: Destination,
): void {
  const isNgf = draft.request.from === 'nginx-gateway-fabric';
  for (const { object, path, role } of namingFields(draft.source, backend.key)) {
    const kind = `${object.group}/${object.kind}`;
    if (role !== 'reference') continue;
    if (kind === kinds.backendTlsPolicy) nameTarget(draft, object, path, to);
    if (!ROUTES.has(kind)) continue;
    if (scope.shared.has(object.key)) draft.lose('SHARED-ROUTE', placeOf(object, path));
    if (!scope.routes.has(object.key)) continue;
    nameBackend(draft, object, path, to);
    if (isNgf && !to.inCluster) sendHost(draft, object.key, path, to.host);
    grant(draft, object, to);
  }
}

function nameBackend(
  draft: ConversionDraft,
  { key, value }: ManifestObject,
  path: FieldPath,
  to: Destination,
): void {
  nameKind(draft, key, path, to, value);
  const port = [...path, 'port'];
  if (to.port !== null) draft.set(key, port, to.port.number);
  else if (valueAt(value, port) !== undefined) draft.remove(key, port);
}

/** A Service needs neither group nor kind in a route; what is written is kept in step. */
function nameKind(
  draft: ConversionDraft,
  key: string,
  path: FieldPath,
  { group, kind, name }: Destination,
  value: ManifestObject['value'],
): void {
  for (const [field, text] of Object.entries({ group, kind })) {
    const at = [...path, field];
    const found = valueAt(value, at);
    if (group === '' && found !== undefined && field === 'group') draft.remove(key, at);
    else if ((group !== '' || found !== undefined) && found !== text) draft.set(key, at, text);
  }
  if (valueAt(value, [...path, 'name']) !== name) draft.set(key, [...path, 'name'], name);
}

/** In a policy group and kind are required. */
function nameTarget(
  draft: ConversionDraft,
  { key, value }: ManifestObject,
  path: FieldPath,
  { group, kind, name, port }: Destination,
): void {
  for (const [field, text] of Object.entries({ group, kind, name }))
    if (valueAt(value, [...path, field]) !== text) draft.set(key, [...path, field], text);
  const section = [...path, 'sectionName'];
  const had = valueAt(value, section) !== undefined;
  if (had && port?.name !== undefined) draft.set(key, section, port.name);
  else if (had) draft.remove(key, section);
}

/** nginx sends the name of an ExternalName Service as Host. */
function sendHost(draft: ConversionDraft, key: string, path: FieldPath, host: string): void {
  const rule = path.slice(0, 3);
  const route = draft.object(key);
  if (route?.kind !== 'HTTPRoute' || path[3] !== 'backendRefs') return;
  const filters = itemsAt(route.value, [...rule, 'filters']);
  const rewrites = filters.some((filter) => valueAt(filter, ['urlRewrite']) !== undefined);
  if (rewrites || itemsAt(route.value, [...rule, 'backendRefs']).length !== 1) return;
  const filter = { type: 'URLRewrite', urlRewrite: { hostname: host } };
  const edits = appendItem(route, [...rule, 'filters'], filter);
  draft.perform({ edits, files: [], renamed: {} });
  draft.map(null, placeOf(route, [...rule, 'filters']), 'HOST-HEADER', host);
}

function grant(draft: ConversionDraft, route: ManifestObject, to: Destination): void {
  const crossing = { from: route, to: nameOfKey(to.key) };
  const added = addGrants(draft.source, [crossing], route.fileId);
  draft.perform({ ...added, renamed: {} });
  for (const { objectKey, object } of added.effects)
    draft.map(null, { objectKey, object, field: '' });
}
