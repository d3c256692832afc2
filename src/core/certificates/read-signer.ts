import { inspectMaterial, type Certificate } from '../pki/index.ts';
import type { SigningPair } from './types.ts';

/** The certificate of a signing pair, decoded; throws when its text holds none. */
export function readSigner({ certificate, key }: SigningPair): {
  readonly certificate: Certificate;
  readonly key: string;
} {
  return { certificate: firstCertificate(certificate), key };
}

/** The first certificate of a PEM text; throws when there is none. */
export function firstCertificate(pem: string): Certificate {
  const [first] = inspectMaterial(pem, 'certificate').certificates;
  if (first === undefined) throw new TypeError('the text holds no certificate');
  return first.certificate;
}
