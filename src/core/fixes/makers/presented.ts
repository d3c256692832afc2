import { itemsAt, objectAt, objectKey, stringAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldRef } from '../../model/index.ts';
import type { FixCertificate, FixConnection, FixContext } from '../types.ts';

/** Connections to what a policy targets, or to the Service or Backend itself. */
export function connectionsOf(
  object: ManifestObject,
  { connections }: FixContext,
): readonly FixConnection[] {
  const single = objectAt(object.value, ['spec', 'targetRef']);
  const targets = [
    ...itemsAt(object.value, ['spec', 'targetRefs']),
    ...(single === undefined ? [] : [single]),
  ];
  const keys = targets.map((target) =>
    objectKey(
      stringAt(target, ['group']) ?? '',
      stringAt(target, ['kind']) ?? 'Service',
      object.namespace,
      stringAt(target, ['name']) ?? '',
    ),
  );
  const wanted = new Set([object.key, ...keys]);
  return connections.filter(({ targetKey }) => wanted.has(targetKey));
}

/** The certificates that stand in a field, in order. */
export function certificatesIn(
  field: FieldRef | undefined,
  { certificates }: FixContext,
): readonly FixCertificate[] {
  if (field === undefined) return [];
  const path = field.path.join('/');
  return [...certificates.values()]
    .flatMap((certificate) =>
      certificate.places
        .filter((place) => place.field?.objectId === field.objectId)
        .filter((place) => place.field?.path.join('/') === path)
        .map(({ block }) => ({ certificate, block })),
    )
    .sort((a, b) => a.block - b.block)
    .map(({ certificate }) => certificate);
}

/** The certificate that the first known backend behind `object` presents. */
export function presentedLeaf(
  object: ManifestObject,
  context: FixContext,
): FixCertificate | undefined {
  for (const { chain } of connectionsOf(object, context)) {
    const [leaf] = certificatesIn(chain, context);
    if (leaf !== undefined) return leaf;
  }
  return undefined;
}

/** Names of a certificate that a gateway can be told to verify: no wildcards. */
export function exactNames(leaf: FixCertificate | undefined): readonly string[] {
  return (leaf?.dnsNames ?? []).filter((name) => !name.includes('*'));
}

/** Certificates of the workspace above `leaf`, a root before what it issued: OpenSSL asks for the root. */
export function authoritiesOf(
  leaf: FixCertificate,
  { certificates, at }: FixContext,
): readonly FixCertificate[] {
  const found = new Map<string, FixCertificate>();
  const open = [...leaf.issuedBy];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const issuer = certificates.get(id);
    if (issuer === undefined || found.has(id)) continue;
    found.set(id, issuer);
    open.push(...issuer.issuedBy);
  }
  return [...found.values()]
    .filter(({ isCa, notAfter }) => isCa && (notAfter === null || notAfter > at))
    .sort((a, b) => Number(b.selfSigned) - Number(a.selfSigned));
}
