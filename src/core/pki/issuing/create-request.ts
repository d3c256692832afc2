import { tags } from '../der/tags.ts';
import { encodeDer, encodeOid, encodeUnsigned } from '../der-write.ts';
import { encodePem } from '../encode-pem.ts';
import { plainKey, signedSequence, subjectKeyPair } from './signing.ts';
import { encodeSubjectName } from './subject-name.ts';
import type { CreatedRequest, RequestSpec } from './types.ts';

/** RFC 2985 §5.4.2. */
const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';

/**
 * Makes a PKCS#10 certificate request (RFC 2986) with the extensions that it asks for, and a new key unless `spec.key`
 * gives one.
 *
 * @param crypto source of randomness, keys and signatures
 * @throws (rejects) as `issueCertificate` does
 */
export async function createRequest(spec: RequestSpec, crypto: Crypto): Promise<CreatedRequest> {
  const pair = await subjectKeyPair(spec, crypto);
  const { encodeWantedExtensions } = await import('./encode-wanted-extensions.ts');
  const attribute = encodeDer(
    tags.sequence,
    encodeOid(EXTENSION_REQUEST),
    encodeDer(tags.set, encodeWantedExtensions(spec)),
  );
  const info = encodeDer(
    tags.sequence,
    encodeUnsigned(Uint8Array.of(0)),
    spec.subjectDer ?? encodeSubjectName(spec.subject),
    pair.spki,
    encodeDer(0xa0, attribute),
  );
  const der = await signedSequence(info, plainKey(pair.pkcs8), crypto);
  return {
    requestPem: encodePem('CERTIFICATE REQUEST', der),
    keyPem: encodePem('PRIVATE KEY', pair.pkcs8),
  };
}
