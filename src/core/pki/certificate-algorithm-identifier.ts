import { decodeBitString } from './der/bit-string.ts';
import type { DerReader } from './der/der-reader.ts';
import { isMinimalInteger } from './der/integer.ts';
import { decodeObjectIdentifier } from './der/object-identifier.ts';
import { tags } from './der/tags.ts';
import type { AlgorithmIdentifier } from './types.ts';

/** The next element as an AlgorithmIdentifier (RFC 5280 §4.1.1.2). */
export function readAlgorithmIdentifier(
  reader: DerReader,
  what: string,
): AlgorithmIdentifier | null {
  const element = reader.expect(tags.sequence, what);
  const body = element && reader.inside(element);
  const type = body?.expect(tags.oid, what);
  if (!element || !body || !type) return null;
  const oid = decodeObjectIdentifier(body.content(type));
  if (oid === null) return body.fail(`${what}: broken object identifier`, type.start);
  const parameters = body.atEnd ? undefined : body.next();
  if (parameters === null || !body.finished(what)) return null;
  if (parameters && !isWellFormed(parameters.tag, body.content(parameters))) {
    return body.fail(`${what}: broken parameters`, parameters.start);
  }
  return {
    oid,
    der: reader.whole(element),
    ...(parameters && { parameters: body.whole(parameters) }),
  };
}

/** ANY is decoded by its type (`tasn_dec.c: asn1_d2i_ex_primitive`): a broken one fails the whole certificate. */
function isWellFormed(tag: number, content: Uint8Array): boolean {
  switch (tag) {
    case tags.oid:
      return decodeObjectIdentifier(content) !== null;
    case tags.null:
      return content.length === 0;
    case tags.boolean:
      return content.length === 1;
    case tags.integer:
    case tags.enumerated:
      return isMinimalInteger(content);
    case tags.bitString:
      return decodeBitString(content) !== null;
    default:
      // Other universal types that claim to be constructed are pieced together there, and fail.
      return (tag & 0xe0) !== 0x20 || tag === tags.sequence || tag === tags.set;
  }
}
