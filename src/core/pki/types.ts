import type { FieldRef, TextRange } from '../model/index.ts';

/** A name as OpenSSL's x509_name_canon sees it and as a person reads it. */
export interface DistinguishedName {
  /** The raw DER SEQUENCE. */
  readonly der: Uint8Array;
  /** Canonical form for comparison (facts: case, spacing and string type folded), hex or base64. */
  readonly canonical: string;
  /** Most specific first: `CN=gateway, O=Example`. */
  readonly text: string;
  readonly attributes: readonly NameAttribute[];
}

export interface NameAttribute {
  readonly oid: string;
  readonly short: string;
  readonly value: string;
  /** Universal tag number of the string type. */
  readonly tag: number;
  /** Index of the RDN it belongs to. */
  readonly rdn: number;
  readonly raw: Uint8Array;
}

export interface AlgorithmIdentifier {
  readonly oid: string;
  readonly der: Uint8Array;
  /** Raw parameters TLV when present. */
  readonly parameters?: Uint8Array;
}

export type KeyFamily = 'RSA' | 'RSA-PSS' | 'EC' | 'Ed25519' | 'Ed448' | 'ML-DSA' | 'DSA' | 'other';

export interface PublicKeyInfo {
  /** SubjectPublicKeyInfo DER. */
  readonly der: Uint8Array;
  readonly family: KeyFamily;
  /** Modulus bits for RSA/DSA, field bits for EC, nominal bits otherwise; null when undecodable. */
  readonly bits: number | null;
  /** Named curve (`P-256`, …) or `explicit`, for EC. */
  readonly curve?: string;
  readonly algorithm: AlgorithmIdentifier;
  /** False when the library could not decode the key. */
  readonly decodable: boolean;
  /** Short text: `RSA 2048`, `EC P-256`. */
  readonly text: string;
  /** The key itself: content of the BIT STRING (RSAPublicKey, EC point, raw Edwards key). */
  readonly keyBytes: Uint8Array;
}

export type GeneralName =
  | { readonly kind: 'dns' | 'email' | 'uri'; readonly value: string; readonly raw: Uint8Array }
  | { readonly kind: 'ip'; readonly value: string; readonly raw: Uint8Array }
  | {
      readonly kind: 'directory';
      readonly name: DistinguishedName;
      readonly value: string;
      readonly raw: Uint8Array;
    }
  | {
      readonly kind: 'other';
      readonly oid: string;
      readonly value: string;
      readonly raw: Uint8Array;
    }
  | { readonly kind: 'x400' | 'edi' | 'rid'; readonly value: string; readonly raw: Uint8Array };

export interface RawExtension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

export interface CertificateTime {
  /** Milliseconds since the epoch, or null when malformed. */
  readonly epoch: number | null;
  readonly raw: string;
}

export type KeyUsageBit =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'cRLSign'
  | 'encipherOnly'
  | 'decipherOnly';

/** Decoded extensions; absent means the certificate does not have it. */
export interface CertificateExtensions {
  readonly basicConstraints?: { readonly ca: boolean; readonly pathLength?: number };
  readonly keyUsage?: readonly KeyUsageBit[];
  /** OIDs. */
  readonly extendedKeyUsage?: readonly string[];
  readonly subjectAltNames?: readonly GeneralName[];
  /** Lower-case hex. */
  readonly subjectKeyId?: string;
  readonly authorityKeyId?: {
    readonly keyId?: string;
    readonly serial?: string;
    readonly issuer?: readonly GeneralName[];
  };
  readonly nsCertType?: number;
  readonly nameConstraints?: {
    readonly permitted: readonly NameSubtree[];
    readonly excluded: readonly NameSubtree[];
  };
  readonly crlDistributionPoints?: readonly DistributionPoint[];
  /** proxyCertInfo (RFC 3820). */
  readonly proxyCertificate?: { readonly pathLength?: number };
}

export interface NameSubtree {
  readonly base: GeneralName;
  readonly hasMinimum: boolean;
  readonly hasMaximum: boolean;
  /** True when the minimum field is absent or zero, which is all that OpenSSL accepts. */
  readonly minimumIsZero: boolean;
}

/** DistributionPointName (RFC 5280 §4.2.1.13). */
export interface DistributionPointName {
  /** The fullName choice; empty for the other one. */
  readonly fullName: readonly GeneralName[];
  /** nameRelativeToCRLIssuer: the canonical form of its RDN, to be put behind the issuer's. */
  readonly relativeName?: string;
}

/** One DistributionPoint of a CRLDistributionPoints extension. */
export interface DistributionPoint {
  readonly fullName: readonly GeneralName[];
  readonly hasName: boolean;
  readonly hasIssuer: boolean;
  readonly name?: DistributionPointName;
  /** cRLIssuer. */
  readonly issuer?: readonly GeneralName[];
  /** ReasonFlags: first octet, second octet in bits 8 to 15; absent means all. */
  readonly reasons?: number;
}

