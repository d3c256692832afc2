import type { KeyUsageBit } from '../types.ts';

const keyUsageWords: Record<KeyUsageBit, string> = {
  digitalSignature: 'digital signature',
  nonRepudiation: 'non-repudiation',
  keyEncipherment: 'key encipherment',
  dataEncipherment: 'data encipherment',
  keyAgreement: 'key agreement',
  keyCertSign: 'certificate signing',
  cRLSign: 'CRL signing',
  encipherOnly: 'encipher only',
  decipherOnly: 'decipher only',
};

/** A key usage bit in words (RFC 5280 §4.2.1.3). */
export function keyUsageWord(bit: KeyUsageBit): string {
  return keyUsageWords[bit];
}

const purposes = new Map<string, string>([
  ['2.5.29.37.0', 'anyExtendedKeyUsage'],
  ['1.3.6.1.5.5.7.3.1', 'serverAuth'],
  ['1.3.6.1.5.5.7.3.2', 'clientAuth'],
  ['1.3.6.1.5.5.7.3.3', 'codeSigning'],
  ['1.3.6.1.5.5.7.3.4', 'emailProtection'],
  ['1.3.6.1.5.5.7.3.8', 'timeStamping'],
  ['1.3.6.1.5.5.7.3.9', 'OCSPSigning'],
  ['1.3.6.1.5.5.7.3.5', 'ipsecEndSystem'],
  ['1.3.6.1.5.5.7.3.6', 'ipsecTunnel'],
  ['1.3.6.1.5.5.7.3.7', 'ipsecUser'],
  ['1.3.6.1.5.5.7.3.17', 'ipsecIKE'],
  ['1.3.6.1.4.1.311.10.3.3', 'msServerGatedCrypto'],
  ['2.16.840.1.113730.4.1', 'nsServerGatedCrypto'],
]);

/** The name of an extended key usage (RFC 5280 §4.2.1.12), or its OID. */
export function extendedKeyUsageWord(oid: string): string {
  return purposes.get(oid) ?? oid;
}
