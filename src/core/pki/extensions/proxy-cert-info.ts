import type { DerReader } from '../der/der-reader.ts';
import { integerToNumber } from '../der/integer.ts';
import { tags } from '../der/tags.ts';
import type { CertificateExtensions } from '../types.ts';

type ProxyCertificate = NonNullable<CertificateExtensions['proxyCertificate']>;

/** RFC 3820 §3.8. */
export function readProxyCertInfo(reader: DerReader): ProxyCertificate | null {
  const what = 'proxyCertInfo';
  const body = reader.enter(tags.sequence, what);
  if (!body) return null;
  const pathLength = body.optional(tags.integer);
  const policy = body.enter(tags.sequence, what);
  const language = policy?.expect(tags.oid, what);
  const text = policy?.optional(tags.octetString);
  if (pathLength === null || !policy || !language || text === null) return null;
  if (!policy.finished(what) || !body.finished(what)) return null;
  return pathLength ? { pathLength: integerToNumber(body.content(pathLength)) } : {};
}
