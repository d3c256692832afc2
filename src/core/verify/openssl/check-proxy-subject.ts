import { attributeOids } from '../../pki/name-attribute-types.ts';
import type { Certificate } from '../../pki/types.ts';

/**
 * RFC 3820 §3.4: a proxy certificate's subject is its issuer's name plus one common name as an RDN of its own
 * (in OpenSSL a part of `x509_vfy.c: check_name_constraints`, error 72).
 */
export function isProxySubject({ subject, issuer }: Certificate): boolean {
  const { attributes } = subject;
  const last = attributes[attributes.length - 1];
  const before = attributes[attributes.length - 2];
  if (!last || !before || last.rdn === before.rdn) return false;
  if (attributes.length !== issuer.attributes.length + 1) return false;
  if (last.oid !== attributeOids.commonName) return false;
  return subject.canonical.startsWith(issuer.canonical);
}
