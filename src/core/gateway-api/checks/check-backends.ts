import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import { closestNames } from '../closest-names.ts';
import { numberAt, stringAt, stringMapAt, valueAt } from '../json.ts';
import { kinds } from '../kinds.ts';
import { makeFinding } from '../make-finding.ts';
import { selectWorkloads } from '../select-workloads.ts';
import { servicePorts } from '../service-ports.ts';
import type { Reference } from '../types.ts';
import type { CheckContext, GatewayApiFinding } from './check-context.ts';
import { targetText } from './name-directory.ts';

/** The port of every backendRef to a Service that is among the files. */
export function checkBackendPorts({
  index,
  references,
}: CheckContext): readonly GatewayApiFinding[] {
  return references.flatMap((reference): GatewayApiFinding[] => {
    const route = index.byId.get(reference.from.objectId);
    const service = index.byId.get(reference.target.objectId ?? '');
    if (route === undefined || service === undefined || !isServiceRef(reference)) return [];
    const { path } = reference.from;
    const port = numberAt(valueAt(route.value, path), ['port']);
    if (port === undefined) return [portNotGiven(route, path, reference)];
    return servicePorts(service).some((entry) => entry.port === port)
      ? []
      : [portNotFound(route, path, reference, service, port)];
  });
}

function isServiceRef({ kind, target }: Reference): boolean {
  return kind === 'backendRef' && target.kind === 'Service';
}

function portNotGiven(
  object: ManifestObject,
  path: FieldPath,
  { target }: Reference,
): GatewayApiFinding {
  const params = { target: targetText(target) };
  return makeFinding({
    code: 'BACKEND-PORT-NOT-GIVEN',
    severity: 'error',
    object,
    path,
    params,
    step: 2,
  });
}

function portNotFound(
  object: ManifestObject,
  path: FieldPath,
  { target }: Reference,
  service: ManifestObject,
  port: number,
): GatewayApiFinding {
  const ports = servicePorts(service).map((entry) => String(entry.port));
  const only = ports.length === 1 ? ports[0] : closestNames(String(port), ports)[0];
  return makeFinding({
    code: 'BACKEND-PORT-NOT-FOUND',
    severity: 'error',
    object,
    path: [...path, 'port'],
    params: {
      target: targetText(target),
      port: String(port),
      ports: ports.join(', '),
      ...(only === undefined ? {} : { closest: only }),
    },
    step: 2,
  });
}

/** A backend that exists but leads to no host this app can name. */
export function checkUnreadBackends(context: CheckContext): readonly GatewayApiFinding[] {
  const seen = new Set<string>();
  return context.connections.flatMap(({ backend, routeId }) => {
    const route = context.index.byId.get(routeId);
    if (route === undefined || backend.kind !== 'missing') return [];
    const { objectId } = backend.target;
    if (objectId === undefined || seen.has(backend.reference.id)) return [];
    seen.add(backend.reference.id);
    return [
      makeFinding({
        code: 'BACKEND-NOT-READ',
        severity: 'note',
        object: route,
        path: backend.reference.from.path,
        params: { target: targetText(backend.target), why: whyNotRead(backend.target.kind) },
      }),
    ];
  });
}

function whyNotRead(kind: string): string {
  return kind === 'Backend'
    ? 'The Backend has no fixed host and port: they follow from the request or from a cloud service.'
    : `Kind ${kind} is not read as a backend here.`;
}

/** Gateway API object_reference_types.go L117-125. */
export function checkExternalNames({
  index,
  references,
}: CheckContext): readonly GatewayApiFinding[] {
  const used = new Set(
    references.filter(({ kind }) => kind === 'backendRef').map(({ target }) => target.objectId),
  );
  return index.ofKind(kinds.service).flatMap((object) => {
    const host = stringAt(object.value, ['spec', 'externalName']);
    if (stringAt(object.value, ['spec', 'type']) !== 'ExternalName' || !used.has(object.id))
      return [];
    const params = { target: `Service ${object.namespace}/${object.name}`, host: host ?? '' };
    const path = ['spec', 'type'];
    return [
      makeFinding({ code: 'BACKEND-EXTERNAL-NAME', severity: 'warning', object, path, params }),
    ];
  });
}

/** A Service used as a backend whose pods are not among the files: what it presents is not known. */
export function checkSelectors({ index, references }: CheckContext): readonly GatewayApiFinding[] {
  const used = new Set(
    references.filter(({ kind }) => kind === 'backendRef').map(({ target }) => target.objectId),
  );
  return index.ofKind(kinds.service).flatMap((object) => {
    const selector = stringMapAt(object.value, ['spec', 'selector']);
    if (selector.size === 0 || !used.has(object.id)) return [];
    if (selectWorkloads(index, object).length > 0) return [];
    const labels = [...selector].map(([key, value]) => `${key}=${value}`).join(', ');
    const path = ['spec', 'selector'];
    return [
      makeFinding({
        code: 'SERVICE-SELECTS-NOTHING',
        severity: 'note',
        object,
        path,
        params: { labels },
      }),
    ];
  });
}
