import type { DerReader } from './der/derReader.ts';
import { decodeObjectIdentifier } from './der/objectIdentifier.ts';
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
  return {
    oid,
    der: reader.whole(element),
    ...(parameters && { parameters: body.whole(parameters) }),
  };
}
