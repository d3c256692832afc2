import { decodeCertificate } from '../../src/core/pki/certificate.ts';
import { decodeCrl } from '../../src/core/pki/crl.ts';
import type { Certificate, CertificateRevocationList } from '../../src/core/pki/types.ts';
import type { ChainRequest, SignatureChecker } from '../../src/core/verify/types.ts';
import type { LiveCase } from './generate-case.ts';

/** The case as every engine of ours is asked; null when one of its parts does not decode here. */
export function toRequest(live: LiveCase, checkSignature: SignatureChecker): ChainRequest | null {
  const peerChain = decodeAll([live.leaf, ...live.others].map(({ der }) => der));
  const anchors = decodeAll(live.anchors.map(({ der }) => der));
  const crls = live.crls && decodeCrls(live.crls);
  if (!peerChain || !anchors || crls === null) return null;
  const { purpose, depth, at } = live;
  return { peerChain, anchors, purpose, depth, at, checkSignature, ...(crls && { crls }) };
}

function decodeAll(ders: readonly Uint8Array[]): readonly Certificate[] | null {
  const certificates = ders.flatMap((der) => {
    const decoded = decodeCertificate(der);
    return decoded.ok && decoded.trailing.length === 0 ? [decoded.certificate] : [];
  });
  return certificates.length === ders.length ? certificates : null;
}

function decodeCrls(ders: readonly Uint8Array[]): readonly CertificateRevocationList[] | null {
  const crls = ders.flatMap((der) => {
    const decoded = decodeCrl(der);
    return decoded.ok && decoded.trailing.length === 0 ? [decoded.crl] : [];
  });
  return crls.length === ders.length ? crls : null;
}
