import { keyPurposeOids } from '../../pki/extensions/extension-oids.ts';
import type { Certificate, KeyUsageBit } from '../../pki/types.ts';
import type { VerifyRequest } from '../types.ts';
import { certificateFlags } from './certificate-flags.ts';
import { isTlsCa } from './check-ca.ts';

interface Purpose {
  /** One of these must be listed when the extension is there; anyExtendedKeyUsage is no wildcard. */
  readonly extendedKeyUsage: readonly string[];
  /** The leaf needs one of these when the extension is there. */
  readonly keyUsage: readonly KeyUsageBit[];
  /** The leaf's nsCertType bit. */
  readonly nsCertType: number;
}

const purposes: Record<VerifyRequest['purpose'], Purpose> = {
  server: {
    extendedKeyUsage: [
      keyPurposeOids.serverAuth,
      keyPurposeOids.msServerGatedCrypto,
      keyPurposeOids.nsServerGatedCrypto,
    ],
    keyUsage: ['digitalSignature', 'keyEncipherment', 'keyAgreement'],
    nsCertType: 0x40,
  },
  client: {
    extendedKeyUsage: [keyPurposeOids.clientAuth],
    keyUsage: ['digitalSignature', 'keyAgreement'],
    nsCertType: 0x80,
  },
};

/**
 * Whether a certificate fits its place for TLS (`v3_purp.c: check_purpose_ssl_server`,
 * `check_purpose_ssl_client`). Extended key usage binds every certificate of the chain, the anchor included.
 * `null` for one with a broken extension: `X509_check_purpose` answers -1, and only X509_STRICT minds.
 */
export function fitsPurpose(
  certificate: Certificate,
  purpose: VerifyRequest['purpose'],
  place: 'leaf' | 'ca',
): boolean | null {
  if (certificateFlags(certificate).invalid) return null;
  const rule = purposes[purpose];
  const { extendedKeyUsage, keyUsage, nsCertType } = certificate.extensions;
  if (extendedKeyUsage && !extendedKeyUsage.some((oid) => rule.extendedKeyUsage.includes(oid))) {
    return false;
  }
  if (place === 'ca') return isTlsCa(certificate);
  if (keyUsage && !keyUsage.some((bit) => rule.keyUsage.includes(bit))) return false;
  return nsCertType === undefined || (nsCertType & rule.nsCertType) !== 0;
}
