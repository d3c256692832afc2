import {
  encodeName,
  text,
  type TestExtension,
  type TestName,
} from '../certificate-builder.testing.ts';
import { encodeDer, encodeOid } from '../der-write.ts';
import type { KeyUsageBit } from '../types.ts';
import { extensionOids } from './extension-oids.ts';
import { keyUsageBits } from './key-usage.ts';

/** One GeneralName: a kind and its text; `ip` takes comma-separated octets. */
export type TestGeneralName = readonly [
  kind: 'dns' | 'email' | 'uri' | 'ip' | 'rid',
  value: string,
];

const tagOf = { email: 0x81, dns: 0x82, uri: 0x86, ip: 0x87, rid: 0x88 };

export function generalName([kind, value]: TestGeneralName): Uint8Array {
  if (kind === 'rid') return encodeDer(tagOf.rid, encodeOid(value).subarray(2));
  const octets = kind === 'ip' ? Uint8Array.from(value.split(',').map(Number)) : text(value);
  return encodeDer(tagOf[kind], octets);
}

export function directoryName(name: TestName | string): Uint8Array {
  return encodeDer(0xa4, encodeName(name));
}

export function subjectAltName(...names: readonly TestGeneralName[]): TestExtension {
  return { oid: extensionOids.subjectAltName, value: encodeDer(0x30, ...names.map(generalName)) };
}

export function basicConstraints(ca: boolean, pathLength?: number): TestExtension {
  const parts = [
    ...(ca ? [encodeDer(0x01, Uint8Array.of(0xff))] : []),
    ...(pathLength === undefined ? [] : [encodeDer(0x02, Uint8Array.of(pathLength & 0xff))]),
  ];
  return { oid: extensionOids.basicConstraints, critical: true, value: encodeDer(0x30, ...parts) };
}

export function keyUsage(...bits: readonly KeyUsageBit[]): TestExtension {
  const octets = new Uint8Array(3);
  for (const bit of bits) {
    const index = keyUsageBits.indexOf(bit);
    octets[1 + (index >> 3)] = (octets[1 + (index >> 3)] ?? 0) | (0x80 >> (index & 7));
  }
  return { oid: extensionOids.keyUsage, critical: true, value: encodeDer(0x03, octets) };
}

export function extendedKeyUsage(...purposes: readonly string[]): TestExtension {
  const value = encodeDer(0x30, ...purposes.map(encodeOid));
  return { oid: extensionOids.extendedKeyUsage, value };
}

export function subjectKeyId(...octets: readonly number[]): TestExtension {
  return { oid: extensionOids.subjectKeyId, value: encodeDer(0x04, Uint8Array.from(octets)) };
}

export function authorityKeyId(...octets: readonly number[]): TestExtension {
  const value = encodeDer(0x30, encodeDer(0x80, Uint8Array.from(octets)));
  return { oid: extensionOids.authorityKeyId, value };
}

/** Subtree bases as encoded GeneralNames. */
export function nameConstraints(
  permitted: readonly Uint8Array[],
  excluded: readonly Uint8Array[] = [],
): TestExtension {
  const list = (tag: number, bases: readonly Uint8Array[]): Uint8Array[] =>
    bases.length === 0 ? [] : [encodeDer(tag, ...bases.map((base) => encodeDer(0x30, base)))];
  const value = encodeDer(0x30, ...list(0xa0, permitted), ...list(0xa1, excluded));
  return { oid: extensionOids.nameConstraints, critical: true, value };
}
