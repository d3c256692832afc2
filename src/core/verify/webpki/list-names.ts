import { DerString } from '../der/der-string.ts';
import { readGeneralName, type WebpkiName } from './general-name.ts';
import { WebpkiError } from './webpki-error.ts';

/** The alternative names in order; an unreadable one is the last. @see rustls-webpki `NameIterator` */
export function* listNames(
  subjectAltName: Uint8Array | undefined,
): Generator<WebpkiName | WebpkiError> {
  const reader = new DerString(subjectAltName ?? new Uint8Array());
  while (!reader.isEmpty) {
    const name = readGeneralName(reader);
    yield name;
    if (name instanceof WebpkiError) return;
  }
}
