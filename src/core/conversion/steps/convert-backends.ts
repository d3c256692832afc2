import { backendHosts, type Host } from '../../gateway-api/backend-target.ts';
import { numberAt, objectKey, servicePorts, stringAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { parseIpAddress } from '../../pki/issuing/parse-ip-address.ts';
import { keyOf, type ConversionDraft, type ObjectName } from '../conversion-draft.ts';
import { freeName } from '../free-name.ts';
import { placeOf } from '../place.ts';
import type { Scope } from '../source/scope.ts';
import { backendShape, isExternalName, suits } from './backend-shapes.ts';
import { enableBackends } from './enable-backends.ts';
import { retarget, type Destination } from './retarget.ts';
import { setNameServer } from './set-name-server.ts';

/** Backends that routes of the target cannot name, as what they can name. @returns new keys by old */
export function convertBackends(draft: ConversionDraft, scope: Scope): ReadonlyMap<string, string> {
  const moved = new Map<string, string>();
  for (const [key, { gateways }] of scope.backends) {
    const backend = draft.object(key);
    if (backend === undefined) continue;
    if (suits(backend, draft.request.to)) {
      draft.map(placeOf(backend), placeOf(backend));
      continue;
    }
    const destination = destinationOf(draft, backend);
    if (destination === null) continue;
    retarget(draft, scope, backend, destination);
    moved.set(key, destination.key);
    draft.map(
      placeOf(backend),
      placeOf(destination),
      ...(draft.request.to === 'nginx-gateway-fabric' && !destination.inCluster
        ? (['EXTERNAL-NAME'] as const)
        : []),
    );
    if (destination.inCluster) continue;
    if (draft.request.to === 'nginx-gateway-fabric') setNameServer(draft, gateways);
    if (draft.request.to === 'envoy-gateway') enableBackends(draft, destination.key);
  }
  return moved;
}

/** Hosts of a Backend, or the one of a Service of type ExternalName at its first port. */
function hostsOf(backend: ManifestObject): readonly Host[] {
  if (!isExternalName(backend)) return backendHosts(backend);
  const host = stringAt(backend.value, ['spec', 'externalName']) ?? '';
  const port = numberAt(backend.value, ['spec', 'ports', 0, 'port']);
  return host === '' || port === undefined ? [] : [{ host, port }];
}

function destinationOf(draft: ConversionDraft, backend: ManifestObject): Destination | null {
  const { to } = draft.request;
  const { title } = draft.target;
  const hosts = hostsOf(backend);
  const [first, ...others] = hosts;
  const isAddress = first !== undefined && parseIpAddress(first.host) !== null;
  if (first === undefined || (isAddress && to === 'nginx-gateway-fabric')) {
    draft.lose('BACKEND-KIND', placeOf(backend), { target: title });
    return null;
  }
  const inside = others.length === 0 ? serviceOf(draft, backend, first) : null;
  if (inside !== null) return inside;
  const shape = backendShape(to);
  if (others.length > 0 && !shape.several)
    draft.lose('SEVERAL-HOSTS', placeOf(backend), {
      target: title,
      value: others.map(({ host }) => host).join(', '),
    });
  const wanted = { ...pick(backend), group: shape.group, kind: shape.kind };
  const port = shape.group === '' ? { number: first.port, name: 'https' } : null;
  const place = { port, host: first.host, inCluster: false };
  const spec = shape.spec(hosts);
  const known = draft.object(keyOf(wanted));
  const isSame = known !== undefined && JSON.stringify(hostsOf(known)) === JSON.stringify(hosts);
  if (isSame && suits(known, to)) return { ...wanted, ...place, key: known.key };
  const name = freeName(draft, wanted);
  const metadata = { name: name.name, namespace: name.namespace };
  const { apiVersion } = shape;
  const key = draft.add({ apiVersion, kind: shape.kind, metadata, spec }, name, backend.key);
  draft.perform({ edits: [], files: [], renamed: { [backend.key]: key } });
  return { ...name, ...place, key };
}

function pick({ group, kind, namespace, name }: ManifestObject): ObjectName {
  return { group, kind, namespace, name };
}

/** The Service of the same namespace that a host name of the cluster stands for. */
function serviceOf(
  draft: ConversionDraft,
  { namespace }: ManifestObject,
  { host, port }: Host,
): Destination | null {
  const [, name = '', own] = /^([^.]+)\.([^.]+)\.svc(?:\.cluster\.local)?\.?$/.exec(host) ?? [];
  const service = draft.object(objectKey('', 'Service', namespace, name));
  if (own !== namespace || service === undefined || isExternalName(service)) return null;
  const found = servicePorts(service).find((one) => one.port === port);
  if (found === undefined) return null;
  return {
    ...pick(service),
    key: service.key,
    port: { number: port, ...(found.name !== undefined && { name: found.name }) },
    host,
    inCluster: true,
  };
}
