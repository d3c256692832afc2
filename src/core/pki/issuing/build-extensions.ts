import { sha1 } from '@noble/hashes/legacy.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { extensionOids, keyPurposeOids } from '../extensions/extension-oids.ts';
import { keyUsageBits } from '../extensions/key-usage.ts';
import { plainBytes } from '../keys/subtle-of.ts';
import { sameBytes } from '../same-bytes.ts';
import type { Certificate, KeyUsageBit, RawExtension } from '../types.ts';
import { parseIpAddress } from './parse-ip-address.ts';
import type { CertificateSpec, ExtendedKeyUsage, RequestSpec } from './types.ts';

/** The extensions of a certificate in the order that most issuers use (RFC 5280 §4.2.1). */
export function buildExtensions(
  spec: CertificateSpec,
  publicKey: pkijs.PublicKeyInfo,
  issuer: Certificate | null,
): pkijs.Extension[] {
  const ownKeyId = formerKeyId(spec.former, publicKey) ?? keyIdentifier(publicKey);
  const issuerKeyId = issuer === null ? ownKeyId : storedKeyIdentifier(issuer);
  return [
    ...wantedExtensions(spec),
    extension(extensionOids.subjectKeyId, false, new asn1js.OctetString({ valueHex: ownKeyId })),
    ...(issuerKeyId === null ? [] : [authorityKeyIdentifier(issuerKeyId)]),
  ];
}

/** What a subject can ask for: everything but the key identifiers, which the issuer writes. */
export function wantedExtensions(spec: RequestSpec): pkijs.Extension[] {
  if (spec.extensions !== undefined) return spec.extensions.map(copied);
  return [
    basicConstraints(spec),
    keyUsage(spec.keyUsage ?? defaultKeyUsage(spec)),
    ...(spec.eku === undefined ? [] : [extendedKeyUsage(spec.eku)]),
    ...subjectAltName(spec),
  ];
}

function copied({ oid, critical, value }: RawExtension): pkijs.Extension {
  return new pkijs.Extension({ extnID: oid, critical, extnValue: plainBytes(value).buffer });
}

/** RFC 5280 §4.2.1.2, method 1: SHA-1 of the key's bits. */
function keyIdentifier(publicKey: pkijs.PublicKeyInfo): ArrayBuffer {
  return plainBytes(sha1(publicKey.subjectPublicKey.valueBlock.valueHexView)).buffer;
}

/** What the key signed names it by the identifier that it had. */
function formerKeyId(
  former: Certificate | undefined,
  publicKey: pkijs.PublicKeyInfo,
): ArrayBuffer | null {
  const bits = publicKey.subjectPublicKey.valueBlock.valueHexView;
  return former !== undefined && sameBytes(former.publicKey.keyBytes, bits)
    ? storedKeyIdentifier(former)
    : null;
}

/** RFC 5280 §4.2.1.1: the issuer's own identifier, whatever method made it. */
function storedKeyIdentifier(issuer: Certificate): ArrayBuffer | null {
  const hex = issuer.extensions.subjectKeyId;
  return hex === undefined ? null : plainBytes(hexToBytes(hex)).buffer;
}

function extension(extnID: string, critical: boolean, value: asn1js.BaseBlock): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER(false) });
}

function basicConstraints(spec: RequestSpec): pkijs.Extension {
  const value = new pkijs.BasicConstraints({
    cA: spec.ca,
    ...(spec.ca && spec.pathLength !== undefined ? { pathLenConstraint: spec.pathLength } : {}),
  });
  return extension(extensionOids.basicConstraints, true, value.toSchema());
}

function defaultKeyUsage(spec: RequestSpec): readonly KeyUsageBit[] {
  if (spec.ca) return ['keyCertSign', 'cRLSign'];
  const isRsa = spec.keyAlgorithm.startsWith('RSA');
  return isRsa ? ['digitalSignature', 'keyEncipherment'] : ['digitalSignature'];
}

/** A named bit list: trailing zero bits are left out (X.690 §11.2.2). */
function keyUsage(usages: readonly KeyUsageBit[]): pkijs.Extension {
  const numbers = usages.map((usage) => keyUsageBits.indexOf(usage));
  const highest = Math.max(-1, ...numbers);
  const octets = new Uint8Array(highest < 0 ? 0 : Math.floor(highest / 8) + 1);
  for (const number of numbers) {
    const at = Math.floor(number / 8);
    octets[at] = (octets[at] ?? 0) | (0x80 >> (number % 8));
  }
  const unusedBits = highest < 0 ? 0 : 7 - (highest % 8);
  return extension(
    extensionOids.keyUsage,
    true,
    new asn1js.BitString({ valueHex: octets.buffer, unusedBits }),
  );
}

function extendedKeyUsage(usages: readonly ExtendedKeyUsage[]): pkijs.Extension {
  const value = new pkijs.ExtKeyUsage({
    keyPurposes: usages.map((usage) => keyPurposeOids[usage]),
  });
  return extension(extensionOids.extendedKeyUsage, false, value.toSchema());
}

/** RFC 5280 §4.2.1.6: critical when the subject is empty. */
function subjectAltName(spec: RequestSpec): pkijs.Extension[] {
  const names = [
    ...(spec.dnsNames ?? []).map((value) => new pkijs.GeneralName({ type: 2, value })),
    ...(spec.uris ?? []).map((value) => new pkijs.GeneralName({ type: 6, value })),
    ...(spec.ipAddresses ?? []).map(ipName),
  ];
  if (names.length === 0) return [];
  const critical = Object.values(spec.subject).every((value) => value === undefined);
  return [
    extension(extensionOids.subjectAltName, critical, new pkijs.GeneralNames({ names }).toSchema()),
  ];
}

function ipName(text: string): pkijs.GeneralName {
  const octets = parseIpAddress(text);
  if (octets === null) throw new TypeError(`${text} is not an IP address`);
  const value = new asn1js.OctetString({ valueHex: plainBytes(octets).buffer });
  return new pkijs.GeneralName({ type: 7, value });
}

function authorityKeyIdentifier(keyId: ArrayBuffer): pkijs.Extension {
  const value = new pkijs.AuthorityKeyIdentifier({
    keyIdentifier: new asn1js.OctetString({ valueHex: keyId }),
  });
  return extension(extensionOids.authorityKeyId, false, value.toSchema());
}
