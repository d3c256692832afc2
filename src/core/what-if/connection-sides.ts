import type { ConnectionEnds } from '../analysis/index.ts';
import { readDataValue } from '../gateway-api/index.ts';
import { decodeCertificate, readPem, type Certificate, type Material } from '../pki/index.ts';
import { serverForSni, type BackendServer } from '../workload/index.ts';

/** The server of the backend that answers this gateway; undefined when nothing is known of the backend. */
export function serverOf({ backend, upstream }: ConnectionEnds): BackendServer | undefined {
  return serverForSni(backend.servers, upstream?.sni?.value);
}

/** What the gateway trusts, text by text; empty where it trusts no bundle of the manifests. */
export function trustOf({ upstream, resolution }: ConnectionEnds): readonly Material[] {
  const trust = upstream?.trust;
  if (trust?.kind !== 'bundle') return [];
  const { material, from } = trust;
  const own = material.source.kind === 'field' ? material.source.field.objectId : undefined;
  const others = resolution.references.flatMap(({ kind, from: by, target }) => {
    const object = resolution.index.byId.get(target.objectId ?? '');
    if (kind !== 'caCertificateRef' || by.objectId !== from.objectId) return [];
    const value = object && object.id !== own ? readDataValue(object, 'ca.crt') : undefined;
    if (object === undefined || value === undefined) return [];
    const label = `${object.kind} ${object.name}, ${value.key}`;
    return [{ pem: value.text, source: { kind: 'field' as const, field: value.field, label } }];
  });
  return [material, ...others];
}

/** Certificates of a PEM text that decode, in its order. */
export function certificatesIn(pem: string): readonly Certificate[] {
  return readPem(pem).flatMap(({ label, der }) => {
    const decoded = label === 'CERTIFICATE' && der !== undefined ? decodeCertificate(der) : null;
    return decoded?.ok === true ? [decoded.certificate] : [];
  });
}