/** One X.509 certificate with every raw slice that verification needs. */
export interface Certificate {
  readonly der: Uint8Array;
  /** SHA-256 of `der`, lower-case hex: the identity used everywhere. */
  readonly fingerprint: string;
  readonly tbs: Uint8Array;
  /** 1, 2 or 3. */
  readonly version: number;
  /** Serial number, lower-case hex without leading zeros. */
  readonly serial: string;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly tbsSignatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  readonly notBefore: CertificateTime;
  readonly notAfter: CertificateTime;
  readonly publicKey: PublicKeyInfo;
  readonly rawExtensions: readonly RawExtension[];
  readonly extensions: CertificateExtensions;
  /** Extension OIDs that stand twice, and those that could not be decoded. */
  readonly duplicateExtensions: readonly string[];
  readonly undecodableExtensions: readonly string[];
  /** `RSA with SHA-256`. */
  readonly signatureText: string;
}

/** An entry of revokedCertificates (RFC 5280 §5.3). */
export interface RevokedCertificate {
  /** Lower-case hex without leading zeros, as in {@link Certificate}. */
  readonly serial: string;
  readonly revokedAt: CertificateTime;
  readonly rawExtensions: readonly RawExtension[];
  /** CRLReason: 1 keyCompromise, 4 superseded, 8 removeFromCRL, … */
  readonly reason?: number;
  /** certificateIssuer of an indirect CRL; holds for the entries behind it too. */
  readonly certificateIssuer?: readonly GeneralName[];
  readonly duplicateExtensions: readonly string[];
  readonly undecodableExtensions: readonly string[];
}

/** issuingDistributionPoint (RFC 5280 §5.2.5). */
export interface IssuingDistributionPoint {
  readonly name?: DistributionPointName;
  readonly onlyUserCertificates: boolean;
  readonly onlyCaCertificates: boolean;
  readonly onlyAttributeCertificates: boolean;
  readonly indirect: boolean;
  /** As in {@link DistributionPoint}. */
  readonly onlySomeReasons?: number;
}

/** Decoded CRL extensions; absent means the CRL does not have it. Numbers are INTEGERs as hex. */
export interface CrlExtensions {
  readonly authorityKeyId?: NonNullable<CertificateExtensions['authorityKeyId']>;
  readonly crlNumber?: string;
  /** deltaCRLIndicator: BaseCRLNumber. */
  readonly baseCrlNumber?: string;
  readonly issuingDistributionPoint?: IssuingDistributionPoint;
}

/** One certificate revocation list (RFC 5280 §5.1) with every raw slice that verification needs. */
export interface CertificateRevocationList {
  readonly der: Uint8Array;
  /** SHA-256 of `der`, lower-case hex. */
  readonly fingerprint: string;
  /** TBSCertList. */
  readonly tbs: Uint8Array;
  /** 1 or 2, or what the file says plus one. */
  readonly version: number;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly tbsSignatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
  readonly signatureText: string;
  readonly issuer: DistinguishedName;
  readonly thisUpdate: CertificateTime;
  readonly nextUpdate?: CertificateTime;
  /** In the order of the file. */
  readonly revoked: readonly RevokedCertificate[];
  readonly rawExtensions: readonly RawExtension[];
  readonly extensions: CrlExtensions;
  readonly duplicateExtensions: readonly string[];
  readonly undecodableExtensions: readonly string[];
}

/** Why a library that reads the file line by line would not get the block's bytes. */
export type PemProblem =
  | 'bad-end-line'
  | 'bad-base64'
  | 'no-end-line'
  | 'indented'
  | 'html-escaped'
  | 'blank-line'
  | 'escaped-newlines'
  | 'one-line';

/** One `-----BEGIN …-----` block, or what stands where one should be. */
export interface PemBlock {
  readonly label: string;
  /** From the BEGIN line's first dash to the END line's last; to the last body line without an END line. */
  readonly range: TextRange;
  /** Present exactly when there is no `problem`. */
  readonly der?: Uint8Array;
  /** RFC 1421 header lines, e.g. `DEK-Info: AES-256-CBC,…`. */
  readonly headers: readonly string[];
  readonly problem?: PemProblem;
}

/** Where a piece of PEM text was found; never carries key bytes out of the worker. */
export type MaterialSource =
  | { readonly kind: 'field'; readonly field: FieldRef; readonly label: string }
  | { readonly kind: 'blob'; readonly blobId: string; readonly label: string }
  | { readonly kind: 'system'; readonly label: string };

/** PEM text as a data plane would read it from a file, with its origin. */
export interface Material {
  /** The bytes the process would find in the file, one char a byte when not UTF-8 text. */
  readonly pem: string;
  readonly source: MaterialSource;
  /** Path of the file as the process names it in its messages, when it is known. */
  readonly path?: string;
}
