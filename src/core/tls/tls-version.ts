/** A protocol version in the words of nginx and OpenSSL. */
export type TlsVersion = 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';

const NEWEST_FIRST: readonly TlsVersion[] = ['TLSv1.3', 'TLSv1.2', 'TLSv1.1', 'TLSv1'];

/**
 * The highest TLS version in both lists, or undefined.
 *
 * @see RFC 8446 §4.1.1, §4.2.1
 */
export function sharedVersion(
  one: readonly TlsVersion[],
  other: readonly TlsVersion[],
): TlsVersion | undefined {
  return NEWEST_FIRST.find((version) => one.includes(version) && other.includes(version));
}

/** Every version from `lowest` to `highest`; empty when they stand the wrong way round. */
export function versionRange(lowest: TlsVersion, highest: TlsVersion): readonly TlsVersion[] {
  const oldestFirst = NEWEST_FIRST.toReversed();
  return oldestFirst.slice(oldestFirst.indexOf(lowest), oldestFirst.indexOf(highest) + 1);
}

/** Narrows a configured word to a version this folder knows. */
export function isTlsVersion(text: string): text is TlsVersion {
  return /^TLSv1(?:\.[123])?$/.test(text);
}
