import type { Blob } from '../model/index.ts';
import { decodeText } from '../pki/decode-text.ts';
import { KEY_STAND_IN } from '../pki/keys/key-stand-in.ts';
import { sniffBytes } from '../pki/sniff.ts';
import { containsPrivateKey } from './public-text.ts';
import { withStandIns } from './stand-ins.ts';

/**
 * A dropped file without its private keys. Certificates and requests keep every byte; of text, keys become stand-ins; of an
 * encrypted container that was opened, the certificates stay; anything else that may hold a key becomes a stand-in as a whole.
 *
 * @returns null when nothing had to be taken out
 */
export function redactBlob({ bytes, unlocked }: Blob): Uint8Array | null {
  const encode = (text: string) => new TextEncoder().encode(text);
  if (unlocked !== undefined) return encode(withStandIns(unlocked));
  const kind = sniffBytes(bytes);
  switch (kind) {
    case 'certificate':
    case 'csr':
    case 'crl':
    case 'pkcs7':
      return null;
    case 'private-key':
    case 'encrypted-key':
    case 'pkcs12':
      return encode(`${KEY_STAND_IN}\n`);
    case 'pem':
    case 'base64':
    case 'unknown': {
      const text = decodeText(bytes);
      if (text === null) return encode(`${KEY_STAND_IN}\n`);
      return containsPrivateKey(text) ? encode(withStandIns(text)) : null;
    }
    default:
      return kind satisfies never;
  }
}
