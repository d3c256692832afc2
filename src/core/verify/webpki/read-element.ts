import type { DerString } from '../der/der-string.ts';
import { badDer, WebpkiError } from './webpki-error.ts';

/** Elements of 65535 octets and more are refused. @see rustls-webpki src/der.rs `TWO_BYTE_DER_SIZE` */
const sizeLimit = 0xffff;

/** `read_tag_and_get_value`: the next element, whatever its tag. */
export function readAny(reader: DerString) {
  const element = reader.any();
  return element && element.content.rest.length < sizeLimit ? element : null;
}

/** `expect_tag`: the content of the next element, which must have that tag. */
export function readElement(reader: DerString, tag: number): DerString | null {
  const element = readAny(reader);
  return element?.tag === tag ? element.content : null;
}

/**
 * `nested`: reads the next element with `read`, which must leave nothing.
 *
 * @param error what a wrong tag and left-over octets become
 */
export function readNested<T>(
  reader: DerString,
  tag: number,
  error: WebpkiError,
  read: (content: DerString) => T | WebpkiError,
): T | WebpkiError {
  const content = readElement(reader, tag);
  if (content === null) return error;
  const value = read(content);
  if (value instanceof WebpkiError) return value;
  return content.isEmpty ? value : error;
}

/** `u8::from_der`. */
export function readSmallInteger(reader: DerString): number | WebpkiError {
  const content = readElement(reader, 0x02)?.rest;
  const [first, second] = content ?? [];
  if (content === undefined || first === undefined || first >= 0x80) return badDer;
  if (second === undefined) return first;
  return first === 0 && second >= 0x80 && content.length === 2 ? second : badDer;
}
