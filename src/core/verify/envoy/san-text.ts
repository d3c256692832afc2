import { latin1 } from '../../pki/der/asn1-string.ts';
import { DerReader } from '../../pki/der/der-reader.ts';
import { decodeObjectIdentifier } from '../../pki/der/object-identifier.ts';
import { integerToHex } from '../../pki/der/integer.ts';
import { tags } from '../../pki/der/tags.ts';
import type { Certificate, GeneralName } from '../../pki/types.ts';

/** The alternative names of a certificate as Envoy writes them into its log, in their order. */
export function sanTexts({ extensions }: Certificate): readonly string[] {
  return (extensions.subjectAltNames ?? []).map(sanText);
}

/**
 * One alternative name as the text that Envoy compares and logs (`utility.cc: generalNameAsString`). Kinds that it does
 * not know, and addresses of another length, are empty.
 */
export function sanText(name: GeneralName): string {
  switch (name.kind) {
    case 'dns':
    case 'uri':
    case 'email':
      return name.value;
    case 'ip':
      return name.raw.length === 4 || name.raw.length === 16 ? addressText(name) : '';
    case 'other':
      return otherText(name);
    case 'directory':
    case 'x400':
    case 'edi':
    case 'rid':
      return '';
    default:
      return name satisfies never;
  }
}

/** `inet_ntop` writes IPv4 inside IPv6 with dots. */
function addressText({ value, raw }: GeneralName): string {
  const isMapped =
    raw.length === 16 &&
    raw.subarray(0, 10).every((octet) => octet === 0) &&
    raw[10] === 0xff &&
    raw[11] === 0xff;
  return isMapped ? `::ffff:${raw.subarray(12).join('.')}` : value;
}

/** An otherName by the type of its value: text as it is, numbers in decimal, the rest as octets. */
function otherText({ value, raw }: GeneralName): string {
  const reader = DerReader.over(raw);
  const element = reader.next();
  if (!element) return '';
  const content = reader.content(element);
  switch (element.tag) {
    case tags.null:
      return '';
    case tags.boolean:
      return content[0] === 0 ? 'false' : 'true';
    case tags.integer:
    case tags.enumerated:
      return decimal(integerToHex(content));
    case tags.oid:
      return decodeObjectIdentifier(content) ?? '';
    case tags.bmpString:
    case tags.universalString:
      return value;
    case tags.bitString:
      return latin1(content.subarray(1));
    default:
      return latin1(content);
  }
}

function decimal(hex: string): string {
  return hex.startsWith('-') ? `-${BigInt(`0x${hex.slice(1)}`)}` : String(BigInt(`0x${hex}`));
}
