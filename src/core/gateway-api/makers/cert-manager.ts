import type { ManifestObject } from '../../manifest/types.ts';
import { itemsAt, objectAt, stringAt } from '../json.ts';
import { madeSecret } from './made-secret.ts';
import type { Maker } from './types.ts';

const TLS = 'kubernetes.io/tls';
/** ca.crt is there when the issuer knows its CA. */
const KEYS = ['ca.crt', 'tls.crt', 'tls.key'];

/**
 * What a Certificate makes: `spec.secretName` is required.
 *
 * @see cert-manager pkg/apis/certmanager/v1/types_certificate.go
 */
export function certificate(object: ManifestObject): readonly Maker[] {
  const name = stringAt(object.value, ['spec', 'secretName']);
  if (name === undefined) return [];
  return [madeSecret(object, 'cert-manager', { name, type: TLS, keys: KEYS })];
}

const ISSUERS = ['cert-manager.io/issuer', 'cert-manager.io/cluster-issuer'];

/**
 * What an annotated Gateway makes: the Secret of each listener that ends TLS for a host name, in its own namespace.
 *
 * @see cert-manager pkg/controller/certificate-shim/sync.go `validateGatewayListenerBlock`
 */
export function gatewayCertificates(object: ManifestObject): readonly Maker[] {
  const annotations = objectAt(object.value, ['metadata', 'annotations']) ?? {};
  if (!ISSUERS.some((name) => name in annotations)) return [];
  const names = itemsAt(object.value, ['spec', 'listeners']).flatMap((listener) => {
    const mode = stringAt(listener, ['tls', 'mode']) ?? 'Terminate';
    if ((stringAt(listener, ['hostname']) ?? '') === '' || mode !== 'Terminate') return [];
    return itemsAt(listener, ['tls', 'certificateRefs']).flatMap((reference) => {
      const namespace = stringAt(reference, ['namespace']) ?? object.namespace;
      const kind = stringAt(reference, ['kind']) ?? 'Secret';
      const name = stringAt(reference, ['name']);
      return name === undefined || namespace !== object.namespace || kind !== 'Secret' ? [] : name;
    });
  });
  return [...new Set(names)].map((name) => ({
    ...madeSecret(object, 'cert-manager', { name, type: TLS, keys: KEYS }),
    by: 'cert-manager',
  }));
}
