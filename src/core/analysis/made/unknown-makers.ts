import { isMade, makerOf, type Maker, type Resolution } from '../../gateway-api/index.ts';
import { rememberByIdentity } from '../../gateway-api/remember-by-identity.ts';
import type { UpstreamTls } from '../../implementations/types.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { holdsCertificateStandIn, type Material } from '../../pki/index.ts';
import type { BackendTls } from '../../workload/index.ts';

/** A Secret or ConfigMap whose certificates a handshake needs, and nobody knows. */
export interface UnknownMade {
  readonly object: ManifestObject;
  readonly maker: Maker;
}

/** What of both ends of a connection only a controller knows; empty where the handshake can be judged. */
export function unknownMade(
  upstream: UpstreamTls,
  backend: BackendTls,
  { index, references }: Resolution,
): readonly UnknownMade[] {
  if (upstream.mode !== 'tls') return [];
  const used = [...gatewayMaterials(upstream), ...backendMaterials(backend)].flatMap((material) =>
    holdsCertificateStandIn(material?.pem ?? '') && material?.source.kind === 'field'
      ? [material.source.field.objectId]
      : [],
  );
  const ids = backend.absence === undefined ? used : [...used, ...mounted(references, backend)];
  return [...new Set(ids)].flatMap((id) => {
    const object = index.byId.get(id);
    const maker = object && isMade(object) ? makerOf(index, object) : undefined;
    // A start problem is a doubt only where nobody knows which files the mount has.
    const isOpen = used.includes(id) || maker?.keys === null;
    return object === undefined || maker === undefined || !isOpen ? [] : [{ object, maker }];
  });
}

/** The objects that the workload of a backend mounts. */
function mounted(
  references: Resolution['references'],
  { workloadId }: BackendTls,
): readonly string[] {
  return volumesOf(references).get(workloadId ?? '') ?? [];
}

/** Ids of the objects that each workload mounts, by its id. */
const volumesOf = rememberByIdentity((references: Resolution['references']) => {
  const volumes = new Map<string, string[]>();
  for (const { kind, from, target } of references) {
    if (kind !== 'volume' || target.objectId === undefined) continue;
    const own = volumes.get(from.objectId) ?? [];
    own.push(target.objectId);
    volumes.set(from.objectId, own);
  }
  return volumes;
});

/** A backend without the certificates that stand in for unknown ones. */
export function withoutStandIns(backend: BackendTls): BackendTls {
  const holds = (material: Material | undefined): boolean =>
    holdsCertificateStandIn(material?.pem ?? '');
  if (!backendMaterials(backend).some(holds)) return backend;
  const servers = backend.servers.map(({ chain, clientCa, ...server }) => ({
    ...server,
    ...(chain === undefined || holds(chain) ? {} : { chain }),
    ...(clientCa === undefined || holds(clientCa) ? {} : { clientCa }),
  }));
  return { ...backend, servers };
}

function gatewayMaterials({
  trust,
  clientCertificate,
}: UpstreamTls): readonly (Material | undefined)[] {
  return [trust?.kind === 'bundle' ? trust.material : undefined, clientCertificate?.chain];
}

function backendMaterials({ servers }: BackendTls): readonly (Material | undefined)[] {
  return servers.flatMap(({ chain, clientCa }) => [chain, clientCa]);
}

/** Why the handshake cannot be judged, and what to do. */
export function unknownReason(unknown: readonly UnknownMade[]): string {
  const texts = unknown.map(
    ({ object, maker }) => `${maker.text} makes ${object.kind} ${object.namespace}/${object.name}`,
  );
  return `${texts.join('; ')}: what is in it is not among the files. Drop the public certificate onto it to run the handshake without its key.`;
}
