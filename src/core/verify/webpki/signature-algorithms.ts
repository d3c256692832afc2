import { hexToBytes } from '@noble/hashes/utils.js';
import { binaryText } from '../der/binary-text.ts';

/** A pair of AlgorithmIdentifier contents: of the key and of the signature. */
export interface WebpkiAlgorithm {
  /** One character an octet. */
  readonly publicKey: string;
  readonly signature: string;
  /** Hex, as Rust prints it. */
  readonly signatureHex: string;
  readonly isRsa: boolean;
}

const P256 = '06072a8648ce3d020106082a8648ce3d030107';
const P384 = '06072a8648ce3d020106052b81040022';
const P521 = '06072a8648ce3d020106052b81040023';
const RSA = '06092a864886f70d0101010500';
const ECDSA_SHA256 = '06082a8648ce3d040302';
const ECDSA_SHA384 = '06082a8648ce3d040303';
const ECDSA_SHA512 = '06082a8648ce3d040304';
const ED25519 = '06032b6570';
const PKCS1_SHA256 = '06092a864886f70d01010b';
const PKCS1_SHA384 = '06092a864886f70d01010c';
const PKCS1_SHA512 = '06092a864886f70d01010d';
const NULL = '0500';

/** RSASSA-PSS with MGF1 over the same digest and a salt as long as the digest. */
function pss(digest: string, salt: string): string {
  const hash = `300d06096086480165030402${digest}0500`;
  return `06092a864886f70d01010a3034a00f${hash}a11c301a06092a864886f70d010108${hash}a2030201${salt}`;
}

const PSS = [pss('01', '20'), pss('02', '30'), pss('03', '40')];
const PKCS1 = [PKCS1_SHA256, PKCS1_SHA384, PKCS1_SHA512];

/** @see rustls 0.23.43 src/crypto/aws_lc_rs/mod.rs, src/crypto/ring/mod.rs `SUPPORTED_SIG_ALGS` */
const TABLES = {
  'aws-lc-rs': [
    ...[P256, P384, P521].flatMap((key) =>
      [ECDSA_SHA256, ECDSA_SHA384, ECDSA_SHA512].map((signature) => algorithm(key, signature)),
    ),
    algorithm(ED25519, ED25519),
    ...PSS.map((signature) => algorithm(RSA, signature)),
    ...PKCS1.map((signature) => algorithm(RSA, signature + NULL)),
    ...PKCS1.map((signature) => algorithm(RSA, signature)),
  ],
  ring: [
    ...[P256, P384].flatMap((key) =>
      [ECDSA_SHA256, ECDSA_SHA384].map((signature) => algorithm(key, signature)),
    ),
    algorithm(ED25519, ED25519),
    ...PSS.map((signature) => algorithm(RSA, signature)),
    ...PKCS1.map((signature) => algorithm(RSA, signature + NULL)),
    ...PKCS1.map((signature) => algorithm(RSA, signature)),
  ],
} as const satisfies Record<string, readonly WebpkiAlgorithm[]>;

function algorithm(publicKey: string, signatureHex: string): WebpkiAlgorithm {
  return {
    publicKey: binaryText(hexToBytes(publicKey)),
    signature: binaryText(hexToBytes(signatureHex)),
    signatureHex,
    isRsa: publicKey === RSA,
  };
}

/** The algorithms that rustls accepts in certificates, in its order, by cryptography provider. */
export function signatureAlgorithms(provider: 'aws-lc-rs' | 'ring'): readonly WebpkiAlgorithm[] {
  return TABLES[provider];
}
