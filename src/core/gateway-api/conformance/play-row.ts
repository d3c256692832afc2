import { parseFile } from '../../manifest/parse-file.ts';
import type { JsonObject, ManifestObject } from '../../manifest/types.ts';
import { policyFor } from '../effective-policies.ts';
import { indexObjects } from '../index-objects.ts';
import { stringAt } from '../json.ts';
import { resolve } from '../resolve.ts';
import type { ObjectStatus } from '../status.ts';
import { specStatus } from '../status/spec-status.ts';
import type { Resolution } from '../types.ts';
import { applyChanges, readObjectName } from './apply-changes.ts';
import type { ConformanceColumns, ConformanceRow } from './types.ts';

/**
 * Predicts what one row of the conformance suite looks at.
 *
 * @param objects Kubernetes objects in apply order: base, what the suite makes, the manifest
 * @returns the columns of the row, with `absent` where nothing is predicted
 */
export function playRow(objects: readonly JsonObject[], row: ConformanceRow): ConformanceColumns {
  const resolution = resolveObjects(applyChanges(objects, row.changes ?? []));
  const object = findObject(resolution, row);
  const status = specStatus(resolution).find((one) => isMeant(one, object, row));
  const conditions = Object.entries(row.conditions ?? {}).map(
    ([type, expected]): [string, string] => {
      const found = status?.conditions.find((one) => one.type === type);
      if (found === undefined) return [type, 'absent'];
      const anyReason = expected.endsWith('/*');
      return [type, `${found.status}/${anyReason ? '*' : found.reason}`];
    },
  );
  return {
    ...Object.fromEntries(conditions),
    ...(row.attachedRoutes !== undefined && {
      attachedRoutes: status?.attachedRoutes ?? 'absent',
    }),
    ...(row.supportedKinds && { supportedKinds: supportedOf(row.supportedKinds, status) }),
    ...(row.serverNames && { serverNames: serverNames(resolution, object, row.serverNames) }),
  };
}

/** What the row asks for, in the same columns. */
export function expectedColumns({
  conditions,
  attachedRoutes,
  supportedKinds,
  serverNames: names,
}: ConformanceRow): ConformanceColumns {
  return {
    ...conditions,
    ...(attachedRoutes !== undefined && { attachedRoutes }),
    ...(supportedKinds && { supportedKinds }),
    ...(names && { serverNames: names }),
  };
}

/** JSON is YAML: the objects are read as files are. */
function resolveObjects(objects: readonly JsonObject[]): Resolution {
  const text = objects.map((object) => JSON.stringify(object)).join('\n---\n');
  const file = { id: 'conformance', path: 'conformance.yaml', text };
  const parsed = parseFile(file, { defaultNamespace: 'default' });
  return resolve(indexObjects(parsed.objects), { overrides: {} });
}

function findObject(
  { index }: Resolution,
  { object: text }: ConformanceRow,
): ManifestObject | undefined {
  const { kind, namespace, name } = readObjectName(text);
  return index.all.find(
    (one) =>
      one.kind === kind &&
      one.namespace === namespace &&
      one.name === name &&
      !index.shadowed.has(one.id),
  );
}

function isMeant(
  status: ObjectStatus,
  object: ManifestObject | undefined,
  { under, listener }: ConformanceRow,
): boolean {
  if (status.objectId !== object?.id) return false;
  if (listener !== undefined)
    return status.kind === 'listener' && status.ref?.sectionName === listener;
  if (under !== undefined) return status.kind !== 'listener' && status.ref?.name === under;
  return status.kind === 'object';
}

/** A listener may support more kinds than the suite asks for. */
function supportedOf(expected: readonly string[], status: ObjectStatus | undefined) {
  return expected.filter((kind) => status?.supportedKinds?.includes(kind) === true);
}

/** `validation.hostname` of the policy in charge, for each path of a route. */
function serverNames(
  { index, connections, policies }: Resolution,
  route: ManifestObject | undefined,
  expected: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.keys(expected).map((path) => {
      const found = connections.find((one) => one.routeId === route?.id && one.path === path);
      if (found?.backend.kind !== 'service') return [path, 'absent'];
      const { target, portName } = found.backend;
      const policy = index.byId.get(policyFor(policies, target.key, portName)?.policyId ?? '');
      return [path, stringAt(policy?.value, ['spec', 'validation', 'hostname']) ?? 'absent'];
    }),
  );
}
