import { decodeAsn1String } from '../../pki/der/asn1-string.ts';
import { DerReader } from '../../pki/der/der-reader.ts';
import { tags } from '../../pki/der/tags.ts';
import type { SubtreeMatch } from './match-subtrees.ts';
import { matchEmail } from './match-email.ts';
import { toUnicodeLabels } from './punycode.ts';

/** id-on-SmtpUTF8Mailbox (RFC 8398). */
export const smtpUtf8Mailbox = '1.3.6.1.5.5.7.8.9';

/**
 * An internationalised mailbox, the TLV of its value, against an email subtree (RFC 8398 §6, `v3_ncons.c:
 * nc_email_eai`): the value must be a UTF8String with an `@`, else 53; the base's A-labels are compared as U-labels.
 */
export function matchSmtpUtf8Mailbox(value: Uint8Array, base: string): SubtreeMatch {
  if (base.includes('\0')) return 53;
  const reader = DerReader.over(value);
  const element = reader.expect(tags.utf8String, 'SmtpUTF8Mailbox');
  const text = element && decodeAsn1String(tags.utf8String, reader.content(element));
  if (!text?.includes('@')) return 53;
  const at = base.lastIndexOf('@') + 1;
  const host = toUnicodeLabels(base.slice(at));
  return host === null ? 1 : matchEmail(text, base.slice(0, at) + host);
}
