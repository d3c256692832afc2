import { DerReader } from '../../pki/der/der-reader.ts';
import { tags } from '../../pki/der/tags.ts';
import { extensionOids } from '../../pki/extensions/extension-oids.ts';
import type { Certificate } from '../../pki/types.ts';
import { hasClearPadding } from './certificate-flags.ts';

/** The reason with which BoringSSL refuses a certificate whose key has to sign a handshake. */
export type SigningRefusal = 'KEY_USAGE_BIT_INCORRECT' | 'CANNOT_PARSE_LEAF_CERT';

const DIGITAL_SIGNATURE = 0x80;
const MOST_UNUSED_BITS = 7;

/**
 * Whether the key usage lets the key of a certificate sign handshakes. Unlike the verification this reads the first key
 * usage only, wherever a second one stands.
 *
 * @returns null when it does, or when there is no key usage
 * @see BoringSSL ssl/ssl_cert.cc `ssl_cert_check_key_usage`
 */
export function signingRefusal({ rawExtensions }: Certificate): SigningRefusal | null {
  const usage = rawExtensions.find(({ oid }) => oid === extensionOids.keyUsage);
  if (usage === undefined) return null;
  const reader = DerReader.over(usage.value);
  const element = reader.next();
  if (element?.tag !== tags.bitString || !reader.atEnd) return 'CANNOT_PARSE_LEAF_CERT';
  const content = reader.content(element);
  if (!isBitString(content)) return 'CANNOT_PARSE_LEAF_CERT';
  return ((content[1] ?? 0) & DIGITAL_SIGNATURE) === 0 ? 'KEY_USAGE_BIT_INCORRECT' : null;
}

/** `CBS_is_valid_asn1_bitstring`: the unused bits of the last octet are there, and zero. */
function isBitString(content: Uint8Array): boolean {
  const [unused] = content;
  if (unused === undefined || unused > MOST_UNUSED_BITS) return false;
  return unused === 0 || (content.length > 1 && hasClearPadding(content));
}
