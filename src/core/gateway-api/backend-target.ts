import type { JsonValue, ManifestObject } from '../manifest/types.ts';
import { itemsAt, numberAt, stringAt, valueAt } from './json.ts';
import { groups, kinds } from './kinds.ts';
import { servicePorts } from './service-ports.ts';
import type { BackendTarget, ObjectIndex, Reference } from './types.ts';

/** One host of a Backend. */
export interface Host {
  readonly host: string;
  readonly port: number;
}

/**
 * What a backendRef stands for: a Service port, a host of an implementation's own Backend, or nothing
 * that is among the files. A port that the Service does not have leaves `targetPort` unset.
 */
export function backendTarget(index: ObjectIndex, reference: Reference): BackendTarget {
  const { objectId } = reference.target;
  const object = objectId === undefined ? undefined : index.byId.get(objectId);
  const route = index.byId.get(reference.from.objectId);
  const known = found.get(reference);
  if (known !== undefined && known.object === object && known.route === route) return known.backend;
  const backend = findBackend(reference, object, route);
  found.set(reference, { object, route, backend });
  return backend;
}

interface Found {
  readonly object: ManifestObject | undefined;
  readonly route: ManifestObject | undefined;
  readonly backend: BackendTarget;
}

/** While reference, target and route are the same, so is what is behind them. */
const found = new WeakMap<Reference, Found>();

function findBackend(
  reference: Reference,
  object: ManifestObject | undefined,
  route: ManifestObject | undefined,
): BackendTarget {
  const { target } = reference;
  if (object === undefined) return { kind: 'missing', target, reference };
  const groupKind = `${object.group}/${object.kind}`;
  if (groupKind === kinds.service) return servicePort(object, route, reference);
  const hosts = backendHosts(object);
  const [first, ...others] = hosts;
  if (first === undefined) return { kind: 'missing', target, reference };
  const external = { kind: 'external', target, ...first, reference } as const;
  return others.length === 0
    ? external
    : { ...external, otherHosts: others.map(({ host, port }) => `${host}:${port}`) };
}

function servicePort(
  service: ManifestObject,
  route: ManifestObject | undefined,
  reference: Reference,
): BackendTarget {
  const ports = servicePorts(service);
  const written = numberAt(valueAt(route?.value, reference.from.path), ['port']);
  const found = ports.find(({ port }) => port === written);
  const base = { kind: 'service', target: reference.target, reference } as const;
  if (found === undefined) return { ...base, port: written ?? 0 };
  return {
    ...base,
    port: found.port,
    targetPort: found.targetPort,
    ...(found.name === undefined ? {} : { portName: found.name }),
    ...(found.appProtocol === undefined ? {} : { appProtocol: found.appProtocol }),
  };
}

/** Hosts of a Backend, in order: kgateway `static.hosts`, Envoy Gateway `endpoints`, agentgateway `static`. */
export function backendHosts(backend: ManifestObject): readonly Host[] {
  if (`${backend.group}/${backend.kind}` === kinds.agentgatewayBackend)
    return hostOf(valueAt(backend.value, ['spec', 'static']) ?? null, ['host'], ['port']);
  if (backend.kind !== 'Backend') return [];
  if (backend.group === groups.kgateway)
    return itemsAt(backend.value, ['spec', 'static', 'hosts']).flatMap((entry) =>
      hostOf(entry, ['host'], ['port']),
    );
  if (backend.group === groups.envoyGateway)
    return itemsAt(backend.value, ['spec', 'endpoints']).flatMap((entry) => [
      ...hostOf(entry, ['fqdn', 'hostname'], ['fqdn', 'port']),
      ...hostOf(entry, ['ip', 'address'], ['ip', 'port']),
    ]);
  return [];
}

function hostOf(
  entry: JsonValue,
  hostPath: readonly string[],
  portPath: readonly string[],
): Host[] {
  const host = stringAt(entry, hostPath);
  const port = numberAt(entry, portPath);
  return host === undefined || port === undefined ? [] : [{ host, port }];
}
