import { concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import type { DigestName } from '../../pki/certificate-signature-algorithms.ts';

/** DigestInfo up to the digest (RFC 8017 §9.2 note 1), hex. */
const prefixes: Partial<Record<DigestName, string>> = {
  MD5: '3020300c06082a864886f70d020505000410',
  'SHA-1': '3021300906052b0e03021a05000414',
  'RIPEMD-160': '3021300906052b2403020105000414',
  'SHA-224': '302d300d06096086480165030402040500041c',
  'SHA-256': '3031300d060960864801650304020105000420',
  'SHA-384': '3041300d060960864801650304020205000430',
  'SHA-512': '3051300d060960864801650304020305000440',
  'SHA-512/224': '302d300d06096086480165030402050500041c',
  'SHA-512/256': '3031300d060960864801650304020605000420',
  'SHA3-224': '302d300d06096086480165030402070500041c',
  'SHA3-256': '3031300d060960864801650304020805000420',
  'SHA3-384': '3041300d060960864801650304020905000430',
  'SHA3-512': '3051300d060960864801650304020a05000440',
};

/** The DER DigestInfo that PKCS #1 v1.5 signs; `null` for a digest that is not used so. */
export function digestInfo(name: DigestName, digest: Uint8Array): Uint8Array | null {
  const prefix = prefixes[name];
  return prefix ? concatBytes(hexToBytes(prefix), digest) : null;
}
