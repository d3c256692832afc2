import { indexObjects, kinds, resolve, servicePorts } from '../../gateway-api/index.ts';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';
import type { Resolution } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { ObjectStatus, PredictedCondition, StatusRef } from '../status.ts';
import type { UpstreamTls } from '../types.ts';
import { clusterName } from './cluster-name.ts';
import { kgatewayState } from './kgateway-state.ts';
import { programKgateway } from './program-kgateway.ts';
import { defined, type ClusterTls } from './recorded-cluster.testing.ts';
import { kgatewayStatus } from './status/kgateway-status.ts';

/** The resolution of a case; its Gateways are kgateway's whatever their class is called. */
export function resolveForKgateway(objects: readonly ManifestObject[]): Resolution {
  const gateways = objects.filter(({ kind }) => kind === 'Gateway');
  const overrides = Object.fromEntries(gateways.map(({ key }) => [key, 'kgateway'] as const));
  return resolve(indexObjects(objects), { overrides });
}

/** Predicted TLS settings of the clusters for every Service port and Backend, and of the Gateways' variants. */
export function predictedClusters(
  objects: readonly ManifestObject[],
  version: string,
): ReadonlyMap<string, ClusterTls> {
  const reachable = resolveForKgateway([...objects, ...everyBackend(objects)]);
  const clusters = new Map<string, ClusterTls>();
  for (const connection of reachable.connections) {
    const gateway = reachable.index.byId.get(connection.gatewayId);
    const backend = reachable.index.byId.get(connection.backend.target.objectId ?? '');
    if (gateway === undefined || backend === undefined) continue;
    const certificate = kgatewayState(reachable, version).clientCertificate(gateway);
    const port = 'port' in connection.backend ? connection.backend.port : 0;
    const variant = certificate.kind === 'used' ? gateway : undefined;
    const { upstream } = programKgateway(connection, reachable, version);
    clusters.set(clusterName(backend, port, variant), predictedTls(upstream));
  }
  return clusters;
}

/** A Gateway and a route that lead to every backend: the control plane makes clusters for unused ones too. */
function everyBackend(objects: readonly ManifestObject[]): readonly ManifestObject[] {
  const refs = objects.flatMap(({ group, kind, namespace, name, ...object }) => {
    if (`${group}/${kind}` === kinds.kgatewayBackend)
      return [`{ group: ${group}, kind: Backend, namespace: ${namespace}, name: ${name} }`];
    if (`${group}/${kind}` !== kinds.service) return [];
    const service = { group, kind, namespace, name, ...object };
    return servicePorts(service).map(
      ({ port }) => `{ namespace: ${namespace}, name: ${name}, port: ${port} }`,
    );
  });
  const namespaces = [...new Set(objects.map(({ namespace }) => namespace))];
  return namespaces.flatMap((namespace) =>
    objectsFrom(
      `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: every-backend, namespace: ${namespace} }
spec: { gatewayClassName: kgateway, listeners: [{ name: http, port: 80, protocol: HTTP }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: every-backend, namespace: ${namespace} }
spec: { parentRefs: [{ name: every-backend }], rules: [{ backendRefs: [${refs.join(', ')}] }] }`,
      namespace,
      `every-${namespace}`,
    ),
  );
}

function predictedTls(upstream: UpstreamTls): ClusterTls {
  const { mode, sni, sanMatchers, trust, clientCertificate } = upstream;
  if (mode !== 'tls') return { mode };
  return defined({
    mode,
    sni: sni?.value,
    sans: (sanMatchers ?? []).map(({ value }) => `${value.san}:${value.value}`),
    ca: trust?.kind === 'bundle' ? trust.material.pem : (trust?.kind ?? 'none'),
    certificate: clientCertificate?.chain.pem,
    versions: upstream.versions,
    ciphers: upstream.ciphers,
    curves: upstream.curves?.value,
    signatureAlgorithms: upstream.signatureAlgorithms?.value,
    alpn: upstream.alpn?.value,
  });
}

/** Predicted conditions, keyed as {@link statusKey} does. */
export function predictedStatuses(
  objects: readonly ManifestObject[],
  version: string,
): ReadonlyMap<string, readonly PredictedCondition[]> {
  const resolution = resolveForKgateway(objects);
  return new Map(
    kgatewayStatus(resolution, version).map((status) => [
      keyOf(resolution, status),
      sorted(status.conditions),
    ]),
  );
}

function keyOf({ index }: Resolution, { objectId, kind, ref }: ObjectStatus): string {
  const object = index.byId.get(objectId);
  const name = `${object?.kind ?? ''} ${object?.namespace ?? ''}/${object?.name ?? ''}`;
  return statusKey(name, kind, ref);
}

/** One list of conditions: the object and, where there is one, what it stands under. */
export function statusKey(
  object: string,
  kind: ObjectStatus['kind'],
  ref: StatusRef | undefined,
): string {
  if (kind === 'object' || ref === undefined) return object;
  if (kind === 'listener') return `${object} listener ${ref.sectionName ?? ''}`;
  const group = kind === 'parent' ? '' : `${ref.group ?? ''}/${ref.kind ?? ''}/`;
  const place = `${group}${ref.namespace ?? ''}/${ref.name}/${ref.sectionName ?? ''}`;
  return `${object} under ${place}`;
}

/** Conditions by type, with the fields that are predicted. */
export function sorted(
  conditions: readonly PredictedCondition[] | undefined,
): readonly PredictedCondition[] {
  return (conditions ?? [])
    .map(({ type, status, reason, message }) => ({ type, status, reason, message }))
    .sort((a, b) => (a.type < b.type ? -1 : 1));
}
