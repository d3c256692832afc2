import { readPublicKey } from '../certificate-public-key.ts';
import { DerReader } from '../der/der-reader.ts';
import { tags } from '../der/tags.ts';
import { readTime } from '../der/time.ts';
import { readName } from '../name.ts';
import type { CrlSummary, RequestSummary } from './types.ts';

/** Subject and key of a certificate request (RFC 2986 §4.1), or null when it does not decode. */
export function describeRequest(der: Uint8Array): RequestSummary | null {
  const info = DerReader.over(der)
    .enter(tags.sequence, 'CertificationRequest')
    ?.enter(tags.sequence, 'CertificationRequestInfo');
  info?.expect(tags.integer, 'version');
  const subject = info ? readName(info, 'subject') : null;
  const key = info ? readPublicKey(info) : null;
  return subject && key ? { subject: subject.text, key: key.text, publicKey: key } : null;
}

/** Issuer and times of a revocation list (RFC 5280 §5.1), or null when it does not decode. */
export function describeCrl(der: Uint8Array): CrlSummary | null {
  const list = DerReader.over(der)
    .enter(tags.sequence, 'CertificateList')
    ?.enter(tags.sequence, 'tbsCertList');
  list?.optional(tags.integer);
  list?.expect(tags.sequence, 'signature');
  const issuer = list ? readName(list, 'issuer') : null;
  const thisUpdate = list ? readTime(list, 'thisUpdate') : null;
  if (!list || !issuer || !thisUpdate) return null;
  const hasNext = list.nextIs(tags.utcTime) || list.nextIs(tags.generalizedTime);
  const nextUpdate = hasNext ? readTime(list, 'nextUpdate') : null;
  return {
    issuer: issuer.text,
    thisUpdate: thisUpdate.epoch,
    nextUpdate: nextUpdate?.epoch ?? null,
  };
}
