import type { DerElement, DerReader } from '../../../pki/der/der-reader.ts';
import { isMinimalInteger } from '../../../pki/der/integer.ts';
import { decodeObjectIdentifier } from '../../../pki/der/object-identifier.ts';
import { tags } from '../../../pki/der/tags.ts';
import type { QueueReason } from './queue-entry.ts';

/** What an ASN.1 type looks like to BoringSSL's template decoder (`crypto/asn1/tasn_dec.cc`). */
export type Template =
  | { readonly kind: 'primitive'; readonly tag: number }
  /** Anything with that tag; its content is not looked at here. */
  | { readonly kind: 'opaque'; readonly tag: number }
  | { readonly kind: 'sequence'; readonly fields: readonly Field[] }
  | { readonly kind: 'list'; readonly of: Template }
  | { readonly kind: 'choice'; readonly of: readonly Field[] };

export interface Field {
  /** Identifier octet of an implicit or explicit tag. */
  readonly tag?: number;
  readonly optional?: boolean;
  readonly type: Template;
}

/** Nothing to object to, or the entries from the innermost to the outermost. */
export type Objections = readonly QueueReason[];

const fine: Objections = [];
const decodeError: Objections = ['ASN1_DECODE_ERROR'];

/** Reads the next element as `template`, `tag` in the place of its own; the reader stands behind it afterwards. */
export function readTemplate(reader: DerReader, template: Template, tag?: number): Objections {
  switch (template.kind) {
    case 'choice':
      return readChoice(reader, template.of);
    case 'primitive':
    case 'opaque': {
      const element = expect(reader, tag ?? template.tag);
      if (!element) return decodeError;
      return template.kind === 'opaque'
        ? fine
        : checkContent(template.tag, reader.content(element));
    }
    case 'list':
    case 'sequence': {
      const element = expect(reader, tag ?? tags.sequence);
      const body = element && reader.inside(element);
      if (!body) return decodeError;
      return template.kind === 'list'
        ? readList(body, template.of)
        : readFields(body, template.fields);
    }
    default:
      return template satisfies never;
  }
}

function expect(reader: DerReader, tag: number): DerElement | null {
  return reader.nextIs(tag) ? reader.next() : null;
}

function readList(body: DerReader, of: Template): Objections {
  while (!body.atEnd) {
    const found = readTemplate(body, of);
    if (found.length > 0) return [...found, 'ASN1_NESTED_ASN1_ERROR'];
  }
  return fine;
}

function readFields(body: DerReader, fields: readonly Field[]): Objections {
  for (const { tag, optional = false, type } of fields) {
    if (optional && !body.nextIs(tag ?? ownTag(type))) continue;
    const found = readTemplate(body, type, tag);
    if (found.length > 0) return found;
  }
  return body.atEnd ? fine : ['ASN1_SEQUENCE_LENGTH_MISMATCH'];
}

function readChoice(reader: DerReader, of: readonly Field[]): Objections {
  const field = of.find(({ tag, type }) => reader.nextIs(tag ?? ownTag(type)));
  if (!field) return ['ASN1_NO_MATCHING_CHOICE_TYPE'];
  const found = readTemplate(reader, field.type, field.tag);
  return found.length > 0 ? [...found, 'ASN1_NESTED_ASN1_ERROR'] : fine;
}

function ownTag(type: Template): number {
  return type.kind === 'primitive' || type.kind === 'opaque' ? type.tag : tags.sequence;
}

/** `c2i_ASN1_BIT_STRING`, `c2i_ASN1_INTEGER`, `c2i_ASN1_OBJECT`. */
function checkContent(tag: number, content: Uint8Array): Objections {
  switch (tag) {
    case tags.boolean:
      return content.length === 1 ? fine : ['ASN1_BOOLEAN_IS_WRONG_LENGTH'];
    case tags.integer:
      return isMinimalInteger(content) ? fine : ['ASN1_INVALID_INTEGER'];
    case tags.oid:
      return decodeObjectIdentifier(content) === null ? ['ASN1_INVALID_OBJECT_ENCODING'] : fine;
    case tags.bitString:
      return checkBitString(content);
    default:
      return fine;
  }
}

function checkBitString(content: Uint8Array): Objections {
  const unused = content[0];
  if (unused === undefined) return ['ASN1_STRING_TOO_SHORT'];
  if (unused > 7) return ['ASN1_INVALID_BIT_STRING_BITS_LEFT'];
  const last = content.length > 1 ? (content[content.length - 1] ?? 0) : 0xff;
  return (last & ((1 << unused) - 1)) === 0 ? fine : ['ASN1_INVALID_BIT_STRING_PADDING'];
}
