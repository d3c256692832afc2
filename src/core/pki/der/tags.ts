/** Identifier octets of the universal types used in certificates (ITU-T X.680 §8.6). */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  numericString: 0x12,
  printableString: 0x13,
  t61String: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

const names = new Map<number, string>([
  [tags.boolean, 'BOOLEAN'],
  [tags.integer, 'INTEGER'],
  [tags.bitString, 'BIT STRING'],
  [tags.octetString, 'OCTET STRING'],
  [tags.null, 'NULL'],
  [tags.oid, 'OBJECT IDENTIFIER'],
  [tags.enumerated, 'ENUMERATED'],
  [tags.utf8String, 'UTF8String'],
  [tags.printableString, 'PrintableString'],
  [tags.ia5String, 'IA5String'],
  [tags.utcTime, 'UTCTime'],
  [tags.generalizedTime, 'GeneralizedTime'],
  [tags.sequence, 'SEQUENCE'],
  [tags.set, 'SET'],
]);

/** A tag in words for problems: `SEQUENCE`, `[3]`, `tag 0x41`. */
export function describeTag(tag: number): string {
  const name = names.get(tag);
  if (name) return name;
  if ((tag & 0xc0) === 0x80) return `[${String(tag & 0x1f)}]`;
  return `tag 0x${tag.toString(16).padStart(2, '0')}`;
}
