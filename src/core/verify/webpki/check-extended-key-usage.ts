import { DerString, TAG } from '../der/der-string.ts';
import { readElement } from './read-element.ts';
import { badDer, WebpkiError } from './webpki-error.ts';

/** What the chain is for, and the release whose errors are given. */
export interface Usage {
  readonly purpose: 'server' | 'client';
  readonly release: '0.102' | '0.103';
}

const SERVER = '1.3.6.1.5.5.7.3.1';
const CLIENT = '1.3.6.1.5.5.7.3.2';
/** rustls' words for the purposes it knows. */
const WORDS: Readonly<Record<string, string>> = {
  [SERVER]: 'server authentication',
  [CLIENT]: 'client authentication',
};

/**
 * Without the extension every use is allowed; with it, the purpose must be listed. `anyExtendedKeyUsage` is not
 * enough. Entries behind the one that fits are not read.
 *
 * @see rustls-webpki 0.103.14 src/verify_cert.rs `check_eku`, `KeyUsage::validate`
 */
export function checkExtendedKeyUsage(
  value: Uint8Array | undefined,
  usage: Usage,
): WebpkiError | null {
  if (value === undefined) return null;
  const required = usage.purpose === 'server' ? SERVER : CLIENT;
  const reader = new DerString(value);
  if (value.length === 0) {
    return usage.release === '0.102' ? badDer : new WebpkiError('EmptyEkuExtension');
  }
  const present: string[] = [];
  do {
    const oid = readElement(reader, TAG.objectId)?.rest;
    if (!oid) return badDer;
    const text = oidText(oid);
    if (text === required) return null;
    present.push(text);
  } while (!reader.isEmpty);
  return usage.release === '0.102'
    ? new WebpkiError('RequiredEkuNotFound')
    : notFound(required, present);
}

function notFound(required: string, present: readonly string[]): WebpkiError {
  const list = present.map((oid) => `KeyPurposeId(${oid})`).join(', ');
  const words = (oid: string) => WORDS[oid] ?? oid.replaceAll('.', ', ');
  const context = `RequiredEkuNotFoundContext { required: KeyPurposeId(${required}), present: [${list}] }`;
  return new WebpkiError(
    'RequiredEkuNotFoundContext',
    `RequiredEkuNotFoundContext(${context})`,
    `certificate does not allow extended key usage for ${words(required)}, allows ${present.map(words).join(', ')}`,
  );
}

/**
 * The dotted form as webpki's own decoder prints it: it shifts by eight bits where base 128 needs seven, so numbers
 * above 127 come out larger than they are.
 */
function oidText(oid: Uint8Array): string {
  const parts: number[] = [];
  let value = 0;
  for (const octet of oid) {
    value = value * 256 + (octet & 0x7f);
    if (octet >= 0x80) continue;
    if (parts.length === 0) {
      const root = Math.min(Math.floor(value / 40), 2);
      parts.push(root, value - root * 40);
    } else parts.push(value);
    value = 0;
  }
  return parts.join('.');
}
