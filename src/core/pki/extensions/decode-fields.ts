import { DerReader } from '../der/der-reader.ts';
import type { RawExtension } from '../types.ts';

/** An interface of decoded extensions while it is being filled. */
export type MutableFields<F> = { -readonly [K in keyof F]: F[K] };

/** Reads one extension value into its field; false when it does not decode. */
export type FieldDecoder<F> = (value: DerReader, into: F) => boolean;

/** Object identifiers of extensions that stand twice, and of those that do not decode. */
export interface ExtensionFacts {
  readonly duplicateExtensions: readonly string[];
  readonly undecodableExtensions: readonly string[];
}

/**
 * Decodes extensions into `into` by object identifier. One that stands twice is not decoded (OpenSSL's
 * `X509V3_get_d2i` gives nothing either); bytes after a value are tolerated, as OpenSSL does.
 */
export function decodeFields<F>(
  raw: readonly RawExtension[],
  decoders: ReadonlyMap<string, FieldDecoder<F>>,
  into: F,
): ExtensionFacts {
  const counts = new Map<string, number>();
  for (const { oid } of raw) counts.set(oid, (counts.get(oid) ?? 0) + 1);
  const undecodable: string[] = [];
  for (const { oid, value } of raw) {
    const decode = decoders.get(oid);
    if (!decode || counts.get(oid) !== 1) continue;
    if (!decode(DerReader.over(value), into)) undecodable.push(oid);
  }
  const duplicates = [...counts].filter(([, count]) => count > 1).map(([oid]) => oid);
  return { duplicateExtensions: duplicates, undecodableExtensions: undecodable };
}
