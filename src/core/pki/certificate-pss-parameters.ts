import type { DigestName } from './certificate-signature-algorithms.ts';
import { DerReader } from './der/der-reader.ts';
import { integerToNumber, isMinimalInteger } from './der/integer.ts';
import { decodeObjectIdentifier } from './der/object-identifier.ts';
import { tags } from './der/tags.ts';

/** RSASSA-PSS-params with the defaults filled in (RFC 8017 A.2.3). */
export interface PssParameters {
  readonly digest: DigestName;
  readonly mgfDigest: DigestName;
  readonly saltLength: number;
}

const digestOids = new Map<string, DigestName>([
  ['1.2.840.113549.2.5', 'MD5'],
  ['1.3.14.3.2.26', 'SHA-1'],
  ['2.16.840.1.101.3.4.2.4', 'SHA-224'],
  ['2.16.840.1.101.3.4.2.1', 'SHA-256'],
  ['2.16.840.1.101.3.4.2.2', 'SHA-384'],
  ['2.16.840.1.101.3.4.2.3', 'SHA-512'],
  ['2.16.840.1.101.3.4.2.5', 'SHA-512/224'],
  ['2.16.840.1.101.3.4.2.6', 'SHA-512/256'],
  ['2.16.840.1.101.3.4.2.7', 'SHA3-224'],
  ['2.16.840.1.101.3.4.2.8', 'SHA3-256'],
  ['2.16.840.1.101.3.4.2.9', 'SHA3-384'],
  ['2.16.840.1.101.3.4.2.10', 'SHA3-512'],
]);
const mgf1 = '1.2.840.113549.1.1.8';
const what = 'RSASSA-PSS parameters';

/** The parameters TLV of an id-RSASSA-PSS AlgorithmIdentifier; `null` when broken or of an unknown digest. */
export function decodePssParameters(parameters: Uint8Array | undefined): PssParameters | null {
  if (!parameters) return null;
  const body = DerReader.over(parameters).enter(tags.sequence, what);
  if (!body) return null;
  const hash = body.optional(0xa0);
  const mgf = body.optional(0xa1);
  const salt = body.optional(0xa2);
  const trailer = body.optional(0xa3);
  if (hash === null || mgf === null || salt === null || trailer === null) return null;
  if (!body.finished(what)) return null;
  const digest = hash ? readDigest(body.inside(hash)) : 'SHA-1';
  const mgfDigest = mgf ? readMgf(body.inside(mgf)) : 'SHA-1';
  const saltLength = salt ? readInteger(body.inside(salt)) : 20;
  const trailerField = trailer ? readInteger(body.inside(trailer)) : 1;
  if (!digest || !mgfDigest || saltLength === null || trailerField !== 1) return null;
  return saltLength < 0 ? null : { digest, mgfDigest, saltLength };
}

function readDigest(reader: DerReader | null): DigestName | null {
  const body = reader?.enter(tags.sequence, what);
  const oid = body ? readOid(body) : null;
  return (oid !== null && digestOids.get(oid)) || null;
}

function readMgf(reader: DerReader | null): DigestName | null {
  const body = reader?.enter(tags.sequence, what);
  if (!body || readOid(body) !== mgf1) return null;
  return readDigest(body);
}

function readOid(reader: DerReader): string | null {
  const element = reader.expect(tags.oid, what);
  return element && decodeObjectIdentifier(reader.content(element));
}

function readInteger(reader: DerReader | null): number | null {
  const element = reader?.expect(tags.integer, what);
  if (!reader || !element) return null;
  const content = reader.content(element);
  return isMinimalInteger(content) ? integerToNumber(content) : null;
}
