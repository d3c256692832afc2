import type { Certificate } from '../../pki/types.ts';
import { binaryText } from '../der/binary-text.ts';
import { DerString, TAG } from '../der/der-string.ts';
import { parseWebpkiCertificate } from './parse-certificate.ts';
import { readElement } from './read-element.ts';
import { badDer, WebpkiError } from './webpki-error.ts';

/** All that webpki keeps of a trusted certificate: no dates, no usage, no CA bit. */
export interface WebpkiAnchor {
  readonly certificate: Certificate;
  readonly subject: string;
  readonly spki: Uint8Array;
  readonly nameConstraints?: Uint8Array;
}

/**
 * @param ignoreCritical whether unknown critical extensions are overlooked (from 0.103 on)
 * @see rustls-webpki 0.103.14 src/trust_anchor.rs `anchor_from_trusted_cert`
 */
export function parseAnchor(
  certificate: Certificate,
  ignoreCritical: boolean,
): WebpkiAnchor | WebpkiError {
  const parsed = parseWebpkiCertificate(certificate, ignoreCritical);
  if (!(parsed instanceof WebpkiError)) return parsed;
  if (parsed.name !== 'UnsupportedCertVersion') return parsed;
  return parseFirstVersion(certificate) ?? badDer;
}

/** Version 1 has no version field and no extensions. */
function parseFirstVersion(certificate: Certificate): WebpkiAnchor | null {
  const body = readElement(new DerString(certificate.der), TAG.sequence);
  const tbs = body && readElement(body, TAG.sequence);
  if (!body || !tbs || !readElement(tbs, TAG.integer)) return null;
  const fields = [0, 1, 2, 3, 4].map(() => readElement(tbs, TAG.sequence)?.rest);
  const [subject, spki] = fields.slice(3);
  if (!subject || !spki || !tbs.isEmpty) return null;
  if (!readElement(body, TAG.sequence) || !readElement(body, TAG.bitString)) return null;
  return body.isEmpty ? { certificate, subject: binaryText(subject), spki } : null;
}
