import { readExtensionList } from './certificate-raw-extensions.ts';
import type { DerReader } from './der/der-reader.ts';
import { integerToHex, integerToNumber, isMinimalInteger } from './der/integer.ts';
import { tags } from './der/tags.ts';
import { readTime } from './der/time.ts';
import { decodeFields, type FieldDecoder, type MutableFields } from './extensions/decode-fields.ts';
import { extensionOids } from './extensions/extension-oids.ts';
import { readGeneralNames } from './extensions/general-name.ts';
import type { RevokedCertificate } from './types.ts';

type Fields = MutableFields<Pick<RevokedCertificate, 'reason' | 'certificateIssuer'>>;

const decoders = new Map<string, FieldDecoder<Fields>>([
  [extensionOids.crlReason, readReason],
  [extensionOids.certificateIssuer, readCertificateIssuer],
]);

/** RFC 5280 §5.3.1. */
function readReason(value: DerReader, into: Fields): boolean {
  const element = value.expect(tags.enumerated, 'reasonCode');
  if (!element || !isMinimalInteger(value.content(element))) return false;
  into.reason = integerToNumber(value.content(element));
  return true;
}

/** RFC 5280 §5.3.3. */
function readCertificateIssuer(value: DerReader, into: Fields): boolean {
  const list = value.enter(tags.sequence, 'certificateIssuer');
  const names = list && readGeneralNames(list, 'certificateIssuer');
  if (names) into.certificateIssuer = names;
  return names !== null;
}

/** The optional revokedCertificates of a TBSCertList (RFC 5280 §5.1.2.6). */
export function readRevoked(tbs: DerReader): readonly RevokedCertificate[] | null {
  if (!tbs.nextIs(tags.sequence)) return [];
  const list = tbs.enter(tags.sequence, 'revokedCertificates');
  if (!list) return null;
  const revoked: RevokedCertificate[] = [];
  while (!list.atEnd) {
    const entry = readEntry(list);
    if (!entry) return null;
    revoked.push(entry);
  }
  return revoked;
}

function readEntry(list: DerReader): RevokedCertificate | null {
  const what = 'revokedCertificates';
  const body = list.enter(tags.sequence, what);
  const serial = body?.expect(tags.integer, what);
  const revokedAt = body && readTime(body, what);
  if (!body || !serial || !revokedAt) return null;
  const content = body.content(serial);
  if (!isMinimalInteger(content)) return body.fail(`${what}: broken INTEGER`, serial.start);
  const rawExtensions = body.atEnd ? [] : readExtensionList(body);
  if (!rawExtensions || !body.finished(what)) return null;
  const fields: Fields = {};
  const facts = decodeFields(rawExtensions, decoders, fields);
  return { serial: integerToHex(content), revokedAt, rawExtensions, ...fields, ...facts };
}
