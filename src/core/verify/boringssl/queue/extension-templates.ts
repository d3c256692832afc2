import { extensionOids } from '../../../pki/extensions/extension-oids.ts';
import { tags } from '../../../pki/der/tags.ts';
import type { Field, Template } from './asn1-template.ts';

const primitive = (tag: number): Template => ({ kind: 'primitive', tag });
const sequence = (...fields: readonly Field[]): Template => ({ kind: 'sequence', fields });
const list = (of: Template): Template => ({ kind: 'list', of });
const required = (type: Template, tag?: number): Field => ({
  type,
  ...(tag !== undefined && { tag }),
});
const optional = (type: Template, tag?: number): Field => ({
  ...required(type, tag),
  optional: true,
});

const oid = primitive(tags.oid);
const integer = primitive(tags.integer);
const octets = primitive(tags.octetString);
const anything = (tag: number): Template => ({ kind: 'opaque', tag });

const otherName = sequence(required(oid), required(anything(0xa0)));

/** GeneralName (RFC 5280 §4.2.1.6). */
const generalName: Template = {
  kind: 'choice',
  of: [
    required(otherName, 0xa0),
    required(octets, 0x81),
    required(octets, 0x82),
    required(anything(0xa3)),
    required(sequence(required(anything(tags.sequence))), 0xa4),
    required(anything(0xa5)),
    required(octets, 0x86),
    required(octets, 0x87),
    required(oid, 0x88),
  ],
};
const generalNames = list(generalName);
const subtrees = list(
  sequence(required(generalName), optional(integer, 0x80), optional(integer, 0x81)),
);
const pointName = sequence(
  required({ kind: 'choice', of: [required(generalNames, 0xa0), required(anything(0xa1))] }),
);
const point = sequence(
  optional(pointName, 0xa0),
  optional(primitive(tags.bitString), 0x81),
  optional(generalNames, 0xa2),
);

/** The extensions that BoringSSL decodes for a verification. */
export const extensionTemplates: ReadonlyMap<string, Template> = new Map([
  [extensionOids.basicConstraints, sequence(optional(primitive(tags.boolean)), optional(integer))],
  [extensionOids.keyUsage, primitive(tags.bitString)],
  [extensionOids.extendedKeyUsage, list(oid)],
  [extensionOids.subjectKeyId, octets],
  [
    extensionOids.authorityKeyId,
    sequence(optional(octets, 0x80), optional(generalNames, 0xa1), optional(integer, 0x82)),
  ],
  [extensionOids.subjectAltName, generalNames],
  [extensionOids.nameConstraints, sequence(optional(subtrees, 0xa0), optional(subtrees, 0xa1))],
  [extensionOids.crlDistributionPoints, list(point)],
  [
    extensionOids.certificatePolicies,
    list(sequence(required(oid), optional(anything(tags.sequence)))),
  ],
  [extensionOids.policyMappings, list(sequence(required(oid), required(oid)))],
  [extensionOids.policyConstraints, sequence(optional(integer, 0x80), optional(integer, 0x81))],
  [extensionOids.inhibitAnyPolicy, integer],
]);
