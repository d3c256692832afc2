import { keyPurposeOids } from '../../pki/extensions/extension-oids.ts';
import type { Certificate, KeyUsageBit } from '../../pki/types.ts';
import type { BoringsslRequest } from '../types.ts';
import type { BoringsslContext } from './boringssl-context.ts';
import { boringsslFlags, rejectsKeyUsage } from './certificate-flags.ts';

interface Purpose {
  /** Must be listed when the extension is there; neither anyExtendedKeyUsage nor "server gated crypto" will do. */
  readonly extendedKeyUsage: string;
  /** The leaf needs one of these when the extension is there. */
  readonly keyUsage: readonly KeyUsageBit[];
}

const purposes: Record<BoringsslRequest['purpose'], Purpose> = {
  server: {
    extendedKeyUsage: keyPurposeOids.serverAuth,
    keyUsage: ['digitalSignature', 'keyEncipherment', 'keyAgreement'],
  },
  client: {
    extendedKeyUsage: keyPurposeOids.clientAuth,
    keyUsage: ['digitalSignature', 'keyAgreement'],
  },
};

/**
 * `x509_vfy.cc: check_chain_extensions`, from the leaf up, on the peer's certificates only: an anchor may be
 * anything. 34 critical extension, 24 no CA, 26 purpose, 25 path length.
 */
export function checkChainExtensions(context: BoringsslContext): void {
  const { chain, log, request, untrustedCount } = context;
  let pathLength = 0;
  chain.slice(0, untrustedCount).forEach((certificate, depth) => {
    const flags = boringsslFlags(certificate);
    const isIssuer = depth > 0;
    if (flags.unhandledCritical) log.report(34, depth);
    if (isIssuer && !isCa(certificate)) log.report(24, depth);
    if (!fitsPurpose(certificate, request.purpose, isIssuer)) log.report(26, depth);
    const limit = certificate.extensions.basicConstraints?.pathLength;
    if (depth > 1 && limit !== undefined && pathLength > limit + 1) log.report(25, depth);
    if (!isIssuer || !flags.selfIssued) pathLength++;
  });
}

/** `v3_purp.cc: check_ca`: basicConstraints say so, or it is a self-signed version 1 certificate. */
function isCa(certificate: Certificate): boolean {
  if (rejectsKeyUsage(certificate, 'keyCertSign')) return false;
  if (certificate.version === 1 && boringsslFlags(certificate).selfSigned) return true;
  return certificate.extensions.basicConstraints?.ca === true;
}

/** `v3_purp.cc: check_purpose_ssl_server`, `check_purpose_ssl_client`. */
function fitsPurpose(
  certificate: Certificate,
  purpose: BoringsslRequest['purpose'],
  isIssuer: boolean,
): boolean {
  const rule = purposes[purpose];
  const { extendedKeyUsage } = certificate.extensions;
  if (isIssuer && !isCa(certificate)) return false;
  if (extendedKeyUsage && !extendedKeyUsage.includes(rule.extendedKeyUsage)) return false;
  return isIssuer || !rejectsKeyUsage(certificate, ...rule.keyUsage);
}
